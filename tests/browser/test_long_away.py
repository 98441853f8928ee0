"""S2: a page that was away for longer than the server remembers gets the document afresh, by a snapshot and
the event `asgiplots:snapshot`: never a reload. What its user sees and is in the middle of stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from browser.pages import Pages, settle
from browser.plots import BORDERS, Plot
from fault_proxy import Cut, FaultProxy, Plan
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

APP = f"""
    import numpy as np
    from asgiplots.layouts import column, row
    from asgiplots.models import ColumnDataSource, Div, Range1d, Select, Slider, TextInput
    from asgiplots.plotting import curdoc, figure

    p = figure(
        name="plot", width=600, height=400, x_range=Range1d(0, 10), y_range=Range1d(0, 10),
        tools="pan,tap,hover,crosshair", {BORDERS}
    )
    p.scatter(list(range(7)), list(range(7)), size=12)
    rows = ColumnDataSource(name="rows", data={{"n": [0]}})
    p.line("n", "n", source=rows)
    # Some 40 KB at a time: what the server remembers is soon less than that.
    bulk = ColumnDataSource(name="bulk", data={{"y": np.zeros(5000)}})
    level = Slider(name="level", title="Level", start=0, end=100, value=1)
    shape = Select(title="Shape", options=["a", "b", "c"], value="a")
    text = TextInput(name="text", title="Text", value="")
    moves = Div(name="moves", text="")
    heard = []
    level.on_change("value", lambda attr, old, new: (heard.append(new), moves.update(text=str(heard))))
    tall = Div(text="<p style='height: 2000px'>tall</p>")
    curdoc().add_root(column(row(p, column(level, shape, text, moves)), tall))
    curdoc().add_root(bulk)

    def tick():
        n = len(rows.data["n"])
        rows.stream({{"n": [n]}})
        bulk.data = {{"y": np.full(5000, float(n))}}
        if n == 50:
            level.title = "Level of 50"
            curdoc().add_root(Div(text="a root that came late"))

    curdoc().add_periodic_callback(tick, 20)
"""

REMEMBER = """() => {
  window.same = true
  window.happened = []
  window.badges = 0
  for (const name of ["connected", "reconnecting", "resumed", "snapshot", "ended"])
    document.addEventListener(`asgiplots:${name}`, ({ detail }) => happened.push([name, typeof detail.reason,
      detail.document === window.asgiplots.documents[0]]))
  new MutationObserver((records) => {
    const added = records.flatMap(({ addedNodes }) => [...addedNodes])
    badges += added.filter((node) => node.matches?.(".ap-badge")).length
  }).observe(document.body, { childList: true })
}"""

#: What is inside a card beside the pointer is written anew when the data under it change.
ELEMENTS = "() => void (window.elements = [...document.querySelectorAll('body *:not(.ap-card *)')])"
GONE = "() => elements.filter((el) => !el.isConnected).map((el) => el.outerHTML.slice(0, 200))"

ROWS = "() => Array.from(window.asgiplots.documents[0].get_model_by_name('rows').data.n)"
IN_STEP = """() => {
  const { data: { y } } = window.asgiplots.documents[0].get_model_by_name("bulk")
  return y.length === 5000 && y.every((value) => value === y[0])
}"""

USER = """() => {
  const { activeElement: el } = document
  const caret = el.matches("input") ? [el.selectionStart, el.selectionEnd] : null
  return [scrollY, el.id || el.tagName, el.value ?? null, caret]
}"""


class Line:
    """The page's way to its server, which can be down for a while."""

    def __init__(self, page: Page, proxy: FaultProxy) -> None:
        self._page, self._proxy = page, proxy

    @contextmanager
    def down(self) -> Iterator[None]:
        """Reset the connection; each attempt inside the block fails."""
        self._proxy.plan([Plan(up=(Cut(),))] * 1000)
        self._proxy.cut()
        self._page.wait_for_function("happened.some(([name]) => name === 'reconnecting')")
        yield
        self._proxy.plan([])

    def blink(self) -> None:
        """Reset the connection; the next attempt succeeds."""
        self._proxy.cut()


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


@pytest.fixture
def proxy(url: str) -> Iterator[FaultProxy]:
    port = urlsplit(url).port
    assert port
    with FaultProxy(port) as proxy:
        yield proxy


@pytest.fixture
def page(pages: Pages, proxy: FaultProxy) -> Iterator[Page]:
    page = pages.open(f"http://127.0.0.1:{proxy.port}/")
    page.evaluate(REMEMBER)
    yield page
    # Chromium itself complains of each websocket that breaks.
    page.close()
    pages.complaints[:] = [text for text in pages.complaints if "WebSocket connection to" not in text]


def names(page: Page) -> list[str]:
    happened: list[tuple[str, str, bool]] = page.evaluate("happened")
    assert all(is_ours for _, _, is_ours in happened)
    assert all((reason == "string") == (name == "reconnecting") for name, reason, _ in happened)
    return [name for name, _, _ in happened]


def test_who_was_away_for_long_is_shown_the_present_and_disturbed_in_nothing(
    page: Page, proxy: FaultProxy, shoot
):
    visits: list[str] = []
    page.on("framenavigated", lambda frame: visits.append(frame.url))
    plot = Plot(page)
    plot.click(3, 3)
    plot.drag((5, 5), (3, 5))
    field = page.get_by_label("Text")
    field.press_sequentially("half a sen")
    field.evaluate("el => el.setSelectionRange(2, 4)")
    page.evaluate("scrollTo(0, 40)")
    plot.move(5, 5)
    expect(page.locator(".ap-card.ap-open")).to_be_visible()
    looks = page.evaluate(USER)
    tooltip = page.locator(".ap-card.ap-open").inner_text()
    page.evaluate(ELEMENTS)
    before = len(page.evaluate(ROWS))
    with Line(page, proxy).down():
        page.get_by_role("slider", name="Level").evaluate(
            "el => { el.value = 70; for (const t of ['input', 'change']) el.dispatchEvent(new Event(t)) }"
        )
        expect(page.locator(".ap-badge")).to_be_visible()
        shoot(page, "away")
        page.wait_for_timeout(1500)
        assert page.evaluate(USER) == looks
    page.wait_for_function("happened.some(([name]) => name === 'snapshot')")
    settle(page)
    expect(page.locator(".ap-badge")).to_have_count(0)
    after = page.evaluate(ROWS)
    print(f"\nS2: {len(after) - before} rows, {(len(after) - before) * 40} KB missed; {names(page)}")
    assert names(page) == ["reconnecting", "resumed", "snapshot"]
    assert len(after) - before > 50 and after == list(range(len(after)))
    assert page.evaluate(IN_STEP)
    assert page.evaluate("same") and visits == []
    assert page.evaluate(USER) == looks
    assert plot.ranges()[:2] == pytest.approx([2, 12], abs=0.01) and plot.selected() == [3]
    assert page.locator(".ap-card.ap-open").inner_text() == tooltip
    expect(page.locator(".ap-div").filter(has_text="[70]")).to_be_visible()
    expect(page.get_by_text("Level of 50")).to_be_visible()
    expect(page.get_by_text("a root that came late")).to_have_count(1)
    shoot(page, "back")
    field.press_sequentially("X")
    assert field.input_value() == "haX a sen"
    assert page.evaluate(GONE) == []


def test_a_list_that_is_open_stays_open(page: Page, proxy: FaultProxy):
    shape = page.get_by_label("Shape")
    shape.click()
    assert shape.evaluate("el => el.matches(':open')")
    with Line(page, proxy).down():
        page.wait_for_timeout(700)
    page.wait_for_function("happened.some(([name]) => name === 'snapshot')")
    settle(page)
    assert shape.evaluate("el => el.matches(':open') && document.activeElement === el")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(shape).to_have_value("b")


def test_a_blink_of_the_line_shows_no_badge(page: Page, proxy: FaultProxy):
    for count in range(1, 4):
        Line(page, proxy).blink()
        page.wait_for_function(f"happened.filter(([name]) => name === 'resumed').length === {count}")
    assert [name for name in names(page) if name != "snapshot"] == ["reconnecting", "resumed"] * 3
    assert page.evaluate("badges") == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 1000), ("dark", 320)])
def test_the_badge_can_be_read_everywhere(pages: Pages, proxy: FaultProxy, shoot, scheme, width):
    page = pages.open(f"http://127.0.0.1:{proxy.port}/", width=width, height=600, color_scheme=scheme)
    page.evaluate(REMEMBER)
    with Line(page, proxy).down():
        badge = page.locator(".ap-badge")
        expect(badge).to_be_visible()
        box = badge.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 600
        shoot(page)
    # The page may have come back by itself just now.
    page.evaluate("document.querySelector('.ap-badge button')?.click()")
    expect(badge).to_have_count(0)
    page.close()
    pages.complaints[:] = [text for text in pages.complaints if "WebSocket connection to" not in text]
