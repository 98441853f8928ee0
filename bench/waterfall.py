"""`python -m bench.waterfall`: rows of an image appended about 60 times a second, from Python to pixels.

Prints medians for each side: frames a second that the page reaches, rows a second that arrive in it, and
milliseconds a row of the page's main thread and of the server's processor.
"""

from __future__ import annotations

import statistics
import sys

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench import peer
from bench.paint import FLAGS, chromium
from bench.processes import cpu_seconds, serve

RUNS, SECONDS = 3, 5
READY = "() => (window.asgiplots ?? window.Bokeh)?.documents[0]?.get_model_by_name('rows')"
LOOK = """async (seconds) => {
  const rows = (window.asgiplots ?? window.Bokeh).documents[0].get_model_by_name("rows")
  const newest = () => rows.data.y[rows.data.y.length - 1]
  const frame = () => new Promise(requestAnimationFrame)
  const start = await frame(), first = newest()
  let now = start, frames = 0
  while (now - start < seconds * 1000) {
    now = await frame()
    frames++
  }
  const passed = (now - start) / 1000
  return [frames / passed, (newest() - first) / passed]
}"""


def _busy(session: CDPSession) -> float:
    """Seconds that the page's main thread has worked."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def look(browser: Browser, kind: str, python: str) -> list[float]:
    """Frames and rows a second, then milliseconds of page and server a row."""
    with serve(kind, python, "waterfall") as server:
        context = browser.new_context(viewport={"width": 1000, "height": 700})
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(server.url("waterfall"))
        page.wait_for_function(READY, timeout=20_000)
        page.wait_for_timeout(2000)
        busy, cpu = _busy(session), cpu_seconds(server.pid)
        frames, rows = page.evaluate(LOOK, SECONDS)
        busy, cpu = _busy(session) - busy, cpu_seconds(server.pid) - cpu
        context.close()
    count = max(rows * SECONDS, 1)
    return [frames, rows, 1000 * busy / count, 1000 * cpu / count]


def main() -> None:
    python = peer.prepare()
    sides = {"bokeh": python, "asgiplots": sys.executable}
    seen: dict[str, list[list[float]]] = {kind: [] for kind in sides}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for _ in range(RUNS):
            for kind, executable in sides.items():
                seen[kind].append(look(browser, kind, executable))
        browser.close()
    print(f"{'':<12}{'frames/s':>10}{'rows/s':>10}{'page ms/row':>14}{'server ms/row':>16}")
    for kind, runs in seen.items():
        frames, rows, page, server = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{kind:<12}{frames:>10.1f}{rows:>10.1f}{page:>14.2f}{server:>16.3f}")


if __name__ == "__main__":
    main()
