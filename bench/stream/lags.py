"""How far what is painted lies behind what was made: percentiles, and whether a page keeps up."""

from __future__ import annotations

import statistics

from bench.experiments import percentile

#: For each append when it was made and when it was painted, in seconds.
Painted = list[tuple[float, float]]


def lags(painted: Painted) -> list[float]:
    """Seconds from the callback to the pixels, in the order of the callbacks."""
    return [shown - made for made, shown in painted]


def keeps_up(painted: Painted, expected: int, limit: float) -> bool:
    """Whether a page keeps up: of the `expected` appends nearly all were painted.

    95 of 100 were painted within `limit` seconds, and the last ones about as soon as the first ones.
    """
    if len(painted) < max(4, 0.9 * expected):
        return False
    behind = lags(painted)
    quarter = len(behind) // 4
    first, last = statistics.median(behind[:quarter]), statistics.median(behind[-quarter:])
    return percentile(behind, 95) <= limit and last <= 1.25 * first + 0.05
