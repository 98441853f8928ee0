"""Figures out of sight are not painted, and are right when they are scrolled to or printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.pages import Pages, settle
from playwright.sync_api import Page

from asgiplots.embed import file_html
from asgiplots.layouts import column
from asgiplots.models import ColumnDataSource, Div
from asgiplots.plotting import figure

pytestmark = pytest.mark.browser

#: Counts strokes by the figure whose canvas they are on.
COUNT = """
const stroke = CanvasRenderingContext2D.prototype.stroke
window.strokes = [0, 0]
CanvasRenderingContext2D.prototype.stroke = function (...args) {
  const place = [...document.querySelectorAll(".ap-figure")].findIndex(figure => figure.contains(this.canvas))
  if (place >= 0) window.strokes[place]++
  return stroke.apply(this, args)
}
"""
STREAM = """async () => {
  window.strokes.fill(0)
  for (const source of asgiplots.documents[0].models.values()) {
    if (source.type === "ColumnDataSource") source.stream({x: [source.length], y: [5]})
  }
}"""


def opened(pages: Pages, folder: Path) -> Page:
    plots = []
    for _ in range(2):
        source = ColumnDataSource(data={"x": [0, 1, 2], "y": [1, 3, 2]})
        plot = figure(width=400, height=300)
        plot.line("x", "y", source=source)
        plots.append(plot)
    path = folder / "sight.html"
    path.write_text(file_html(column(plots[0], Div(text="", height=4000), plots[1])), encoding="utf-8")
    page = pages.open()
    page.add_init_script(COUNT)
    page.goto(path.as_uri())
    page.wait_for_function("window.strokes?.[1] > 0")
    settle(page)
    return page


def strokes(page: Page) -> list[int]:
    settle(page)
    return page.evaluate("window.strokes")


def test_only_figures_in_sight_are_painted(pages: Pages, tmp_path: Path):
    page = opened(pages, tmp_path)
    page.evaluate(STREAM)
    near, far = strokes(page)
    assert near > 0
    assert far == 0
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("window.strokes[1] > 0")
    page.evaluate(STREAM)
    near, far = strokes(page)
    assert near == 0
    assert far > 0


def test_all_is_painted_for_the_printer(pages: Pages, tmp_path: Path):
    page = opened(pages, tmp_path)
    page.evaluate(STREAM)
    assert strokes(page)[1] == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.strokes[1]") > 0
