"""Palettes as apps use them: ``Viridis256``, ``Category10[4]``, ``viridis(7)``, and functions of palettes.

Palettes are tuples of colours as hexadecimal text, made when first asked for. Where their colours come from,
and their licences, is said beside the data in ``models/_palette_data.py``.
"""

from collections.abc import Callable, Sequence
from typing import Any

from asgiplots.models import palettes
from asgiplots.models.palettes import Colors, blend, evenly_spaced
from asgiplots.schema.arrays import numpy
from asgiplots.schema.names import show, similar

_GROUPS = {
    "mpl": ("Magma", "Inferno", "Plasma", "Viridis", "Cividis"),
    "d3": ("Category10", "Category20", "Category20b", "Category20c"),
    "tol": (
        "Bright",
        "HighContrast",
        "Vibrant",
        "Muted",
        "MediumContrast",
        "Light",
        "Sunset",
        "BuRd",
        "TolPRGn",
        "TolYlOrBr",
        "Iridescent",
        "TolRainbow",
    ),
    "colorblind": ("Colorblind",),
    "bokeh": ("Bokeh",),
}


def lookup(name: str) -> Any:
    """Return a palette (``"Viridis256"``), a family by size (``"Viridis"``), or families by name (``"mpl"``).

    AttributeError with similar names for anything else.
    """
    if name in palettes.names():
        return palettes.family(name)
    if name in ("all_palettes", "brewer", "small_palettes", *_GROUPS):
        return {member: _sizes(member, name) for member in _members(name)}
    try:
        return palettes.named(name)
    except ValueError:
        known = [*palettes.names(), *palettes.flat_names(), *_GROUPS, "brewer", "all_palettes"]
        raise AttributeError(f"there is no palette called {name!r}{similar(name, known)}") from None


def _members(group: str) -> Sequence[str]:
    if group == "brewer":
        others = {member for members in _GROUPS.values() for member in members} | {"Turbo"}
        return [name for name in palettes.names() if name not in others]
    return _GROUPS.get(group) or palettes.names()


def _sizes(name: str, group: str) -> dict[int, Colors]:
    sizes = palettes.family(name)
    return {n: colors for n, colors in sizes.items() if n < 256} if group == "small_palettes" else sizes


def linear_palette(palette: Sequence[str], n: int) -> Colors:
    """Return ``n`` colours evenly spaced in a palette; ValueError if it has fewer."""
    if not 0 <= n <= len(palette):
        raise ValueError(f"expected a number of colours from 0 to the palette's {len(palette)}, got {n}")
    return tuple(palette[place] for place in evenly_spaced(n, len(palette)))


def diverging_palette(
    palette1: Sequence[str], palette2: Sequence[str], n: int, midpoint: float = 0.5
) -> Colors:
    """Return ``n`` colours: the first palette up to ``midpoint`` (0 to 1), then the second one reversed."""
    first = round(n * midpoint)
    return linear_palette(palette1, first) + linear_palette(tuple(palette2)[::-1], n - first)


def interp_palette(palette: Sequence[str], n: int) -> Colors:
    """Return ``n`` colours along straight lines in RGB through the colours of a palette."""
    if n < 0:
        raise ValueError(f"expected a number of colours of at least 0, got {n}")
    if not palette:
        raise ValueError("expected a palette of at least one colour, got none")
    return blend(tuple(_hex(color) for color in palette), n)


def varying_alpha_palette(
    color: str, n: int | None = None, start_alpha: int = 0, end_alpha: int = 255
) -> Colors:
    """Return ``n`` times one colour, from ``start_alpha`` to ``end_alpha`` (0 to 255).

    An alpha of the colour's own multiplies both. By default there is a colour for each step of alpha.
    """
    for name, alpha in (("start_alpha", start_alpha), ("end_alpha", end_alpha)):
        if not 0 <= alpha <= 255:
            raise ValueError(f"expected {name} from 0 to 255, got {alpha}")
    digits = _hex(color)
    own = int(digits[7:9] or "ff", 16) / 255
    count = abs(end_alpha - start_alpha) + 1 if n is None else n
    steps = [start_alpha + (end_alpha - start_alpha) * i / max(count - 1, 1) for i in range(count)]
    return tuple(f"{digits[:7]}{round(alpha * own):02x}" for alpha in steps)


def to_rgba_array(palette: Sequence[str]) -> Any:
    """Return a palette as a numpy array of bytes, one row of red, green, blue and alpha for each colour."""
    rows = [bytes.fromhex(f"{_hex(color)[1:]:f<8}") for color in palette]
    return numpy().array([list(row) for row in rows], dtype="u1").reshape(len(rows), 4)


def _hex(color: str) -> str:
    """Return "#rrggbb" or "#rrggbbaa"; ValueError for a colour that is not written with "#"."""
    digits = color.removeprefix("#")
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8) or not color.startswith("#"):
        raise ValueError(f"expected a colour such as '#1f77b4', got {show(color)}")
    return f"#{digits.lower()}"


def _sampler(name: str) -> Callable[[int], Colors]:
    def sample(n: int) -> Colors:
        return linear_palette(palettes.family(name)[256], n)

    sample.__name__ = sample.__qualname__ = name.lower()
    sample.__doc__ = f"Return ``n`` colours (at most 256) evenly spaced in {name}256."
    return sample


magma = _sampler("Magma")
inferno = _sampler("Inferno")
plasma = _sampler("Plasma")
viridis = _sampler("Viridis")
cividis = _sampler("Cividis")
turbo = _sampler("Turbo")
grey = gray = _sampler("Greys")
