"""One visit: a page of one library doing one work in a fresh tab, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

from bench.paint import FLAGS, chromium
from bench.render.libraries import PAGES, Library, page_of

NAN = float("nan")


@dataclass(frozen=True)
class Seen:
    """Milliseconds to the first picture, painted frames a second and the p99 gap between them (ms),
    the share of the time that the main thread was busy, and bytes of JavaScript heap and arrays."""

    first: float = NAN
    fps: float = NAN
    p99: float = NAN
    busy: float = NAN
    heap: float = NAN


@contextmanager
def opened() -> Iterator[Browser]:
    """A Chromium without a GPU."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def visit(
    browser: Browser,
    site: Path,
    library: Library | None,
    work: str,
    count: int,
    *,
    seconds: float,
    extra: str = "",
) -> Seen:
    """Do `work` with `count` rows for some seconds; nothing but NaN where the library fails.

    Its picture must differ before and after, else it is not counted.
    """
    context = browser.new_context(viewport={"width": 1000, "height": 700}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    try:
        return _visit(page, site, library, work, count, seconds, extra)
    except Error as error:
        print(f"    {library.name if library else 'empty'}: {str(error).splitlines()[0][:100]}", flush=True)
        return Seen()
    finally:
        context.close()


def _visit(
    page: Page, site: Path, library: Library | None, work: str, count: int, seconds: float, extra: str
) -> Seen:
    kind = work if work in ("scatter", "small") else "line"
    page.goto((site / (page_of(library, kind) if library else "empty.html")).as_uri())
    if library is not None:
        page.evaluate(f"window.options = {library.options}")
        page.add_script_tag(path=PAGES / library.adapter)
    page.add_script_tag(path=PAGES / "work.js")
    cdp = page.context.new_cdp_session(page)
    cdp.send("Performance.enable")
    first = float(page.evaluate(f"begin('{work}', {count}{extra})"))
    picture = page.screenshot() if library is not None else b""
    before = _metrics(cdp)
    seen = page.evaluate(f"timed({seconds})")
    after = _metrics(cdp)
    if library is not None and page.screenshot() == picture:
        raise Error(f"{library.name} drew nothing new")
    busy = (after["TaskDuration"] - before["TaskDuration"]) / (after["Timestamp"] - before["Timestamp"])
    return Seen(first, seen["fps"], seen["p99"], busy, _heap(cdp))


def _metrics(cdp: CDPSession) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in cdp.send("Performance.getMetrics")["metrics"]}


def _heap(cdp: CDPSession) -> float:
    cdp.send("HeapProfiler.collectGarbage")
    usage = cdp.send("Runtime.getHeapUsage")
    return usage["usedSize"] + usage.get("backingStorageSize", 0)
