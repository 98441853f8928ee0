"""Ranges, scales, axes and grids of a new figure, from its short options."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal

from asgiplots.models.axes import CategoricalAxis, DatetimeAxis, LinearAxis, LogAxis
from asgiplots.models.grids import Grid
from asgiplots.models.plots import Plot
from asgiplots.models.ranges import DataRange1d, FactorRange, Range, Range1d
from asgiplots.models.scales import CategoricalScale, LinearScale, LogScale, Scale
from asgiplots.schema.arrays import is_datetime_scalar
from asgiplots.schema.names import show

AxisType = Literal["auto", "linear", "log", "datetime"]
AxisClass = type[LinearAxis] | type[LogAxis] | type[CategoricalAxis]
AXIS_TYPES: dict[str, AxisClass] = {"linear": LinearAxis, "log": LogAxis, "datetime": DatetimeAxis}


def make_range(value: Any, name: str) -> Range:
    """Return a range of None (automatic), a range, (start, end), factors, or a pandas group-by.

    ``name`` is the option that ``value`` was given as.
    """
    if value is None:
        return DataRange1d()
    if isinstance(value, Range):
        return value
    if hasattr(value, "groups"):
        return FactorRange(factors=sorted(_factor(key) for key in value.groups))
    if isinstance(value, str | Mapping) or not hasattr(value, "__iter__"):
        raise _no_range(value, name)
    items: list[Any] = list(value)
    if all(_is_factor(item) for item in items):
        return FactorRange(factors=items)
    if len(items) != 2:
        raise _no_range(value, name)
    return Range1d(start=items[0], end=items[1])


def _factor(key: Any) -> str | tuple[str, ...]:
    """Return the factor of a group: nested for a group by several columns."""
    return tuple(map(str, key)) if isinstance(key, tuple) else str(key)  # pyright: ignore


def _is_factor(item: Any) -> bool:
    return isinstance(item, str) or (isinstance(item, tuple) and all(isinstance(part, str) for part in item))  # pyright: ignore


def _no_range(value: Any, name: str) -> ValueError:
    return ValueError(f"{name} expected a range, a pair (start, end) or a list of factors, got {show(value)}")


def make_scale(range_: Range, axis_type: AxisType | None) -> Scale:
    """Return the scale that fits a range and the type of its axis."""
    if isinstance(range_, FactorRange):
        return CategoricalScale()
    return LogScale() if axis_type == "log" else LinearScale()


def axis_class(range_: Range, axis_type: AxisType | None, name: str) -> AxisClass | None:
    """Return the class of the axis of a range: None for no axis, ``"auto"`` looks at the range.

    ``name`` is the option that ``axis_type`` was given as.
    """
    if axis_type is None:
        return None
    if isinstance(range_, FactorRange):
        if axis_type != "auto":
            raise ValueError(f"{name} expected 'auto' or None for a range of factors, got {show(axis_type)}")
        return CategoricalAxis
    if axis_type == "auto":
        return DatetimeAxis if isinstance(range_, Range1d) and _is_date(range_.start) else LinearAxis
    if axis_type not in AXIS_TYPES:
        known = ", ".join(map(repr, ["auto", *AXIS_TYPES]))
        raise ValueError(f"{name} expected one of {known} or None, got {show(axis_type)}")
    return AXIS_TYPES[axis_type]


def _is_date(value: Any) -> bool:
    return isinstance(value, dt.date) or is_datetime_scalar(value)


def add_guides(
    plot: Plot,
    dimension: Literal[0, 1],
    cls: AxisClass | None,
    location: Literal["above", "below", "left", "right"] | None,
    label: str | None,
    minor_ticks: Any,
) -> None:
    """Put an axis and its grid into ``plot``: neither without a class, only the grid without a location."""
    if cls is None:
        return
    axis = cls()
    if hasattr(axis.ticker, "num_minor_ticks"):
        axis.ticker.update(num_minor_ticks=_minor_ticks(minor_ticks, cls))
    if label:
        axis.axis_label = label
    plot.add_layout(Grid(dimension=dimension, axis=axis))
    if location is not None:
        plot.add_layout(axis, location)


def _minor_ticks(value: Any, cls: AxisClass) -> int:
    if value == "auto":
        return 10 if issubclass(cls, LogAxis) else 5
    if value is None:
        return 0
    if not isinstance(value, int) or value < 2:
        raise ValueError(f"expected minor ticks to be 'auto', None or a number above 1, got {show(value)}")
    return value
