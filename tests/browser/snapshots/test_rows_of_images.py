"""Rows of images that touch look as one image of all their numbers, whichever canvases they lie on."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from browser.snapshots.making import WARM, case, glyph, new
from browser.snapshots.pictures import difference

pytestmark = pytest.mark.browser

ROWS, LENGTH = 96, 4096
"""Two canvases: one holds 64 rows of this length."""


def pattern(rows: int, length: int) -> list[list[int]]:
    """Broad rings, so that a pixel's shift shows at few places only."""
    y, x = np.mgrid[0:rows, 0:length]
    rings = np.hypot((x / length - 0.4) * 9, (y / rows - 0.6) * 9)
    return (rings.astype(int) % 5).tolist()


def array(rows: list[list[int]]) -> dict[str, Any]:
    return {"$array": [[len(rows), len(rows[0])], [value for row in rows for value in row]]}


def image(cells: list[Any], x: Any, y: Any, dw: float, dh: float, **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"image": cells, "x": x, "y": y}
    mapper = new("LinearColorMapper", palette=WARM, low=0, high=4)
    fields = {"image": "image", "x": "x", "y": "y", "dw": dw, "dh": dh, "color_mapper": mapper, **more}
    return glyph("Image", data, **fields)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("origin", ["bottom_left", "top_left"])
def test_a_pile_of_rows(origin: str, ratio: int, draw: Any) -> None:
    rows = pattern(ROWS, LENGTH)
    height = 9.7 / ROWS
    cells = [array([row]) for row in rows]
    pile = image(cells, [0.3] * ROWS, [0.1 + k * height for k in range(ROWS)], 9.4, height, origin=origin)
    whole = image([array(rows)], [0.3], [0.1], 9.4, 9.7)
    seen, wanted = draw(case(pile, ratio=ratio)), draw(case(whole, ratio=ratio))
    assert difference(seen, wanted).pixels <= 0.01 * seen.width * seen.height


def test_columns_side_by_side(draw: Any) -> None:
    columns = [list(line) for line in zip(*pattern(300, ROWS), strict=True)]
    width = 9.4 / ROWS
    cells = [array([[value] for value in line]) for line in columns]
    side = image(cells, [0.3 + k * width for k in range(ROWS)], [0.1] * ROWS, width, 9.7)
    whole = image([array(pattern(300, ROWS))], [0.3], [0.1], 9.4, 9.7)
    seen, wanted = draw(case(side)), draw(case(whole))
    assert difference(seen, wanted).pixels <= 0.01 * seen.width * seen.height


def test_rows_apart_stay_apart(draw: Any) -> None:
    rows = [[0, 1], [2, 3], [4, 0]]
    data = [array([row]) for row in rows]
    seen = np.asarray(draw(case(image(data, [1] * 3, [1, 4, 7], 8, 2))))
    inked = (seen != 255).any(axis=(1, 2))
    assert int(np.abs(np.diff(inked.astype(int))).sum()) == 6
