"""How large and how fast pages of many events are: Tests/Browser/measure.py COUNT [FOLDER] prints figures,
and keeps screenshots in the folder."""

import gzip
import subprocess
import sys
import time
from pathlib import Path

import annals
from browser import Browser


def median(values):
    return sorted(values)[len(values) // 2]


def seconds(body, times=5):
    def once():
        start = time.perf_counter()
        body()
        return time.perf_counter() - start
    return median([once() for _ in range(times)])


FRAME = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => done(performance.now()))))"""
FILTER = """words => new Promise(done => {
  const field = document.getElementById('words');
  field.value = words;
  const start = performance.now();
  field.dispatchEvent(new Event('input'));
  document.body.getBoundingClientRect();
  done(performance.now() - start);
})"""


def main(count, folder):
    store, browser = annals.generated(count), Browser()
    path = store.path / "report.html"
    print(f"events                  {count}")
    print(f"report                  {seconds(lambda: store.report('report.html'), 3):.2f} s")
    size = len(gzip.compress(path.read_bytes(), 9))
    pages = list(store.path.glob("report*.html"))
    print(f"first page              {path.stat().st_size / 1024:.0f} KiB, gzip {size / 1024:.0f} KiB")
    print(f"pages                   {len(pages)}")
    def frame():
        with browser.open(path) as page:
            return page.evaluate(FRAME)
    print(f"second frame            {median([frame() for _ in range(5)]):.0f} ms")
    largest = max(pages, key=lambda page: page.stat().st_size)
    with browser.open(largest) as page:
        first = page.evaluate(FILTER, "benchmark")
        rest = [page.evaluate(FILTER, words) for words in ["model", "融资", "no 77", "sued", ""]]
        print(f"filter                  the first {first:.0f} ms, then {median(rest):.0f} ms")
    if folder:
        for scheme, width in [("light", 1100), ("dark", 1100), ("light", 390), ("dark", 390)]:
            with browser.open(path, width=width, scheme=scheme) as page:
                page.screenshot(path=folder / f"{count}-{scheme}-{width}.png", full_page=False)
    browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
