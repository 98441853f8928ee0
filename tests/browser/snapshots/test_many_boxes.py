"""Thousands of bars look as if each had been drawn by itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from browser.snapshots.making import case, glyph, noise
from browser.snapshots.pictures import far_off, mean_step

pytestmark = pytest.mark.browser

ROWS = 6_000
APART = 2_000
"""Few enough rows to be drawn one by one."""

PLACES = sorted(10 * value for value in noise(ROWS, 3))
ENDS = [4 + 5 * value for value in noise(ROWS, 11)]
LOOKS: dict[str, dict[str, Any]] = {
    "lined": {"fill_color": "#1f77b4", "line_color": "#1f77b4"},
    "no line": {"fill_color": "#1f77b4", "line_color": None},
}
PALE: dict[str, dict[str, Any]] = {
    "alpha": {"fill_color": "teal", "fill_alpha": 0.2, "line_color": None},
    "colour": {"fill_color": "rgba(0, 128, 128, 0.2)", "line_color": None},
}
TEAL = np.array([0, 128, 128])
KINDS: dict[str, tuple[str, dict[str, list[float]], dict[str, Any]]] = {
    "vbar": ("VBar", {"x": PLACES, "top": ENDS}, {"x": "x", "top": "top", "width": 0.03}),
    "hbar": ("HBar", {"y": PLACES, "right": ENDS}, {"y": "y", "right": "right", "height": 0.05}),
    "quad": (
        "Quad",
        {
            "left": PLACES,
            "right": [
                min(place + 0.04 + 0.1 * more, 10) for place, more in zip(PLACES, noise(ROWS, 5), strict=True)
            ],
            "bottom": [end - 2 for end in ENDS],
            "top": ENDS,
        },
        {"left": "left", "right": "right", "bottom": "bottom", "top": "top"},
    ),
    "rect": (
        "Rect",
        {"x": PLACES, "y": ENDS},
        {"x": "x", "y": "y", "width": 0.2, "height": {"value": 3, "units": "screen"}},
    ),
}


@pytest.mark.parametrize("window", [(0, 10), (7, 4.5)], ids=["all", "flipped part"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_same_as_one_by_one(kind: str, look: str, window: tuple[float, float], draw: Any) -> None:
    name, data, fields = KINDS[kind]
    fields = {**fields, **LOOKS[look]}
    parts = [
        glyph(name, {column: values[start : start + APART] for column, values in data.items()}, **fields)
        for start in range(0, ROWS, APART)
    ]
    summed, single = draw(case(glyph(name, data, **fields), x=window)), draw(case(*parts, x=window))
    assert far_off(summed, single) + far_off(single, summed) <= 0.005 * summed.width * summed.height
    assert mean_step(summed, single) < 4


def covered(low: list[float], high: list[float], length: int) -> np.ndarray:
    """How much of each of `length` pixels lies between `low` and `high` (in pixels), row by row."""
    edges = np.arange(length)
    upper = np.minimum(edges + 1, np.asarray(high)[:, None])
    return np.maximum(upper - np.maximum(edges, np.asarray(low)[:, None]), 0)


@pytest.mark.parametrize("look", PALE)
def test_pale_boxes_let_through_what_they_should(look: str, draw: Any) -> None:
    """Compared with the product itself: a canvas rounds after each box, and gets darker than the colour."""
    name, data, fields = KINDS["quad"]
    picture = np.asarray(draw(case(glyph(name, data, **fields, **PALE[look]))), dtype=float)
    x = covered([30 * one for one in data["left"]], [30 * one for one in data["right"]], 300)
    y = covered([200 - 20 * one for one in data["top"]], [200 - 20 * one for one in data["bottom"]], 200)
    through = np.ones((200, 300))
    for across, up in zip(x, y, strict=True):
        left, right = np.flatnonzero(across)[[0, -1]]
        through[:, left : right + 1] *= 1 - 0.2 * np.outer(up, across[left : right + 1])
    wanted = TEAL + (255 - TEAL) * through[:, :, None]
    assert np.abs(picture - wanted).max() <= 2


CROWD = 40_000
"""Enough boxes that pixels are done, and boxes left out, long before the last one."""


def shares(low: float, high: float) -> np.ndarray:
    """How much of each pixel from the one of `low` to the one of `high` lies between them."""
    edges = np.arange(int(low), int(high) + 1)
    return np.minimum(edges + 1, high) - np.maximum(edges, low)


@pytest.mark.parametrize("alpha", [1, 0.5])
@pytest.mark.parametrize("tall", [1, 2.5], ids=["broad", "tall"])
def test_boxes_in_a_crowd_are_left_out_only_where_nothing_of_them_shows(
    alpha: float, tall: float, draw: Any
) -> None:
    """Crowded in the middle, single ones around it, each a few pixels large."""
    left, top = 290 * np.asarray(noise(CROWD, 3)), 190 * np.asarray(noise(CROWD, 11))
    near = np.arange(CROWD) % 40 > 0
    left[near], top[near] = 100 + left[near] / 4, 60 + top[near] / 4
    right = left + 1.5 + 3 * np.asarray(noise(CROWD, 5))
    bottom = top + tall * (1 + 3 * np.asarray(noise(CROWD, 13)))
    data = {"l": left / 30, "r": right / 30, "b": 10 - bottom / 20, "t": 10 - top / 20}
    fields = {"left": "l", "right": "r", "bottom": "b", "top": "t", "fill_color": "teal", "line_color": None}
    columns = {name: list(map(float, values)) for name, values in data.items()}
    picture = np.asarray(draw(case(glyph("Quad", columns, **fields, fill_alpha=alpha))), dtype=float)
    through = np.ones((200, 300))
    for x0, x1, y0, y1 in zip(left, right, top, bottom, strict=True):
        seen = through[int(y0) : int(y1) + 1, int(x0) : int(x1) + 1]
        up, across = shares(y0, y1)[: seen.shape[0]], shares(x0, x1)[: seen.shape[1]]
        seen *= 1 - alpha * np.outer(up, across)
    wanted = TEAL + (255 - TEAL) * through[:, :, None]
    assert np.abs(picture - wanted).max() <= 2
