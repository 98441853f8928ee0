"""Making cases: axes, renderers and fixed data, as the page of the tests takes them."""

from __future__ import annotations

import math
from typing import Any

Case = dict[str, Any]

MARKERS = [
    "asterisk",
    "circle",
    "circle_cross",
    "circle_dot",
    "circle_x",
    "circle_y",
    "cross",
    "dash",
    "diamond",
    "diamond_cross",
    "diamond_dot",
    "dot",
    "hex",
    "hex_dot",
    "inverted_triangle",
    "plus",
    "square",
    "square_cross",
    "square_dot",
    "square_pin",
    "square_x",
    "star",
    "star_dot",
    "triangle",
    "triangle_dot",
    "triangle_pin",
    "x",
    "y",
]
BLUES = ["#08306b", "#2171b5", "#6baed6", "#c6dbef"]
WARM = ["#4c1d4b", "#a11a5b", "#e83f3f", "#f69c73", "#faebdd"]


def new(kind: str, **fields: Any) -> dict[str, Any]:
    """A model made by the page."""
    return {"$new": [kind, fields]}


def case(*renderers: dict[str, Any], x: Any = (0, 10), y: Any = (0, 10), **more: Any) -> Case:
    """A case of 300 by 200 pixels; axes as (start, end) or as a dictionary."""
    sides = {"x": x if isinstance(x, dict) else {"ends": x}, "y": y if isinstance(y, dict) else {"ends": y}}
    return {"size": [300, 200], **sides, "renderers": list(renderers), **more}


def glyph(
    kind: str,
    data: dict[str, Any] | None = None,
    /,
    *,
    renderer: Any = None,
    selected: Any = None,
    **fields: Any,
) -> Case:
    """A renderer; a field given as text of one word that is a column reads that column."""
    columns = data or {}
    specs = {
        name: {"field": value} if isinstance(value, str) and value in columns else value
        for name, value in fields.items()
    }
    return {"glyph": [kind, specs], "data": columns, "selected": selected or [], "fields": renderer or {}}


def wave(count: int, cycles: float = 2.0) -> list[float]:
    """A sine around 5 with an amplitude of 4."""
    return [5 + 4 * math.sin(2 * math.pi * cycles * i / (count - 1)) for i in range(count)]


def steps(count: int, end: float = 10.0) -> list[float]:
    """Evenly spaced from 0 to `end`."""
    return [end * i / (count - 1) for i in range(count)]


def noise(count: int, seed: int = 7) -> list[float]:
    """Reproducible numbers between 0 and 1."""
    values, state = [], seed
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(state / 2**31)
    return values
