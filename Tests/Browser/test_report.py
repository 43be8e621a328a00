"""The page of a report in a real browser: python3 -m unittest discover Tests/Browser (make test-browser)."""

import datetime
import re
import unittest

from axe_core_python.sync_playwright import Axe

import annals
from browser import Browser, faults_of_labels


def setUpModule():
    global browser, books, pages
    browser, books = Browser(), annals.own_books()
    pages = {
        "everything": (books.report("everything.html"), []),
        "OpenAI": (books.report("openai.html", "OpenAI", "-p", "2022-11..2023-05"),
                   ["actor:OpenAI", "-p", "2022-11..2023-05"]),
        "OpenAI, always": (books.report("always.html", "OpenAI"), ["actor:OpenAI"]),
        "nlp": (books.report("nlp.html", "nlp"), ["id:none"]),
    }


def tearDownModule():
    browser.close()


def ids(page):
    """The ids of the events that are shown, as far as the page tells them."""
    return page.evaluate("""() => [...document.querySelectorAll('.events > li:not([hidden])')].map(
        li => li.textContent.match(/ · recorded [0-9-]* · ([0-9a-f]+)/)[1])""")


class PageTests(unittest.TestCase):
    def each(self, **how):
        for path, words in pages.values():
            with browser.open(path, **how) as page:
                yield page, words

    def expect_rows(self, page, rows):
        shown = ids(page)
        self.assertEqual(len(shown), len(rows))
        self.assertEqual(sorted(shown), sorted(row["id"][:len(shown[0])] for row in rows) if rows else [])

    def test_opens_with_no_complaint_and_no_request(self):
        for page, _ in self.each():
            page.wait_for_timeout(200)
            self.assertEqual(page.faults, [])

    def test_has_the_events_of_the_command(self):
        for page, words in self.each():
            self.expect_rows(page, books.json("timeline", *words)["rows"])

    def test_all_events_are_there_without_a_script(self):
        for page, words in self.each(script=False):
            self.expect_rows(page, books.json("timeline", *words)["rows"])
            self.assertFalse(page.locator("#filter").is_visible() if page.locator("#filter").count() else False)

    def test_axe_finds_nothing_in_light_and_dark(self):
        for scheme in ["light", "dark"]:
            for page, _ in self.each(scheme=scheme):
                found = Axe().run(page)["violations"]
                told = [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]
                self.assertEqual(told, [])

    def test_no_label_meets_another_or_is_clipped_or_covered(self):
        for width in [1100, 390]:
            for page, _ in self.each(width=width):
                self.assertEqual(faults_of_labels(page), [])

    def test_a_telephone_scrolls_down_alone(self):
        for page, _ in self.each(width=390):
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)

    def test_prints_every_figure(self):
        for page, _ in self.each(width=800):
            page.emulate_media(media="print")
            for figure in page.locator("figure .wide svg").all():
                box = figure.bounding_box()
                self.assertTrue(box and box["height"] > 40 and box["width"] > 100)
            count = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
            events = page.locator(".events > li").count()
            self.assertGreaterEqual(count, 1 + events // 40)


class NumberTests(unittest.TestCase):
    """Each number on the page is that of the command."""

    def data(self, page, selector, *names):
        return page.evaluate(
            "([selector, names]) => [...document.querySelectorAll(selector)]"
            ".map(node => names.map(name => node.dataset[name]))", [selector, names])

    def test_lanes_hold_every_event_once(self):
        with browser.open(pages["OpenAI"][0]) as page:
            counts = self.data(page, ".wide .lane", "count")
            rows = books.json("timeline", *pages["OpenAI"][1])["rows"]
            self.assertEqual(sum(int(count) for count, in counts), len(rows))

    def test_a_mark_stands_within_a_pixel_of_its_day(self):
        with browser.open(pages["OpenAI"][0]) as page:
            first, last = datetime.date(2022, 11, 1), datetime.date(2023, 5, 31)
            marks = page.evaluate("""() => {
              const svg = document.querySelector('[data-chart=timeline] .wide svg');
              const own = svg.getBoundingClientRect(), scale = own.width / svg.viewBox.baseVal.width;
              return [...svg.querySelectorAll('.mark[data-first]')].map(mark => {
                const box = mark.querySelector('.shape').getBoundingClientRect();
                return [mark.dataset.first, box.x + box.width / 2 - own.x, scale, own.width];
              });
            }""")
            self.assertGreater(len(marks), 10)
            for day, x, scale, width in marks:
                share = (datetime.date.fromisoformat(day) - first).days / (last - first).days
                left, right = 8 * scale, width - 8 * scale
                self.assertAlmostEqual(x, left + share * (right - left), delta=1)

    def test_bars_are_the_counts(self):
        with browser.open(pages["OpenAI"][0]) as page:
            bars = self.data(page, "[data-chart=trend] .wide rect[data-count]", "count")
            rows = books.json("trend", "--interval", "week", *pages["OpenAI"][1])["rows"]
            self.assertEqual([int(bar) for bar, in bars], [row["count"] for row in rows if row["count"]])

    def test_tables_are_those_of_the_commands(self):
        def rows(html):
            return re.findall(r"<tr>.*?</tr>", html, re.DOTALL)

        always = [f"compare OpenAI --metric {metric}" for metric in ["valuation", "investment", "revenue"]] \
            + [f"trend --actor OpenAI --metric {metric}" for metric in ["valuation", "investment"]]
        for name, commands in {
            "OpenAI, always": always + ["trend --interval quarter actor:OpenAI", "coverage OpenAI"],
            "nlp": ["forecast nlp", "phases nlp", "forecast score", "forecast list", "coverage nlp"],
        }.items():
            shown, told = rows(pages[name][0].read_text()), []
            for command in commands:
                told += rows(books.run(*command.split(" "), "-O", "html"))
            self.assertEqual(sorted(shown), sorted(told))

    def test_growth_is_what_the_trend_of_the_metric_says(self):
        with browser.open(pages["OpenAI, always"][0]) as page:
            charts = page.locator("[data-chart=growth] .wide svg").all()
            self.assertGreater(len(charts), 0)
            for place, chart in enumerate(charts, 1):
                metric = chart.get_attribute("aria-label").split(" ")[0]
                told = books.json("trend", "--actor", "OpenAI", "--metric", metric)
                within = f":nth-match([data-chart=growth] .wide svg, {place})"
                dots = chart.locator("[data-value]").evaluate_all("dots => dots.map(dot => +dot.dataset.value)")
                self.assertEqual(dots, [point["value"] for point in told["observations"]], within)
                bands = chart.locator("[data-level]").evaluate_all(
                    "bands => bands.map(({dataset: at}) => [at.level, [+at.low, +at.high]])")
                self.assertEqual(dict(bands), (told["forecast"] or {"intervals": {}})["intervals"], within)

    def test_calibration_is_the_score(self):
        store = annals.decided()
        told = store.json("forecast", "score")
        self.assertGreaterEqual(told["coverage80"]["count"], 20)
        with browser.open(store.report("decided.html")) as page:
            held = self.data(page, "[data-chart=calibration] .wide .dot[data-value]", "value")
            self.assertEqual([float(share) for share, in held],
                             [told[f"coverage{level}"]["value"] for level in [50, 80, 95]])
            fell = self.data(page, "[data-chart=calibration] .wide rect[data-count]", "count")
            self.assertEqual([int(count) for count, in fell], told["pit"])
            self.assertEqual(faults_of_labels(page), [])

    def test_the_fan_is_the_forecast_and_its_bands_are_nested(self):
        with browser.open(pages["nlp"][0]) as page:
            told = books.json("forecast", "nlp")["conditional"]
            median = self.data(page, ".wide .views line.median", "median")[0][0]
            self.assertAlmostEqual(float(median), told["median"])
            inner = page.locator(".wide .views line.median").first.bounding_box()
            for level in ["50", "80", "95"]:
                band = page.locator(f".wide .views .b{level}").first
                self.assertAlmostEqual(float(band.get_attribute("data-low")), told["intervals"][level][0])
                self.assertAlmostEqual(float(band.get_attribute("data-high")), told["intervals"][level][1])
                box = band.bounding_box()
                self.assertLessEqual(box["x"], inner["x"] + 1)
                self.assertGreaterEqual(box["x"] + box["width"], inner["x"] + inner["width"] - 2)
                inner = box

    def test_printed_chances_are_those_of_the_law(self):
        with browser.open(pages["nlp"][0]) as page:
            told = books.json("forecast", "nlp")["conditional"]["pBy"]
            chances = page.locator(".wide text[data-by]").all()
            self.assertGreater(len(chances), 1)
            for chance in chances:
                share = told[chance.get_attribute("data-by")]
                self.assertAlmostEqual(float(chance.get_attribute("data-share")), share)
                self.assertTrue(chance.text_content().startswith(f"{round(share * 100)} %"))

    def test_nothing_but_the_forecast_stands_right_of_the_day(self):
        with browser.open(pages["everything"][0]) as page:
            beyond = page.evaluate("""() => [...document.querySelectorAll('.wide .asof[data-as-of]')]
              .flatMap(line => {
                const x = line.getBoundingClientRect().right, group = line.parentNode;
                const drawn = group.querySelectorAll('.shape,.bar,rect[data-count],.phase,.open');
                return [...drawn].filter(node => node.closest('[data-first],[data-count]'))
                  .filter(node => {
                    const box = node.getBoundingClientRect();
                    return (node.matches('.shape') ? box.x + box.width / 2 : box.right) > x + 1;
                  }).map(node => node.outerHTML);
              })""")
            self.assertEqual(beyond, [])


class UseTests(unittest.TestCase):
    def test_arrows_walk_the_marks_of_a_lane(self):
        with browser.open(pages["OpenAI"][0]) as page:
            stops = page.evaluate("""() => [...document.querySelectorAll('.wide .lane')]
              .map(lane => lane.querySelectorAll('a[tabindex="0"]').length)""")
            self.assertEqual(set(stops), {1})
            page.locator(".wide .lane a").first.focus()
            page.keyboard.press("ArrowRight")
            place = page.evaluate("""() => [...document.activeElement.closest('.lane').querySelectorAll('a')]
              .indexOf(document.activeElement)""")
            self.assertEqual(place, 1)
            goal = page.evaluate("() => document.activeElement.getAttribute('href')")
            page.keyboard.press("Enter")
            self.assertTrue(page.url.endswith(goal))
            self.assertTrue(page.locator(goal).is_visible())

    def test_words_find_what_the_command_finds_and_are_kept(self):
        for words in ["ChatGPT", "model", "亏损", '"language model"', "italy"]:
            with self.subTest(words), browser.open(pages["OpenAI"][0]) as page:
                page.fill("#words", words)
                query = pages["OpenAI"][1]
                rows = books.json("timeline", query[0], words, *query[1:])["rows"]
                wanted = sorted(row["id"][:8] for row in rows)
                self.assertEqual(sorted(ids(page)), wanted)
                self.assertEqual(page.inner_text("#told").split(" ")[0], str(len(wanted)))
                page.reload()
                self.assertEqual(sorted(ids(page)), wanted)

    def test_a_type_narrows_too(self):
        with browser.open(pages["OpenAI"][0]) as page:
            page.select_option("#type", "regulation")
            self.assertEqual(
                len(ids(page)), sum(row["type"] == "regulation" for row in
                                    books.json("timeline", *pages["OpenAI"][1])["rows"]))

    def test_a_mark_leads_to_its_event_whatever_was_asked_for(self):
        with browser.open(pages["OpenAI"][0]) as page:
            page.fill("#words", "nothingofthekind")
            self.assertEqual(ids(page), [])
            mark = page.locator(".wide .lane a").first
            goal = mark.get_attribute("href")
            mark.focus()
            page.keyboard.press("Enter")
            page.locator(goal).wait_for(state="visible")


class HostileTests(unittest.TestCase):
    def test_titles_that_attack_are_text(self):
        store = annals.hostile()
        for scheme in ["light", "dark"]:
            with browser.open(store.report("hostile.html"), width=390, scheme=scheme) as page:
                page.wait_for_timeout(200)
                self.assertEqual(page.faults, [])
                self.assertEqual(page.title(), "everything · annals")
                self.assertEqual(page.locator("script").count(), 1)
                self.assertEqual(page.locator("img, iframe, object, embed, [onerror], [onmouseover]").count(), 0)
                hrefs = page.evaluate("() => [...document.querySelectorAll('[href]')].map(a => a.getAttribute('href'))")
                self.assertEqual([href for href in hrefs if not href.startswith("#")], [])
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)
                self.assertEqual(faults_of_labels(page), [])
                self.assertEqual(len(ids(page)), len(annals.HOSTILE))


if __name__ == "__main__":
    unittest.main()
