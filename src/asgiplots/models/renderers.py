"""Renderers of data: a glyph, a source, and the rows of it to draw."""

from asgiplots.models.drawing import DataRenderer
from asgiplots.models.glyphs import Glyph
from asgiplots.models.sources import CDSView, DataSource
from asgiplots.schema import field
from asgiplots.schema.types import Auto


class GlyphRenderer(DataRenderer):
    """Draws a glyph for the rows of a source that its view lets through.

    The other glyphs stand in for ``glyph``: on selected rows, on the rest once something is selected, under
    the pointer, and on all rows while ``muted``. ``"auto"`` is the glyph itself, fainter where rows are not
    selected (0.1) or muted (0.2); None is the glyph itself.
    """

    visible: bool = field(default=True, view=True)
    data_source: DataSource = field(required=True)
    view: CDSView = field(factory=CDSView)
    glyph: Glyph = field(required=True)
    selection_glyph: Glyph | Auto | None = "auto"
    nonselection_glyph: Glyph | Auto | None = "auto"
    hover_glyph: Glyph | None = None
    muted_glyph: Glyph | Auto | None = "auto"
    muted: bool = field(default=False, view=True)
