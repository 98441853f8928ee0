"""Time from asking for a page until its line is on the canvas, in Chromium with an empty cache."""

from __future__ import annotations

import shutil
import statistics

from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

#: Notes when a line in the app's colour is first stroked on any canvas.
WATCH = """
for (const context of [CanvasRenderingContext2D, window.OffscreenCanvasRenderingContext2D]) {
  if (context === undefined) continue
  const stroke = context.prototype.stroke
  context.prototype.stroke = function (...args) {
    if (this.strokeStyle === "#123456") window.first_stroke ??= performance.now()
    return stroke.apply(this, args)
  }
}
"""


#: Resolves with the time of that stroke. Pages forbid eval, which Playwright's own waiting needs.
STROKE = """() => new Promise((done, fail) => {
  const look = () => window.first_stroke === undefined ? setTimeout(look, 5) : done(window.first_stroke)
  setTimeout(() => fail(new Error("no line was painted within 20 s")), 20000)
  look()
})"""


def chromium() -> str:
    """Path of the browser. Raises FileNotFoundError where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise FileNotFoundError("no chromium on PATH: run `make needs`")


def _first_stroke(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(url)
    milliseconds = float(page.evaluate(STROKE))
    context.close()
    return milliseconds


def first_paint_ms(url: str, runs: int = 5) -> float:
    """Median milliseconds over `runs` visits, each with a cold cache; one visit before warms the server."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            visits = [_first_stroke(browser, url) for _ in range(runs + 1)]
        finally:
            browser.close()
    return statistics.median(visits[1:])
