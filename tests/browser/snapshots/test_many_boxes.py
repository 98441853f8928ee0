"""Thousands of bars look as if each had been drawn by itself."""

from __future__ import annotations

from typing import Any

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
    "pale": {"fill_color": "teal", "fill_alpha": 0.1, "line_color": None},
    "pale colour": {"fill_color": "rgba(120, 0, 0, 0.2)", "line_color": None},
}
KINDS: dict[str, tuple[str, dict[str, list[float]], dict[str, Any]]] = {
    "vbar": ("VBar", {"x": PLACES, "top": ENDS}, {"x": "x", "top": "top", "width": 0.03}),
    "hbar": ("HBar", {"y": PLACES, "right": ENDS}, {"y": "y", "right": "right", "height": 0.05}),
    "quad": (
        "Quad",
        {
            "left": PLACES,
            "right": [place + 0.04 + 0.1 * more for place, more in zip(PLACES, noise(ROWS, 5), strict=True)],
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
    # A browser rounds each layer to 8 bits; hundreds of pale ones end some steps darker than their sum.
    assert mean_step(summed, single) < (12 if look.startswith("pale") else 4)
