"""Names of tools, as in ``figure(tools="pan,wheel_zoom")``."""

from typing import Any

from asgiplots.models import tools
from asgiplots.schema.names import show, similar

_NAMES: dict[str, tuple[type[tools.Tool], dict[str, Any]]] = {
    "pan": (tools.PanTool, {}),
    "xpan": (tools.PanTool, {"dimensions": "width"}),
    "ypan": (tools.PanTool, {"dimensions": "height"}),
    "wheel_zoom": (tools.WheelZoomTool, {}),
    "xwheel_zoom": (tools.WheelZoomTool, {"dimensions": "width"}),
    "ywheel_zoom": (tools.WheelZoomTool, {"dimensions": "height"}),
    "zoom_in": (tools.ZoomInTool, {}),
    "xzoom_in": (tools.ZoomInTool, {"dimensions": "width"}),
    "yzoom_in": (tools.ZoomInTool, {"dimensions": "height"}),
    "zoom_out": (tools.ZoomOutTool, {}),
    "xzoom_out": (tools.ZoomOutTool, {"dimensions": "width"}),
    "yzoom_out": (tools.ZoomOutTool, {"dimensions": "height"}),
    "click": (tools.TapTool, {"behavior": "inspect"}),
    "tap": (tools.TapTool, {}),
    "doubletap": (tools.TapTool, {"gesture": "doubletap"}),
    "crosshair": (tools.CrosshairTool, {}),
    "xcrosshair": (tools.CrosshairTool, {"dimensions": "width"}),
    "ycrosshair": (tools.CrosshairTool, {"dimensions": "height"}),
    "box_select": (tools.BoxSelectTool, {}),
    "xbox_select": (tools.BoxSelectTool, {"dimensions": "width"}),
    "ybox_select": (tools.BoxSelectTool, {"dimensions": "height"}),
    "box_zoom": (tools.BoxZoomTool, {"dimensions": "both"}),
    "xbox_zoom": (tools.BoxZoomTool, {"dimensions": "width"}),
    "ybox_zoom": (tools.BoxZoomTool, {"dimensions": "height"}),
    "auto_box_zoom": (tools.BoxZoomTool, {}),
    "save": (tools.SaveTool, {}),
    "reset": (tools.ResetTool, {}),
    "help": (tools.HelpTool, {}),
    "hover": (tools.HoverTool, {}),
}


def tool_named(name: str) -> tools.Tool:
    """Return a new tool by its name; ValueError with similar names if there is none."""
    if name not in _NAMES:
        raise ValueError(f"there is no tool called {name!r}{similar(name, _NAMES)}")
    cls, fields = _NAMES[name]
    return cls(**fields)


def parse_tools(text: Any) -> dict[str, tools.Tool]:
    """Return new tools by their names in a comma-separated text, in order, each once."""
    if not isinstance(text, str):
        raise ValueError(f"expected tools as a text such as 'pan,wheel_zoom' or a list, got {show(text)}")
    names = [name.strip() for name in text.split(",")]
    return {name: tool_named(name) for name in names if name}
