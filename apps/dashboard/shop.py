"""A year of a small shop, made up: orders for each day and region, the same on every run."""

import numpy as np

REGIONS = ("North", "East", "South", "West")
COLOURS = dict(zip(REGIONS, ("#2f7fb8", "#e07a3f", "#3f9d76", "#a8589b"), strict=True))
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS = np.arange("2025-01-01", "2026-01-01", dtype="datetime64[D]")

_rng = np.random.default_rng(2025)
_season = 1 + 0.35 * np.sin((np.arange(365) - 80) / 365 * 2 * np.pi)
_week = np.tile([0.9, 0.85, 0.95, 1.0, 1.25, 1.45, 0.7], 53)[2:367]

#: Orders a day by region.
ORDERS = {
    region: _rng.poisson(base * _season**power * _week).astype(float)
    for region, base, power in zip(REGIONS, (60, 42, 75, 30), (1.0, -0.4, 1.6, 0.3), strict=True)
}
#: What an order is worth on average, by region, in euros.
VALUE = dict(zip(REGIONS, (38.0, 55.0, 29.0, 71.0), strict=True))
_hours = np.exp(-((np.arange(24) - 12.5) ** 2) / 14) + 0.8 * np.exp(-((np.arange(24) - 20) ** 2) / 5)
#: Share of a week's orders by weekday and hour.
RHYTHM = np.outer([0.9, 0.85, 0.95, 1.0, 1.25, 1.45, 0.7], _hours) + _rng.random((7, 24)) * 0.06


def smooth(values, days=21):
    """A running mean over `days`, centred; mirrored at both ends."""
    padded = np.pad(values, days // 2, mode="reflect")
    return np.convolve(padded, np.ones(days) / days, mode="valid")
