"""Groups of visual properties: ``LineProps`` and its like vary by row, the scalar ones hold one value."""

from asgiplots.schema import Model, Value, abstract, field
from asgiplots.schema.enums import FontStyle, LineCap, LineJoin, TextAlign, TextBaseline
from asgiplots.schema.types import (
    Alpha,
    AlphaSpec,
    ColorOrNone,
    ColorSpec,
    Dash,
    DashSpec,
    FloatSpec,
    FontSize,
    FontSizeSpec,
    FontStyleSpec,
    IntSpec,
    LineCapSpec,
    LineJoinSpec,
    NumberSpec,
    StringSpec,
    TextAlignSpec,
    TextBaselineSpec,
)


@abstract
class LineProps(Model):
    """How lines are stroked, by row.

    Widths and dash lengths are in pixels; a colour of None draws nothing.
    """

    line_color: ColorSpec = "black"
    line_alpha: AlphaSpec = 1.0
    line_width: FloatSpec = 1
    line_join: LineJoinSpec = "bevel"
    line_cap: LineCapSpec = "butt"
    line_dash: DashSpec = field(factory=list)
    line_dash_offset: IntSpec = 0


@abstract
class FillProps(Model):
    """How areas are filled, by row. A colour of None draws nothing."""

    fill_color: ColorSpec = "gray"
    fill_alpha: AlphaSpec = 1.0


@abstract
class TextProps(Model):
    """How text is set, by row. ``text_line_height`` is a multiple of the font's size."""

    text_color: ColorSpec = "#444444"
    text_outline_color: ColorSpec = None
    text_outline_width: FloatSpec = 1
    text_alpha: AlphaSpec = 1.0
    text_font: StringSpec = Value("helvetica")
    text_font_size: FontSizeSpec = "16px"
    text_font_style: FontStyleSpec = "normal"
    text_align: TextAlignSpec = "left"
    text_baseline: TextBaselineSpec = "bottom"
    text_line_height: NumberSpec = 1.2


@abstract
class ImageProps(Model):
    """How images are blended, by row."""

    global_alpha: AlphaSpec = 1.0


@abstract
class ScalarLineProps(Model):
    """How a line is stroked. Widths and dash lengths are in pixels; a colour of None draws nothing."""

    line_color: ColorOrNone = "black"
    line_alpha: Alpha = 1.0
    line_width: float = 1
    line_join: LineJoin = "bevel"
    line_cap: LineCap = "butt"
    line_dash: Dash = field(factory=list)
    line_dash_offset: int = 0


@abstract
class ScalarFillProps(Model):
    """How an area is filled. A colour of None draws nothing."""

    fill_color: ColorOrNone = "gray"
    fill_alpha: Alpha = 1.0


@abstract
class ScalarTextProps(Model):
    """How text is set. ``text_line_height`` is a multiple of the font's size."""

    text_color: ColorOrNone = "#444444"
    text_outline_color: ColorOrNone = None
    text_outline_width: float = 1
    text_alpha: Alpha = 1.0
    text_font: str = "helvetica"
    text_font_size: FontSize = "16px"
    text_font_style: FontStyle = "normal"
    text_align: TextAlign = "left"
    text_baseline: TextBaseline = "bottom"
    text_line_height: float = 1.2
