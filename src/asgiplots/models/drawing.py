"""The bases of everything that a plot draws."""

from asgiplots.schema import Model, abstract
from asgiplots.schema.enums import RenderLevel


@abstract
class Renderer(Model):
    """The base of everything that a plot draws; ``level`` orders it, from ``"image"`` up to ``"overlay"``."""

    level: RenderLevel = "image"
    visible: bool = True


@abstract
class GuideRenderer(Renderer):
    """The base of axes and grids."""

    level: RenderLevel = "guide"


@abstract
class DataRenderer(Renderer):
    """The base of renderers of data."""

    level: RenderLevel = "glyph"
