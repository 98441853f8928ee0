"""Ranges: what part of the data an axis shows."""

from typing import Annotated, Any

from asgiplots.models.drawing import Renderer
from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import PaddingUnits, StartEnd
from asgiplots.schema.kinds import ListOf
from asgiplots.schema.types import FACTOR, Auto, Datetime, FactorSeq, TimeDelta

Bound = float | Datetime | TimeDelta
Interval = float | TimeDelta


class UniqueFactors(ListOf):
    """A list of factors, each of which occurs once."""

    def __init__(self) -> None:
        super().__init__(FACTOR)

    def coerce(self, value: Any) -> Any:
        factors = super().coerce(value)
        seen: set[Any] = set()
        for factor in factors:
            if factor in seen:
                raise ValueError(f"expected each factor once, got {factor!r} twice or more often")
            seen.add(factor)
        return factors


@abstract
class Range(Model):
    """The base of ranges."""


@abstract
class NumericalRange(Range):
    """A range between two numbers, dates or time spans; ``start`` above ``end`` flips the axis."""

    start: Bound = field(required=True, view=True)
    end: Bound = field(required=True, view=True)


class Range1d(NumericalRange):
    """A range that stays as it is set until the app or a person moves it.

    ``bounds`` is how far panning and zooming may go: ``"auto"`` (the first ``start`` and ``end``) or a pair,
    either side of which may be None. ``reset_start`` and ``reset_end`` are where the reset tool goes, by
    default the first ``start`` and ``end``. ``min_interval`` and ``max_interval`` limit zooming.
    """

    start: Bound = field(default=0, view=True)
    end: Bound = field(default=1, view=True)
    reset_start: Bound | None = field(default=None, view=True)
    reset_end: Bound | None = field(default=None, view=True)
    bounds: Auto | tuple[Bound | None, Bound | None] | None = None
    min_interval: Interval | None = None
    max_interval: Interval | None = None

    def __init__(self, *ends: Any, **fields: Any) -> None:
        """Make a range of ``Range1d(start, end)`` or of keyword arguments."""
        if len(ends) not in (0, 2):
            raise ValueError(
                f"expected Range1d(start, end) or keyword arguments, got {len(ends)} positional arguments"
            )
        if ends:
            fields = {"start": ends[0], "end": ends[1]} | fields
        super().__init__(**fields)


@abstract
class DataRange(NumericalRange):
    """The base of ranges that follow the data of ``renderers`` (empty or ``"auto"``: all of the figure)."""

    start: Bound = field(default=float("nan"), view=True)
    end: Bound = field(default=float("nan"), view=True)
    renderers: list[Renderer] | Auto = field(factory=list)


class DataRange1d(DataRange):
    """A range computed in the browser from the data that its renderers show.

    ``range_padding`` is added at both ends: a part of the span (``"percent"``, 0.1 is a tenth) or data units
    (``"absolute"``). ``follow`` keeps one end at the data's end and shows ``follow_interval`` of it.
    ``default_span`` is the width shown when the data has none. ``only_visible`` leaves hidden renderers out.
    ``computed`` holds the ends as the browser worked them out last: an end that equals its part of it keeps
    following the data, any other was set by the app or a person and stays until the reset tool.
    """

    range_padding: Interval = 0.1
    range_padding_units: PaddingUnits = "percent"
    bounds: Auto | tuple[Bound | None, Bound | None] | None = None
    min_interval: Interval | None = None
    max_interval: Interval | None = None
    flipped: bool = False
    follow: StartEnd | None = None
    follow_interval: Interval | None = None
    default_span: Interval = 2.0
    only_visible: bool = False
    computed: tuple[float, float] | None = field(default=None, view=True)


class FactorRange(Range):
    """A range of categories: strings, or tuples of two or three strings for nested ones.

    Paddings are in units of one factor's width. ``start`` and ``end`` are synthetic coordinates set by the
    browser.
    """

    factors: Annotated[FactorSeq, UniqueFactors()] = field(factory=list)
    factor_padding: float = 0.0
    subgroup_padding: float = 0.8
    group_padding: float = 1.4
    range_padding: float = 0
    range_padding_units: PaddingUnits = "percent"
    start: float = field(default=0, view=True)
    end: float = field(default=0, view=True)
    bounds: Auto | tuple[float | None, float | None] | None = None
    min_interval: float | None = None
    max_interval: float | None = None

    def __init__(self, *factors: Any, **fields: Any) -> None:
        """Make a range of ``FactorRange("a", "b")`` or of keyword arguments."""
        if factors and "factors" in fields:
            raise ValueError("expected the factors of FactorRange once, got positional ones and factors=")
        if factors:
            fields["factors"] = list(factors)
        super().__init__(**fields)
