"""Runs llama.cpp's server with one model on a free port of loopback, for `make test-reader`.

    PYTHONPATH=FOLDER python3 serve.py MODEL.gguf

The server is that of the package xllamacpp, whose wheel runs on any Linux. Its address is printed; it ends
with its standard input. One thread, since llama.cpp's threads wait for each other in a loop.
"""

import sys

import xllamacpp

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_ctx = 8192
params.n_parallel = 1
params.hostnames = ["127.0.0.1"]
params.port = 0
params.cpuparams.n_threads = 1
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
