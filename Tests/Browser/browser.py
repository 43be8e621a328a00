"""Pages in Chromium, as readers have them."""

from contextlib import contextmanager
from shutil import which

from playwright.sync_api import sync_playwright


class Browser:
    """One Chromium for all tests; it goes with the program."""

    def __init__(self):
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(
            executable_path=which("chromium-headless-shell"), args=["--no-sandbox", "--disable-gpu"])

    def close(self):
        self.chromium.close()
        self.playwright.stop()

    @contextmanager
    def open(self, path, width=1100, scheme="light", script=True):
        """The page, with what it complained of and asked for in `faults`."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
        page = context.new_page()
        page.faults = []
        address = path.as_uri()
        page.on("console", lambda said: page.faults.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: page.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: page.faults.append("a dialog"))
        page.on("request", lambda asked: asked.url.startswith(address) or page.faults.append(asked.url))
        page.goto(address)
        yield page
        context.close()


# The labels of the charts that are seen: their boxes, that of their chart, and what lies over the middle.
LABELS = """() => [...document.querySelectorAll('figure svg')]
  .filter(svg => svg.getClientRects().length).map(svg => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].map(text => {
      text.scrollIntoView({block: 'center'});
      const box = text.getBoundingClientRect(), own = svg.getBoundingClientRect();
      const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        text: text.textContent, x: box.x - own.x, y: box.y - own.y, width: box.width, height: box.height,
        right: own.width, foot: own.height, isCovered: over !== text && !text.contains(over),
        over: over ? over.outerHTML.slice(0, 80) : '',
      };
    });
  })"""


def faults_of_labels(page):
    """A sentence for each label that is clipped, covered, or meets another."""
    faults = []
    for labels in page.evaluate(LABELS):
        for index, one in enumerate(labels):
            if one["x"] < -0.5 or one["x"] + one["width"] > one["right"] + 0.5 or one["y"] < -0.5 \
                    or one["y"] + one["height"] > one["foot"] + 0.5:
                faults.append(f"“{one['text']}” is clipped")
            if one["isCovered"]:
                faults.append(f"“{one['text']}” is covered by {one['over']}")
            for other in labels[index + 1:]:
                wide = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
                high = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
                # A line of text is higher than its letters.
                if wide > 1 and high > 4:
                    faults.append(f"“{one['text']}” meets “{other['text']}”")
    return faults
