#!/usr/bin/env python3
"""How many records a second three servers on loopback take and give: what `make test-cluster` has fetched, and
.build/release/bench."""

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("ANNALS_CLUSTER", str(Path(".build/cluster").absolute()))
os.environ.setdefault("ANNALS", str(Path(".build/release/annals").absolute()))

from cluster import FOLDER, Cluster

with Cluster() as cluster:
    sys.exit(subprocess.run(
        [".build/release/bench", "cluster"],
        env={**os.environ, "ANNALS_TEST_SERVERS": f"nats://{cluster.names}",
             "LD_LIBRARY_PATH": str(FOLDER / "lib")}).returncode)
