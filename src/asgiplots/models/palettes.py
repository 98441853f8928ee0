"""Palettes by name: ``family("Viridis")[256]`` or ``named("Viridis256")``, made when first asked for."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any

from asgiplots.schema.kinds import Color, ListOf
from asgiplots.schema.names import similar
from asgiplots.schema.types import ColorLike

Colors = tuple[str, ...]

_SAMPLES = (*range(3, 12), 256)
_WITH_256 = ("Purples", "Blues", "Greens", "Oranges", "Reds", "Greys")


def split(text: str) -> Colors:
    """Return the colours of hexadecimal text, six digits each."""
    return tuple(f"#{text[i : i + 6]}" for i in range(0, len(text), 6))


def evenly_spaced(count: int, length: int) -> list[int]:
    """Return ``count`` places from the first to the last of ``length``."""
    return [place * (length - 1) // max(count - 1, 1) for place in range(count)]


def blend(colors: Colors, count: int) -> Colors:
    """Return ``count`` colours evenly spaced along straight lines in RGB (and alpha) through ``colors``."""
    digits = max(len(color) for color in colors)
    points = [bytes.fromhex(color[1:].ljust(digits - 1, "f")) for color in colors]
    if len(points) == 1:
        return colors * count
    blended: list[str] = []
    for place in range(count):
        position = place * (len(points) - 1) / max(count - 1, 1)
        left = min(int(position), len(points) - 2)
        pairs = zip(points[left], points[left + 1], strict=True)
        blended.append("#" + "".join(f"{int(a + (b - a) * (position - left) + 0.5):02x}" for a, b in pairs))
    return tuple(blended)


@cache
def family(name: str) -> dict[int, Colors]:
    """Return a palette in all its sizes; ValueError with similar names if there is none."""
    from asgiplots.models import _palette_data as data

    if name in data.SIZED:
        sizes = {len(part) // 6: split(part) for part in data.SIZED[name].split()}
        if name in _WITH_256:
            sizes[256] = blend(("#000000", "#ffffff") if name == "Greys" else sizes[9], 256)
        return sizes
    if name in data.FIRST:
        colors = split(data.FIRST[name])
        return {size: colors[:size] for size in range(3, len(colors) + 1)}
    if name in data.SAMPLED:
        colors = split(data.SAMPLED[name])
        return {size: tuple(colors[i] for i in evenly_spaced(size, 256)) for size in _SAMPLES}
    if name in data.BLENDED:
        colors = split(data.BLENDED[name])
        return {size: blend(colors, size) for size in range(3, len(colors) + 1)}
    if name == "TolRainbow":
        colors = split(data.RAINBOW)
        rows = [[int(place) for place in row.split()] for row in data.RAINBOW_PLACES.split("\n") if row]
        return {len(row): tuple(colors[place] for place in row) for row in rows}
    raise ValueError(f"there is no palette called {name!r}{similar(name, names())}")


@cache
def names() -> list[str]:
    """Return the names of all palettes, without sizes."""
    from asgiplots.models import _palette_data as data

    return [*data.SIZED, *data.FIRST, *data.SAMPLED, *data.BLENDED, "TolRainbow"]


_FLAT = re.compile(r"(.+?)(?:(?<=\d)_|(?<!\d))(\d+)")  # a name that ends in a digit has "_" before the size


def flat_name(name: str, size: int) -> str:
    """Return a palette's name with its size, such as ``"Viridis256"`` or ``"Category10_3"``."""
    return f"{name}_{size}" if name[-1].isdigit() else f"{name}{size}"


def named(name: str) -> Colors:
    """Return a palette by its name with its size; ValueError says which sizes or similar names there are."""
    match = _FLAT.fullmatch(name)
    if match is None or match[1] not in names():
        raise ValueError(f"there is no palette called {name!r}{similar(name, flat_names())}")
    sizes = family(match[1])
    if int(match[2]) not in sizes:
        known = ", ".join(map(str, sizes))
        raise ValueError(f"the palette {match[1]} has no size {match[2]}; its sizes: {known}")
    return sizes[int(match[2])]


def flat_names() -> list[str]:
    """Return the names of all palettes with each of their sizes."""
    return [flat_name(name, size) for name in names() for size in family(name)]


class PaletteKind(ListOf):
    """A list of colours, or the name of a palette."""

    def __init__(self) -> None:
        super().__init__(Color())
        self.expected = "a list of at least one colour or a palette's name such as 'Viridis256'"

    def coerce(self, value: Any) -> Any:
        colors = super().coerce(named(value) if isinstance(value, str) else value)
        if not colors:
            raise self.fail(value)
        return colors


Palette = Annotated[Sequence[ColorLike] | str, PaletteKind()]
