"""Frames come as a page can paint them: a slow one shows the newest state, a hidden one costs little."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from browser.pages import Pages, settle
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

APP = """
    import time
    import numpy as np
    from asgiplots.models import ColumnDataSource, Div
    from asgiplots.plotting import curdoc, figure

    rows = ColumnDataSource(name="rows", data={"x": np.zeros(0), "y": np.zeros(0), "made": np.zeros(0)})
    p = figure(width=900, height=500)
    p.scatter("x", "y", source=rows, size=10, alpha=0.3)
    n = 0

    async def tick():
        global n
        n += 1
        rows.stream({"x": [n], "y": [np.sin(n / 30)], "made": [time.time() * 1000]}, 3000)

    curdoc().add_root(p)
    curdoc().add_periodic_callback(tick, 5)
"""

#: Keeps what the page says of its pace. `hide(true)` does what a browser does to a page behind others: no
#: page of a headless one is.
LISTEN = """
  window.said = []
  let hidden = false, waiting = []
  const plain = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (run) => hidden ? waiting.push(run) : plain(run)
  Object.defineProperty(document, "hidden", { get: () => hidden })
  window.hide = (value) => {
    hidden = value
    if (!value) waiting.splice(0).forEach(plain)
    document.dispatchEvent(new Event("visibilitychange"))
  }
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (text) {
    const message = JSON.parse(text)
    if (message.type === "pace") said.push(message)
    send.call(this, text)
  }
"""

#: For so many painted frames: how old the newest row was, ms from frame to frame, and revisions a second.
WATCH = """async (count) => {
  const [doc] = window.asgiplots.documents, rows = doc.get_model_by_name("rows")
  const ages = [], gaps = [], from = doc.revision, began = performance.now()
  const frame = () => new Promise(requestAnimationFrame)
  await frame()
  for (let last = performance.now(); gaps.length < count; last += gaps.at(-1)) {
    await frame()
    gaps.push(performance.now() - last)
    const { made } = rows.data
    ages.push(Date.now() - made[made.length - 1])
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1]
  const rate = 1000 * (doc.revision - from) / (performance.now() - began)
  return { age: middle(ages), gap: middle(gaps), rate }
}"""

#: Hides the page until so many frames have come: how long that took, and whether rows are missing.
HIDE = """async (count) => {
  const [doc] = window.asgiplots.documents, rows = doc.get_model_by_name("rows")
  const later = (ms) => new Promise((done) => setTimeout(done, ms))
  hide(true)
  let from = doc.revision
  while (doc.revision === from) await later(5)
  const began = performance.now()
  for (from = doc.revision; doc.revision < from + count;) await later(5)
  const whole = rows.data.x.every((x, i, all) => i === 0 || x === all[i - 1] + 1)
  return { took: performance.now() - began, whole }
}"""

#: Shows the page: milliseconds until it has a row that is newer than that.
SHOW = """async () => {
  const rows = window.asgiplots.documents[0].get_model_by_name("rows"), from = Date.now()
  hide(false)
  for (;;) {
    await new Promise(requestAnimationFrame)
    const { made } = rows.data
    if (made[made.length - 1] > from) return Date.now() - from
  }
}"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


@pytest.fixture
def page(pages: Pages, url: str) -> Page:
    page = pages.open()
    page.add_init_script(LISTEN)
    page.goto(url)
    page.wait_for_function(
        "window.asgiplots?.documents?.[0]?.get_model_by_name('rows')?.data.made?.length > 0"
    )
    settle(page)
    return page


def metrics(url: str) -> dict[str, float]:
    lines = [line for line in httpx.get(url + "metrics").text.splitlines() if line[:1] != "#"]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def emulate(page: Page, what: str, **values: Any) -> None:
    page.context.new_cdp_session(page).send(f"Emulation.{what}", values)


def test_a_slow_page_shows_the_newest_state_and_gets_no_more_frames_than_it_paints(page: Page, url: str):
    emulate(page, "setCPUThrottlingRate", rate=20)
    page.wait_for_function("said.filter(({ ms }) => ms >= 50).length >= 3")
    seen = page.evaluate(WATCH, 20)
    heap = page.evaluate("performance.memory.usedJSHeapSize")
    emulate(page, "setCPUThrottlingRate", rate=1)
    print(f"\npace: {seen}, heap {heap / 1e6:.0f} MB; the page said {json.dumps(page.evaluate('said'))}")
    assert seen["rate"] < 1.6 * 1000 / seen["gap"] + 3
    assert seen["age"] < 4 * seen["gap"]
    assert heap < 100e6


def test_a_hidden_page_gets_a_frame_a_second_and_the_newest_when_it_is_shown(page: Page, url: str):
    page.wait_for_function("said.length > 0")
    away = page.evaluate(HIDE, 4)  # up to two are on their way, or answer what the page still said
    assert away["took"] > 1500 and away["whole"]
    counted = metrics(url)
    assert counted['asgiplots_viewers_hidden{app="app"}'] == 1
    assert counted["asgiplots_frames_saved_total"] > 100
    took = page.evaluate(SHOW)
    print(
        f"\npace: 4 frames in {away['took']:.0f} ms while hidden; shown again, newer rows after {took:.0f} ms"
    )
    assert took < 500
    said = [message["hidden"] for message in page.evaluate("said")]
    assert said.count(True) == 1 and not said[-1]
