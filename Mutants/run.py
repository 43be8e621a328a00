#!/usr/bin/env python3
"""Runs the mutants of mutants.txt: how many single-line faults do the tests see?

  Mutants/run.py              all of them, two at a time; exit 1 where one survives without a reason. Those that
                              are argued to survive count as survivors and are not run: most of the time goes there
  Mutants/run.py --argued     with them: does a test see one after all?
  Mutants/run.py Querying …   those whose module or line holds one of these texts
  Mutants/run.py --check      is the list true? exit 1 where a line matches no single place or stands twice, and
                              where a comparison or fold case has no line; prints those lines, to be added

The package is copied to .build-mutants and every listed place is rewritten into a switch, so that all
mutants are compiled at once; an environment variable chooses the one that is on. README.md describes
the list.
"""

import atexit
import concurrent.futures
import math
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / "Mutants/mutants.txt"
BUILD = ROOT / ".build-mutants"
COPY = BUILD / "package"
LINES = 1 << 13  # more than the list has
KINDS = {"→": "expression", "⇒": "statement", "↦": "text"}
LINE = re.compile(r"^(?P<place>.*⟦.*⟧.*?)\s+(?P<arrow>[→⇒↦])(?: (?P<mutated>.*))?$")
SWITCH = """import Glibc

/// Which mutant is on, by its line in mutants.txt, and which are met on the way.
enum Mutant {
  private static let active = getenv("ANNALS_MUTANT").flatMap { Int(String(cString: $0)) }
  /// A byte for each line, 1 where the run has come by; shared with who asks, however the run ends.
  private nonisolated(unsafe) static let met: UnsafeMutablePointer<UInt8>? = {
    guard let path = getenv("ANNALS_MUTANTS_MET") else { return nil }
    let file = open(path, O_RDWR)
    return mmap(nil, LINES, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)!
      .assumingMemoryBound(to: UInt8.self)
  }()

  static func on(_ line: Int) -> Bool {
    met?[line] = 1
    return active == line
  }
}
"""


class Mutant:
    """A place in a module's sources, what to put there, and the suites that should see it."""

    def __init__(self, number, module, suites, place, arrow, mutated):
        self.number, self.module, self.suites = number, module, suites
        self.kind, self.mutated = KINDS[arrow], mutated or ""
        self.text = f"{place} {arrow} {mutated or ''}"
        self.reason = None
        before, rest = place.split("⟦")
        self.original, after = rest.split("⟧")
        if self.original:
            parts = [words(before), "(", words(self.original), ")", words(after)]
        else:
            parts = [words(before.rstrip()), r"\s*()", words(after.lstrip())]
        self.pattern = re.compile("".join(parts))

    def __str__(self):
        return f"mutants.txt:{self.number}: {self.module}: {self.text}"


def words(text):
    """A pattern for the text, with any white space for white space."""
    return re.sub(r"(\\?\s)+", lambda _: r"\\s+", re.escape(text)).replace("\\\\s+", r"\s+")


def read_list():
    mutants, module, suites = [], None, []
    for number, line in enumerate(LIST.read_text().splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if header := re.fullmatch(r"\[(\w+): (.+)\]", line):
            module, suites = header[1], header[2].split()
        elif line.startswith("survives: "):
            mutants[-1].reason = line.removeprefix("survives: ")
        elif match := LINE.match(line):
            mutants.append(
                Mutant(number, module, suites, match["place"], match["arrow"], match["mutated"]))
        else:
            sys.exit(f"mutants.txt:{number}: this is no mutant: {line}")
    return mutants


def sources(module):
    return {path: path.read_text() for path in sorted((ROOT / "Sources" / module).rglob("*.swift"))}


def locate(mutants):
    """Where each mutant is: {file: [(start, end, mutant)]}, and the lines that match no single place."""
    found, faults, told = {}, [], {}
    files = {module: sources(module) for module in {mutant.module for mutant in mutants}}
    for mutant in mutants:
        hits = [
            (path, match.start(1), match.end(1))
            for path, text in files[mutant.module].items()
            for match in mutant.pattern.finditer(text)
        ]
        if len(hits) == 1:
            path, start, end = hits[0]
            twin = told.setdefault((path, start, end, mutant.mutated), mutant)
            if twin is not mutant:
                faults.append(f"{mutant}\n  is line {twin.number} once more")
            found.setdefault(path, []).append((start, end, mutant))
        else:
            faults.append(f"{mutant}\n  matches {len(hits)} places" + "".join(
                f"\n    {path.relative_to(ROOT)}" for path, _, _ in hits))
    return found, faults


def rewrite(text, places, start, end):
    """The text from start to end, with the places inside it turned into switches."""
    out, at = "", start
    inside = sorted({(a, b) for a, b, _ in places if start <= a and b <= end}, key=lambda p: (p[0], -p[1]))
    for a, b in inside:
        if a < at or (a == at and b == at and out.endswith("\0")):
            continue
        here = [mutant for x, y, mutant in places if (x, y) == (a, b)]
        rest = [place for place in places if (place[0], place[1]) != (a, b)]
        out += text[at:a] + switch(here, rewrite(text, rest, a, b))
        at = b
    return out + text[at:end]


def switch(mutants, original):
    kind = mutants[0].kind
    out = original
    for mutant in mutants:
        if kind == "statement":
            rest = f" else {{ {out} }}" if out.strip() else ""
            out = f"if Mutant.on({mutant.number}) {{ {mutant.mutated} }}{rest}; "
            out = out if rest == "" else out.rstrip("; ")
        elif kind == "text":
            base = out if mutant is not mutants[0] else '"' + out.replace("\n", "\\n") + '"'
            out = f'Mutant.on({mutant.number}) ? "{mutant.mutated}" : {base}'
        else:
            effect = "try " if "try " in out + mutant.mutated else ""
            mutated = mutant.mutated.replace("try ", "")
            out = f"({effect}(Mutant.on({mutant.number}) ? ({mutated}) : ({out.replace('try ', '')})))"
    return f"\\({out})" if kind == "text" else out


def copy_package(found):
    """Brings the copy up to date, without touching what is the same."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True,
        text=True).stdout.splitlines()
    wanted = {}
    for name in names:
        path = ROOT / name
        if path.is_file() and not name.startswith("Mutants/"):
            wanted[name] = path.read_bytes()
    for path, places in found.items():
        text = path.read_text()
        wanted[str(path.relative_to(ROOT))] = rewrite(text, places, 0, len(text)).encode()
    for module in {mutant.module for places in found.values() for _, _, mutant in places}:
        wanted[f"Sources/{module}/Mutant.swift"] = SWITCH.replace("LINES", str(LINES)).encode()
    # Switches may leave what the compiler warns of.
    wanted["Package.swift"] = wanted["Package.swift"].replace(b"  .treatAllWarnings(as: .error),\n", b"")
    for old in COPY.rglob("*"):
        if old.is_file() and ".build" not in old.parts[len(COPY.parts):]:
            if str(old.relative_to(COPY)) not in wanted and old.name != "Package.resolved":
                old.unlink()
    for name, content in wanted.items():
        target = COPY / name
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def build():
    print("compiling all mutants at once …", flush=True)
    done = subprocess.run(
        ["swift", "build", "--build-tests", "--disable-xctest"], cwd=COPY, capture_output=True, text=True)
    if done.returncode != 0:
        faults = {}
        for file, line, fault in re.findall(
            r"(/\S+\.swift):(\d+):\d+: error: (.*)", done.stdout + done.stderr
        ):
            source = pathlib.Path(file).read_text().splitlines()[int(line) - 1 : int(line)]
            numbers = ", ".join(re.findall(r"Mutant\.on\((\d+)\)", "".join(source)))
            faults[f"mutants.txt:{numbers or '?'}: {file}:{line}: {fault}"] = None
        sys.exit("\n".join(faults) or done.stdout[-4000:] + done.stderr[-4000:])
    bundles = list((COPY / ".build/debug").glob("*.xctest"))
    return bundles[0]


def temporary_folder():
    """A folder for the stores of the tests: in memory where there is room, since they wait for the disk most
    of their time."""
    memory = pathlib.Path("/dev/shm")
    is_roomy = memory.is_dir() and shutil.disk_usage(memory).free > 1 << 30
    folder = tempfile.mkdtemp(prefix="annals-mutants-", dir=memory if is_roomy else BUILD)
    os.chmod(folder, 0o1777)
    return folder


def run(bundle, suite, limit, **variables):
    """Whether the suite is content, how many seconds of a processor it took, and what it complained of; stops at the
    first complaint, and where it takes more than the limit of processor time, or six times
    as long, since some only wait."""
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no", **variables)
    # As root the permissions of files would bind no test.
    guest = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    process = subprocess.Popen(
        ["sh", "-c", 'ulimit -t "$0"; exec "$@"', str(limit), str(bundle), "--testing-library", "swift-testing",
         "--filter", rf"^{suite}[./]"], cwd=COPY,
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        **guest)

    def end():  # Popen.kill would take the exit status first, and with it what wait4 tells
        os.kill(process.pid, signal.SIGKILL)

    watch = threading.Timer(6 * limit, end)
    watch.start()
    content = True
    complaint = ""
    for line in process.stdout:
        if "✘" in line or "recorded an issue" in line:
            content, complaint = False, line.strip()
            end()
            break
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.cancel()
    seconds = usage.ru_utime + usage.ru_stime
    return content and status == 0, seconds, complaint or f"exit {process.returncode}"


class Suite:
    """What a suite sees of the mutants, and how many seconds of a processor it takes. Each transcript is a suite of
    its own, for all of them together take long."""

    def __init__(self, bundle, name, transcript=None):
        met = pathlib.Path(os.environ["TMPDIR"]) / f"met-{name}-{transcript}"
        met.write_bytes(bytes(LINES))
        met.chmod(0o666)
        self.name = name
        self.environment = {"ANNALS_TRANSCRIPT": transcript} if transcript else {}
        self.is_content, self.seconds, self.complaint = run(
            bundle, name, 900, ANNALS_MUTANTS_MET=str(met), **self.environment)
        self.met = met.read_bytes()
        self.shown = self.seen = 0

    @property
    def cost(self):
        """In seconds of a processor, what one more fault that it sees may cost."""
        return self.seconds * (self.shown + 1) / (self.seen + 1)

    def __str__(self):
        return " ".join([self.name, *self.environment.values()])

    def kills(self, bundle, mutant):
        content, _, _ = run(
            bundle, self.name, math.ceil(5 + 4 * self.seconds), ANNALS_MUTANT=str(mutant.number),
            **self.environment)
        self.shown += 1
        self.seen += not content
        return not content


def suites_of(bundle, names):
    """The suites, by their names or those of their modules, and of each what makes one of it."""
    listed = subprocess.run(
        [str(bundle), "--testing-library", "swift-testing", "--list-tests"], cwd=COPY, check=True,
        capture_output=True, text=True).stdout
    found = sorted({line.split("/")[0] for line in listed.splitlines() if "/" in line})
    cases = [path.name for path in sorted((COPY / "Tests/Transcripts/cases").glob("*.md"))]
    return [
        (suite, case)
        for suite in found if {suite, suite.split(".")[0]} & names
        for case in (["README.md", *cases] if suite == "Transcripts.TranscriptTests" else [None])]


def is_killed(bundle, mutant, suites):
    """Whether one of the suites that meet the mutant sees it; those begin that have seen most in least time. One that
    is argued to survive is not worth the slow ones and the transcripts."""
    left = [
        suite for suite in suites
        if suite.met[mutant.number] and {suite.name, suite.name.split(".")[0]} & set(mutant.suites)
        and (mutant.reason is None or suite.seconds < 10 and not suite.environment)]
    return any(suite.kills(bundle, mutant) for suite in sorted(left, key=lambda suite: suite.cost))


def mask(text):
    """For each character what it is: c(ode), s(tring) or / (comment)."""
    out, at, depths = [], 0, []  # depths: open parentheses of each interpolation that we are in
    quote = None
    while at < len(text):
        if quote is None:
            if text.startswith("//", at):
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                out += "/" * (end - at)
                at = end
                continue
            if text[at] == '"':
                quote = '"""' if text.startswith('"""', at) else '"'
                out += "s" * len(quote)
                at += len(quote)
                continue
            if depths and text[at] in "()":
                depths[-1][0] += 1 if text[at] == "(" else -1
                if depths[-1][0] == 0:
                    quote = depths.pop()[1]
            out.append("c")
            at += 1
        elif text.startswith(quote, at):
            out += "s" * len(quote)
            at += len(quote)
            quote = None
        elif text.startswith("\\(", at):
            depths.append([1, quote])
            quote = None
            out += "ss"
            at += 2
        else:
            step = 2 if text[at] == "\\" else 1
            out += "s" * step
            at += step
    return "".join(out)


OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "IS NULL": "IS NOT NULL",
         "IS NOT NULL": "IS NULL", "~=": None}
LEFT = re.compile(r".*(?:^|[({\[,]|&&|\|\||\?\?|[^=<>!]=|\bif|\bguard|\bwhile|\bwhere|\breturn|\bin|\?|:)\s+")


def operand_end(line, at):
    """Where the right-hand operand that begins at a place ends."""
    depth = 0
    while at < len(line):
        if line[at] in "([{":
            if depth == 0 and line[at] == "{":
                return at
            depth += 1
        elif line[at] in ")]}":
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and re.match(r",|&&|\|\|| \? | : | else\b|\?\?", line[at:]):
            return at
        at += 1
    return at


def suggestion(line, start, end):
    operator = line[start:end]
    other = OTHER[operator]
    if other is None:
        return None
    left = line[:start]
    depth, at = 0, start - 1
    while at >= 0:
        if left[at] in ")]}":
            depth += 1
        elif left[at] in "([{":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and (left[at] == "," or re.search(
                r"(&&|\|\||\?\? |[^=<>!]= | \? | : |\bif |\bguard |\bwhile |\bwhere |\breturn |\bin )$",
                left[: at + 1])):
            break
        at -= 1
    first = at + 1 + (len(left[at + 1:]) - len(left[at + 1:].lstrip()))
    last = operand_end(line, end + 1)
    piece = line[first:last].rstrip()
    mutated = line[first:start] + other + line[end:last].rstrip()
    return f"{line[:first].strip()}{' ' if line[:first].strip() and line[first - 1] == ' ' else ''}⟦{piece}⟧{line[first + len(piece):]} → {mutated}"


def unlisted(found):
    """Prints the comparisons and fold cases that no mutant touches, and says whether there are any."""
    is_any = False
    for module in ["Querying", "Projections", "EventLog", "Ingestion"]:
        for path, text in sources(module).items():
            if module == "Ingestion" and path.name != "Recoding.swift":
                continue
            places, kinds = found.get(path, []), mask(text)
            lines = []
            for match in re.finditer(r" (<=|>=|==|!=|<|>|~=|IS NOT NULL|IS NULL)(?=[ );,\n])", text):
                start, end = match.span(1)
                if kinds[start] == "/" or any(a <= start and end <= b for a, b, _ in places):
                    continue
                begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
                line = text[begin:stop]
                # A constraint on types, and an index, which changes no answer, are no comparisons.
                if re.search(r"\bfunc\b|\bwhere \w+\.RawValue ==|CREATE INDEX", line):
                    continue
                if kinds[start] == "s":
                    at = start - begin
                    other = OTHER[match[1]]
                    lines.append(f"{line[:at].strip()} ⟦{match[1]}⟧{line[at + len(match[1]):]} ↦ {other}")
                elif match[1] not in ("IS NULL", "IS NOT NULL"):
                    lines.append(suggestion(line, start - begin, end - begin) or f"{line.strip()} ~=")
            if "static func apply(" in text or "mutating func add(" in text:
                for match in re.finditer(r"\n( *)case (\.\w+)[^=]*?:", text):
                    body = text.find("\n" + match[1] + "case ", match.end())
                    default = text.find("\n" + match[1] + "default", match.end())
                    stop = min(x for x in (body, default, len(text)) if x > 0)
                    if not any(match.end() <= a <= stop for a, _, _ in places):
                        lines.append(f"{match[0].strip()}⟦⟧ ⇒ break")
            if lines:
                is_any = True
                print(f"\n# {path.relative_to(ROOT)}")
                print("\n".join(lines))
    return is_any


def main(words_asked):
    began = time.time()
    runs_argued = words_asked != []
    words_asked = [word for word in words_asked if word != "--argued"]
    mutants = read_list()
    found, faults = locate(mutants)
    is_missing = words_asked == ["--check"] and unlisted(found)
    if faults:
        print("\n".join(faults) + f"\n{len(faults)} lines to mend in the list")
    if faults or words_asked == ["--check"]:
        sys.exit(1 if faults or is_missing else 0)
    BUILD.mkdir(exist_ok=True)
    copy_package(found)
    bundle = build()
    folder = temporary_folder()
    os.environ["TMPDIR"] = os.environ["HOME"] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    chosen = [
        mutant for mutant in mutants
        if not words_asked or any(word in str(mutant) for word in words_asked)
    ]
    left = [] if runs_argued else [mutant for mutant in chosen if mutant.reason]
    chosen = [mutant for mutant in chosen if mutant not in left]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        names = {name for mutant in chosen for name in mutant.suites}
        suites = list(pool.map(lambda suite: Suite(bundle, *suite), suites_of(bundle, names)))
        for suite in suites:
            if not suite.is_content:
                sys.exit(f"{suite} fails without any mutant: {suite.complaint}")
        print(
            f"{len(chosen)} mutants; the tests pass without one ({time.time() - began:.0f} s)",
            flush=True)
        verdicts = []
        judged = pool.map(lambda mutant: is_killed(bundle, mutant, suites), chosen)
        for mutant, killed in zip(chosen, judged):
            verdicts.append(killed)
            if not killed:
                reason = f"\n  because {mutant.reason}" if mutant.reason else ""
                print(f"survived {mutant}{reason}", flush=True)
    survivors = [mutant for mutant, killed in zip(chosen, verdicts) if not killed]
    for mutant, killed in zip(chosen, verdicts):
        if killed and mutant.reason:
            print(f"killed, though argued to survive: {mutant}")
    killed, count = len(chosen) - len(survivors), len(chosen) + len(left)
    print(
        f"killed {killed} of {count} mutants: {100 * killed / max(1, count):.1f} %; "
        f"{len(left)} that are argued to survive were not run ({time.time() - began:.0f} s)")
    sys.exit(1 if any(mutant.reason is None for mutant in survivors) else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
