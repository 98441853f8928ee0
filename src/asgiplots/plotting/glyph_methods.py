"""The glyph methods of figures: ``p.line(x, y)``, ``p.scatter(…)`` and the rest."""

from typing import TYPE_CHECKING, Any, Unpack, cast

from asgiplots.models import glyphs
from asgiplots.models.mappers import LinearColorMapper
from asgiplots.models.plots import Plot
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.plotting.ragged import ragged
from asgiplots.plotting.rendering import add_renderer

if TYPE_CHECKING:
    from asgiplots.plotting._options import (
        CircleOptions,
        HAreaOptions,
        HAreaStepOptions,
        HBarOptions,
        ImageOptions,
        LineOptions,
        MultiLineOptions,
        PatchesOptions,
        PatchOptions,
        QuadOptions,
        RectOptions,
        ScatterOptions,
        SegmentOptions,
        StepOptions,
        TextOptions,
        VAreaOptions,
        VAreaStepOptions,
        VBarOptions,
    )

MARKER_SHORTCUTS = {
    "*": "asterisk",
    "+": "cross",
    "o": "circle",
    "o+": "circle_cross",
    "o.": "circle_dot",
    "ox": "circle_x",
    "oy": "circle_y",
    "-": "dash",
    ".": "dot",
    "v": "inverted_triangle",
    "^": "triangle",
    "^.": "triangle_dot",
}


class GlyphMethods:
    """Methods that draw a glyph and return its renderer.

    Each place or size is a sequence, one value, the name of a column of ``source``, or ``value()``,
    ``field()`` or ``expr()``. Other keywords are fields of the glyph, such as ``line_width``; ``color`` and
    ``alpha`` for all of its colours; either with a prefix ``selection_``, ``nonselection_``, ``hover_`` or
    ``muted_`` for that state; ``source``, ``view``, ``name``, ``level``, ``visible`` and ``muted`` of the
    renderer; and ``legend_label`` (a text), ``legend_field`` or ``legend_group`` (a column). ValueError or
    AttributeError says which argument does not fit.
    """

    def _draw(self, cls: type[glyphs.Glyph], keywords: dict[str, Any]) -> GlyphRenderer:
        return add_renderer(cast(Plot, self), cls, keywords)

    def line(self, x: Any = "x", y: Any = "y", **options: "Unpack[LineOptions]") -> GlyphRenderer:
        """Draw one line through all points; a NaN breaks it."""
        return self._draw(glyphs.Line, {"x": x, "y": y, **options})

    def step(self, x: Any = "x", y: Any = "y", **options: "Unpack[StepOptions]") -> GlyphRenderer:
        """Draw one line in steps, with ``mode`` "before", "after" or "center"; a NaN breaks it."""
        return self._draw(glyphs.Step, {"x": x, "y": y, **options})

    def multi_line(
        self, xs: Any = "xs", ys: Any = "ys", **options: "Unpack[MultiLineOptions]"
    ) -> GlyphRenderer:
        """Draw a line for each row of ``xs`` and ``ys``, whose rows are sequences; looks may vary by row."""
        return self._draw(glyphs.MultiLine, {**ragged("multi_line", xs, ys), **options})

    def patch(self, x: Any = "x", y: Any = "y", **options: "Unpack[PatchOptions]") -> GlyphRenderer:
        """Draw one filled polygon through all points; NaNs separate polygons."""
        return self._draw(glyphs.Patch, {"x": x, "y": y, **options})

    def patches(self, xs: Any = "xs", ys: Any = "ys", **options: "Unpack[PatchesOptions]") -> GlyphRenderer:
        """Draw a filled polygon for each row of ``xs`` and ``ys``, whose rows are sequences."""
        return self._draw(glyphs.Patches, {**ragged("patches", xs, ys), **options})

    def varea(
        self, x: Any = "x", y1: Any = "y1", y2: Any = "y2", **options: "Unpack[VAreaOptions]"
    ) -> GlyphRenderer:
        """Fill between two curves over the same ``x``; a NaN breaks it."""
        return self._draw(glyphs.VArea, {"x": x, "y1": y1, "y2": y2, **options})

    def harea(
        self, x1: Any = "x1", x2: Any = "x2", y: Any = "y", **options: "Unpack[HAreaOptions]"
    ) -> GlyphRenderer:
        """Fill between two curves beside the same ``y``; a NaN breaks it."""
        return self._draw(glyphs.HArea, {"x1": x1, "x2": x2, "y": y, **options})

    def varea_step(
        self, x: Any = "x", y1: Any = "y1", y2: Any = "y2", **options: "Unpack[VAreaStepOptions]"
    ) -> GlyphRenderer:
        """Fill between two stairs over the same ``x``, with ``step_mode`` "before", "after" or "center"."""
        return self._draw(glyphs.VAreaStep, {"x": x, "y1": y1, "y2": y2, **options})

    def harea_step(
        self, x1: Any = "x1", x2: Any = "x2", y: Any = "y", **options: "Unpack[HAreaStepOptions]"
    ) -> GlyphRenderer:
        """Fill between two stairs beside the same ``y``, with ``step_mode`` "before", "after" or "center"."""
        return self._draw(glyphs.HAreaStep, {"x1": x1, "x2": x2, "y": y, **options})

    def scatter(
        self,
        x: Any = "x",
        y: Any = "y",
        size: Any = 4,
        angle: Any = 0.0,
        marker: Any = "circle",
        **options: "Unpack[ScatterOptions]",
    ) -> GlyphRenderer:
        """Draw markers of ``size`` pixels; ``marker`` is a kind, a shortcut or a column of kinds."""
        if "radius" in options:
            return self.circle(x, y, **options)
        if isinstance(marker, str):
            marker = MARKER_SHORTCUTS.get(marker, marker)
        places = {"x": x, "y": y, "size": size, "angle": angle, "marker": marker}
        return self._draw(glyphs.Scatter, {**places, **options})

    def circle(
        self, x: Any = "x", y: Any = "y", radius: Any = None, **options: "Unpack[CircleOptions]"
    ) -> GlyphRenderer:
        """Draw circles with a ``radius`` in data units, or without one round markers of ``size`` pixels."""
        if radius is None:
            return self.scatter(x, y, **options)
        return self._draw(glyphs.Circle, {"x": x, "y": y, "radius": radius, **options})

    def vbar(
        self,
        x: Any = "x",
        width: Any = 1,
        top: Any = "top",
        bottom: Any = 0,
        **options: "Unpack[VBarOptions]",
    ) -> GlyphRenderer:
        """Draw vertical bars centred at ``x``, from ``bottom`` to ``top``."""
        return self._draw(glyphs.VBar, {"x": x, "width": width, "top": top, "bottom": bottom, **options})

    def hbar(
        self,
        y: Any = "y",
        height: Any = 1,
        right: Any = "right",
        left: Any = 0,
        **options: "Unpack[HBarOptions]",
    ) -> GlyphRenderer:
        """Draw horizontal bars centred at ``y``, from ``left`` to ``right``."""
        return self._draw(glyphs.HBar, {"y": y, "height": height, "right": right, "left": left, **options})

    def quad(
        self,
        left: Any = "left",
        right: Any = "right",
        top: Any = "top",
        bottom: Any = "bottom",
        **options: "Unpack[QuadOptions]",
    ) -> GlyphRenderer:
        """Draw rectangles given by their four sides."""
        places = {"left": left, "right": right, "top": top, "bottom": bottom}
        return self._draw(glyphs.Quad, {**places, **options})

    def rect(
        self,
        x: Any = "x",
        y: Any = "y",
        width: Any = "width",
        height: Any = "height",
        angle: Any = 0.0,
        dilate: bool = False,
        **options: "Unpack[RectOptions]",
    ) -> GlyphRenderer:
        """Draw rectangles given by centre, width, height and angle."""
        places = {"x": x, "y": y, "width": width, "height": height, "angle": angle, "dilate": dilate}
        return self._draw(glyphs.Rect, {**places, **options})

    def segment(
        self,
        x0: Any = "x0",
        y0: Any = "y0",
        x1: Any = "x1",
        y1: Any = "y1",
        **options: "Unpack[SegmentOptions]",
    ) -> GlyphRenderer:
        """Draw straight lines from (x0, y0) to (x1, y1)."""
        return self._draw(glyphs.Segment, {"x0": x0, "y0": y0, "x1": x1, "y1": y1, **options})

    def text(
        self,
        x: Any = "x",
        y: Any = "y",
        text: Any = "text",
        angle: Any = 0,
        x_offset: Any = 0,
        y_offset: Any = 0,
        **options: "Unpack[TextOptions]",
    ) -> GlyphRenderer:
        """Draw texts, moved by offsets in pixels.

        A plain string as ``text`` is a column, ``value()`` a text.
        """
        places = {"x": x, "y": y, "text": text, "angle": angle, "x_offset": x_offset, "y_offset": y_offset}
        return self._draw(glyphs.Text, {**places, **options})

    def image(
        self,
        image: Any = "image",
        x: Any = "x",
        y: Any = "y",
        dw: Any = "dw",
        dh: Any = "dh",
        dilate: bool = False,
        **options: "Unpack[ImageOptions]",
    ) -> GlyphRenderer:
        """Draw two-dimensional arrays as images of ``dw`` by ``dh`` with a corner at (x, y).

        Colours come from ``color_mapper``, or evenly from ``palette``: a list of colours or a palette's name.
        """
        if "palette" in options:
            if "color_mapper" in options:
                raise ValueError("image() expected palette or color_mapper, got both")
            options["color_mapper"] = LinearColorMapper(palette=options.pop("palette"))
        places = {"image": image, "x": x, "y": y, "dw": dw, "dh": dh, "dilate": dilate}
        return self._draw(glyphs.Image, {**places, **options})
