"""Columns passed through a mapper or transform in the browser, wherever a glyph takes a column."""

import warnings
from collections.abc import Sequence
from typing import Any

from asgiplots.models.expressions import CumSum, Expression, Stack
from asgiplots.models.mappers import (
    CategoricalColorMapper,
    CategoricalMarkerMapper,
    LinearColorMapper,
    LogColorMapper,
)
from asgiplots.models.ranges import Range
from asgiplots.models.transforms import Dodge, Jitter, Transform
from asgiplots.schema import Expr, Field, Value
from asgiplots.schema.enums import JitterRandomDistribution
from asgiplots.schema.types import ColorLike

Palette = str | Sequence[ColorLike]
Factors = Sequence[Any]


def value(val: Any, transform: Transform | None = None) -> Value:
    """Return one value for all rows, for arguments where a plain string would be a column."""
    return Value(val, transform)


def field(name: str, transform: Transform | None = None) -> Field:
    """Return the column ``name``, for arguments where a plain string would be a value."""
    return Field(name, transform)


def expr(expression: Expression, transform: Transform | None = None) -> Expr:
    """Return a column computed in the browser."""
    return Expr(expression, transform)


def transform(field_name: str, transform: Transform) -> Field:
    """Return a column passed through a transform."""
    return Field(field_name, transform)


def linear_cmap(
    field_name: str,
    palette: Palette,
    low: float | None,
    high: float | None,
    low_color: ColorLike | None = None,
    high_color: ColorLike | None = None,
    nan_color: ColorLike = "gray",
) -> Field:
    """Return colours that spread ``palette`` evenly from ``low`` to ``high`` of a column; see the mapper."""
    mapper = LinearColorMapper(
        palette=palette, low=low, high=high, low_color=low_color, high_color=high_color, nan_color=nan_color
    )
    return Field(field_name, mapper)


def log_cmap(
    field_name: str,
    palette: Palette,
    low: float | None,
    high: float | None,
    low_color: ColorLike | None = None,
    high_color: ColorLike | None = None,
    nan_color: ColorLike = "gray",
) -> Field:
    """Return colours that spread ``palette`` over the logarithms of a column; see the mapper."""
    mapper = LogColorMapper(
        palette=palette, low=low, high=high, low_color=low_color, high_color=high_color, nan_color=nan_color
    )
    return Field(field_name, mapper)


def factor_cmap(
    field_name: str,
    palette: Palette,
    factors: Factors,
    start: int = 0,
    end: int | None = None,
    nan_color: ColorLike = "gray",
) -> Field:
    """Return a colour for each of ``factors``; ``start`` and ``end`` slice nested factors before.

    Warns if the palette is too short: the factors beyond it get ``nan_color``.
    """
    mapper = CategoricalColorMapper(
        palette=palette, factors=factors, start=start, end=end, nan_color=nan_color
    )
    if len(mapper.palette) < len(mapper.factors):
        warnings.warn(
            f"the palette of factor_cmap({field_name!r}) has {len(mapper.palette)} colours for "
            f"{len(mapper.factors)} factors; the rest is drawn in nan_color",
            stacklevel=2,
        )
    return Field(field_name, mapper)


def factor_mark(
    field_name: str, markers: Sequence[Any], factors: Factors, start: int = 0, end: int | None = None
) -> Field:
    """Return a marker for each of ``factors``; ``start`` and ``end`` slice nested factors before."""
    mapper = CategoricalMarkerMapper(markers=list(markers), factors=factors, start=start, end=end)
    return Field(field_name, mapper)


def dodge(field_name: str, value: float, range: Range | None = None) -> Field:
    """Return a column moved by ``value``, in units of one factor's width on a categorical range."""
    return Field(field_name, Dodge(value=value, range=range))


def jitter(
    field_name: str,
    width: float,
    mean: float = 0,
    distribution: JitterRandomDistribution = "uniform",
    range: Range | None = None,
) -> Field:
    """Return a column with random offsets around ``mean``."""
    return Field(field_name, Jitter(mean=mean, width=width, distribution=distribution, range=range))


def cumsum(field_name: str, include_zero: bool = False) -> Expr:
    """Return the running sum of a column."""
    return Expr(CumSum(field=field_name, include_zero=include_zero))


def stack(*fields: str) -> Expr:
    """Return the sum of columns, row by row."""
    return Expr(Stack(fields=list(fields)))
