"""Palettes: ``from asgiplots.palettes import Viridis256, Category10, viridis``."""

from typing import Any

from asgiplots.plotting.palettes import (
    cividis,
    diverging_palette,
    gray,
    grey,
    inferno,
    interp_palette,
    linear_palette,
    lookup,
    magma,
    plasma,
    to_rgba_array,
    turbo,
    varying_alpha_palette,
    viridis,
)

__all__ = [
    "cividis",
    "diverging_palette",
    "gray",
    "grey",
    "inferno",
    "interp_palette",
    "linear_palette",
    "magma",
    "plasma",
    "to_rgba_array",
    "turbo",
    "varying_alpha_palette",
    "viridis",
]


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return lookup(name)
