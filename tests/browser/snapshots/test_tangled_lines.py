"""Long lines that no pixel column sums up look as if every point had been stroked: those whose x falls too,
dashed ones, and those of chosen rows."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from browser.snapshots.making import case, glyph, new, noise, steps
from browser.snapshots.pictures import far_off, mean_step
from browser.snapshots.test_long_lines import gaps, walk

pytestmark = pytest.mark.browser

ROWS = 24_000


def rounds(rows: int, turns: float) -> dict[str, list[float]]:
    """A spiral that runs out to the frame."""
    angles = [2 * math.pi * turns * i / rows for i in range(rows)]
    return {
        "x": [5 + 5 * i / rows * math.cos(angle) for i, angle in enumerate(angles)],
        "y": [5 + 5 * i / rows * math.sin(angle) for i, angle in enumerate(angles)],
    }


def ways(rows: int) -> dict[str, dict[str, list[float]]]:
    across, up = walk(rows), walk(rows + 1)[::-1][:rows]
    jumps = [10 * value for value in noise(60)]
    return {
        "walk": {"x": across, "y": up},
        "gaps": {"x": gaps(across), "y": up},
        "spiral": rounds(rows, 20),
        "few long steps": {
            "x": [jumps[i * 40 // rows] for i in range(rows)],
            "y": [jumps[59 - i * 40 // rows] for i in range(rows)],
        },
        "beyond the frame": {"x": [3 * x - 10 for x in across], "y": [3 * y - 10 for y in up]},
    }


WAYS = ways(ROWS)


@pytest.mark.parametrize(
    ("width", "alpha", "ratio", "window"),
    [(2, 1.0, 1, (0, 10)), (2, 0.4, 1, (3, 6.4)), (5, 1.0, 2, (0, 10)), (3, 1.0, 1, (6.4, 3))],
    ids=["thin", "pale", "wide", "flipped"],
)
@pytest.mark.parametrize("name", WAYS)
def test_of_any_order(
    name: str, width: int, alpha: float, ratio: int, window: tuple[float, float], draw: Any
) -> None:
    # Corners and ends are always round.
    line = glyph(
        "Line",
        WAYS[name],
        line_color="#1f77b4",
        line_width=width,
        line_alpha=alpha,
        line_join="round",
        line_cap="round",
    )
    compare(case(line, x=window, y=window, ratio=ratio), draw)


@pytest.mark.parametrize("name", ["walk", "gaps", "few long steps", "beyond the frame"])
def test_hairlines_of_any_order(name: str, draw: Any) -> None:
    what = case(glyph("Line", WAYS[name], line_color="black"))
    drawn, stroked = (255 - np.asarray(draw(what, how), dtype=float).mean() for how in ("draw", "stroke"))
    assert drawn == pytest.approx(stroked, rel=0.35)


def test_a_hairline_has_the_ink_of_its_length(draw: Any) -> None:
    """Browsers stroke short pieces too pale."""
    x, y = np.array(WAYS["spiral"]["x"]) * 30, np.array(WAYS["spiral"]["y"]) * 20
    length = float(np.hypot(np.diff(x), np.diff(y)).sum())
    drawn = draw(case(glyph("Line", WAYS["spiral"], line_color="black")))
    assert float((255 - np.asarray(drawn, dtype=float)).sum()) / 3 / 255 == pytest.approx(length, rel=0.05)


@pytest.mark.parametrize("dash", [[6], [12, 4], [2, 4, 6, 4]], ids=["even", "long", "dashes and dots"])
@pytest.mark.parametrize(("name", "width"), [("slow", 2), ("spiral", 3), ("rough", 2)])
def test_dashed(name: str, width: int, dash: list[int], draw: Any) -> None:
    lines = {
        "slow": {"x": steps(ROWS), "y": [5 + 4 * math.sin(x) for x in steps(ROWS)]},
        "spiral": rounds(ROWS, 5),
        "rough": {"x": steps(ROWS), "y": walk(ROWS)},
    }
    line = glyph("Line", lines[name], line_color="#1f77b4", line_width=width, line_dash=dash)
    compare(case(line), draw)


@pytest.mark.parametrize("name", ["first half", "every tenth missing", "long runs"])
def test_filtered(name: str, draw: Any) -> None:
    wanted = {
        "first half": [i < ROWS // 2 + 5000 for i in range(ROWS)],
        "every tenth missing": [i % 10 != 3 for i in range(ROWS)],
        "long runs": [i // 700 % 4 > 0 for i in range(ROWS)],
    }[name]
    data = {"x": steps(ROWS), "y": walk(ROWS), "shown": [float(one) for one in wanted]}
    view = new("CDSView", filter=new("BooleanFilter", booleans=wanted))
    compare(case(glyph("Line", data, line_color="#1f77b4", line_width=2, renderer={"view": view})), draw)


def compare(what: dict[str, Any], draw: Any) -> None:
    """The bounds are those of `test_long_lines`."""
    drawn, stroked = draw(what), draw(what, "stroke")
    inked = int((np.asarray(stroked).min(axis=2) < 250).sum())
    assert inked > 500
    assert far_off(drawn, stroked) + far_off(stroked, drawn) <= 0.03 * inked
    assert mean_step(drawn, stroked) < 2
