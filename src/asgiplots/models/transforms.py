"""Transforms: computations on a column that the browser does for a glyph."""

from asgiplots.models.ranges import Range
from asgiplots.schema import Model, abstract
from asgiplots.schema.enums import JitterRandomDistribution


@abstract
class Transform(Model):
    """The base of transforms."""


class Dodge(Transform):
    """Moves a column by ``value``, in units of one factor's width where ``range`` is categorical."""

    value: float = 0
    range: Range | None = None


class Jitter(Transform):
    """Adds random offsets around ``mean``: up to half of ``width``, or of that standard deviation."""

    mean: float = 0
    width: float = 1
    distribution: JitterRandomDistribution = "uniform"
    range: Range | None = None
