"""One published document in two browsers: what is everybody's, and what is each viewer's own (S6)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from browser.pages import Pages
from browser.plots import BORDERS, FIGURE, Plot
from playwright.sync_api import Page, expect
from running import ROOT, answers, free_port, running, wait_until

pytestmark = pytest.mark.browser

APP = f"""
    from asgiplots.io import curdoc
    from asgiplots.models import Button, Div, Range1d, Slider
    from asgiplots.plotting import figure

    p = figure(
        name="plot", width=600, height=400, x_range=Range1d(0, 10), y_range=Range1d(0, 10),
        tools="pan,wheel_zoom,tap,reset", {BORDERS},
    )
    points = p.scatter(list(range(11)), list(range(11)), size=12, legend_label="points")
    p.legend.click_policy = "hide"
    p.legend.location = "bottom_right"
    level = Slider(title="Level", start=0, end=10, value=1)
    heard = Div(text="nothing", name="heard")
    for model, field in ((p.x_range, "start"), (points.data_source.selected, "indices"), (points, "visible")):
        model.on_change(field, lambda attr, old, new: heard.update(text=f"{{attr}} {{new}}"))
    home = Button(label="Home")
    home.on_click(lambda: p.x_range.update(start=2, end=12))
    for root in (p, level, heard, home):
        curdoc().add_root(root)
"""

HIDDEN = f"() => !{FIGURE}.renderers[0].visible"


def look_around(page: Page) -> Plot:
    """Pans, selects a row, hides the glyph by its legend: all that is a way to look at it."""
    plot = Plot(page)
    plot.click(5, 5)
    assert plot.selected() == [5]
    plot.drag((5, 2), (3, 2))
    assert plot.ranges()[:2] == pytest.approx([2, 12], abs=0.01)
    page.get_by_role("button", name="points").click()
    page.wait_for_function(HIDDEN)
    return plot


def untouched(page: Page) -> None:
    plot = Plot(page)
    assert plot.ranges() == [0, 10, 0, 10]
    assert plot.selected() == [] and not page.evaluate(HIDDEN)
    expect(page.locator(".ap-div")).to_have_text("nothing")


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP, "--shared")


def test_each_looks_as_they_like_and_controls_are_everybody_s(pages: Pages, url: str, shoot):
    first, second = pages.open(url), pages.open(url)
    for page in (first, second):
        page.wait_for_function("window.asgiplots.documents[0]?.roots().length === 4")
    plot = look_around(first)
    level = first.get_by_role("slider", name="Level")
    level.press("End")
    expect(second.get_by_role("slider", name="Level")).to_have_value("10")
    untouched(second)
    untouched(pages.open(url))
    shoot(first)
    first.get_by_role("button", name="Home").click()
    second.wait_for_function(f"() => {FIGURE}.x_range.start === 2")
    assert plot.ranges()[:2] == pytest.approx([2, 12], abs=0.01)


SCRIPT = dedent(APP) + dedent("""
    import sys
    from asgiplots.client import push_session

    curdoc().collaborative = sys.argv[2] == "together"
    session = push_session(curdoc(), session_id="a-board-for-two-people", url=sys.argv[1])
    print("ready", flush=True)
    session.loop_until_closed()
""")


@pytest.fixture
def pushed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a document that a Python client pushes."""
    script, port = tmp_path / "board.py", free_port()
    script.write_text(SCRIPT)
    url = f"http://127.0.0.1:{port}/"
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with running([sys.executable, "-m", "asgiplots", "serve", "--port", str(port)], env=environ):
        wait_until(lambda: answers(url), f"an answer of {url}")
        with running([sys.executable, str(script), url, request.param], env=environ):
            address = f"{url}?session=a-board-for-two-people"
            yield address


def opened(pages: Pages, url: str) -> Page:
    page = pages.open(url)
    page.wait_for_function("window.asgiplots.documents[0]?.roots().length === 4", timeout=15000)
    return page


@pytest.mark.parametrize("pushed", ["apart"], indirect=True)
def test_a_pushed_document_may_be_looked_at_by_each_in_their_way(pages: Pages, pushed: str):
    first, second = opened(pages, pushed), opened(pages, pushed)
    look_around(first)
    first.get_by_role("slider", name="Level").press("End")
    expect(second.get_by_role("slider", name="Level")).to_have_value("10")
    untouched(second)


@pytest.mark.parametrize("pushed", ["together"], indirect=True)
def test_or_all_together_as_long_as_nobody_says_otherwise(pages: Pages, pushed: str):
    first, second = opened(pages, pushed), opened(pages, pushed)
    look_around(first)
    second.wait_for_function(HIDDEN)
    assert Plot(second).ranges()[:2] == pytest.approx([2, 12], abs=0.01) and Plot(second).selected() == [5]
    expect(second.locator(".ap-div")).to_have_text("visible False")
