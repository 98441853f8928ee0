"""One visit: a page of one library doing one work in a Chromium of its own, and what came of it."""

from __future__ import annotations

import asyncio
import io
import math
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count as counting
from pathlib import Path
from typing import Any, cast

from PIL import Image, ImageChops
from playwright.async_api import CDPSession, Error, Page, async_playwright

from bench.paint import FLAGS, chromium
from bench.render.libraries import COLOR, LOOKS, PAGES, Library, page_of

NAN = float("nan")
#: Without a graphics card WebGL draws on the processor, and only where that is asked for.
WEBGL_FLAGS = ["--enable-unsafe-swiftshader"]
HAS_WEBGL = "new OffscreenCanvas(1, 1).getContext('webgl') !== null"
#: Seconds after which a visit is given up.
LIMIT = 45.0
#: How far a pixel's channels may lie from the series' colour, and how many pixels have to be so near.
NEAR, PIXELS = 60, 100


@dataclass(frozen=True)
class Seen:
    """Milliseconds from data to the whole picture, painted frames a second and the p99 gap between them (ms),
    the share of the time that the main thread was busy, and bytes of JavaScript heap and arrays beyond
    those of the empty chart."""

    first: float = NAN
    fps: float = NAN
    p99: float = NAN
    busy: float = NAN
    heap: float = NAN


@dataclass(frozen=True)
class Work:
    """What is to be done: its name, rows, seconds and the opacity of its points."""

    name: str
    count: int = 0
    seconds: float = 3.0
    alpha: float = 1.0


def visit(site: Path, library: Library | None, work: Work) -> Seen:
    """Do the work; nothing but NaN where the library fails, takes too long or draws nothing."""
    try:
        return asyncio.run(_limited(site, library, work))
    except (Error, TimeoutError, ValueError) as error:
        reason = str(error).partition("\n")[0] or f"not done in {LIMIT:.0f} s"
        print(f"    {library.name if library else 'empty'}: {reason[:100]}", flush=True)
        return Seen()


async def _limited(site: Path, library: Library | None, work: Work) -> Seen:
    async with asyncio.timeout(LIMIT), _opened(library) as page:
        return await _visit(page, site, library, work)


@asynccontextmanager
async def _opened(library: Library | None) -> AsyncGenerator[Page]:
    """A page in a browser of its own, which ends with it, also when its scripts never do."""
    async with async_playwright() as playwright:
        flags = [*FLAGS, *(WEBGL_FLAGS if library is not None and library.webgl else [])]
        browser = await playwright.chromium.launch(executable_path=chromium(), args=flags)
        try:
            yield await browser.new_page(viewport={"width": 1300, "height": 900}, bypass_csp=True)
        finally:
            await browser.close()


async def _visit(page: Page, site: Path, library: Library | None, work: Work) -> Seen:
    cdp = await _loaded(page, site, library, work)
    empty = await _heap(cdp)
    first = float(await page.evaluate("([name, count]) => begin(name, count)", [work.name, work.count]))
    picture = await _picture(page)
    async with _dragging(page, active=work.name.startswith("drag")):
        before = await _metrics(cdp)
        seen = await page.evaluate("(seconds) => timed(seconds)", work.seconds)
        after = await _metrics(cdp)
    if library is not None:
        check_drawn(picture, await _picture(page))
    busy = (after["TaskDuration"] - before["TaskDuration"]) / (after["Timestamp"] - before["Timestamp"])
    return Seen(first, seen["fps"], seen["p99"], busy, await _heap(cdp) - empty)


async def _loaded(page: Page, site: Path, library: Library | None, work: Work) -> CDPSession:
    """The page with its charts made, still empty."""
    kind = work.name.rpartition(" ")[2]
    kind = kind if kind in ("scatter", "small", "dashed", *LOOKS) else "line"
    await page.goto((site / (page_of(library, kind) if library else "empty.html")).as_uri())
    if library is not None:
        await page.evaluate(f"window.options = {library.options}")
        await page.add_script_tag(path=PAGES / library.adapter)
    if library is not None and library.webgl and not await page.evaluate(HAS_WEBGL):
        raise ValueError("this browser has no WebGL")
    await page.add_script_tag(path=PAGES / "work.js")
    await page.evaluate("([name, alpha]) => make(name, alpha)", [work.name, work.alpha])
    cdp = await page.context.new_cdp_session(page)
    await _send(cdp, "Performance.enable")
    return cdp


@asynccontextmanager
async def _dragging(page: Page, active: bool) -> AsyncGenerator[None]:
    """Holds the mouse down on the chart and moves it there and back while the block runs."""
    if not active:
        yield
        return

    async def swing() -> None:
        for turn in counting(1):
            await page.mouse.move(400 + 150 * math.sin(turn / 40), 200)

    await page.mouse.move(400, 200)
    await page.mouse.down()
    swinging = asyncio.create_task(swing())
    try:
        yield
    finally:
        swinging.cancel()
        with suppress(asyncio.CancelledError):
            await swinging


def check_drawn(before: Image.Image, after: Image.Image) -> None:
    """Raises ValueError unless the pictures differ and the last one shows data in the series' colour."""
    if ImageChops.difference(before, after).getbbox() is None:
        raise ValueError("expected the picture to change, it stayed the same")
    if (found := near_pixels(after)) < PIXELS:
        raise ValueError(f"expected at least {PIXELS} pixels near {COLOR}, got {found}")


def near_pixels(picture: Image.Image) -> int:
    """How many pixels are near the series' colour."""
    red, green, blue = ImageChops.difference(picture, Image.new("RGB", picture.size, COLOR)).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(furthest.histogram()[:NEAR])


async def _picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(await page.screenshot())).convert("RGB")


async def _metrics(cdp: CDPSession) -> dict[str, float]:
    answer = await _send(cdp, "Performance.getMetrics")
    return {one["name"]: one["value"] for one in answer["metrics"]}


async def _heap(cdp: CDPSession) -> float:
    await _send(cdp, "HeapProfiler.collectGarbage")
    usage = await _send(cdp, "Runtime.getHeapUsage")
    return usage["usedSize"] + usage.get("backingStorageSize", 0)


async def _send(cdp: CDPSession, method: str) -> dict[str, Any]:
    return cast("dict[str, Any]", await cdp.send(method))  # pyright: ignore[reportUnknownMemberType]
