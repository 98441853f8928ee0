"""A long line drawn by pixel column looks as if every point had been stroked."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from browser.snapshots.making import case, glyph, noise, steps, wave
from browser.snapshots.pictures import far_off, mean_step

pytestmark = pytest.mark.browser

ROWS = 8_000
LONG = 40_000
"""Enough rows in each pixel column to be asked for by blocks."""


def walk(rows: int) -> list[float]:
    place, places = 5.0, []
    for step in noise(rows):
        place = min(max(place + (step - 0.5) / 6 * math.sqrt(ROWS / rows), 0), 10)
        places.append(place)
    return places


def gaps(values: list[float]) -> list[float]:
    return [math.nan if (i // 300) % 5 == 4 or i % 1013 == 0 else value for i, value in enumerate(values)]


def curves(rows: int) -> dict[str, list[float]]:
    return {
        "slow": wave(rows, 3),
        "fast": wave(rows, 150),
        "noise": [10 * value for value in noise(rows)],
        "quiet noise": [4.5 + value for value in noise(rows)],
        "walk": walk(rows),
        "gaps": gaps(walk(rows)),
        "spikes": [9 if i % (rows // 8 - 3) == 0 else 1 + value / 10 for i, value in enumerate(noise(rows))],
        "stairs": [float(i // (rows // 3) % 3 * 3 + 1) for i in range(rows)],
    }


CURVES, LONG_CURVES = curves(ROWS), curves(LONG)


@pytest.mark.parametrize(
    ("width", "alpha", "ratio", "window"),
    [(2, 1.0, 1, (0, 10)), (2, 0.4, 1, (3, 6.4)), (5, 1.0, 2, (0, 10)), (5, 1.0, 1, (6.4, 3))],
    ids=["thin", "pale", "wide", "flipped"],
)
@pytest.mark.parametrize("name", CURVES)
def test_same_as_stroked(
    name: str, width: int, alpha: float, ratio: int, window: tuple[float, float], draw: Any
) -> None:
    line = {"x": steps(ROWS), "y": CURVES[name]}
    compare(
        case(
            glyph("Line", line, line_color="#1f77b4", line_width=width, line_alpha=alpha),
            x=window,
            ratio=ratio,
        ),
        draw,
    )


@pytest.mark.parametrize("name", LONG_CURVES)
def test_same_as_stroked_by_blocks(name: str, draw: Any) -> None:
    line = {"x": steps(LONG), "y": LONG_CURVES[name]}
    compare(case(glyph("Line", line, line_color="#1f77b4", line_width=2)), draw)


def test_a_wide_line_beside_the_frame_reaches_into_it(draw: Any) -> None:
    line = {"x": [-0.3, -0.2, -0.19, 5, 10.2, 10.21], "y": [3, 0, 10, 5, 10, 0]}
    compare(case(glyph("Line", line, line_color="#1f77b4", line_width=20)), draw)


def compare(what: dict[str, Any], draw: Any) -> None:
    thinned, stroked = draw(what), draw(what, "stroke")
    inked = int((np.asarray(stroked).min(axis=2) < 250).sum())
    assert far_off(thinned, stroked) + far_off(stroked, thinned) <= 0.03 * inked
    assert mean_step(thinned, stroked) < 2


@pytest.mark.parametrize("name", CURVES)
def test_hairlines_cover_as_much(name: str, draw: Any) -> None:
    """Browsers stroke hairlines paler when their pieces are shorter than a pixel: ink is compared."""
    what = case(glyph("Line", {"x": steps(ROWS), "y": CURVES[name]}, line_color="black"))
    thinned, stroked = (255 - np.asarray(draw(what, how), dtype=float).mean() for how in ("draw", "stroke"))
    assert thinned == pytest.approx(stroked, rel=0.35)
