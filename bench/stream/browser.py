"""A page of either server in headless Chromium, which notes when each append has been painted."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.paint import FLAGS, chromium
from bench.processes import Server, cpu_seconds
from bench.stream.lags import Painted

WATCH = Path(__file__).with_name("watch.js").read_text()


@dataclass(frozen=True)
class Flow:
    """What the app `line` does: appends `rows` rows `hertz` times a second and keeps `window`."""

    rows: int
    hertz: int
    window: int


@dataclass(frozen=True)
class Seen:
    """A while of looking at a page; shares of a processor: `server`, and `main`, the thread of the page."""

    seconds: float
    painted: Painted
    server: float
    main: float


class Watched:
    """A page with the app `line`."""

    def __init__(self, page: Page, session: CDPSession, server: Server) -> None:
        self.page = page
        self._session = session
        self._server = server

    def look(self, seconds: float) -> Seen:
        """Measures from now on."""
        start, server, main = self._clocks()
        self.page.evaluate("() => { bench.painted.length = 0 }")
        self.page.wait_for_timeout(seconds * 1000)
        painted = self.page.evaluate("() => bench.painted")
        end, server_end, main_end = self._clocks()
        took = end - start
        pairs = [(made, shown) for made, shown in painted]
        return Seen(took, pairs, (server_end - server) / took, (main_end - main) / took)

    def _clocks(self) -> tuple[float, float, float]:
        """Time, the server's processor time and that of the page's main thread, all in seconds."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        named = {metric["name"]: metric["value"] for metric in metrics}
        return named["Timestamp"], cpu_seconds(self._server.pid), named["ThreadTime"]


@contextmanager
def watched(server: Server, flow: Flow) -> Iterator[Watched]:
    """Shows the flow and waits until the first append has been painted."""
    settings = json.dumps({"kind": server.kind, "rows": flow.rows})
    query = urlencode({"rows": flow.rows, "hertz": flow.hertz, "window": flow.window})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            page = browser.new_page(viewport={"width": 1000, "height": 700})
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.add_init_script(f"window.bench = {settings};\n{WATCH}")
            page.goto(f"{server.url('line')}?{query}")
            _wait_until_painted(page)
            yield Watched(page, session, server)
        finally:
            browser.close()


def _wait_until_painted(page: Page) -> None:
    """Asks again and again: waiting inside the page takes an `eval`, which our pages forbid."""
    end = time.monotonic() + 60
    while page.evaluate("() => bench.painted.length") < 2:
        if time.monotonic() > end:
            raise TimeoutError(f"no append was painted within a minute at {page.url}")
        page.wait_for_timeout(50)
