"""Three NATS servers on loopback, and machines that share a log on them."""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

FOLDER = Path(os.environ["ANNALS_CLUSTER"])
ANNALS = os.environ["ANNALS"]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Server:
    def __init__(self, number, folder, routes, own, sync):
        self.number, self.folder, self.process = number, folder, None
        self.port, self.monitor = free_port(), free_port()
        self.config = folder / f"{number}.conf"
        self.config.write_text(f"""
            server_name: n{number}
            listen: 127.0.0.1:{self.port}
            http: 127.0.0.1:{self.monitor}
            max_payload: 8MB
            jetstream {{ store_dir: "{folder}/{number}", sync_interval: {sync}, max_file_store: 8GB }}
            cluster {{ name: annals, listen: 127.0.0.1:{own}, routes: [{", ".join(routes)}] }}
            """)

    def start(self, wrapper=()):
        with open(self.folder / f"{self.number}.log", "a") as log:
            self.process = subprocess.Popen(
                [*wrapper, FOLDER / "nats-server", "-c", self.config], stdout=log, stderr=log)

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def send(self, subject, payload):
        """A message, as another program of the servers might send it."""
        text = json.dumps(payload)
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(
                f'CONNECT {{"verbose":false}}\r\nPUB {subject} {len(text)}\r\n{text}\r\nPING\r\n'.encode())
            while b"PONG" not in connection.recv(4096):
                pass

    def ask(self, page):
        try:
            address = f"http://127.0.0.1:{self.monitor}/{page}"
            with urllib.request.urlopen(address, timeout=2) as answer:
                return json.load(answer)
        except OSError:
            return {}


class Cluster:
    """Goes, with all that is in it, when the block ends."""

    def __init__(self, sync="always", servers=3):
        self.folder = Path(tempfile.mkdtemp(prefix="annals-cluster-"))
        ports = [free_port() for _ in range(servers)]
        routes = [f"nats://127.0.0.1:{port}" for port in ports]
        self.servers = [
            Server(number + 1, self.folder, routes, ports[number], sync) for number in range(servers)]

    def __enter__(self):
        for server in self.servers:
            server.start()
        self.wait()
        return self

    def __exit__(self, *_):
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self):
        """Until all servers answer and have chosen a leader among them."""
        until(lambda: all(
            server.ask("jsz").get("meta_cluster", {}).get("leader")
            for server in self.servers if server.process), "the servers have no leader")

    @property
    def names(self):
        return ",".join(f"127.0.0.1:{server.port}" for server in self.servers)

    def log(self, stream):
        monitors = ",".join(f"http://127.0.0.1:{server.monitor}" for server in self.servers)
        return f"nats://{self.names}/{stream}?monitor={monitors}"

    def streams(self, stream):
        """What each server that runs says of a stream."""
        for server in self.servers:
            page = server.ask("jsz?streams=1") if server.process else {}
            for account in page.get("account_details", []):
                for detail in account.get("stream_detail", []):
                    if detail["name"] == stream:
                        yield detail

    def leader(self, stream):
        """The server that leads a stream; None while one is chosen."""
        for detail in self.streams(stream):
            name = detail.get("cluster", {}).get("leader")
            if name and self.servers[int(name[1:]) - 1].process:
                return self.servers[int(name[1:]) - 1]
        return None

    def count(self, stream):
        """How many records a stream holds."""
        return max((detail["state"]["messages"] for detail in self.streams(stream)), default=0)


def until(holds, fault, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(fault)
        time.sleep(0.05)


class Machine:
    """Somebody who types commands, with a store of their own that mirrors the log; without one it is alone."""

    def __init__(self, folder, log=""):
        self.folder, self.log = Path(folder), log
        self.folder.mkdir(parents=True, exist_ok=True)
        self.store = self.folder / "annals.sqlite"
        self.environment = {
            "HOME": str(self.folder), "ANNALS_STORE": str(self.store), "ANNALS_ENCODER": "off",
            "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": str(FOLDER / "lib")}

    def start(self, *words, log=None):
        return subprocess.Popen(
            [ANNALS, *map(str, words)], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**self.environment, "ANNALS_LOG": self.log if log is None else log})

    def run(self, *words, log=None, code=0):
        process = self.start(*words, log=log)
        output, error = process.communicate(timeout=300)
        assert process.returncode == code, f"{words}: {process.returncode}\n{output}\n{error}"
        return output + error

    def json(self, *words):
        return json.loads(self.run(*words, "-O", "json"))

    @property
    def head(self):
        """Position and hash, once the log is followed."""
        _, position, digest = self.run("head").split()
        return int(position), digest

    def write(self, name, text):
        """A file of theirs."""
        path = self.folder / name
        path.write_text(text)
        return path
