#!/usr/bin/env python3
"""Crashes commands that write, and looks at what becomes of their stores.

  Crashes/run.py ANNALS STATES [COMMAND …]     exit 1 where a state is not as it must be

Half of the states are what a killed process leaves: it ends in the middle of an I/O operation, all of which
are hit in turn. The other half is what a power failure leaves: of the writes after a file's last fsync, each
is kept, lost or torn. README.md says what must hold then.
"""

import concurrent.futures
import http.server
import itertools
import os
import pathlib
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / ".build/crashes"
FAULTS = ROOT / "../shared/faults/faults.c"
SHIM = WORK / "faults.so"
SECTOR = 512
MODES = ["keep", "drop", "random", "random", "torn"]

# Tables that only grow while a command runs: what is said of their rows must stay true.
PROMISED = ["record", "subscription", "fetch_state", "poll"]

HEADLINES = [
    "OpenAI raises ${0} million in Series {1} funding",
    "Anthropic releases Claude {0}",
    "Google acquires Wiz{1} for ${0} billion",
    "Baidu opens its office number {0}",
    "Mistral AI fires {0} people",
]
ADDRESSES = ["a.example/feed", "b.example/feed", "c.example/gone", "d.example/busy", "e.example/moved"]
# Coded with this, the items of the feeds tell what they do not tell without it.
DICTIONARY = '[events.funding]\ndecisive = ["opens its office"]\n'

FOLLOW = [["init", "--empty"], ["feed", "import", "{work}/list.opml"]]
READ = ["ingest", "{work}/feeds"]
# What has been done before, and the command that crashes.
SCENARIOS = {
    "init": ([], ["init"]),
    "ingest": (FOLLOW, READ),
    "fetch": (FOLLOW, ["fetch", "--jobs", "1", "--allow-private", "--connect-to", "::127.0.0.1:{port}"]),
    "rebuild": ([*FOLLOW, READ], ["rebuild"]),
    "rebuild --code": (
        [*FOLLOW, [*READ, "--dictionary", "{work}/dictionary.toml"]],
        ["rebuild", "--code"],
    ),
    "forecast --record": ([["init"]], ["forecast", "nlp", "--record"]),
    "watch": ([*FOLLOW, ["save", "all", "type:funding", "--alert"], READ], ["watch", "--exec", "{tell}"]),
}
# What an alert runs: it tells, and where a moment was chosen ends annals before that or after it.
TELL = """
[ "$(cat "$HOME/moment")" = "before $ANNALS_ID" ] && kill -9 $PPID
echo "$ANNALS_ID" >> "$HOME/told"
[ "$(cat "$HOME/moment")" = "after $ANNALS_ID" ] && kill -9 $PPID
true
"""


def feed(name):
    items = "".join(
        f"<item><guid>{name}/{n}</guid><title>{HEADLINES[n % 5].format(n + 2, name)}</title>"
        f"<pubDate>Mon, 0{n % 5 + 1} Jan 2024 10:00:00 GMT</pubDate></item>"
        for n in range(10)
    )
    return f'<rss version="2.0"><channel><title>Feed {name}</title>{items}</channel></rss>'


class Site(http.server.BaseHTTPRequestHandler):
    """Feeds that are there, gone, busy and moved."""

    def do_GET(self):
        host, path = self.headers["Host"].split(":")[0], self.path
        status, headers = {
            "/gone": (410, {}),
            "/busy": (429, {"Retry-After": "3600"}),
            "/moved": (301, {"Location": f"http://{host}/feed"}),
        }.get(path, (200, {"ETag": '"1"', "Content-Type": "application/rss+xml"}))
        body = feed(host[0]).encode() if status == 200 else b""
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": len(body)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Place:
    """A folder with a store, what the command said about it, and the state folder of its user."""

    def __init__(self, folder):
        self.folder, self.store = folder, folder / "store"

    def make(self, base=None):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.store.mkdir(parents=True)
        if base:
            shutil.copytree(base.store, self.store, dirs_exist_ok=True)
            shutil.copytree(base.folder / "state", self.folder / "state")
        return self

    def run(self, annals, arguments, faults=None, kill_after=None):
        """The exit code, negative where a signal ended it."""
        environment = {
            "ANNALS_NOW": "2024-03-01",
            "ANNALS_STORE": "annals.sqlite",
            "XDG_STATE_HOME": str(self.folder / "state"),
            "HOME": str(self.folder),
        }
        if faults:
            environment |= {"LD_PRELOAD": str(SHIM), "FAULTS_PATH": f"{self.store}/"} | faults
        with open(self.store / "said", "ab") as said:
            process = subprocess.Popen(
                [annals, *arguments], cwd=self.store, env=environment,
                stdin=subprocess.DEVNULL, stdout=said, stderr=said,
            )
            try:
                return process.wait(kill_after or 60)
            except subprocess.TimeoutExpired:
                process.kill()
                return process.wait()

    def contents(self):
        """The rows of every table and the schema; {} where there is no store. Leaves the place as it is."""
        looked = Place(self.folder / "looked").make()
        try:
            for file in self.store.glob("annals.sqlite*"):
                shutil.copy(file, looked.store)
            return tables(looked.store / "annals.sqlite")
        finally:
            shutil.rmtree(looked.folder)


def tables(path):
    if not path.exists() or path.stat().st_size == 0 and not path.with_name(path.name + "-wal").exists():
        return {}
    with sqlite3.connect(path) as database:
        faults = [row[0] for row in database.execute("PRAGMA integrity_check")]
        schema = sorted(map(repr, database.execute("SELECT type, name, sql FROM sqlite_master")))
        names = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {}
        for name in names:
            if name.endswith("_fts"):
                # Throws where the index is not that of the table that it indexes.
                database.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
            elif "_fts_" not in name:
                rows[name] = sorted(map(repr, database.execute(f'SELECT * FROM "{name}"')))
        database.rollback()
        rows["record"] = list(map(repr, database.execute("SELECT * FROM record ORDER BY position"))) if "record" in names else []
    database.close()
    return rows | {"integrity": faults, "schema": schema}


class Trace:
    """The I/O operations of one run, in order: W(rite), S(ync), T(runcate), U(nlink)."""

    def __init__(self, file, store):
        self.operations, self.said = [], []
        data, place = file.read_bytes(), 0
        while place + 19 <= len(data):
            kind, size, offset, length = struct.unpack_from("<cHqQ", data, place)
            place += 19
            path = pathlib.Path(data[place : place + size].decode())
            place += size
            written = b""
            if kind in b"WA":
                written, place = data[place : place + length], place + length
            if path == store / "said":
                self.said.append(len(self.operations))
            if kind != b"A":
                self.operations.append((kind.decode(), path.name, offset, written))

    def files(self, end, base, keeps):
        """The files after so many operations; `keeps` decides on each sector that no fsync covers."""
        files = {file.name: bytearray(file.read_bytes()) for file in base.store.iterdir()}
        operations = list(enumerate(self.operations[:end]))
        synced = {name: number for number, (kind, name, _, _) in operations if kind in "SU"}
        for number, (kind, name, offset, data) in operations:
            isSafe = number < synced.get(name, -1) or name == "said"
            if kind == "U":
                # A name that is lost again would be another file's by now.
                if number < end - 1 or keeps(number, 0):
                    files.pop(name, None)
                continue
            file = files.setdefault(name, bytearray())
            if kind == "T" and (isSafe or keeps(number, 0)):
                file[offset:] = bytes(max(0, offset - len(file)))
            for start in range(0, len(data), SECTOR):
                if isSafe or keeps(number, start // SECTOR):
                    piece, at = data[start : start + SECTOR], offset + start
                    file.extend(bytes(max(0, at - len(file))))
                    file[at : at + len(piece)] = piece
        return files


class Scenario:
    def __init__(self, annals, name, port):
        self.annals, self.name = annals, name
        before, command = SCENARIOS[name]
        filled = lambda words: [word.format(work=WORK, port=port, tell=TELL) for word in words]
        self.command = filled(command)
        self.folder = WORK / name.replace(" ", "")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.base = Place(self.folder / "base").make()
        (self.base.folder / "state").mkdir()
        for words in before:
            if self.base.run(annals, filled(words)) != 0:
                sys.exit(f"{name}: annals {' '.join(words)} fails:\n{(self.base.store / 'said').read_text()}")
        (self.base.store / "said").unlink(missing_ok=True)
        self.isNew = not before
        self.whole = Place(self.folder / "whole").make(self.base)
        trace = self.folder / "trace"
        began = time.monotonic()
        (self.whole.folder / "moment").write_text("never")
        self.code = self.whole.run(annals, self.command, {"FAULTS_TRACE": str(trace)} if SHIM.exists() else None)
        self.seconds = time.monotonic() - began
        self.end = self.comparable(self.whole.contents())
        self.growth = f"{len(self.base.contents().get('record', []))} → {len(self.end['record'])} records"
        self.trace = Trace(trace, self.whole.store) if SHIM.exists() else None
        self.promises = self.promised() if self.trace else []

    def comparable(self, contents):
        """Without the id, which is another for each store that is made."""
        if self.isNew and "setting" in contents:
            contents["setting"] = [row for row in contents["setting"] if not row.startswith("('store'")]
        return contents

    def promised(self):
        """How many rows the tables had, as the process saw them, when each piece was said."""
        counts = []
        for number in self.trace.said:
            place = self.write(Place(self.folder / "said"), self.trace.files(number, self.base, lambda *_: True))
            contents = place.contents()
            counts.append({name: len(contents.get(name, [])) for name in PROMISED})
        return counts

    def write(self, place, files):
        place.make()
        for name, data in files.items():
            (place.store / name).write_bytes(data)
        return place

    def state(self, number, states):
        """One state, and what is wrong about it: a list of sentences."""
        place = Place(self.folder / f"{number}")
        if not self.trace:
            moment = (number + 1) / (states + 1) * self.seconds
            story = f"killed after {moment:.3f} s"
            place.make(self.base).run(self.annals, self.command, kill_after=moment)
        elif number % 2 == 0:
            operation = number // 2 * len(self.trace.operations) // ((states + 1) // 2)
            story = f"killed in operation {operation + 1} of {len(self.trace.operations)}, seed {number}"
            faults = {"FAULTS_CRASH_AT": str(operation + 1), "FAULTS_SEED": str(number)}
            place.make(self.base).run(self.annals, self.command, faults)
        else:
            choice = random.Random(number)
            end, mode = choice.randrange(len(self.trace.operations) + 1), choice.choice(MODES)
            story = f"power lost after operation {end} of {len(self.trace.operations)}, {mode}, seed {number}"
            drawn = {}
            keeps = {
                "keep": lambda *_: True,
                "drop": lambda *_: False,
                "random": lambda number, _: drawn.setdefault(number, choice.random() < 0.5),
                "torn": lambda *_: choice.random() < 0.5,
            }[mode]
            self.write(place, self.trace.files(end, self.base, keeps))
        before = Place(self.folder / f"{number}-before")
        shutil.copytree(place.folder, before.folder, dirs_exist_ok=True)
        wrong = list(self.faults(place))
        if wrong:
            print(f"  {story}: {'; '.join(wrong)}\n    {before.folder}", flush=True)
        else:
            shutil.rmtree(before.folder)
        shutil.rmtree(place.folder)
        return not wrong

    def faults(self, place):
        said = place.store / "said"
        pieces = said.read_bytes() if said.exists() else b""
        try:
            left = place.contents()
        except sqlite3.Error as error:
            left = {}
            yield f"SQLite: {error}"
        records = left.get("record", [])
        if records != self.end["record"][: len(records)]:
            yield "the log is not the beginning of what it should become"
        for name, count in self.promise(pieces).items():
            if len(left.get(name, [])) < count:
                yield f"{name}: {count} rows were acknowledged, {len(left.get(name, []))} are there"
        yield from self.anchor(place, records)
        code = place.run(self.annals, self.command)
        if code not in (0, self.code):
            yield f"run again: exit {code}: {said.read_text(errors='replace').splitlines()[-1:]}"
        if place.run(self.annals, ["check"]) != 0:
            yield f"check: {said.read_text(errors='replace').splitlines()[-1:]}"
        try:
            end = self.comparable(place.contents())
        except sqlite3.Error as error:
            end = {}
            yield f"SQLite: {error}"
        yield from (f"{name} differs" for name in self.end | end if self.end.get(name) != end.get(name))

    def promise(self, said):
        """What had been acknowledged when so much was said."""
        if not self.trace:
            return {}
        sizes = itertools.accumulate(len(self.trace.operations[n][3]) for n in self.trace.said)
        complete = [promise for size, promise in zip(sizes, self.promises) if size <= len(said)]
        return complete[-1] if complete else {}

    def anchor(self, place, records):
        """What the command noted outside the store must be in it."""
        for file in (place.folder / "state").glob("annals/anchors/*"):
            _, position, digest = file.read_text().split()
            if int(position) and repr(bytes.fromhex(digest)) not in "".join(records[int(position) - 1 : int(position)]):
                yield f"the anchor is {digest}@{position}, the log ends at {len(records)}"


class Alerts(Scenario):
    """A watch that is killed: no alert is told twice, and what was begun is listed."""

    def state(self, number, states):
        place = Place(self.folder / f"{number}").make(self.base)
        events = (self.whole.folder / "told").read_text().split()
        faults, moment = None, "never"
        if number % 2 == 1 or not self.trace:
            chosen = number // 2 % (2 * len(events))
            moment = f"{['before', 'after'][chosen % 2]} {events[chosen // 2]}"
            story = f"killed by the command {moment}"
        else:
            operation = number // 2 * len(self.trace.operations) // ((states + 1) // 2)
            story = f"killed in operation {operation + 1} of {len(self.trace.operations)}, seed {number}"
            faults = {"FAULTS_CRASH_AT": str(operation + 1), "FAULTS_SEED": str(number)}
        (place.folder / "moment").write_text(moment)
        place.run(self.annals, self.command, faults)
        wrong = list(self.faults(place, events))
        if wrong:
            print(f"  {story}: {'; '.join(wrong)}\n    {place.folder}", flush=True)
        else:
            shutil.rmtree(place.folder)
        return not wrong

    def faults(self, place, events):
        told = place.folder / "told"
        (place.folder / "moment").write_text("never")
        if place.run(self.annals, self.command) != 0:
            yield f"run again: {(place.store / 'said').read_text(errors='replace').splitlines()[-1:]}"
        said = told.read_text().split() if told.exists() else []
        if len(said) != len(set(said)):
            yield "an alert was told twice"
        alerts = place.contents().get("alert", [])
        begun = {row.split("'")[3] for row in alerts if "'begun'" in row}
        if set(events) - set(said) - begun:
            yield f"neither told nor listed: {set(events) - set(said) - begun}"
        if len(begun) > 1:
            yield f"{len(begun)} alerts were begun and not ended by one crash"
        if place.run(self.annals, ["check"]) != 0:
            yield f"check: {(place.store / 'said').read_text(errors='replace').splitlines()[-1:]}"
        listed = subprocess.run(
            [self.annals, "watch", "--pending", "-O", "jsonl"], cwd=place.store, capture_output=True, text=True,
            env={"ANNALS_NOW": "2024-03-01", "ANNALS_STORE": "annals.sqlite", "HOME": str(place.folder)},
        ).stdout
        if {event for event in events if event in listed} != begun:
            yield "what was begun is not what --pending lists"


def prepare():
    WORK.mkdir(parents=True, exist_ok=True)
    SHIM.unlink(missing_ok=True)
    if FAULTS.exists():
        subprocess.run(["cc", "-O2", "-fPIC", "-shared", "-o", SHIM, FAULTS, "-ldl", "-lpthread"], check=True)
    else:
        print("there is no ../shared/faults: processes are killed at moments instead of operations, and no power is lost")
    (WORK / "feeds").mkdir(exist_ok=True)
    for name in "abc":
        (WORK / f"feeds/{name}.xml").write_text(feed(name))
    (WORK / "dictionary.toml").write_text(DICTIONARY)
    outlines = "".join(f'<outline text="{address}" xmlUrl="http://{address}"/>' for address in ADDRESSES)
    (WORK / "list.opml").write_text(f"<opml><body>{outlines}</body></opml>")


def main(annals, states, *names):
    prepare()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    bad = 0
    for name in names or SCENARIOS:
        kind = Alerts if name == "watch" else Scenario
        scenario = kind(os.path.abspath(annals), name, server.server_port)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            good = sum(pool.map(lambda number: scenario.state(number, int(states)), range(int(states))))
        bad += int(states) - good
        operations = f"{len(scenario.trace.operations)} operations, " if scenario.trace else ""
        print(f"{name}: {scenario.growth}, {operations}{states} states, {int(states) - good} bad", flush=True)
    server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
