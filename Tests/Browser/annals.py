"""annals as a person runs it, and stores that tests ask of."""

import json
import os
import random
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("ANNALS", str(ROOT / ".build/release/annals"))
TODAY = "2026-11-23"

HOSTILE = [
    "<script>document.title='taken'</script>",
    "]]></title></svg><script>document.title='taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "javascript:alert(1) \" onmouseover=\"alert(1)",
    "\u202etxt.exe\u202c and \u2066hidden\u2069",
    "👩‍👩‍👧‍👦 emoji and 商汤科技 and عربى",
    "long " * 80,
]


class Store:
    """A store of its own in a folder that goes with it, on a day that may be changed."""

    def __init__(self, today=TODAY):
        self.today = today
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        self.run("init", "--empty", "-q")

    def run(self, *words):
        environment = {
            **os.environ, "ANNALS_NOW": self.today, "HOME": str(self.path),
            "ANNALS_STORE": str(self.path / "annals.sqlite"),
        }
        done = subprocess.run([BINARY, *words], env=environment, cwd=self.path, capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(f"annals {' '.join(words)}: {done.stderr.decode()}")
        return done.stdout.decode()

    def json(self, *words):
        return json.loads(self.run(*words, "--json"))

    def book(self, name, events):
        path = self.path / name
        path.write_text("".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events))
        self.run("import", "-q", str(path))

    def report(self, name, *words):
        path = self.path / name
        self.run("report", *words, "-o", str(path))
        return path


def own_books():
    """The event books and feeds of the repository."""
    store = Store()
    for book in sorted((ROOT / "Events").glob("*.jsonl")):
        store.run("import", "-q", str(book))
    store.run("ingest", "-q", str(ROOT / "Feeds/samples"))
    return store


def decided():
    """Forecasts of when each family's next model comes, recorded over three years, most of them decided since."""
    store = Store("2024-01-01")
    store.run("import", "-q", str(ROOT / "Events/releases.jsonl"))
    for day in ["2024-04-01", "2024-08-01", "2024-12-01", "2025-03-01", "2025-06-01", "2025-09-01", "2025-12-01"]:
        store.today = day
        for family in ["gpt", "claude", "gemini", "llama", "qwen"]:
            store.run("forecast", family, "--record", "-q")
    store.today = TODAY
    store.run("forecast", "score", "-q")
    return store


def hostile():
    """Events whose titles, actors and sources attack the page."""
    store = Store()
    store.book("hostile.jsonl", [
        {
            "id": f"h{index}", "date": f"2026-0{1 + index}-10", "type": "funding", "title": title,
            "actors": [{"name": f"Actor {title[:60]}", "role": "recipient"}], "stance": "reported",
            "polarity": "asserted", "published": f"2026-0{1 + index}-11", "lang": "en",
            "source": "javascript:alert(1)//" + title[:40],
        } for index, title in enumerate(HOSTILE)
    ])
    return store


ACTORS = ["OpenAI", "Google", "Anthropic", "Meta", "Baidu", "商汤科技", "Mistral", "xAI", "NVIDIA", "阿里巴巴"]
TYPES = ["model-release", "product-release", "funding", "research", "regulation", "personnel",
         "partnership", "financial-result"]
WHAT = ["releases a model for", "raises money from", "opens an office with", "is sued by",
        "publishes a benchmark of", "hires the head of", "发布新模型并开放接口给", "完成新一轮融资，投资方为"]


def generated(count):
    """Events that chance makes, the same each time."""
    chance, store = random.Random(7), Store()
    def event(index):
        actor, other = chance.sample(ACTORS, 2)
        year, month, day = chance.randint(2016, 2026), chance.randint(1, 9), chance.randint(1, 28)
        date = chance.choices([f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", str(year)], [95, 4, 1])[0]
        return {
            "id": f"g{index}", "date": date, "type": chance.choice(TYPES),
            "title": f"{actor} {chance.choice(WHAT)} {other}, no {index}",
            "actors": [{"name": actor, "role": "actor"}, {"name": other, "role": "other"}],
            "stance": chance.choice(["official", "reported", "rumoured"]),
            "polarity": chance.choices(["asserted", "denied"], [97, 3])[0],
            "published": f"{year}-12-31", "lang": "en",
            "source": f"https://news{chance.randint(1, 30)}.example/{year}/{month}/{index}",
        }
    store.book("generated.jsonl", map(event, range(count)))
    return store
