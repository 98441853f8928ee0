"""Stacked bars, areas and lines: one glyph for each column, each beginning where the one before ends."""

from collections.abc import Sequence
from typing import Any

from asgiplots.models.expressions import Stack
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.plotting.marker_methods import MarkerMethods
from asgiplots.schema import Expr


class StackMethods(MarkerMethods):
    """Methods that stack columns of a source and return one renderer for each.

    A list or tuple among the keywords has one item for each column; other keywords hold for all. Renderers
    are named after their columns unless ``name`` says otherwise.
    """

    def vbar_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack vertical bars upwards."""
        return [self.vbar(**each) for each in double_stack(stackers, "bottom", "top", options)]

    def hbar_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack horizontal bars to the right."""
        return [self.hbar(**each) for each in double_stack(stackers, "left", "right", options)]

    def varea_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack areas upwards."""
        return [self.varea(**each) for each in double_stack(stackers, "y1", "y2", options)]

    def harea_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack areas to the right."""
        return [self.harea(**each) for each in double_stack(stackers, "x1", "x2", options)]

    def vline_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack lines upwards."""
        return [self.line(**each) for each in single_stack(stackers, "y", options)]

    def hline_stack(self, stackers: Sequence[str], **options: Any) -> list[GlyphRenderer]:
        """Stack lines to the right."""
        return [self.line(**each) for each in single_stack(stackers, "x", options)]


def double_stack(
    stackers: Sequence[str], low: str, high: str, options: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the keywords of each glyph of a stack that lies between two sums."""
    _refuse(options, low, high)
    names = list(stackers)
    sums = [Expr(Stack(fields=names[:count])) for count in range(len(names) + 1)]
    return [
        {"name": name, low: sums[place], high: sums[place + 1], **each}
        for place, (name, each) in enumerate(zip(names, _dealt(names, options), strict=True))
    ]


def single_stack(stackers: Sequence[str], place: str, options: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the keywords of each glyph of a stack that lies at one sum."""
    _refuse(options, place)
    names = list(stackers)
    return [
        {"name": name, place: Expr(Stack(fields=names[: count + 1])), **each}
        for count, (name, each) in enumerate(zip(names, _dealt(names, options), strict=True))
    ]


def _refuse(options: dict[str, Any], *names: str) -> None:
    for name in names:
        if name in options:
            raise ValueError(f"a stack finds {name!r} by itself, so it cannot be given")


def _dealt(stackers: list[str], options: dict[str, Any]) -> list[dict[str, Any]]:
    for name, value in options.items():
        if isinstance(value, list | tuple) and len(value) != len(stackers):  # pyright: ignore[reportUnknownArgumentType]
            raise ValueError(
                f"a stack of {len(stackers)} expected as many items for {name!r}, got {len(value)}"  # pyright: ignore
            )
    return [
        {name: value[place] if isinstance(value, list | tuple) else value for name, value in options.items()}
        for place in range(len(stackers))
    ]
