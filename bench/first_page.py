"""`python -m bench.first_page`: from asking for a page with a line of 1,000 points until the line is painted.

asgiplots, a hand-written uPlot page and the Bokeh server are visited in turn, each time with an empty cache.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from contextlib import ExitStack

from playwright.sync_api import Browser, sync_playwright

from bench import peer
from bench.paint import FLAGS, STROKE, WATCH, chromium
from bench.processes import serve

#: Notes when the websocket is made, open, and when its first frames come, and when the line is on the screen:
#: a message posted in the frame of the stroke is delivered after that frame was handed over.
PHASES = """
window.phases = {}
const note = (name) => { window.phases[name] ??= performance.now() }
const Original = WebSocket
window.WebSocket = class extends Original {
  constructor(...given) {
    note("socket made")
    super(...given)
    this.addEventListener("open", () => note("socket open"))
    let frames = 0
    this.addEventListener("message", () => note(`frame ${++frames}`))
  }
}
window.shown = new Promise((done) => {
  const looking = () => {
    if (window.first_stroke === undefined) return requestAnimationFrame(looking)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done(note("shown"))
    port2.postMessage(null)
  }
  requestAnimationFrame(looking)
})
"""

READ = """() => {
  const [page] = performance.getEntriesByType("navigation")
  const found = { html: page.responseEnd }
  for (const { name, responseEnd, startTime } of performance.getEntriesByType("resource")) {
    const kind = name.match(/[.](js|css)/)?.[1]
    if (kind === undefined || startTime > window.first_stroke) continue
    found[`${kind} asked`] = Math.min(found[`${kind} asked`] ?? Infinity, startTime)
    found[`${kind} here`] = Math.max(found[`${kind} here`] ?? 0, responseEnd)
  }
  return { ...found, ...window.phases, stroke: window.first_stroke, shift: window.shifts }
}"""

SHIFTS = """
window.shifts = 0
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value })
  .observe({ type: "layout-shift", buffered: true })
"""

Visit = dict[str, float]


def visit(browser: Browser, url: str) -> Visit:
    """One visit with an empty cache: milliseconds since the navigation began, by phase."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.add_init_script(WATCH + PHASES + SHIFTS)
    page.goto(url)
    page.evaluate(STROKE)
    page.evaluate("window.shown")
    found: Visit = page.evaluate(READ)
    context.close()
    return found


def measure(kinds: list[str], visits: int) -> dict[str, list[Visit]]:
    """Visits to each page in turn; one before warms server and browser."""
    pythons = {"asgiplots": sys.executable, "uplot": sys.executable}
    with ExitStack() as stack:
        urls: dict[str, str] = {}
        for kind in kinds:
            python = pythons.get(kind) or peer.prepare()
            urls[kind] = stack.enter_context(serve(kind, python, "first")).url("first")
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        seen: dict[str, list[Visit]] = {kind: [] for kind in kinds}
        for number in range(visits + 1):
            for kind in kinds:
                found = visit(browser, urls[kind])
                if number > 0:
                    seen[kind].append(found)
        browser.close()
    return seen


def medians(visits: list[Visit]) -> Visit:
    """The median of every phase, in the order in which they come."""
    found = {name: statistics.median(one[name] for one in visits if name in one) for name in visits[0]}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.first_page", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="of asgiplots, uplot and bokeh; all when none is given")
    parser.add_argument("--visits", type=int, default=9, help="visits to each (default 9)")
    arguments = parser.parse_args()
    kinds = arguments.kinds or ["asgiplots", "uplot", "bokeh"]
    seen = {kind: medians(visits) for kind, visits in measure(kinds, arguments.visits).items()}
    for kind, phases in seen.items():
        print(f"{kind:<10}", "  ".join(f"{name} {value:.4g}" for name, value in phases.items()))
    ours = seen.get("asgiplots")
    for kind in ("uplot", "bokeh"):
        if ours and kind in seen:
            ratios = ", ".join(f"{name} {ours[name] / seen[kind][name]:.2f}" for name in ("stroke", "shown"))
            print(f"asgiplots to {kind}: {ratios}")


if __name__ == "__main__":
    main()
