"""Labelling policies: which of an axis's labels are written."""

from asgiplots.schema import Model, abstract


@abstract
class LabelingPolicy(Model):
    """The base of labelling policies."""


class AllLabels(LabelingPolicy):
    """Writes each label."""


class NoOverlap(LabelingPolicy):
    """Leaves out labels nearer than ``min_distance`` pixels to the one written before."""

    min_distance: int = 5
