"""Steps, areas and rows of lines in real pages: their painters come with the first of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser.pages import Pages, settle, show
from browser.plots import BORDERS, FIGURE, Plot
from browser.test_figures import COUNT, tell
from playwright.sync_api import Page, expect

from asgiplots.embed import file_html
from asgiplots.plotting import figure
from asgiplots.server.assets import FOLDER

pytestmark = pytest.mark.browser

APP = f"""
    from asgiplots.models import ColumnDataSource, HoverTool, TextInput
    from asgiplots.plotting import curdoc, figure

    p = figure(name="plot", width=600, height=400, {BORDERS}, tools="", toolbar_location=None)
    area = p.varea([0, 5, 10], 0, [4, 8, 4], fill_color="#ff0000", legend_label="area")
    later = figure(name="later", width=600, height=300, tools="", toolbar_location=None)
    later.line([0, 1], [0, 1], line_color="#00ff00", line_width=4)
    command = TextInput(name="command", title="command")

    def more():
        area.data_source.stream(dict(x=[20], y2=[30]))
        source = ColumnDataSource(data=dict(xs=[[0, 10]], ys=[[20, 20]], word=["the only line"]))
        lines = p.multi_line("xs", "ys", source=source, line_color="#0000ff", line_width=4)
        p.add_tools(HoverTool(renderers=[lines], tooltips="@word"))
        later.step([0, 1], [5, 6], line_color="#ff00ff", line_width=4)

    command.on_change("value", lambda attr, old, new: more())
    for root in (p, later, command):
        curdoc().add_root(root)
"""

RED, BLUE, PINK = "r > 200 && g + b < 100", "b > 200 && r + g < 100", "r > 200 && b > 200 && g < 100"


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


def wait_for(page: Page, place: int, condition: str, least: int = 500) -> None:
    """Wait until so many pixels of a figure's data fit a condition."""
    page.wait_for_function(f"condition => ({COUNT})([{place}, 'data', condition]) >= {least}", arg=condition)


def test_an_area_is_shown_and_the_ranges_cover_it(pages: Pages, url: str, shoot):
    page = pages.open(url)
    wait_for(page, 0, RED, 20_000)
    assert Plot(page).ranges() == [-0.5, 10.5, -0.4, 8.4]
    shoot(page)
    page.emulate_media(color_scheme="dark")
    settle(page)
    shoot(page, "dark")


def test_what_is_added_to_a_shown_figure_is_painted_and_answers(pages: Pages, url: str):
    page = pages.open(url)
    wait_for(page, 0, RED)
    tell(page, "more")
    wait_for(page, 0, BLUE)
    wait_for(page, 1, PINK)
    plot = Plot(page)
    assert plot.ranges() == [-1, 21, -1.5, 31.5]
    plot.move(3, 20)
    expect(page.get_by_text("the only line")).to_be_visible()


def test_a_page_whose_painters_never_come_shows_the_rest(pages: Pages, url: str):
    first = json.loads((FOLDER / "build.json").read_text())["first"]
    later = [path for path in FOLDER.glob("chunk-*.js") if path.name not in first]
    painters = [path.name for path in later if "step_mode" in path.read_text()]
    page = pages.open()
    page.route(lambda address: address.rpartition("/")[2] in painters, lambda route: route.abort())
    show(page, url)
    page.wait_for_function("() => document.querySelector('.ap-canvas-base').width >= 600")
    wait_for(page, 1, "g > 200 && r + b < 100")
    assert page.evaluate(COUNT, [0, "data", RED]) == 0
    assert any("a part of the front end" in complaint for complaint in pages.complaints)
    pages.complaints.clear()


def test_a_file_of_its_own_has_all_painters(pages: Pages, tmp_path: Path):
    shown = figure(name="plot", width=600, height=300)
    shown.varea_step([0, 5, 10], 0, [4, 8, 4], fill_color="#ff0000", step_mode="center")
    path = tmp_path / "area.html"
    path.write_text(file_html(shown), encoding="utf-8")
    page = pages.open(path.as_uri(), offline=True)
    wait_for(page, 0, RED, 10_000)
    assert page.evaluate(f"() => {FIGURE}.y_range.end") == pytest.approx(8.4)
