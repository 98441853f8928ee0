"""Scales: how a coordinate becomes a place on the screen."""

from asgiplots.models.transforms import Transform
from asgiplots.schema import abstract


@abstract
class Scale(Transform):
    """The base of scales."""


@abstract
class ContinuousScale(Scale):
    """The base of scales of numbers."""


class LinearScale(ContinuousScale):
    """Equal differences take equal lengths."""


class LogScale(ContinuousScale):
    """Equal ratios take equal lengths; only positive numbers have a place."""


class CategoricalScale(Scale):
    """Factors of a ``FactorRange`` take equal lengths, with gaps between groups."""
