#!/usr/bin/env python3
"""powercut.py STATES [SEED [SYNC]]: does a power cut on all three servers at once take what was acknowledged?

The servers run under strace while a machine appends. For a moment chosen at random each server's disk is made
again from its calls: a write is there if its file was synced after it, else kept, dropped or torn by sectors of
512 bytes; a file that was made, renamed or removed is so if anything was synced after it, as a journal commits
(ext4), else perhaps. Servers that start on these disks must have all that was acknowledged by then, with the hash
that it had; with a SYNC of 2m, which annals refuses, they may not. The model is that of crashgen.py, for folders and
three disks."""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("ANNALS_CLUSTER", str(Path(".build/cluster").absolute()))
os.environ.setdefault("ANNALS", str(Path(".build/debug/annals").absolute()))

from cluster import Cluster, Machine, until
from test_cluster import book

CALLS = "openat,open,creat,write,pwrite64,fsync,fdatasync,ftruncate,truncate,rename,renameat,renameat2," \
    "unlink,unlinkat,mkdir,mkdirat,rmdir,lseek,close,dup,copy_file_range,writev,pwritev,sync,syncfs"
LINE = re.compile(r"^(\d+) +([\d.]+) (\w+)\((.*)\) += (-?\d+)[^<]*(?:<([\d.]+)>)?$")
STARTED = re.compile(r"^(\d+) +([\d.]+) (\w+)\((.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +([\d.]+) <\.\.\. (\w+) resumed>(.*)\) += (-?\d+)[^<]*(?:<([\d.]+)>)?$")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def text(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def calls(trace):
    """Each call with when it began and ended, its arguments and result, in the order of their ends."""
    pending, found = {}, []
    for line in open(trace, errors="replace"):
        line = line.rstrip("\n")
        if match := STARTED.match(line):
            thread, began, name, arguments = match.groups()
            pending[thread] = (float(began), arguments)
        elif match := RESUMED.match(line):
            thread, ended, name, arguments, result, _ = match.groups()
            began, first = pending.pop(thread, (float(ended), ""))
            found.append((began, float(ended), name, first + arguments, int(result)))
        elif match := LINE.match(line):
            _, began, name, arguments, result, took = match.groups()
            found.append((float(began), float(began) + float(took or 0), name, arguments, int(result)))
    return sorted(found, key=lambda call: call[1])


def rename(names, old, new):
    """Of a file, or of a folder with all in it."""
    for path in [path for path in names if path == old or path.startswith(old + b"/")]:
        names[new + path[len(old):]] = names.pop(path)


class Disk:
    """The changes of a server's files, from its calls."""

    def __init__(self, trace, root):
        self.root, self.changes, self.syncs = os.fsencode(root), [], []
        self.files, self.numbers, self.open = {}, 0, {}
        for call in calls(trace):
            self.take(*call)

    def change(self, *change):
        self.changes.append(change)

    def take(self, began, ended, name, arguments, result):
        if result < 0:
            return
        texts = [text(found) for found in TEXT.findall(arguments)]
        number = re.match(r"\d+", arguments)
        descriptor = int(number[0]) if number else None
        if name in ("openat", "open", "creat"):
            self.take_open(ended, texts[0], arguments, result)
        elif name == "close":
            self.open.pop(descriptor, None)
        elif name in ("fsync", "fdatasync"):
            self.syncs.append((began, ended, self.open[descriptor][0] if descriptor in self.open else None))
        elif name in ("rename", "renameat", "renameat2") and texts[0].startswith(self.root):
            rename(self.files, *texts[:2])
            self.change(ended, "rename", *texts[:2])
        elif name in ("unlink", "unlinkat", "rmdir") and texts[0].startswith(self.root):
            self.files.pop(texts[0], None)
            self.change(ended, "remove", texts[0])
        elif name in ("mkdir", "mkdirat") and texts[0].startswith(self.root):
            self.change(ended, "folder", texts[0])
        elif name == "truncate" and texts[0].startswith(self.root):
            self.change(ended, "cut", self.files[texts[0]], int(arguments.rsplit(",", 1)[1]))
        elif descriptor in self.open:
            self.take_file(ended, name, arguments, texts, result, self.open[descriptor])

    def take_open(self, ended, path, arguments, result):
        if not path.startswith(self.root):
            self.open.pop(result, None)
            return
        if path not in self.files and "O_CREAT" in arguments:
            self.numbers += 1
            self.files[path] = self.numbers
            self.change(ended, "file", path, self.numbers)
        file = self.files.get(path)
        if file is None:
            self.open.pop(result, None)
            return
        if "O_TRUNC" in arguments:
            self.change(ended, "cut", file, 0)
        self.open[result] = [file, 0, "O_APPEND" in arguments, "SYNC" in arguments]

    def take_file(self, ended, name, arguments, texts, result, opened):
        file, place, appends, syncs = opened
        if name == "pwrite64":
            self.change(ended, "write", file, int(arguments.rsplit(",", 1)[1]), texts[0][:result], syncs)
        elif name == "write":
            self.change(ended, "write", file, None if appends else place, texts[0][:result], syncs)
            opened[1] += result
        elif name == "lseek":
            opened[1] = result
        elif name == "ftruncate":
            self.change(ended, "cut", file, int(arguments.rsplit(",", 1)[1]))
        elif name in ("writev", "pwritev", "copy_file_range"):
            raise SystemExit(f"{name} into a file is not modelled")

    def state(self, moment, rng, mode, to):
        """Lays in a folder what a power cut at a moment may leave."""
        done = [sync for sync in self.syncs if sync[1] <= moment]
        last = max((sync[0] for sync in done), default=0)
        synced = {}
        for began, _, file in done:
            synced[file] = max(began, synced.get(file, 0))
        keeps = lambda: mode == "keep" or mode != "drop" and rng.random() < 0.5
        contents, names = {}, {}
        for at, kind, *what in self.changes:
            if at > moment:
                break
            if kind in ("file", "rename", "remove", "folder"):
                if not (at <= last or keeps()):
                    continue
                if kind == "file":
                    names[what[0]] = what[1]
                elif kind == "rename":
                    rename(names, *what)
                elif kind == "remove":
                    names.pop(what[0], None)
                continue
            content = contents.setdefault(what[0], bytearray())
            isDurable = at <= synced.get(what[0], 0) or kind == "write" and what[3]
            if not (isDurable or keeps()):
                continue
            if kind == "cut":
                del content[what[1]:]
                content.extend(b"\0" * (what[1] - len(content)))
                continue
            place = len(content) if what[1] is None else what[1]
            content.extend(b"\0" * (place - len(content)))
            step = len(what[2]) if isDurable or mode != "torn" else 512
            for start in range(0, len(what[2]), max(step, 1)):
                if isDurable or mode != "torn" or rng.random() < 0.5:
                    piece = what[2][start:start + step]
                    content[place + start:place + start + len(piece)] = piece
        for path, file in names.items():
            target = Path(os.fsdecode(to + path[len(self.root):]))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(contents.get(file, b""))


def record(folder, sync):
    """Traces three servers while a machine appends; gives their disks, and (moment, head) of each acknowledgement."""
    acknowledged = []
    with Cluster(sync) as cluster:
        for server in cluster.servers:
            server.kill()
            shutil.rmtree(cluster.folder / str(server.number), ignore_errors=True)
            server.start(["strace", "-f", "--seccomp-bpf", "-ttt", "-T", "-xx", "-s", "9000000", "-e",
                          f"trace={CALLS}", "-o", str(folder / f"{server.number}.trace")])
        cluster.wait()
        machine = Machine(folder / "machine", cluster.log("A") + "&sync=unsafe")
        machine.run("init", "--empty")
        for number in range(60):
            machine.run("import", machine.write("book.jsonl", book(1 if number % 3 else 40, f"r{number}-")))
            position, digest = machine.head
            acknowledged.append((time.time(), position, digest))
        roots = [cluster.folder / str(server.number) for server in cluster.servers]
        for server in cluster.servers:
            subprocess.run(["pkill", "-KILL", "-P", str(server.process.pid)])
            server.process.wait()
            server.process = None
    disks = [Disk(folder / f"{number + 1}.trace", root) for number, root in enumerate(roots)]
    return disks, acknowledged


def check(disks, moment, acknowledged, rng, mode, folder):
    """What is wrong with servers that start after a power cut at a moment; None where nothing is."""
    known = [(position, digest) for at, position, digest in acknowledged if at <= moment]
    cluster = Cluster()
    for disk, server in zip(disks, cluster.servers):
        disk.state(moment, rng, mode, os.fsencode(cluster.folder / str(server.number)))
    with cluster:
        machine = Machine(folder / "after", cluster.log("A"))
        until(lambda: cluster.leader("A"), "the stream is gone")
        machine.run("init", "--empty")
        position, digest = known[-1]
        if machine.head[0] < position:
            return f"the log ends at @{machine.head[0]}, and @{position} was acknowledged"
        machine.run("check", "--against", f"{digest}@{position}")
    return None


def main():
    states, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sync = sys.argv[3] if len(sys.argv) > 3 else "always"
    folder, rng, bad = Path(tempfile.mkdtemp(prefix="annals-powercut-")), random.Random(seed), 0
    try:
        disks, acknowledged = record(folder, sync)
        print(f"{sum(len(disk.changes) for disk in disks)} changes and {sum(len(disk.syncs) for disk in disks)} "
              f"syncs of three servers, {len(acknowledged)} acknowledgements up to @{acknowledged[-1][1]}", flush=True)
        for number in range(states):
            moment = rng.uniform(acknowledged[0][0], acknowledged[-1][0])
            mode = rng.choice(["drop", "random", "random", "torn"])
            shutil.rmtree(folder / "after", ignore_errors=True)
            try:
                fault = check(disks, moment, acknowledged, rng, mode, folder)
            except AssertionError as error:
                fault = str(error)
            if fault:
                bad += 1
                print(f"state {number} ({mode}): {fault}", flush=True)
        print(f"{states} states: {states - bad} kept all that was acknowledged, {bad} did not")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
