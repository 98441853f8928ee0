"""Figures in a real page: ranges that follow data, what Python sees of them, changes while shown."""

from __future__ import annotations

import re

import pytest
from browser.pages import Pages, settle, show
from browser.plots import BORDERS, FIGURE, Plot
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

APP = f"""
    from asgiplots.models import ColumnDataSource, Div, Label, LinearAxis, Span, TextInput
    from asgiplots.plotting import curdoc, figure

    source = ColumnDataSource(data=dict(x=[0, 10], y=[0, 10]))
    p = figure(
        name="plot", width=600, height=400, title="Following", {BORDERS},
        tools="pan,reset", toolbar_location=None,
    )
    p.line("x", "y", source=source, legend_label="line")
    p.y_range.start = -5
    twin = figure(width=600, height=300, x_range=p.x_range, y_axis_label="a much wider axis", tools="")
    twin.line([2, 12], [100000, 900000])
    bars = figure(name="bars", width=300, height=300, x_range=["a", "b", "c"], tools="xpan,reset")
    bars.vbar(x=["a", "b", "c"], top=[1, 2, 3], width=0.8)

    heard = Div(text="")
    command = TextInput(name="command", title="command")

    def rename():
        p.title.text = "Renamed"
        p.xaxis.axis_label = "seconds"
    def more():
        source.stream(dict(x=[20], y=[40]))
    def pin():
        p.x_range.start = 3
    def factors():
        bars.x_range.factors = ["x", "y", "z", "long name"]
        bars.renderers[0].data_source.data = dict(x=["x", "z"], top=[5, 1])
    def annotate():
        p.add_layout(Span(location=5, dimension="height", line_width=3, line_color="#ff0000"))
        p.add_layout(LinearAxis(axis_label="right"), "right")
        p.background_fill_color = "#00ff00"
    def ends():
        shown = [p.x_range.start, p.x_range.end, p.y_range.start, p.y_range.end]
        heard.text = f"ends {{[round(v, 2) for v in shown]}} frame {{p.inner_width}} of {{p.outer_width}}"

    commands = dict(rename=rename, more=more, pin=pin, factors=factors, annotate=annotate, ends=ends)
    command.on_change("value", lambda attr, old, new: commands[new.split()[0]]())
    for root in (p, twin, bars, command, heard):
        curdoc().add_root(root)
"""


#: Reads back pixels of a copy: the canvas itself would be slow from then on.
PIXELS = """(figure, name) => {
  const canvas = document.querySelectorAll('.ap-figure')[figure].querySelector(`.ap-canvas-${name}`)
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
  const ctx = copy.getContext('2d', { willReadFrequently: true })
  ctx.drawImage(canvas, 0, 0)
  return ctx.getImageData(0, 0, canvas.width, canvas.height).data
}"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


@pytest.fixture
def plot(browser_page: Page, url: str) -> Plot:
    show(browser_page, url)
    return Plot(browser_page)


def tell(page: Page, command: str) -> None:
    """Has the app run one of its commands, and waits until its change is painted."""
    find = "window.asgiplots.documents[0].get_model_by_name('command')"
    revision = page.evaluate("() => window.asgiplots.documents[0].revision")
    page.evaluate(f"() => {{ {find}.value = '{command} ' + Math.random() }}")
    page.wait_for_function(f"() => window.asgiplots.documents[0].revision > {revision}")
    settle(page)


def reset(plot: Plot) -> None:
    plot.el.focus()
    plot.page.keyboard.press("0")
    settle(plot.page)


def python_ends(page: Page) -> list[float]:
    """What Python knows of the ends of all ranges, once the page has had time to settle."""
    page.wait_for_timeout(600)
    tell(page, "ends")
    text = page.locator(".ap-div").inner_text()
    found = re.search(r"ends \[(.*)\] frame (\d+) of (\d+)", text)
    assert found is not None, text
    return [float(end) for end in found[1].split(",")]


def bar_ends(page: Page) -> list[float]:
    find = "window.asgiplots.documents[0].get_model_by_name('bars').x_range"
    return page.evaluate(f"() => [{find}.start, {find}.end]")


def test_shared_range_covers_the_data_of_both_figures_and_keeps_a_given_end(plot: Plot):
    assert plot.ranges() == [-0.6, 12.6, -5, 10.75]


def test_python_sees_computed_ends_and_sizes(plot: Plot):
    assert python_ends(plot.page)[:4] == [-0.6, 12.6, -5, 10.75]
    expect(plot.page.locator(".ap-div")).to_contain_text("of 600")


def test_new_data_moves_automatic_ends_only(plot: Plot):
    tell(plot.page, "more")
    assert plot.ranges() == [-1, 21, -5, 42.25]


def test_an_end_that_python_sets_stays_until_the_reset(plot: Plot):
    tell(plot.page, "pin")
    assert plot.ranges() == [3, 12.45, -5, 10.75]
    tell(plot.page, "more")
    assert plot.ranges() == [3, 20.85, -5, 42.25]
    reset(plot)
    assert plot.ranges() == [-1, 21, -5, 42.25]


def test_a_moved_view_stays_under_new_data_and_reset_follows_again(plot: Plot):
    plot.drag((5, 5), (6, 4))
    moved = plot.ranges()
    assert moved[:2] == [pytest.approx(-1.6, abs=0.05), pytest.approx(11.6, abs=0.05)]
    tell(plot.page, "more")
    assert plot.ranges() == moved
    reset(plot)
    assert plot.ranges() == [-1, 21, -5, 42.25]


def test_a_reloaded_page_follows_the_data_still(plot: Plot):
    python_ends(plot.page)
    ends = "r => [r.start, r.end, ...r.computed]"
    json = plot.page.evaluate(f"() => ({ends})({FIGURE}.x_range)")
    assert json[:2] == json[2:]


def test_factors_can_be_panned_reset_and_exchanged(plot: Plot):
    page = plot.page
    page.locator(".ap-figure").nth(2).scroll_into_view_if_needed()
    box = page.locator(".ap-figure").nth(2).bounding_box()
    assert box is not None
    x, y = box["x"] + 150, box["y"] + 150
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    page.mouse.up()
    settle(page)
    start, end = bar_ends(page)
    assert start < -0.3 and end - start == pytest.approx(3)
    tell(page, "factors")
    page.locator(".ap-figure").nth(2).focus()
    page.keyboard.press("0")
    settle(page)
    assert bar_ends(page) == [0, 0]


def test_titles_labels_and_guides_change_while_shown(plot: Plot, shoot):
    page = plot.page
    tell(page, "rename")
    tell(page, "annotate")
    tell(page, "factors")
    expect(plot.el.locator(".ap-canvases")).to_have_attribute(
        "aria-label", re.compile("Renamed.*seconds from .* to ")
    )
    colors = page.evaluate(
        f"""() => {{
          const has = (data, wanted) => {{
            for (let i = 0; i < data.length; i += 4) if (wanted(data[i], data[i + 1])) return true
            return false
          }}
          const pixels = {PIXELS}
          return [
            has(pixels(0, 'base'), (r, g) => g === 255 && r === 0),
            has(pixels(0, 'front'), (r, g) => r === 255 && g === 0),
          ]
        }}"""
    )
    assert colors == [True, True]
    shoot(page, full_page=True)


def test_dense_screens_get_dense_canvases(pages: Pages, url: str):
    page = pages.open(url, device_scale_factor=2)
    canvases = "[...document.querySelector('.ap-figure').querySelectorAll('canvas')]"
    sizes = page.evaluate(f"() => {canvases}.map(c => [c.width, c.height])")
    assert sizes == [[1200, 800]] * 4


def test_frames_of_a_column_line_up(plot: Plot):
    """Both figures are 600 wide: the wider axis decides for both."""
    x_of_frame = f"""i => {{
      const data = ({PIXELS})(i, 'data')
      let least = 600
      for (let k = 3; k < data.length; k += 4) if (data[k] > 0) least = Math.min(least, (k - 3) / 4 % 600)
      return least
    }}"""
    first, second = plot.page.evaluate(x_of_frame, 0), plot.page.evaluate(x_of_frame, 1)
    scale = plot.page.evaluate(f"() => {FIGURE}.inner_width / 13.2")
    assert second - first == pytest.approx(2 * scale, abs=3)


def test_a_stretched_figure_follows_the_window(pages: Pages, serve):
    url = serve("""
        from asgiplots.plotting import curdoc, figure
        p = figure(name="plot", sizing_mode="stretch_width", height=300)
        p.line([0, 1], [0, 1])
        curdoc().add_root(p)
    """)
    page = pages.open(url)
    width = f"() => {FIGURE}.outer_width"
    before = page.evaluate(width)
    page.set_viewport_size({"width": 420, "height": 700})
    settle(page)
    assert page.evaluate(width) == before - 580
    assert page.evaluate("() => document.querySelector('.ap-canvas-data').style.width") == f"{before - 580}px"


def test_dark_pages_have_dark_figures(pages: Pages, url: str):
    corner = f"() => [...({PIXELS})(0, 'base').slice(0, 3)]"
    page = pages.open(url, color_scheme="dark")
    assert max(page.evaluate(corner)) < 60
    page.emulate_media(color_scheme="light")
    settle(page)
    assert min(page.evaluate(corner)) > 240


GROUND = """
    import numpy as np
    from asgiplots.plotting import curdoc, figure

    for level in ("image", "glyph"):
        p = figure(width=300, height=300, x_range=(0, 10), y_range=(0, 10), tools="", toolbar_location=None)
        p.grid.grid_line_color = "#ff0000"
        p.image(image=[np.zeros((2, 2))], x=0, y=0, dw=10, dh=10, palette=["#0000ff"], level=level)
        curdoc().add_root(p)
    for color in ({}, {"text_color": "#000080"}):
        p = figure(width=300, height=300, x_range=(0, 10), y_range=(0, 10), tools="", toolbar_location=None)
        p.text(x=[1], y=[2], text=["\u2588\u2588\u2588\u2588"], text_font_size="40px", **color)
        curdoc().add_root(p)
"""
#: How many pixels of a canvas are opaque, and fit a condition on r, g and b.
COUNT = f"""([figure, name, condition]) => {{
  const data = ({PIXELS})(figure, name), fits = new Function('r', 'g', 'b', `return ${{condition}}`)
  let count = 0
  for (let i = 0; i < data.length; i += 4) {{
    if (data[i + 3] === 255 && fits(data[i], data[i + 1], data[i + 2])) count++
  }}
  return count
}}"""


@pytest.fixture(scope="module")
def ground(serve) -> str:
    return serve(GROUND)


def test_data_of_level_image_lies_below_the_grid(pages: Pages, ground: str):
    page = pages.open(ground)
    red = "r > 150 && b < 100"
    assert page.evaluate(COUNT, [0, "data", red]) > 500
    assert page.evaluate(COUNT, [1, "data", red]) == 0


def test_text_that_nobody_coloured_is_light_on_a_dark_page(pages: Pages, ground: str):
    page = pages.open(ground, color_scheme="dark")
    assert page.evaluate(COUNT, [2, "data", "Math.min(r, g, b) > 150"]) > 500
    assert page.evaluate(COUNT, [3, "data", "r < 20 && b > 100"]) > 500
    page.emulate_media(color_scheme="light")
    settle(page)
    assert page.evaluate(COUNT, [2, "data", "Math.max(r, g, b) < 100"]) > 500
