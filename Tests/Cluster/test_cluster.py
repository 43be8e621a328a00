"""Machines that share a log on three servers of their own: leaders that are killed, machines that write at once,
follow, differ, and are away."""

import json
import os
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cluster import FOLDER, Cluster, Machine, until

SAMPLES = "Feeds/samples"


def book(count, name="a"):
    """So many rows of an event book, which is imported as one unit of work."""
    return "".join(
        json.dumps({
            "id": f"{name}{number}", "date": f"20{10 + number % 15}-0{1 + number % 9}-1{number % 9}", "type": "funding",
            "title": f"Company {name}{number} raises money", "polarity": "asserted",
            "actors": [{"name": f"Company {name}{number % 50}"}], "stance": "reported",
            "source": f"https://example.org/{name}/{number}"}) + "\n"
        for number in range(count))


def feed(numbers, name="wire"):
    items = "".join(
        f"<item><guid>{number}</guid><title>Acme{number} raises ${number} million in Series A funding</title>"
        f"<link>https://example.org/{number}</link><pubDate>Mon, 0{1 + number % 9} Jan 2024 10:00:00 GMT</pubDate>"
        f"</item>" for number in numbers)
    return f'<rss version="2.0"><channel><title>{name}</title><link>https://example.org</link>{items}</channel></rss>'


class Shared(unittest.TestCase):
    """A cluster, and a stream of each test's own."""

    streams = 0

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(Cluster())

    def setUp(self):
        Shared.streams += 1
        self.stream = f"S{Shared.streams}"
        self.log = self.cluster.log(self.stream)

    def machine(self, name, log=None):
        return Machine(self.cluster.folder / self.stream / name, self.log if log is None else log)

class StoreTests(Shared):
    def test_a_stream_does_what_every_log_does(self):
        tests = Path(os.environ.get("ANNALS_TESTS", ""))
        if not tests.is_file():
            self.skipTest("the tests in Swift are not built: swift build --build-tests")
        done = subprocess.run(
            [tests, "--testing-library", "swift-testing", "--filter", "LogStoreTests"],
            capture_output=True, text=True, timeout=300,
            env={**os.environ, "ANNALS_TEST_SERVERS": f"nats://{self.cluster.names}",
                 "LD_LIBRARY_PATH": str(FOLDER / "lib")})
        told = done.stdout + done.stderr
        self.assertEqual(done.returncode, 0, told)
        self.assertIn("with 2 test cases passed", told)


class SharingTests(Shared):
    def test_machines_end_at_the_same_head_whoever_wrote(self):
        one, other = self.machine("one"), self.machine("other")
        one.run("init")
        other.run("init")
        one.run("ingest", SAMPLES)
        other.run("add", "--date", "2024-01-02", "--type", "funding", "--actor", "Acme", "--title",
                  "Acme raises money", "--source", "https://example.org/acme")
        self.assertEqual(one.head, other.head)
        self.assertIn("Acme raises money", one.run("log", "-n", "1"))
        late = self.machine("late")
        late.run("init", "--empty")
        self.assertEqual(late.head, one.head)
        self.assertIn("all is well", late.run("check", "--deep"))
        self.assertEqual(late.json("status")["log"]["lag"], 0)
        self.assertIn("the same records", late.run("doctor"))

    def test_two_who_ingest_overlapping_feeds_at_once_make_the_events_of_one(self):
        one, other, alone = self.machine("one"), self.machine("other"), self.machine("alone", log="")
        for machine in one, other, alone:
            machine.run("init", "--empty")
        files = {}
        for machine, ranges in (one, [(0, 60), (100, 160)]), (other, [(30, 90), (130, 190)]):
            files[machine] = []
            for first, last in ranges:
                files[machine].append(machine.write(f"{first}.xml", feed(range(first, last))))
        with ThreadPoolExecutor() as pool:
            for done in [pool.submit(machine.run, "ingest", *files[machine]) for machine in files]:
                done.result()
        self.assertEqual(one.head, other.head)
        alone.run("ingest", *files[one], *files[other])
        counts = [{key: machine.json("status")[key] for key in ("items", "events", "mentions")}
                  for machine in (one, alone)]
        self.assertEqual(counts[0], counts[1])
        self.assertEqual(counts[0]["items"], 180)
        self.assertIn("all is well", one.run("check", "--deep"))

    def test_a_follower_killed_four_times_is_contiguous(self):
        source = self.machine("source")
        source.run("init", "--empty")
        source.run("import", source.write("book.jsonl", book(12000)))
        late = self.machine("late")
        late.run("init", "--empty", log="")
        kills = 0
        while kills < 4:
            process = late.start("head")
            time.sleep(0.15 + 0.1 * kills)
            if process.poll() is None:
                process.kill()
            process.communicate()
            kills += 1
        self.assertEqual(late.head, source.head)
        self.assertIn("all is well", late.run("check", "--deep"))

    def test_a_store_is_taken_to_the_servers_and_followed_from_there(self):
        lone = self.machine("lone", log="")
        lone.run("init")
        lone.run("ingest", SAMPLES)
        before = lone.head
        self.assertIn("the store follows it", lone.run("migrate", "--to", self.log))
        self.assertEqual(lone.head, before)
        other = self.machine("other")
        other.run("init")
        self.assertEqual(other.head, before)
        # Again, it has nothing to do.
        lone.run("migrate", "--to", self.log)
        other.run("star", other.json("log", "-n", "1")["rows"][0]["id"])
        self.assertEqual(lone.head, other.head)
        self.assertGreater(lone.head, before)

    def test_a_machine_that_differs_says_so_at_once(self):
        one, other = self.machine("one"), self.machine("other")
        one.run("init", "--empty")
        other.run("init", "--empty", log="")
        other.run("import", other.write("book.jsonl", book(5, "y")), log="")
        self.assertIn("differ at @", other.run("head", code=74))
        one.run("import", one.write("book.jsonl", book(5, "x")))
        told = other.run("head", code=74)
        self.assertIn("differ at @", told)
        self.assertIn("differs at @", other.run("doctor", code=1))


class AwayTests(Shared):
    def test_away_questions_answer_and_feeds_wait_without_a_double(self):
        here, away = self.machine("here"), self.machine("away")
        nowhere = "nats://127.0.0.1:1/" + self.stream
        here.run("init", "--empty")
        away.run("init", "--empty")
        first = here.write("1.xml", feed(range(0, 30)))
        second = here.write("2.xml", feed(range(20, 50)))
        here.run("ingest", first)
        position, _ = away.head
        told = away.run("status", log=nowhere)
        self.assertIn(f"answers go up to @{position}", told)
        self.assertIn("kept for the next ingest", away.run("ingest", first, second, log=nowhere))
        away.run("ingest", second, log=nowhere)
        self.assertIn("cannot be reached", away.run(
            "add", "--date", "2024-01-02", "--type", "funding", "--actor", "Acme", "--title", "Acme",
            "--source", "https://example.org/acme", log=nowhere, code=69))
        self.assertIn("2 feeds", away.run("doctor"))
        away.run("ingest", first)
        self.assertEqual(away.json("status")["items"], 50)
        self.assertEqual(away.head, here.head)
        self.assertIn("outbox", away.run("doctor"))
        # Nothing is left to be doubled.
        head = away.head
        away.run("ingest", first, second)
        self.assertEqual(away.head, head)

    def test_servers_that_die_while_a_feed_is_ingested_get_it_later(self):
        with Cluster() as cluster:
            machine = Machine(cluster.folder / "machine", cluster.log("A"))
            machine.run("init", "--empty")
            path = machine.write("1.xml", feed(range(40)))
            for server in cluster.servers:
                server.kill()
            self.assertIn("kept for the next ingest", machine.run("ingest", path))
            for server in cluster.servers:
                server.start()
            cluster.wait()
            until(lambda: cluster.leader("A"), "the stream is not led again")
            machine.run("ingest", path)
            self.assertEqual(machine.json("status")["items"], 40)


class LeaderTests(Shared):
    def import_while_leaders_are_killed(self, machine, path, kills=(2000, 9000, 16000)):
        """Kills the leader whenever the log has grown so far, and starts it again when another leads."""
        process = machine.start("import", path)
        for count in kills:
            until(lambda: self.cluster.count(self.stream) >= count or process.poll() is not None,
                  "nothing is appended")
            if process.poll() is not None:
                self.fail(f"it ended before its leader was killed: {process.communicate()}")
            until(lambda: self.cluster.leader(self.stream), "nobody leads")
            leader = self.cluster.leader(self.stream)
            leader.kill()
            until(lambda: self.cluster.leader(self.stream) not in (None, leader), "no other leads")
            leader.start()
        output, error = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, output + error)

    def test_three_leaders_killed_within_30000_appends_lose_and_double_nothing(self):
        alone = self.machine("alone", log="")
        alone.run("init", "--empty")
        alone.run("import", alone.write("book.jsonl", book(30000)))
        exported = alone.write("log.jsonl", alone.run("log", "-O", "cloudevents"))
        machine = self.machine("writer")
        machine.run("init", "--empty")
        self.import_while_leaders_are_killed(machine, exported)
        offered = [json.loads(line)["id"] for line in exported.read_text().splitlines()]
        self.assertGreaterEqual(len(offered), 30000)
        late = self.machine("late")
        late.run("init", "--empty")
        self.assertEqual(late.head, machine.head)
        self.assertEqual(late.head[0], len(offered))
        kept = [json.loads(line)["id"] for line in late.run("log", "-O", "cloudevents").splitlines()]
        self.assertEqual(sorted(kept), sorted(offered))
        self.assertIn("all is well", late.run("check"))

    def test_what_was_decided_survives_leaders_that_are_killed(self):
        machine, other = self.machine("one"), self.machine("other")
        machine.run("init", "--empty")
        path = machine.write("book.jsonl", book(20000))
        self.import_while_leaders_are_killed(machine, path)
        self.assertEqual(machine.json("status")["events"], 20000)
        other.run("init", "--empty")
        self.assertEqual(other.head, machine.head)
        machine.run("import", path)
        self.assertEqual(other.head, machine.head)


class ServerTests(unittest.TestCase):
    def test_servers_that_acknowledge_before_they_sync_are_refused(self):
        with Cluster(sync="2m") as cluster:
            machine = Machine(cluster.folder / "machine", cluster.log("A"))
            told = machine.run("init", "--empty", code=73)
            self.assertIn("acknowledges before it syncs", told)
            told = machine.run("init", "--empty", log=f"nats://{cluster.names}/A", code=73)
            self.assertIn("it is not known whether its servers sync", told)
            waived = cluster.log("A") + "&sync=unsafe"
            machine.run("init", "--empty", log=waived)
            self.assertIn("sync_interval: always", machine.run("doctor", log=waived, code=1))

    def test_a_stream_that_may_be_purged_is_refused(self):
        with Cluster() as cluster:
            machine = Machine(cluster.folder / "machine", cluster.log("A"))
            cluster.servers[0].send("$JS.API.STREAM.CREATE.A", {
                "name": "A", "subjects": ["a.ev.*"], "storage": "file", "num_replicas": 1,
                "retention": "limits", "discard": "old", "max_age": 0, "max_msgs": -1, "max_bytes": -1})
            until(lambda: cluster.leader("A"), "there is no stream")
            told = machine.run("init", "--empty", code=73)
            for fault in "num_replicas is 1", "deny_purge is false", 'discard is "old"':
                self.assertIn(fault, told)


if __name__ == "__main__":
    unittest.main()
