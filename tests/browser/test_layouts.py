"""Rows, columns and grids in a real page: what stands where, on wide and on narrow screens."""

from __future__ import annotations

import pytest
from browser.pages import Pages, settle
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

APP = """
    import math
    from asgiplots.layouts import column, gridplot, row
    from asgiplots.models import Button, Div, Select, Slider, Spacer
    from asgiplots.plotting import curdoc, figure

    def plot(n, **fields):
        p = figure(title=f"Plot {n}", tools="pan,wheel_zoom,box_zoom,reset,save", **fields)
        xs = [i / 10 for i in range(100)]
        p.line(xs, [math.sin(n * x) for x in xs], line_width=2)
        return p

    def case(name):
        if name == "grid":
            return gridplot([[plot(1), plot(2)], [plot(3), None]], width=300, height=200)
        if name == "grid_left":
            return gridplot([plot(1), plot(2)], ncols=2, width=300, height=220, toolbar_location="left")
        slider = Slider(title="n", start=0, end=9, value=1)
        controls = column(slider, Select(title="s", options=["a"], value="a"))
        if name == "fixed":
            return row(controls, plot(1, width=600, height=300), plot(2, width=600, height=300))
        if name == "root":
            return plot(1, width=600, height=300)
        if name == "button":
            return Button(label="go")
        if name == "wide_button":
            return Button(label="go", sizing_mode="stretch_width")
        if name == "stretch":
            return column(
                row(plot(1, height=200), plot(2, height=200), sizing_mode="stretch_width"),
                row(Div(text="left"), Spacer(sizing_mode="stretch_width"), Div(text="right")),
                plot(3, sizing_mode="stretch_both"), sizing_mode="stretch_both",
            )

    arguments = curdoc().session_context.request.arguments
    curdoc().add_root(case(arguments["case"][0].decode()))
"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP) + "?case="


def test_one_toolbar_serves_a_grid_of_plots(pages: Pages, url: str, shoot):
    page = pages.open(url + "grid", width=700, height=520)
    shoot(page)
    toolbar = page.get_by_role("toolbar")
    expect(toolbar).to_have_count(1)
    expect(toolbar.get_by_role("button")).to_have_count(5)
    toolbar.get_by_role("button", name="Box zoom").click()
    expect(toolbar.get_by_role("button", name="Pan")).to_have_attribute("aria-pressed", "false")
    box = page.locator(".ap-figure").nth(1).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 30, steps=3)
    page.mouse.up()
    settle(page)
    spans = """() => window.asgiplots.documents[0].models.values().filter(m => m.type === "Figure")
      .map(({ x_range }) => Math.round(x_range.end - x_range.start)).toArray()"""
    assert sorted(page.evaluate(spans)) == [2, 11, 11]
    toolbar.get_by_role("button", name="Reset").click()
    settle(page)
    assert page.evaluate(spans) == [11, 11, 11]


def test_a_toolbar_beside_a_grid_stands(pages: Pages, url: str, shoot):
    page = pages.open(url + "grid_left", width=700, height=300)
    shoot(page)
    expect(page.get_by_role("toolbar")).to_have_attribute("aria-orientation", "vertical")


@pytest.mark.parametrize(("case", "least", "most"), [("button", 20, 120), ("wide_button", 950, 1000)])
def test_a_control_in_the_page_is_as_wide_as_its_label_unless_stretched(
    pages: Pages, url: str, shoot, case: str, least: int, most: int
):
    page = pages.open(url + case, width=1000, height=200)
    shoot(page)
    box = page.get_by_role("button", name="go").bounding_box()
    assert box is not None
    assert least <= box["width"] <= most


@pytest.mark.parametrize("case", ["root", "grid", "fixed", "stretch"])
@pytest.mark.parametrize("width", [390, 1000, 1700])
def test_nothing_is_clipped_or_laid_over(pages: Pages, url: str, shoot, case: str, width: int):
    page = pages.open(url + case, width=width, height=700)
    shoot(page, full_page=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    boxes = page.evaluate("""() => [...document.querySelectorAll(".ap-figure, .ap-widget")]
      .map(el => el.getBoundingClientRect()).map(({ x, y, right, bottom }) => [x, y, right, bottom])""")
    for i, (x0, y0, x1, y1) in enumerate(boxes):
        assert x1 - x0 > 10 and x1 <= width
        for u0, v0, u1, v1 in boxes[i + 1 :]:
            assert x1 <= u0 + 1 or u1 <= x0 + 1 or y1 <= v0 + 1 or v1 <= y0 + 1
