"""Annotations: titles, legends, labels, spans and boxes."""

from typing import Any, Literal

from asgiplots.models._prefixed import (
    BackgroundFillProps,
    BorderLineProps,
    InactiveFillProps,
    LabelTextProps,
    TitleTextProps,
)
from asgiplots.models.drawing import Renderer
from asgiplots.models.glyphs import BorderRadius
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.models.visuals import ScalarFillProps, ScalarLineProps, ScalarTextProps
from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import (
    Anchor,
    AngleUnits,
    CoordinateUnits,
    Dimension,
    Direction,
    FontStyle,
    LegendClickPolicy,
    Orientation,
    RenderLevel,
    TextAlign,
    VerticalAlign,
)
from asgiplots.schema.specs import Value
from asgiplots.schema.types import (
    Alpha,
    Auto,
    ColorOrNone,
    CoordinateLike,
    FontSize,
    NonNegativeInt,
    PositiveInt,
    StringSpec,
)

Side = Literal["left", "right", "top", "bottom"]
Padding = (
    NonNegativeInt
    | tuple[NonNegativeInt, NonNegativeInt]
    | tuple[NonNegativeInt, NonNegativeInt, NonNegativeInt, NonNegativeInt]
    | dict[Side, NonNegativeInt]
)


@abstract
class Annotation(Renderer):
    """The base of annotations."""

    level: RenderLevel = "annotation"


@abstract
class TextAnnotation(Annotation, ScalarTextProps, BackgroundFillProps, BorderLineProps):
    """The base of annotations of one text, with a box around it.

    ``padding`` and ``border_radius`` are in pixels.
    """

    text: str = ""
    padding: Padding = 0
    border_radius: BorderRadius = 0
    background_fill_color: ColorOrNone = None


class Title(TextAnnotation):
    """A title beside the frame; ``standoff`` is the gap to what lies below it, in pixels."""

    text_font_size: FontSize = "13px"
    text_font_style: FontStyle = "bold"
    text_line_height: float = 1.0
    vertical_align: VerticalAlign = "bottom"
    align: TextAlign = "left"
    offset: float = 0
    standoff: float = 10

    _converts = "a string"

    @classmethod
    def _convert(cls, value: object) -> "Title | None":
        return cls(text=value) if isinstance(value, str) else None


class Label(TextAnnotation):
    """A text at one place, moved by ``x_offset`` and ``y_offset`` pixels."""

    x: CoordinateLike = field(required=True)
    y: CoordinateLike = field(required=True)
    x_units: CoordinateUnits = "data"
    y_units: CoordinateUnits = "data"
    x_offset: float = 0
    y_offset: float = 0
    angle: float = 0
    angle_units: AngleUnits = "rad"
    direction: Direction = "anticlock"


class Span(Annotation, ScalarLineProps):
    """A line across the whole frame, along ``dimension``, at ``location`` of the other one.

    None draws nothing.
    """

    location: CoordinateLike | None = None
    location_units: CoordinateUnits = "data"
    dimension: Dimension = "width"


class BoxAnnotation(Annotation, ScalarLineProps, ScalarFillProps):
    """A shaded box; a side that is None lies at the frame's edge."""

    left: CoordinateLike | None = None
    right: CoordinateLike | None = None
    top: CoordinateLike | None = None
    bottom: CoordinateLike | None = None
    left_units: CoordinateUnits = "data"
    right_units: CoordinateUnits = "data"
    top_units: CoordinateUnits = "data"
    bottom_units: CoordinateUnits = "data"
    border_radius: BorderRadius = 0
    line_color: ColorOrNone = "#cccccc"
    line_alpha: Alpha = 0.3
    fill_color: ColorOrNone = "#fff9ba"
    fill_alpha: Alpha = 0.4


class LegendItem(Model):
    """One entry of a legend, or one for each group when ``label`` is a column.

    The swatch shows the look of row ``index`` of the renderers, by default the first.
    """

    label: StringSpec = None
    renderers: list[GlyphRenderer] = field(factory=list)
    index: int | None = None
    visible: bool = True

    def __init__(self, **fields: Any) -> None:
        """Make an entry; a plain string as ``label`` is the text itself, not a column."""
        if isinstance(fields.get("label"), str):
            fields["label"] = Value(fields["label"])
        super().__init__(**fields)

    _converts = "a pair (label, renderers)"

    @classmethod
    def _convert(cls, value: object) -> "LegendItem | None":
        """Read ``(label, renderers)``."""
        pair: Any = value
        is_pair = isinstance(value, list | tuple) and len(pair) == 2 and not isinstance(pair[1], str)
        return cls(label=pair[0], renderers=pair[1]) if is_pair else None


class Legend(
    Annotation, TitleTextProps, LabelTextProps, InactiveFillProps, BackgroundFillProps, BorderLineProps
):
    """Names of what is drawn, inside the frame at ``location`` or, added to a side of the plot, beside it.

    Lengths are in pixels. ``items`` also accepts (label, renderers) pairs. ``click_policy`` says what a click
    on an entry does to its renderers.
    """

    location: Anchor | tuple[float, float] = "top_right"
    orientation: Orientation = "vertical"
    ncols: PositiveInt | Auto = "auto"
    nrows: PositiveInt | Auto = "auto"
    title: str | None = None
    title_standoff: int = 5
    click_policy: LegendClickPolicy = "none"
    label_standoff: int = 5
    label_height: Auto | int = "auto"
    label_width: int = 20
    glyph_height: int = 20
    glyph_width: int = 20
    margin: int = 10
    padding: Padding = 10
    border_radius: BorderRadius = 0
    spacing: int = 3
    items: list[LegendItem] = field(factory=list)
    border_line_color: ColorOrNone = "#e5e5e5"
    border_line_alpha: Alpha = 0.5
    background_fill_alpha: Alpha = 0.95
