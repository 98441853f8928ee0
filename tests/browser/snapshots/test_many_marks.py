"""Thousands of marks look as if each had been drawn by paths."""

from __future__ import annotations

from typing import Any

import pytest
from browser.snapshots.making import MARKERS, WARM, case, glyph, new, noise
from browser.snapshots.pictures import far_off, mean_step

pytestmark = pytest.mark.browser

ROWS = 2_400
APART = 400
"""Few enough rows to be drawn by paths."""

DATA: dict[str, list[Any]] = {
    "x": [10 * value for value in noise(ROWS, 3)],
    "y": [10 * value for value in noise(ROWS, 11)],
    "v": noise(ROWS, 5),
    "size": [3 + 16 * value for value in noise(ROWS, 13)],
    "turn": [6 * value for value in noise(ROWS, 17)],
    "kind": [MARKERS[i % len(MARKERS)] for i in range(ROWS)],
}
MAPPED = {"field": "v", "transform": new("LinearColorMapper", palette=WARM, low=0, high=1)}
LOOKS: dict[str, dict[str, Any]] = {
    "plain": {"size": 9},
    "no line": {"size": 7, "line_color": None, "fill_color": MAPPED},
    "pale": {
        "size": 14,
        "fill_alpha": 0.3,
        "line_alpha": 0.5,
        "line_color": "#7f0000",
        "fill_color": "orange",
    },
    "no fill": {"size": 12, "fill_color": None, "line_color": MAPPED, "line_width": 2},
    "every kind": {
        "size": "size",
        "marker": "kind",
        "angle": "turn",
        "line_color": "#08306b",
        "fill_color": "#9ecae1",
    },
}


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("look", LOOKS)
def test_same_as_by_paths(look: str, ratio: int, draw: Any) -> None:
    parts = [
        glyph(
            "Scatter", {name: values[start : start + APART] for name, values in DATA.items()}, **LOOKS[look]
        )
        for start in range(0, ROWS, APART)
    ]
    stamped = draw(case(glyph("Scatter", DATA, **LOOKS[look]), ratio=ratio))
    by_paths = draw(case(*parts, ratio=ratio))
    assert far_off(stamped, by_paths) + far_off(by_paths, stamped) <= 0.005 * stamped.width * stamped.height
    assert mean_step(stamped, by_paths) < 8


def test_circles_of_a_radius_in_data_units(draw: Any) -> None:
    fields = {"radius": 0.12, "fill_color": "teal", "fill_alpha": 0.6}
    parts = [
        glyph("Circle", {name: DATA[name][start : start + APART] for name in "xy"}, **fields)
        for start in range(0, ROWS, APART)
    ]
    stamped, by_paths = draw(case(glyph("Circle", DATA, **fields))), draw(case(*parts))
    assert far_off(stamped, by_paths) + far_off(by_paths, stamped) <= 0.005 * stamped.width * stamped.height


CROWD = 8_000
"""More marks than an eighth of the pixels."""

CROWDS: dict[str, dict[str, Any]] = {
    "plain": {"size": 5, "line_color": "#1f77b4", "fill_color": "#1f77b4"},
    "no line": {"size": 4, "line_color": None, "fill_color": "teal"},
    "squares": {"size": 6, "marker": "square", "angle": 0.4, "line_color": None, "fill_color": "#7f0000"},
    "stars": {"size": 11, "marker": "star", "line_color": None, "fill_color": "#7f0000"},
    "pale": {"size": 5, "line_color": None, "fill_color": "teal", "fill_alpha": 0.2},
    "outlined": {"size": 6, "line_color": "white", "fill_color": MAPPED},
    "pale colours": {"size": 5, "line_color": None, "fill_color": MAPPED, "fill_alpha": 0.5},
}


@pytest.mark.parametrize("spread", [3, 12, 40], ids=["dense", "full", "thin"])
@pytest.mark.parametrize("look", CROWDS)
def test_a_crowd_is_the_same_as_by_paths(look: str, spread: float, draw: Any) -> None:
    data = {
        "x": [5 + spread * (value - 0.5) for value in noise(CROWD, 3)],
        "y": [5 + spread * (value - 0.5) for value in noise(CROWD, 11)],
        "v": noise(CROWD, 5),
    }
    parts = [
        glyph(
            "Scatter", {name: values[start : start + APART] for name, values in data.items()}, **CROWDS[look]
        )
        for start in range(0, CROWD, APART)
    ]
    stamped, by_paths = draw(case(glyph("Scatter", data, **CROWDS[look]))), draw(case(*parts))
    assert far_off(stamped, by_paths) + far_off(by_paths, stamped) <= 0.005 * stamped.width * stamped.height
    assert mean_step(stamped, by_paths) < 5
