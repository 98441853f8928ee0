"""When only the view moves, by whole pixels, the picture is moved and looks as if it were painted anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from browser.pages import Pages, settle
from browser.snapshots.pictures import decode, difference
from playwright.sync_api import Page

from asgiplots.embed import file_html
from asgiplots.layouts import gridplot
from asgiplots.models import ColumnDataSource, Range1d
from asgiplots.plotting import figure

pytestmark = pytest.mark.browser

ROWS = 6_000
FRAME = (400, 300)
"""Pixels of the frame; it shows 4 by 3 units."""

#: Counts how often a canvas is drawn onto itself.
COUNT = """
const draw = CanvasRenderingContext2D.prototype.drawImage
window.moves = 0
CanvasRenderingContext2D.prototype.drawImage = function (image, ...args) {
  if (image === this.canvas) window.moves++
  return draw.call(this, image, ...args)
}
"""
#: Moves both ranges so that the data goes by so many pixels, x to the right and y downwards.
MOVE = """([dx, dy]) => new Promise((done) => {
  const document = asgiplots.documents[0]
  const [x, y] = [document.get_model_by_name("x"), document.get_model_by_name("y")]
  const log = x.tags.includes("log")
  const shift = (value) => log ? value * 10 ** (-dx / 100) : value - dx / 100
  Object.assign(x, {start: shift(x.start), end: shift(x.end)})
  Object.assign(y, {start: y.start + dy / 100, end: y.end + dy / 100})
  requestAnimationFrame(() => requestAnimationFrame(done))
})"""
PAINT_ANEW = """() => new Promise((done) => {
  for (const model of asgiplots.documents[0].models.values()) {
    if (model.type === "GlyphRenderer") model.tell("visible")
  }
  requestAnimationFrame(() => requestAnimationFrame(done))
})"""
PIXELS = """() => [...document.querySelectorAll(".ap-canvas-data")].map((canvas) => {
  const copy = document.createElement("canvas")
  Object.assign(copy, {width: canvas.width, height: canvas.height})
  const ctx = copy.getContext("2d")
  ctx.fillStyle = "white"
  ctx.fillRect(0, 0, copy.width, copy.height)
  ctx.drawImage(canvas, 0, 0)
  return copy.toDataURL()
})"""


def spread() -> ColumnDataSource:
    rng = np.random.default_rng(7)
    x = np.sort(rng.uniform(-8, 16, ROWS))
    y = rng.uniform(-6, 12, ROWS)
    return ColumnDataSource(
        data={
            "x": x,
            "y": y,
            "walk": 1.5 + np.sin(x * 3) + rng.normal(scale=0.2, size=ROWS),
            "spikes": 1 + 1.2 * (np.arange(ROWS) % 30 == 0),
            "right": x + 0.1,
            "top": y + 0.3,
            "power": 10**x,
            "color": np.array(["#08306b", "#cb181d", "#9ecae1"])[rng.integers(0, 3, ROWS)],
        }
    )


Glyphs = Mapping[str, Callable[[Any, ColumnDataSource], object]]
GLYPHS: Glyphs = {
    "scatter": lambda p, s: p.scatter("x", "y", source=s, size=9, line_color="white", color="color"),
    "pale scatter": lambda p, s: p.scatter("x", "y", source=s, size=14, alpha=0.3),
    "few": lambda p, s: p.scatter(s.data["x"][::60], s.data["y"][::60], size=30, marker="star", alpha=0.6),
    "circle": lambda p, s: p.circle("x", "y", radius=0.1, source=s, alpha=0.5),
    "vbar": lambda p, s: p.vbar("x", 0.005, "walk", source=s, alpha=0.5),
    "quad": lambda p, s: p.quad("x", "right", "top", "y", source=s, alpha=0.5),
    "segment": lambda p, s: p.segment("x", "y", "right", "top", source=s, line_width=3),
    "text": lambda p, s: p.text(
        s.data["x"][::40], s.data["y"][::40], text=["name"] * (ROWS // 40), angle=0.4
    ),
    "line": lambda p, s: p.line("x", "walk", source=s),
    "wide line": lambda p, s: p.line("x", "spikes", source=s, line_width=9, alpha=0.5, line_join="round"),
    "step": lambda p, s: p.step("x", "walk", source=s, line_width=2),
    "area": lambda p, s: p.varea("x", 0, "walk", source=s, fill_alpha=0.4),
    "together": lambda p, s: (
        p.scatter("x", "walk", source=s, size=7, alpha=0.4),
        p.line("x", "walk", source=s, color="black"),
    ),
}


def opened(
    pages: Pages, folder: Path, ratio: float = 1, *, log: bool = False, glyphs: Glyphs = GLYPHS
) -> Page:
    """A page of a figure for each glyph, all with the same ranges."""
    x_range = Range1d(*((1, 10**4) if log else (0, 4)), name="x", tags=["log"] if log else [])
    y_range = Range1d(0, 3, name="y")
    plots = []
    for draw in glyphs.values():
        plot = figure(
            x_range=x_range, y_range=y_range, frame_width=FRAME[0], frame_height=FRAME[1],
            x_axis_type="log" if log else "linear", toolbar_location=None,
        )  # fmt: skip
        plot.axis.visible = False  # labels of another length would move the frame
        source = spread()
        if log:
            source.data["x"], source.data["right"] = source.data["power"], source.data["power"] * 1.3
        draw(plot, source)
        plots.append(plot)
    path = folder / "moved.html"
    path.write_text(file_html(gridplot(plots, ncols=4, toolbar_location=None)), encoding="utf-8")
    page = pages.open(width=1800, height=1500, device_scale_factor=ratio)
    page.add_init_script(COUNT)
    page.goto(path.as_uri())
    page.wait_for_selector(".ap-canvas-data:not([hidden])")
    settle(page)
    return page


STEPS = [(6, 0), (-30, 4), (0, -48), (2, 2), (400, 0), (-4, 200), (-50, -140), (-6, 2)]
"""All but two leave more than half of the picture where it is."""


def check(page: Page) -> None:
    for step in STEPS:
        page.evaluate(MOVE, step)
    assert page.evaluate("window.moves") == (len(STEPS) - 2) * len(GLYPHS)
    moved = page.evaluate(PIXELS)
    page.evaluate(PAINT_ANEW)
    whole = page.evaluate(PIXELS)
    wrong = {}
    for kind, *urls in zip(GLYPHS, moved, whole, strict=True):
        a, b = map(decode, urls)
        if (found := difference(a, b, threshold=24).pixels) > 0.002 * a.width * a.height:
            wrong[kind] = found
    assert not wrong, repr(wrong)


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_a_moved_picture_is_right(ratio: float, pages: Pages, tmp_path: Path):
    check(opened(pages, tmp_path, ratio))


def test_on_a_log_axis(pages: Pages, tmp_path: Path):
    check(opened(pages, tmp_path, log=True))


DASHED: Glyphs = {"dashed": lambda p, s: p.line("x", "walk", source=s, line_dash="dashed")}
SCATTER: Glyphs = {"scatter": lambda p, s: p.scatter("x", "y", source=s, name="marks")}


def test_dashes_depend_on_where_a_line_begins(pages: Pages, tmp_path: Path):
    page = opened(pages, tmp_path, glyphs=DASHED)
    page.evaluate(MOVE, (6, 0))
    assert page.evaluate("window.moves") == 0


@pytest.mark.parametrize(
    "change",
    [
        "marks.glyph.fill_color = 'red'",
        "marks.data_source.stream({x: [x.start + 2], y: [1.5], walk: [0], spikes: [0]})",
        "marks.data_source.selected.indices = [3000]",
        "marks.visible = false",
    ],
)
def test_a_change_of_the_data_paints_all(change: str, pages: Pages, tmp_path: Path):
    page = opened(pages, tmp_path, glyphs=SCATTER)
    page.evaluate(MOVE, (6, 0))
    before = page.evaluate(PIXELS)
    page.evaluate(f"""() => {{
      const [marks, x] = ["marks", "x"].map((name) => asgiplots.documents[0].get_model_by_name(name))
      {change}
    }}""")
    settle(page)
    assert page.evaluate("window.moves") == 1
    assert page.evaluate(PIXELS) != before
