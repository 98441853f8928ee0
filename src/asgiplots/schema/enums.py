"""Closed sets of words that fields accept."""

from typing import Literal

Auto = Literal["auto"]
Align = Literal["start", "center", "end"]
Anchor = Literal[
    "top_left",
    "top_center",
    "top_right",
    "center_left",
    "center_center",
    "center_right",
    "bottom_left",
    "bottom_center",
    "bottom_right",
    "top",
    "left",
    "center",
    "right",
    "bottom",
]
AngleUnits = Literal["deg", "rad", "grad", "turn"]
AxisLabelStandoffMode = Literal["tick_labels", "axis"]
ButtonType = Literal["default", "primary", "success", "warning", "danger", "light"]
ContextWhich = Literal["start", "center", "end", "all"]
CoordinateUnits = Literal["canvas", "screen", "data"]
DatetimeUnits = Literal[
    "microseconds",
    "milliseconds",
    "seconds",
    "minsec",
    "minutes",
    "hourmin",
    "hours",
    "days",
    "months",
    "years",
]
Dimension = Literal["width", "height"]
Dimensions = Literal["width", "height", "both"]
Direction = Literal["clock", "anticlock"]
FlowMode = Literal["block", "inline"]
FontStyle = Literal["normal", "italic", "bold", "bold italic"]
HAlign = Literal["left", "center", "right"]
HoldPolicy = Literal["combine", "collect"]
HorizontalLocation = Literal["left", "right"]
ImageOrigin = Literal["bottom_left", "top_left", "bottom_right", "top_right"]
JitterRandomDistribution = Literal["uniform", "normal"]
LabelOrientation = Literal["horizontal", "vertical", "parallel", "normal"]
LegendClickPolicy = Literal["none", "hide", "mute"]
LegendLocation = Literal[
    "top_left",
    "top_center",
    "top_right",
    "center_left",
    "center_center",
    "center_right",
    "bottom_left",
    "bottom_center",
    "bottom_right",
    "top",
    "left",
    "center",
    "right",
    "bottom",
]
LineCap = Literal["butt", "round", "square"]
LineJoin = Literal["miter", "round", "bevel"]
Location = Literal["above", "below", "left", "right"]
MarkerType = Literal[
    "asterisk",
    "circle",
    "circle_cross",
    "circle_dot",
    "circle_x",
    "circle_y",
    "cross",
    "dash",
    "diamond",
    "diamond_cross",
    "diamond_dot",
    "dot",
    "hex",
    "hex_dot",
    "inverted_triangle",
    "plus",
    "square",
    "square_cross",
    "square_dot",
    "square_pin",
    "square_x",
    "star",
    "star_dot",
    "triangle",
    "triangle_dot",
    "triangle_pin",
    "x",
    "y",
]
Movable = Literal["none", "x", "y", "both"]
Orientation = Literal["horizontal", "vertical"]
OutputBackend = Literal["canvas", "svg", "webgl"]
PaddingUnits = Literal["percent", "absolute"]
Place = Literal["above", "below", "left", "right", "center"]
RadiusDimension = Literal["x", "y", "max", "min"]
RegionSelectionMode = Literal["replace", "append", "intersect", "subtract", "xor"]
RenderLevel = Literal["image", "underlay", "glyph", "guide", "annotation", "overlay"]
ResetPolicy = Literal["standard", "event_only"]
ResolutionType = Literal[
    "microseconds",
    "milliseconds",
    "seconds",
    "minsec",
    "minutes",
    "hourmin",
    "hours",
    "days",
    "months",
    "years",
]
RoundingFunction = Literal["round", "nearest", "floor", "rounddown", "ceil", "roundup"]
SelectionMode = Literal["replace", "append", "intersect", "subtract", "xor", "toggle"]
SizingMode = Literal[
    "stretch_width",
    "stretch_height",
    "stretch_both",
    "scale_width",
    "scale_height",
    "scale_both",
    "fixed",
    "inherit",
]
SizingPolicy = Literal["fixed", "fit", "min", "max"]
SortDirection = Literal["ascending", "descending"]
SpatialUnits = Literal["screen", "data"]
StartEnd = Literal["start", "end"]
StepMode = Literal["before", "after", "center"]
TextAlign = Literal["left", "right", "center"]
TextBaseline = Literal["top", "middle", "bottom", "alphabetic", "hanging", "ideographic"]
TooltipAttachment = Literal["horizontal", "vertical", "left", "right", "above", "below"]
TooltipFieldFormatter = Literal["numeral", "datetime", "printf"]
VAlign = Literal["top", "center", "bottom"]
VerticalAlign = Literal["top", "middle", "bottom"]
VerticalLocation = Literal["above", "below"]
WindowAxis = Literal["none", "x", "y"]
DashName = Literal["solid", "dashed", "dotted", "dotdash", "dashdot"]
