"""Long steps, areas and rows of lines, drawn by pixel column, look as if every row had been drawn.

What a pixel should show is the mean of the 16 small pixels that it is drawn on for comparison: browsers
themselves lose what is thinner than a quarter of a pixel.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from browser.snapshots.making import case, glyph, steps, wave
from browser.snapshots.pictures import far_off, mean_step
from browser.snapshots.test_long_lines import CURVES, LONG, LONG_CURVES, ROWS
from PIL import Image

pytestmark = pytest.mark.browser

FINE = 4
BLUE = "#1f77b4"


def hill(rows: int) -> list[float]:
    return [2 + value / 8 for value in wave(rows, 2)]


def towers(rows: int) -> list[float]:
    """Towers and pits of two pixels, and gaps of one: the least that must be seen."""
    size = rows // 300
    heights = {0: 9.0, 1: 9.0, 20: 1.0, 21: 1.0, 30: math.nan}
    return [heights.get(i // size % 40, 5.0) for i in range(rows)]


def area_of(kind: str, rows: int, y: list[float], **fields: Any) -> dict[str, Any]:
    data = {"x": steps(rows), "y1": hill(rows), "y2": y}
    return glyph(kind, data, fill_color=BLUE, **fields)


KINDS: dict[str, Any] = {
    "step": lambda rows, y: glyph("Step", {"x": steps(rows), "y": y}, line_color=BLUE, line_width=2),
    "pale step": lambda rows, y: glyph(
        "Step", {"x": steps(rows), "y": y}, line_color=BLUE, line_width=5, line_alpha=0.4, mode="center"
    ),
    "varea": lambda rows, y: area_of("VArea", rows, y),
    "varea_step": lambda rows, y: area_of("VAreaStep", rows, y, y1=0, fill_alpha=0.5, step_mode="center"),
    "multi_line": lambda rows, y: glyph(
        "MultiLine", {"xs": [steps(rows)], "ys": [y]}, line_color=BLUE, line_width=2
    ),
}


def compare(what: dict[str, Any], draw: Any, most: float = 2.5) -> None:
    picture, fine = draw(what), draw(what, "fine")
    wanted: Image.Image = fine.reduce(FINE)
    inked = int((np.asarray(wanted).min(axis=2) < 250).sum())
    assert far_off(picture, wanted) + far_off(wanted, picture) <= 0.05 * inked
    assert mean_step(picture, wanted) < most


LINES = ["step", "pale step", "multi_line"]
FILLED = ["varea", "varea_step"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, kind) for name in ("fast", "noise", "gaps", "towers") for kind in LINES),
        *((name, "step") for name in ("quiet noise", "walk", "spikes", "stairs")),
        *((name, kind) for name in ("fast", "gaps", "towers") for kind in FILLED),
        ("noise", "varea"),
    ],
)
def test_same_as_every_row(name: str, kind: str, draw: Any) -> None:
    y = CURVES[name] if name in CURVES else towers(ROWS)
    compare(case(KINDS[kind](ROWS, y)), draw, 5 if (name, kind) == ("noise", "varea") else 2.5)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("noise", "step"),
        ("towers", "step"),
        *((name, kind) for name in ("gaps", "towers") for kind in FILLED),
    ],
)
def test_same_as_every_row_of_many_in_a_column(name: str, kind: str, draw: Any) -> None:
    y = LONG_CURVES[name] if name in LONG_CURVES else towers(LONG)
    compare(case(KINDS[kind](LONG, y)), draw)


@pytest.mark.parametrize(("window", "ratio"), [((6.4, 3), 1), ((2, 9), 2)], ids=["flipped", "dense screen"])
@pytest.mark.parametrize("kind", ["step", "varea"])
def test_same_as_every_row_when_zoomed(kind: str, window: tuple[float, float], ratio: int, draw: Any) -> None:
    compare(case(KINDS[kind](LONG, towers(LONG)), x=window, ratio=ratio), draw)


def test_areas_over_y(draw: Any) -> None:
    data = {"y": steps(ROWS), "x1": hill(ROWS), "x2": towers(ROWS)}
    compare(case(glyph("HArea", data, fill_color=BLUE)), draw)


def test_log_axes(draw: Any) -> None:
    x = [10 ** (v * 0.3) for v in steps(ROWS)]
    y = [10 ** (v / 4) for v in LONG_CURVES["gaps"][:ROWS]]
    sides = {"x": {"ends": [1, 1000], "log": True}, "y": {"ends": [1, 400], "log": True}}
    compare(case(glyph("VArea", {"x": x, "y2": y}, y1=0, fill_color=BLUE), **sides), draw)
