"""Images on a page: what Python patches and appends is what is seen."""

from __future__ import annotations

import pytest
from browser.conftest import Serve
from browser.pages import Pages
from browser.plots import BORDERS, LEFT, TOP
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

APP = f"""
import numpy as np
from asgiplots.layouts import column
from asgiplots.models import Button, ColumnDataSource, LinearColorMapper
from asgiplots.plotting import curdoc, figure

source = ColumnDataSource({{"image": np.zeros((2, 4), "u1"), "y": [0, 1]}})
plot = figure(
    name="plot", width=600, height=400, x_range=(0, 4), y_range=(0, 4),
    tools="", toolbar_location=None, {BORDERS}
)
mapper = LinearColorMapper(palette=["#ff0000", "#00ff00"], low=0, high=1)
plot.image("image", x=0, y="y", dw=4, dh=1, source=source, color_mapper=mapper)
plot.grid.visible = False
plot.outline_line_color = None

def patch():
    source.patch({{"image": [((1, slice(0, 2)), 1)]}})

def stream():
    source.stream({{"image": np.ones((1, 4), "u1"), "y": [2]}}, 2)

buttons = [Button(label="Patch"), Button(label="Stream")]
for button, act in zip(buttons, (patch, stream), strict=True):
    button.on_click(act)
curdoc().add_root(column(plot, *buttons))
"""

#: The colours of the image's cells, from the lowest row up: "r", "g", or "." where nothing is painted. They
#: are read from a copy: the canvas itself would be slow from then on.
CELLS = """([left, top]) => {
  const plot = window.asgiplots.documents[0].get_model_by_name("plot")
  const canvas = document.querySelector(".ap-figure .ap-canvas-data")
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height })
  const ctx = copy.getContext("2d", { willReadFrequently: true })
  ctx.drawImage(canvas, 0, 0)
  const at = (i, j) => {
    const x = left + ((i + 0.5) / 4) * plot.inner_width, y = top + (1 - (j + 0.5) / 4) * plot.inner_height
    const [red, green, , alpha] = ctx.getImageData(Math.round(x), Math.round(y), 1, 1).data
    return alpha === 0 ? "." : red > green ? "r" : "g"
  }
  return [0, 1, 2, 3].map(j => [0, 1, 2, 3].map(i => at(i, j)).join("")).join(" ")
}"""


def wait_for_cells(page: Page, wanted: str) -> None:
    page.wait_for_function(f"([place, wanted]) => ({CELLS})(place) === wanted", arg=[[LEFT, TOP], wanted])


def test_patched_cells_and_appended_rows_are_seen(pages: Pages, serve: Serve, shoot):
    page = pages.open(serve(APP))
    wait_for_cells(page, "rrrr rrrr .... ....")
    page.get_by_role("button", name="Patch").click()
    wait_for_cells(page, "rrrr ggrr .... ....")
    page.get_by_role("button", name="Stream").click()
    wait_for_cells(page, ".... ggrr gggg ....")
    shoot(page)
