"""Tickers: where an axis puts its ticks."""

from collections.abc import Mapping
from typing import Any, cast

from asgiplots.schema import Model, abstract, field
from asgiplots.schema.types import NonNegativeInt, PositiveFloat, PositiveInt


@abstract
class Ticker(Model):
    """The base of tickers; a list of numbers stands for a ``FixedTicker``."""

    _converts = "a list of numbers"

    @classmethod
    def _convert(cls, value: object) -> "FixedTicker | None":
        listed = hasattr(value, "__iter__") and not isinstance(value, str | Mapping)
        return FixedTicker(ticks=cast(Any, value)) if listed and issubclass(FixedTicker, cls) else None


@abstract
class ContinuousTicker(Ticker):
    """The base of tickers of numbers: about so many major ticks, and minor intervals between two of them."""

    num_minor_ticks: NonNegativeInt = 5
    desired_num_ticks: PositiveInt = 6


class FixedTicker(ContinuousTicker):
    """Ticks at given places only."""

    ticks: list[float] = field(factory=list)
    minor_ticks: list[float] = field(factory=list)


class AdaptiveTicker(ContinuousTicker):
    """Ticks at multiples of a mantissa times a power of ``base``, the interval nearest to what is desired."""

    base: float = 10.0
    mantissas: list[float] = field(factory=lambda: [1, 2, 5])
    min_interval: float = 0.0
    max_interval: float | None = None


class BasicTicker(AdaptiveTicker):
    """Ticks at round decimal numbers."""


class LogTicker(AdaptiveTicker):
    """Ticks at powers of ``base``."""

    mantissas: list[float] = field(factory=lambda: [1, 5])


class SingleIntervalTicker(ContinuousTicker):
    """Ticks at multiples of one interval."""

    interval: PositiveFloat = field(required=True)


class DatetimeTicker(ContinuousTicker):
    """Ticks at round times, days, months and years, in UTC."""

    num_minor_ticks: NonNegativeInt = 0


class CategoricalTicker(Ticker):
    """One tick for each factor."""
