"""Tick formatters: how an axis writes its ticks."""

from asgiplots.models.tickers import Ticker
from asgiplots.schema import Model, abstract
from asgiplots.schema.enums import ContextWhich, Location, ResolutionType, RoundingFunction
from asgiplots.schema.types import Auto


@abstract
class TickFormatter(Model):
    """The base of tick formatters."""


class BasicTickFormatter(TickFormatter):
    """Decimals with as many digits as tell the ticks apart, or scientific notation for large exponents."""

    precision: Auto | int = "auto"
    use_scientific: bool = True
    power_limit_high: int = 5
    power_limit_low: int = -3


class NumeralTickFormatter(TickFormatter):
    """A pattern such as ``"0,0.00"``, ``"0.0%"``, ``"$0.0a"`` or ``"0b"``."""

    format: str = "0,0"
    rounding: RoundingFunction = "round"


class PrintfTickFormatter(TickFormatter):
    """A printf pattern such as ``"%5.2f mu"``."""

    format: str = "%s"


class LogTickFormatter(TickFormatter):
    """Powers of the ticker's base; exponents below ``min_exponent`` in size are written as plain numbers."""

    ticker: Ticker | None = None
    min_exponent: int = 0


class DatetimeTickFormatter(TickFormatter):
    """Dates and times by strftime patterns (and ``%3N``, ``%f``), one for each resolution.

    ``context`` adds a second line (below by default) to the first, last, middle or each tick, saying for
    example the day that the times belong to: a pattern or another formatter. ``boundary_scaling`` writes a
    tick that starts a larger unit by that unit's pattern; ``hide_repeats`` leaves out a label equal to the
    one before.
    """

    microseconds: str = "%fus"
    milliseconds: str = "%3Nms"
    seconds: str = "%Ss"
    minsec: str = ":%M:%S"
    minutes: str = ":%M"
    hourmin: str = "%H:%M"
    hours: str = "%Hh"
    days: str = "%m/%d"
    months: str = "%m/%Y"
    years: str = "%Y"
    strip_leading_zeros: bool | list[ResolutionType] = False
    boundary_scaling: bool = True
    hide_repeats: bool = False
    context: "str | DatetimeTickFormatter | None" = None
    context_which: ContextWhich = "start"
    context_location: Location = "below"


class CategoricalTickFormatter(TickFormatter):
    """Factors as they are."""


def _edge_context() -> DatetimeTickFormatter:
    return DatetimeTickFormatter(
        microseconds="%b %d, %Y",
        milliseconds="%b %d, %Y",
        seconds="",
        minsec="",
        minutes="",
        hourmin="",
        hours="",
        days="",
        months="",
        years="",
        boundary_scaling=False,
        hide_repeats=True,
    )


def _day_context() -> DatetimeTickFormatter:
    return DatetimeTickFormatter(
        microseconds="%T",
        milliseconds="%T",
        seconds="%b %d, %Y",
        minsec="%b %d, %Y",
        minutes="%b %d, %Y",
        hourmin="%b %d, %Y",
        hours="%b %d, %Y",
        days="%Y",
        months="",
        years="",
        boundary_scaling=False,
        hide_repeats=True,
        context=_edge_context(),
        context_which="all",
    )


def contextual_datetime_formatter() -> DatetimeTickFormatter:
    """Return the formatter of a new ``DatetimeAxis``, which says below the times what they belong to."""
    return DatetimeTickFormatter(
        seconds="%T",
        minsec="%T",
        minutes="%H:%M",
        hours="%H:%M",
        days="%b %d",
        months="%b %Y",
        strip_leading_zeros=["microseconds", "milliseconds", "seconds"],
        boundary_scaling=False,
        context=_day_context(),
        context_which="all",
    )
