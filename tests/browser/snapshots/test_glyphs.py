"""Every glyph and every marker looks as it did when somebody last looked at it."""

from __future__ import annotations

from typing import Any

import pytest
from browser.snapshots.areas import AREAS
from browser.snapshots.cases import CASES
from browser.snapshots.making import MARKERS, case, glyph, new

pytestmark = pytest.mark.browser

ALL = {**CASES, **AREAS}
# Systems smooth the same letters differently.
LOOSE = {"text": 100}


@pytest.mark.parametrize("name", ALL)
def test_picture(name: str, draw: Any, same_as_kept: Any) -> None:
    same_as_kept(draw(ALL[name]), name, LOOSE.get(name, 12))


def test_swatches(draw: Any, same_as_kept: Any) -> None:
    row = {"x": [1], "y": [1]}
    mapper = new("LinearColorMapper", palette=["#08306b", "#6baed6", "#c6dbef"])
    shown = case(
        glyph("Line", row, line_color="navy", line_width=3),
        glyph("Scatter", row, size=12, marker="star", fill_color="orange"),
        glyph("Circle", row, radius=3, fill_color="pink"),
        glyph("VBar", {"x": [1], "top": [2]}, fill_color="green", line_color=None),
        glyph("Segment", {"x0": [0], "y0": [0], "x1": [1], "y1": [1]}, line_dash=[4, 2], line_width=2),
        glyph("Patch", row, fill_color="#fa9fb5"),
        glyph("Image", {"image": []}, color_mapper=mapper),
    )
    same_as_kept(draw({**shown, "size": [300, 40]}, "legend"), "swatches")


def test_swatches_of_steps_areas_and_rows_of_lines(draw: Any, same_as_kept: Any) -> None:
    row, lines = {"x": [1], "y": [1]}, {"xs": [[1, 2]], "ys": [[1, 2]], "c": ["#2171b5"]}
    shown = case(
        glyph("Step", row, line_color="navy", line_width=3),
        glyph("VArea", {**row, "y1": [1], "y2": [1]}, fill_color="orange"),
        glyph("HAreaStep", {**row, "x1": [1], "x2": [1]}, fill_color="green", fill_alpha=0.5),
        glyph("MultiLine", lines, line_color="c", line_width=2),
        glyph("Patches", lines, fill_color="c"),
    )
    same_as_kept(draw({**shown, "size": [300, 40]}, "legend"), "swatches_areas")


def test_every_marker_is_shown_once() -> None:
    assert len(set(MARKERS)) == len(MARKERS) == 28
