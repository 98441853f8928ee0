"""Mappers: from numbers or factors to colours and markers."""

from asgiplots.models.drawing import DataRenderer
from asgiplots.models.palettes import Palette
from asgiplots.models.transforms import Transform
from asgiplots.schema import abstract, field
from asgiplots.schema.enums import MarkerType
from asgiplots.schema.types import Color, FactorSeq


@abstract
class Mapper(Transform):
    """The base of mappers."""


@abstract
class ColorMapper(Mapper):
    """The base of mappers to colours.

    ``palette`` is a sequence of colours or a palette's name, ``"Viridis256"``.
    """

    palette: Palette = field(required=True)
    nan_color: Color = "gray"


@abstract
class ContinuousColorMapper(ColorMapper):
    """The base of mappers of numbers; without ``low`` and ``high`` the column's extremes are used.

    ``low_color`` and ``high_color`` paint what lies outside; without them the palette's ends do.
    ``domain`` lists (renderer, column) pairs whose data gives the extremes instead.
    """

    domain: list[tuple[DataRenderer, str | list[str]]] = field(factory=list)
    low: float | None = None
    high: float | None = None
    low_color: Color | None = None
    high_color: Color | None = None


class LinearColorMapper(ContinuousColorMapper):
    """Maps numbers evenly onto the palette."""


class LogColorMapper(ContinuousColorMapper):
    """Maps the logarithms of positive numbers evenly onto the palette."""


@abstract
class CategoricalMapper(Mapper):
    """The base of mappers of factors.

    ``start`` and ``end`` slice nested factors before they are looked up.
    """

    factors: FactorSeq = field(required=True)
    start: int = 0
    end: int | None = None


class CategoricalColorMapper(CategoricalMapper, ColorMapper):
    """Maps each factor to the colour at its place in the palette, and others to ``nan_color``."""


class CategoricalMarkerMapper(CategoricalMapper):
    """Maps each factor to the marker at its place in ``markers``, and others to ``default_value``."""

    markers: list[MarkerType] = field(required=True)
    default_value: MarkerType = "circle"
