"""Visual groups under a prefix, for models with several of a kind.

Written by ``make generate`` from the table in ``prefixes.py``; edit that instead.
"""

from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import FontStyle, LineCap, LineJoin, TextAlign, TextBaseline
from asgiplots.schema.types import Alpha, ColorOrNone, Dash, FontSize


@abstract
class AxisLabelTextProps(Model):
    """The looks of an axis's label."""

    axis_label_text_color: ColorOrNone = "#444444"
    axis_label_text_outline_color: ColorOrNone = None
    axis_label_text_outline_width: float = 1
    axis_label_text_alpha: Alpha = 1.0
    axis_label_text_font: str = "helvetica"
    axis_label_text_font_size: FontSize = "13px"
    axis_label_text_font_style: FontStyle = "italic"
    axis_label_text_align: TextAlign = "left"
    axis_label_text_baseline: TextBaseline = "bottom"
    axis_label_text_line_height: float = 1.2


@abstract
class MajorLabelTextProps(Model):
    """The looks of tick labels."""

    major_label_text_color: ColorOrNone = "#444444"
    major_label_text_outline_color: ColorOrNone = None
    major_label_text_outline_width: float = 1
    major_label_text_alpha: Alpha = 1.0
    major_label_text_font: str = "helvetica"
    major_label_text_font_size: FontSize = "11px"
    major_label_text_font_style: FontStyle = "normal"
    major_label_text_align: TextAlign = "center"
    major_label_text_baseline: TextBaseline = "alphabetic"
    major_label_text_line_height: float = 1.2


@abstract
class AxisLineProps(Model):
    """The looks of an axis's line."""

    axis_line_color: ColorOrNone = "black"
    axis_line_alpha: Alpha = 1.0
    axis_line_width: float = 1
    axis_line_join: LineJoin = "bevel"
    axis_line_cap: LineCap = "butt"
    axis_line_dash: Dash = field(factory=list)
    axis_line_dash_offset: int = 0


@abstract
class MajorTickLineProps(Model):
    """The looks of major ticks."""

    major_tick_line_color: ColorOrNone = "black"
    major_tick_line_alpha: Alpha = 1.0
    major_tick_line_width: float = 1
    major_tick_line_join: LineJoin = "bevel"
    major_tick_line_cap: LineCap = "butt"
    major_tick_line_dash: Dash = field(factory=list)
    major_tick_line_dash_offset: int = 0


@abstract
class MinorTickLineProps(Model):
    """The looks of minor ticks."""

    minor_tick_line_color: ColorOrNone = "black"
    minor_tick_line_alpha: Alpha = 1.0
    minor_tick_line_width: float = 1
    minor_tick_line_join: LineJoin = "bevel"
    minor_tick_line_cap: LineCap = "butt"
    minor_tick_line_dash: Dash = field(factory=list)
    minor_tick_line_dash_offset: int = 0


@abstract
class SeparatorLineProps(Model):
    """The looks of separators of factor groups."""

    separator_line_color: ColorOrNone = "lightgrey"
    separator_line_alpha: Alpha = 1.0
    separator_line_width: float = 2
    separator_line_join: LineJoin = "bevel"
    separator_line_cap: LineCap = "butt"
    separator_line_dash: Dash = field(factory=list)
    separator_line_dash_offset: int = 0


@abstract
class GroupTextProps(Model):
    """The looks of factor groups' labels."""

    group_text_color: ColorOrNone = "grey"
    group_text_outline_color: ColorOrNone = None
    group_text_outline_width: float = 1
    group_text_alpha: Alpha = 1.0
    group_text_font: str = "helvetica"
    group_text_font_size: FontSize = "11px"
    group_text_font_style: FontStyle = "bold"
    group_text_align: TextAlign = "left"
    group_text_baseline: TextBaseline = "bottom"
    group_text_line_height: float = 1.2


@abstract
class SubgroupTextProps(Model):
    """The looks of factor subgroups' labels."""

    subgroup_text_color: ColorOrNone = "#444444"
    subgroup_text_outline_color: ColorOrNone = None
    subgroup_text_outline_width: float = 1
    subgroup_text_alpha: Alpha = 1.0
    subgroup_text_font: str = "helvetica"
    subgroup_text_font_size: FontSize = "11px"
    subgroup_text_font_style: FontStyle = "bold"
    subgroup_text_align: TextAlign = "left"
    subgroup_text_baseline: TextBaseline = "bottom"
    subgroup_text_line_height: float = 1.2


@abstract
class GridLineProps(Model):
    """The looks of grid lines."""

    grid_line_color: ColorOrNone = "#e5e5e5"
    grid_line_alpha: Alpha = 1.0
    grid_line_width: float = 1
    grid_line_join: LineJoin = "bevel"
    grid_line_cap: LineCap = "butt"
    grid_line_dash: Dash = field(factory=list)
    grid_line_dash_offset: int = 0


@abstract
class MinorGridLineProps(Model):
    """The looks of minor grid lines."""

    minor_grid_line_color: ColorOrNone = None
    minor_grid_line_alpha: Alpha = 1.0
    minor_grid_line_width: float = 1
    minor_grid_line_join: LineJoin = "bevel"
    minor_grid_line_cap: LineCap = "butt"
    minor_grid_line_dash: Dash = field(factory=list)
    minor_grid_line_dash_offset: int = 0


@abstract
class BandFillProps(Model):
    """The looks of bands between grid lines."""

    band_fill_color: ColorOrNone = None
    band_fill_alpha: Alpha = 0


@abstract
class TitleTextProps(Model):
    """The looks of a legend's title."""

    title_text_color: ColorOrNone = "#444444"
    title_text_outline_color: ColorOrNone = None
    title_text_outline_width: float = 1
    title_text_alpha: Alpha = 1.0
    title_text_font: str = "helvetica"
    title_text_font_size: FontSize = "13px"
    title_text_font_style: FontStyle = "italic"
    title_text_align: TextAlign = "left"
    title_text_baseline: TextBaseline = "bottom"
    title_text_line_height: float = 1.2


@abstract
class LabelTextProps(Model):
    """The looks of a legend's labels."""

    label_text_color: ColorOrNone = "#444444"
    label_text_outline_color: ColorOrNone = None
    label_text_outline_width: float = 1
    label_text_alpha: Alpha = 1.0
    label_text_font: str = "helvetica"
    label_text_font_size: FontSize = "13px"
    label_text_font_style: FontStyle = "normal"
    label_text_align: TextAlign = "left"
    label_text_baseline: TextBaseline = "middle"
    label_text_line_height: float = 1.2


@abstract
class InactiveFillProps(Model):
    """The looks of a legend's switched-off entries."""

    inactive_fill_color: ColorOrNone = "white"
    inactive_fill_alpha: Alpha = 0.7


@abstract
class OutlineLineProps(Model):
    """The looks of the frame's outline."""

    outline_line_color: ColorOrNone = "#e5e5e5"
    outline_line_alpha: Alpha = 1.0
    outline_line_width: float = 1
    outline_line_join: LineJoin = "bevel"
    outline_line_cap: LineCap = "butt"
    outline_line_dash: Dash = field(factory=list)
    outline_line_dash_offset: int = 0


@abstract
class BackgroundFillProps(Model):
    """The looks of a background."""

    background_fill_color: ColorOrNone = "#ffffff"
    background_fill_alpha: Alpha = 1.0


@abstract
class BorderFillProps(Model):
    """The looks of the room around the frame."""

    border_fill_color: ColorOrNone = "#ffffff"
    border_fill_alpha: Alpha = 1.0


@abstract
class BorderLineProps(Model):
    """The looks of a border."""

    border_line_color: ColorOrNone = None
    border_line_alpha: Alpha = 1.0
    border_line_width: float = 1
    border_line_join: LineJoin = "bevel"
    border_line_cap: LineCap = "butt"
    border_line_dash: Dash = field(factory=list)
    border_line_dash_offset: int = 0
