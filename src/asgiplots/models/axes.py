"""Axes: lines with ticks and labels beside the frame of a plot."""

from asgiplots.models._prefixed import (
    AxisLabelTextProps,
    AxisLineProps,
    GroupTextProps,
    MajorLabelTextProps,
    MajorTickLineProps,
    MinorTickLineProps,
    SeparatorLineProps,
    SubgroupTextProps,
)
from asgiplots.models.drawing import GuideRenderer
from asgiplots.models.formatters import (
    BasicTickFormatter,
    CategoricalTickFormatter,
    LogTickFormatter,
    TickFormatter,
    contextual_datetime_formatter,
)
from asgiplots.models.labeling import AllLabels, LabelingPolicy
from asgiplots.models.tickers import BasicTicker, CategoricalTicker, DatetimeTicker, LogTicker, Ticker
from asgiplots.schema import abstract, field
from asgiplots.schema.enums import Align, LabelOrientation
from asgiplots.schema.types import Auto, Datetime, Factor


@abstract
class Axis(
    GuideRenderer,
    AxisLabelTextProps,
    MajorLabelTextProps,
    AxisLineProps,
    MajorTickLineProps,
    MinorTickLineProps,
):
    """The base of axes.

    Standoffs and tick lengths (into the frame and out of it) are in pixels, orientations are words or
    radians. ``bounds`` limits the axis to a part of its range; ``fixed_location`` places it inside the frame,
    at that coordinate of the other axis. ``major_label_overrides`` replaces labels by the value of their
    tick.
    """

    bounds: Auto | tuple[float | Datetime, float | Datetime] = "auto"
    ticker: Ticker = field(required=True)
    formatter: TickFormatter = field(required=True)
    axis_label: str | None = None
    axis_label_standoff: int = 5
    axis_label_orientation: LabelOrientation | float = "parallel"
    axis_label_align: Align = "center"
    major_label_standoff: int = 5
    major_label_orientation: LabelOrientation | float = "horizontal"
    major_label_overrides: dict[float | str, str] = field(factory=dict)
    major_label_policy: LabelingPolicy = field(factory=AllLabels)
    major_tick_in: int = 2
    major_tick_out: int = 6
    minor_tick_in: int = 0
    minor_tick_out: int = 4
    fixed_location: float | Factor | None = None


@abstract
class ContinuousAxis(Axis):
    """The base of axes of numbers."""


class LinearAxis(ContinuousAxis):
    """An axis of evenly spaced numbers."""

    ticker: Ticker = field(factory=BasicTicker)
    formatter: TickFormatter = field(factory=BasicTickFormatter)


class LogAxis(ContinuousAxis):
    """An axis of positive numbers on a logarithmic scale."""

    ticker: Ticker = field(factory=LogTicker)
    formatter: TickFormatter = field(factory=LogTickFormatter)


class DatetimeAxis(LinearAxis):
    """An axis of dates and times, in milliseconds since the epoch, written in UTC."""

    ticker: Ticker = field(factory=DatetimeTicker)
    formatter: TickFormatter = field(factory=contextual_datetime_formatter)


class CategoricalAxis(Axis, SeparatorLineProps, GroupTextProps, SubgroupTextProps):
    """An axis of factors; nested ones get a row of labels for each level and separators between groups."""

    ticker: Ticker = field(factory=CategoricalTicker)
    formatter: TickFormatter = field(factory=CategoricalTickFormatter)
    group_label_orientation: LabelOrientation | float = "parallel"
    subgroup_label_orientation: LabelOrientation | float = "parallel"
