"""Measures the quantities and dates of `annals code` on the specs of Microsoft Recognizers-Text.

    git clone --depth 1 https://github.com/microsoft/Recognizers-Text
    python3 Benchmarks/specs.py Recognizers-Text/Specs            share found and right, a line a spec
    python3 Benchmarks/specs.py Recognizers-Text/Specs --misses   and what was not found

The specs are another project's tests, by other conventions: ranges of theirs leave out their last day,
a date without a year may be the one before or after, `in two weeks` is a date. A date counts where
either of their readings is met within three days, a range with or without its last unit.
"""

import json
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

DATES = ["DateTime/English/DateTimeModel", "DateTime/Chinese/DateTimeModel"]
NUMBERS = {
    "NumberWithUnit/English/CurrencyModel": "money",
    "NumberWithUnit/Chinese/CurrencyModel": "money",
    "Number/English/PercentModel": "percent",
    "Number/Chinese/PercentModel": "percent",
}
SECONDS = {
    "year": 31_536_000, "month": 2_592_000, "week": 604_800, "day": 86_400, "hour": 3600,
    "minute": 60, "second": 1, "quarter": 7_776_000, "decade": 315_360_000,
}


def day(text):
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    return date(*map(int, match.groups())) if match else None


def ends_with(first, last):
    """A range as they write it, and with its last month, quarter or year."""
    yield first, last - timedelta(1)
    if last.day == 1:
        for months in (1, 3, 12):
            index = last.year * 12 + last.month - 1 + months
            yield first, date(index // 12, index % 12 + 1, 1) - timedelta(1)


def readings(value):
    if value.get("value") not in (None, "not resolved"):
        at = day(value["value"])
        mod = value.get("Mod", "")
        yield {
            "before": (None, at - timedelta(1)), "until": (None, at),
            "after": (at + timedelta(1), None), "since": (at, None),
        }.get(mod, (at, at)) if at else (None, None)
        return
    first, last = day(value.get("start")), day(value.get("end"))
    if first and last:
        yield first, last
        yield from ends_with(first, last)
    elif first:
        yield first, None
    elif last:
        yield None, last - timedelta(1)
        yield from ((None, end) for _, end in ends_with(None, last))


def expected(spec, kind):
    for result in spec["Results"]:
        resolution = result.get("Resolution") or {}
        name = (result.get("TypeName") or "").split(".")[-1]
        if kind:
            number = str(resolution.get("value")).rstrip("%")
            if re.fullmatch(r"-?[\d.]+(E[-+]?\d+)?", number):
                yield kind, result["Text"], [float(number)]
        elif name == "duration":
            values = [float(v["value"]) for v in resolution.get("values", [])]
            yield "duration", result["Text"], values
        elif name in ("date", "daterange", "datetime", "datetimerange"):
            values = [r for v in resolution.get("values", []) for r in readings(v)]
            yield "date", result["Text"], [r for r in values if r != (None, None)]


def is_near(found, reading):
    return all(
        a == b or a and b and abs((a - b).days) <= 3 for a, b in zip(found, reading))


def bounds(text):
    """The days of a date as `code` writes it; nothing for what is no day, month or year."""
    def end(part, last):
        if not part:
            return None
        match = re.fullmatch(r"(\d{4})(?:-(?:Q(\d)|H(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?", part)
        year, quarter, half, week, month, at = match.groups()
        if week:
            return date.fromisocalendar(int(year), int(week), 7 if last else 1)
        if at:
            return date(int(year), int(month), int(at))
        size = 3 if quarter else 6 if half else 1 if month else 12
        index = int(year) * 12 + (int(quarter or half or month or 1) - 1) * size
        if not last:
            return date(index // 12, index % 12 + 1, 1)
        index += size
        return date(index // 12, index % 12 + 1, 1) - timedelta(1)
    parts = text.split("..") if ".." in text else [text, text]
    return end(parts[0], False), end(parts[1], True)


def agrees(found, kind, values):
    if found["kind"] != kind:
        return False
    if kind == "date":
        return any(is_near(bounds(found["value"]), value) for value in values)
    size = float(found["value"]) * (SECONDS.get(found.get("unit"), 0) if kind == "duration" else 1)
    slack = 0.02 if kind == "duration" else 1e-6
    return any(abs(size - value) <= slack * abs(value) for value in values)


def main(folder, misses):
    for name in DATES + list(NUMBERS):
        specs = json.loads((Path(folder) / f"{name}.json").read_text("utf-8-sig"))
        specs = [spec for spec in specs if "Results" in spec]
        items = [
            {"id": str(index), "title": spec["Input"], "published": (spec.get("Context") or {}).get(
                "ReferenceDateTime", "2016-11-07")[:10]}
            for index, spec in enumerate(specs)
        ]
        coded = subprocess.run(
            [Path(__file__).parent.parent / ".build/release/annals", "code", "-"],
            input="\n".join(map(json.dumps, items)), capture_output=True, text=True, check=True)
        right = wanted = given = 0
        for spec, line in zip(specs, coded.stdout.splitlines()):
            found = json.loads(line)["quantities"]
            kinds = {NUMBERS[name]} if name in NUMBERS else {"date"}
            given += sum(quantity["kind"] in kinds for quantity in found)
            for kind, text, values in expected(spec, NUMBERS.get(name)):
                wanted += 1
                match = next((q for q in found if agrees(q, kind, values)), None)
                if match:
                    found.remove(match)
                    right += 1
                    given += match["kind"] not in kinds
                elif misses:
                    told = [f"{q['value']} {q.get('unit', '')}" for q in found]
                    print(f"  {spec['Input']} · {text}: {told or 'nothing'}")
        print(f"{name}: found {right} of {wanted} ({right / wanted:.3f}), given {given}")


if __name__ == "__main__":
    main(sys.argv[1], "--misses" in sys.argv)
