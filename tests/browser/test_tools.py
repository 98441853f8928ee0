"""Gestures on a figure: what they do to the picture, and what of it reaches Python."""

from __future__ import annotations

import pytest
from browser.pages import Pages, show
from browser.plots import BORDERS, FIGURE, Plot, Touch
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

APP = f"""
    from asgiplots.events import Reset, Tap
    from asgiplots.models import ColumnDataSource, Div, Range1d
    from asgiplots.plotting import curdoc, figure

    rows = list(range(11))
    source = ColumnDataSource(data=dict(x=rows, y=rows, word=[f"row <b>{{i}}</b>" for i in rows]))
    p = figure(
        name="plot", width=600, height=400, title="Diagonal", x_range=Range1d(0, 10), y_range=Range1d(0, 10),
        tools="pan,wheel_zoom,box_zoom,box_select,tap,hover,crosshair,reset,save,zoom_in", {BORDERS},
        tooltips=[("word", "@word"), ("place", "(@x{{0.0}}, @y{{0.0}})")],
    )
    points = p.scatter("x", "y", size=12, source=source, legend_label="points")
    arguments = curdoc().session_context.request.arguments
    p.toolbar_location = arguments.get("toolbar", [b"right"])[0].decode()
    p.legend.click_policy = "hide"
    p.legend.location = "bottom_right"

    heard = Div(text="", name="heard")
    def hear(text):
        heard.text = (heard.text + " | " + text).strip(" |")
    source.selected.on_change("indices", lambda attr, old, new: hear(f"selected {{list(new)}}"))
    points.on_change("visible", lambda attr, old, new: hear(f"visible {{new}}"))
    p.on_event(Tap, lambda event: hear(f"tap {{event.x:.0f}} {{event.y:.0f}}"))
    p.on_event(Reset, lambda event: hear("reset"))
    p.x_range.on_change("start", lambda attr, old, new: hear(f"start {{new:.1f}}"))
    curdoc().add_root(p)
    curdoc().add_root(heard)
"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


@pytest.fixture
def plot(browser_page: Page, url: str) -> Plot:
    show(browser_page, url)
    return Plot(browser_page)


def heard(plot: Plot, text: str) -> None:
    """Waits until the app has written that it heard this."""
    expect(plot.page.locator(".ap-div")).to_contain_text(text)


def test_pan_moves_the_ranges_and_python_hears_it(plot: Plot):
    plot.drag((5, 5), (6, 5))
    x0, x1, y0, y1 = plot.ranges()
    assert (x0, x1) == pytest.approx((-1, 9), abs=0.01), "to a pixel"
    assert (x1 - x0, y0, y1) == pytest.approx((10, 0, 10))
    heard(plot, "start -1.0")


def test_the_wheel_scrolls_the_page_until_its_tool_is_active(plot: Plot):
    plot.move(5, 5)
    plot.page.mouse.wheel(0, -100)
    plot.page.wait_for_timeout(300)
    assert plot.ranges() == [0, 10, 0, 10]
    plot.tool("Wheel zoom").click()
    plot.move(5, 5)
    plot.page.mouse.wheel(0, -300)
    plot.page.wait_for_function(f"() => {FIGURE}.x_range.start > 2.4")
    x0, x1, y0, y1 = plot.ranges()
    assert (x0 + x1, y0 + y1) == pytest.approx((10, 10), abs=0.1)


def test_box_zoom_shows_its_box_and_zooms_to_it(plot: Plot, shoot):
    plot.tool("Box zoom").click()
    plot.drag((2, 8), (6, 4), drop=False)
    shoot(plot.page)
    plot.page.mouse.up()
    assert plot.ranges() == pytest.approx([2, 6, 4, 8], abs=0.06)


def test_reset_brings_everything_back(plot: Plot):
    plot.drag((5, 5), (6, 6))
    plot.click(3, 3)
    plot.tool("Reset").click()
    plot.settle()
    assert plot.ranges() == [0, 10, 0, 10]
    assert plot.selected() == []
    heard(plot, "reset")


def test_hover_shows_the_row_as_text(plot: Plot, shoot):
    plot.move(4, 4)
    card = plot.el.locator(".ap-card")
    expect(card).to_be_visible()
    expect(card).to_have_text("wordrow <b>4</b>place(4.0, 4.0)")
    shoot(plot.page)
    plot.move(4, 8)
    expect(card).to_be_hidden()


def test_a_tap_selects_and_python_hears_row_and_place(plot: Plot):
    plot.click(7, 7)
    assert plot.selected() == [7]
    heard(plot, "tap 7 7")
    heard(plot, "selected [7]")
    plot.click(2, 8)
    assert plot.selected() == []
    heard(plot, "selected []")


def test_box_select_combines_by_keys_and_escape_clears(plot: Plot):
    plot.tool("Box select").click()
    plot.drag((0.5, 3.5), (3.5, 0.5))
    assert plot.selected() == [1, 2, 3]
    plot.page.keyboard.down("Shift")
    plot.drag((5.5, 7.5), (7.5, 5.5))
    plot.page.keyboard.up("Shift")
    assert plot.selected() == [1, 2, 3, 6, 7]
    heard(plot, "selected [1, 2, 3, 6, 7]")
    plot.el.focus()
    plot.page.keyboard.press("Escape")
    assert plot.selected() == []


def test_keys_pan_zoom_and_reset(plot: Plot, shoot):
    plot.page.keyboard.press("Tab")
    expect(plot.el).to_be_focused()
    shoot(plot.page)
    plot.page.keyboard.press("ArrowRight")
    plot.settle()
    assert plot.ranges() == [1, 11, 0, 10]
    plot.page.keyboard.press("+")
    plot.settle()
    assert plot.ranges() == [2, 10, 1, 9]
    plot.page.keyboard.press("0")
    plot.settle()
    assert plot.ranges() == [0, 10, 0, 10]


def test_the_toolbar_is_one_tab_stop_with_arrow_keys(plot: Plot, shoot):
    plot.el.focus()
    plot.page.keyboard.press("Tab")
    expect(plot.tool("Pan")).to_be_focused()
    plot.page.keyboard.press("ArrowDown")
    expect(plot.tool("Box zoom")).to_be_focused()
    plot.page.keyboard.press("Enter")
    expect(plot.tool("Box zoom")).to_have_attribute("aria-pressed", "true")
    expect(plot.tool("Pan")).to_have_attribute("aria-pressed", "false")
    shoot(plot.page)


def test_save_downloads_a_picture_named_after_the_title(plot: Plot):
    with plot.page.expect_download() as download:
        plot.tool("Save as PNG").click()
    assert download.value.suggested_filename == "Diagonal.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_legend_entry_hides_its_renderer(plot: Plot):
    entry = plot.el.get_by_role("button", name="points")
    expect(entry).to_have_attribute("aria-pressed", "true")
    entry.click()
    heard(plot, "visible False")
    expect(entry).to_have_attribute("aria-pressed", "false")


def test_two_fingers_pinch_and_one_scrolls_the_page(pages: Pages, url: str):
    page = pages.open(url, width=400, height=500, has_touch=True, is_mobile=True)
    plot = Plot(page)
    touch = Touch(page)
    (left, y), (right, _) = plot.place(4, 5), plot.place(6, 5)
    grow = (right - left) / 2
    touch.send("touchStart", (left, y), (right, y))
    touch.send("touchMove", (left - grow / 2, y), (right + grow / 2, y))
    touch.send("touchMove", (left - grow, y), (right + grow, y))
    touch.send("touchEnd")
    plot.settle()
    x0, x1, *_ = plot.ranges()
    assert (x0, x1) == pytest.approx((2.5, 7.5), abs=0.1)


def test_one_finger_scrolls_the_page_until_a_tool_that_drags_is_chosen(pages: Pages, url: str):
    page = pages.open(url, width=400, height=420, has_touch=True, is_mobile=True)
    page.add_style_tag(content="body { min-height: 2000px !important }")
    plot = Plot(page)
    touch = Touch(page)

    def swipe_up() -> None:
        x, y = plot.place(5, 3)
        touch.send("touchStart", (x, y))
        for up in (10, 30, 60, 100):
            touch.send("touchMove", (x, y - up))
        touch.send("touchEnd")
        page.wait_for_timeout(400)

    swipe_up()
    assert page.evaluate("() => scrollY") > 40
    assert plot.ranges() == [0, 10, 0, 10]
    page.wait_for_timeout(600)
    page.evaluate("() => scrollTo(0, 0)")
    plot.tool("Pan").tap()
    plot.tool("Pan").tap()
    expect(plot.tool("Pan")).to_have_attribute("aria-pressed", "true")
    swipe_up()
    assert page.evaluate("() => scrollY") == 0
    assert plot.ranges()[2] < -1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("location", ["left", "right", "above", "below"])
def test_the_toolbar_stands_on_each_side(pages: Pages, url: str, shoot, location: str, scheme: str):
    page = pages.open(f"{url}?toolbar={location}", width=640, height=460, color_scheme=scheme)
    toolbar = page.get_by_role("toolbar")
    direction = "vertical" if location in ("left", "right") else "horizontal"
    expect(toolbar).to_have_attribute("aria-orientation", direction)
    shoot(page)
