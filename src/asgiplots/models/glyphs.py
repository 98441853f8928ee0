"""Glyphs: the marks that a renderer draws for the rows of a source."""

from typing import Literal

from asgiplots.models.mappers import ColorMapper, LinearColorMapper
from asgiplots.models.visuals import (
    FillProps,
    ImageProps,
    LineProps,
    ScalarFillProps,
    ScalarLineProps,
    TextProps,
)
from asgiplots.schema import Field, Model, abstract, field
from asgiplots.schema.enums import (
    Anchor,
    AngleUnits,
    ImageOrigin,
    RadiusDimension,
    SpatialUnits,
    StepMode,
)
from asgiplots.schema.types import (
    AngleSpec,
    DistanceSpec,
    FloatSpec,
    MarkerSpec,
    NonNegativeFloat,
    NonNegativeInt,
    NumberSpec,
    Size,
    SizeSpec,
    StringSpec,
)

Corner = Literal["top_left", "top_right", "bottom_right", "bottom_left"]
BorderRadius = (
    NonNegativeInt
    | tuple[NonNegativeInt, NonNegativeInt, NonNegativeInt, NonNegativeInt]
    | dict[Corner, NonNegativeInt]
)


@abstract
class Glyph(Model):
    """The base of glyphs."""


@abstract
class XYGlyph(Glyph):
    """The base of glyphs placed at one (x, y) for each row."""

    x: NumberSpec = Field("x")
    y: NumberSpec = Field("y")


@abstract
class ConnectedXYGlyph(XYGlyph):
    """The base of glyphs that join their rows to one shape."""


class Line(ConnectedXYGlyph, ScalarLineProps):
    """One line through all rows in their order; a NaN breaks it."""


class Patch(ConnectedXYGlyph, ScalarLineProps, ScalarFillProps):
    """One filled polygon through all rows in their order; NaNs separate polygons."""


class Step(ConnectedXYGlyph, ScalarLineProps):
    """One line in steps: level with each row, upright from row to row; a NaN breaks it.

    ``mode`` says where a row's level lies: "before" its x (from the row before on), "after" it, or around
    it as the "center". ``pad_before`` and ``pad_after`` lengthen the first and last level, in units of x.
    """

    mode: StepMode = "before"
    pad_before: NonNegativeFloat = 0
    pad_after: NonNegativeFloat = 0


@abstract
class VerticalArea(Glyph, ScalarFillProps):
    """The base of areas between two curves over x."""

    x: NumberSpec = Field("x")
    y1: NumberSpec = Field("y1")
    y2: NumberSpec = Field("y2")


@abstract
class HorizontalArea(Glyph, ScalarFillProps):
    """The base of areas between two curves over y."""

    x1: NumberSpec = Field("x1")
    x2: NumberSpec = Field("x2")
    y: NumberSpec = Field("y")


class VArea(VerticalArea):
    """The area between the curves (x, y1) and (x, y2); a NaN in any of them breaks it."""


class HArea(HorizontalArea):
    """The area between the curves (x1, y) and (x2, y); a NaN in any of them breaks it."""


class VAreaStep(VerticalArea):
    """As ``VArea``, in steps: level with each row "before" its x, "after" it or around it, the "center"."""

    step_mode: StepMode = "before"


class HAreaStep(HorizontalArea):
    """As ``HArea``, in steps: level with each row "before" its y, "after" it or around it, the "center"."""

    step_mode: StepMode = "before"


class MultiLine(Glyph, LineProps):
    """A line for each row, whose cells in ``xs`` and ``ys`` are sequences of places; a NaN breaks it."""

    xs: NumberSpec = Field("xs")
    ys: NumberSpec = Field("ys")


class Patches(Glyph, LineProps, FillProps):
    """A filled shape for each row, whose cells in ``xs`` and ``ys`` are sequences; NaNs separate polygons."""

    xs: NumberSpec = Field("xs")
    ys: NumberSpec = Field("ys")


@abstract
class Marker(XYGlyph, LineProps, FillProps):
    """The base of markers: ``size`` is in pixels, ``hit_dilation`` multiplies it for the pointer."""

    hit_dilation: Size = 1.0
    size: SizeSpec = 4
    angle: AngleSpec = 0.0
    angle_units: AngleUnits = "rad"


class Scatter(Marker):
    """A marker for each row, of one kind or of the kind that a column says."""

    marker: MarkerSpec = "circle"


class Circle(XYGlyph, LineProps, FillProps):
    """A circle for each row, with its radius in the units of the data (or of the screen)."""

    radius: DistanceSpec = field(required=True)
    radius_units: SpatialUnits = "data"
    radius_dimension: RadiusDimension = "x"
    hit_dilation: Size = 1.0


@abstract
class LRTBGlyph(Glyph, LineProps, FillProps):
    """The base of rectangles along the axes; ``border_radius`` rounds the corners, in pixels."""

    border_radius: BorderRadius = 0


class VBar(LRTBGlyph):
    """A vertical bar for each row, centred at ``x``, from ``bottom`` to ``top``."""

    x: NumberSpec = Field("x")
    width: DistanceSpec = 1
    width_units: SpatialUnits = "data"
    bottom: NumberSpec = 0
    top: NumberSpec = Field("top")


class HBar(LRTBGlyph):
    """A horizontal bar for each row, centred at ``y``, from ``left`` to ``right``."""

    y: NumberSpec = Field("y")
    height: DistanceSpec = 1
    height_units: SpatialUnits = "data"
    left: NumberSpec = 0
    right: NumberSpec = Field("right")


class Quad(LRTBGlyph):
    """A rectangle for each row, given by its four sides."""

    left: NumberSpec = Field("left")
    right: NumberSpec = Field("right")
    bottom: NumberSpec = Field("bottom")
    top: NumberSpec = Field("top")


class Rect(XYGlyph, LineProps, FillProps):
    """A rectangle for each row, given by centre, width, height and angle.

    ``dilate`` rounds pixel sizes up, so that neighbours leave no gap.
    """

    width: DistanceSpec = Field("width")
    width_units: SpatialUnits = "data"
    height: DistanceSpec = Field("height")
    height_units: SpatialUnits = "data"
    angle: AngleSpec = 0.0
    angle_units: AngleUnits = "rad"
    border_radius: BorderRadius = 0
    dilate: bool = False


class Segment(Glyph, LineProps):
    """A straight line for each row, from (x0, y0) to (x1, y1)."""

    x0: NumberSpec = Field("x0")
    y0: NumberSpec = Field("y0")
    x1: NumberSpec = Field("x1")
    y1: NumberSpec = Field("y1")


class Text(XYGlyph, TextProps):
    """A text for each row, moved by ``x_offset`` and ``y_offset`` pixels."""

    text: StringSpec = Field("text")
    angle: AngleSpec = 0
    angle_units: AngleUnits = "rad"
    x_offset: FloatSpec = 0
    y_offset: FloatSpec = 0


class Image(XYGlyph, ImageProps):
    """A two-dimensional array of numbers for each row, or one line of them, stretched over ``dw`` by ``dh``.

    ``color_mapper`` gives the numbers their colours, alike for all rows. ``origin`` is the corner where the
    array's first row begins, ``anchor`` the part of the image placed at (x, y).
    """

    image: NumberSpec = Field("image")
    dw: DistanceSpec = Field("dw")
    dw_units: SpatialUnits = "data"
    dh: DistanceSpec = Field("dh")
    dh_units: SpatialUnits = "data"
    dilate: bool = False
    origin: ImageOrigin = "bottom_left"
    anchor: Anchor = "bottom_left"
    color_mapper: ColorMapper = field(factory=lambda: LinearColorMapper(palette="Greys9"))
