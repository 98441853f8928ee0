"""Tools: what a person can do with a plot."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from asgiplots.models.callbacks import Callback
from asgiplots.models.drawing import DataRenderer
from asgiplots.models.layouts import UIElement
from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import (
    Anchor,
    Dimensions,
    RegionSelectionMode,
    SelectionMode,
    TooltipAttachment,
    TooltipFieldFormatter,
)
from asgiplots.schema.kinds import Either, ListOf, Null, Text, TupleOf
from asgiplots.schema.types import Alpha, Auto, Color, NonNegativeInt, Percent, PositiveInt


class TooltipsKind(Either):
    """An HTML text, (label, value) pairs or a dictionary of them, or None."""

    def __init__(self) -> None:
        super().__init__([Null(), Text(), ListOf(TupleOf([Text(), Text()]))])
        self.expected = "a list of (label, value) pairs, a string or None"

    def coerce(self, value: Any) -> Any:
        return super().coerce(list(value.items()) if isinstance(value, dict) else value)  # pyright: ignore


Tooltips = Annotated[str | Sequence[tuple[str, str]] | Mapping[str, str] | None, TooltipsKind()]
HitMode = Literal["mouse", "hline", "vline"]
BoxOrigin = Literal["corner", "center"]


@abstract
class Tool(Model):
    """The base of tools; ``description`` is the tooltip of its button, by default the tool's own."""

    description: str | None = None
    visible: bool = True


@abstract
class ActionTool(Tool):
    """The base of tools that act at once when their button is pressed."""


@abstract
class PlotActionTool(ActionTool):
    """The base of tools that act on the plot."""


@abstract
class GestureTool(Tool):
    """The base of tools that follow the pointer."""


@abstract
class Drag(GestureTool):
    """The base of tools that dragging drives."""


@abstract
class Scroll(GestureTool):
    """The base of tools that the wheel drives."""


@abstract
class Tap(GestureTool):
    """The base of tools that clicks drive."""


@abstract
class InspectTool(GestureTool):
    """The base of tools that show something under the pointer."""


@abstract
class SelectTool(GestureTool):
    """The base of tools that select rows of ``renderers``, by default of all."""

    renderers: Auto | list[DataRenderer] = "auto"


@abstract
class RegionSelectTool(SelectTool):
    """The base of tools that select within a drawn shape, while it grows if ``continuous``."""

    mode: RegionSelectionMode = "replace"
    continuous: bool = False
    persistent: bool = False
    greedy: bool = False


class PanTool(Drag):
    """Moves the ranges with the pointer."""

    dimensions: Dimensions = "both"


class WheelZoomTool(Scroll):
    """Zooms around the pointer; over an axis, that axis only when ``zoom_on_axis``.

    ``maintain_focus`` keeps the point under the pointer in place even where a range's bounds are met.
    ``speed`` is the part by which one unit of wheel movement zooms.
    """

    dimensions: Dimensions = "both"
    maintain_focus: bool = True
    zoom_on_axis: bool = True
    speed: float = 1 / 600


class BoxZoomTool(Drag):
    """Zooms to a drawn box; ``"auto"`` chooses the dimensions by the box's shape."""

    dimensions: Dimensions | Auto = "auto"
    match_aspect: bool = False
    origin: BoxOrigin = "corner"


class BoxSelectTool(Drag, RegionSelectTool):
    """Selects the rows within a drawn box."""

    dimensions: Dimensions = "both"
    origin: BoxOrigin = "corner"


class TapTool(Tap, SelectTool):
    """Selects the rows under a click, or only calls ``callback`` with them (``behavior="inspect"``)."""

    mode: SelectionMode = "toggle"
    behavior: Literal["select", "inspect"] = "select"
    gesture: Literal["tap", "doubletap"] = "tap"
    callback: Callback | None = None


class HoverTool(InspectTool):
    """Shows a tooltip for the rows under the pointer, or in line with it.

    ``tooltips`` is a list of (label, value) pairs or an HTML text; ``$x``, ``$index``, ``@column`` and
    ``@column{0.00}`` in it are replaced, a format being read as ``formatters`` says for ``"@column"``. None
    shows none.
    """

    renderers: Auto | list[DataRenderer] = "auto"
    callback: Callback | None = None
    tooltips: Tooltips = field(
        factory=lambda: [("index", "$index"), ("data (x, y)", "($x, $y)"), ("screen (x, y)", "($sx, $sy)")]
    )
    formatters: dict[str, TooltipFieldFormatter] = field(factory=dict)
    limit: PositiveInt | None = None
    mode: HitMode = "mouse"
    muted_policy: Literal["show", "ignore"] = "show"
    point_policy: Literal["snap_to_data", "follow_mouse", "none"] = "snap_to_data"
    line_policy: Literal["prev", "next", "nearest", "interp", "none"] = "nearest"
    anchor: Anchor = "center"
    attachment: TooltipAttachment = "horizontal"
    show_arrow: bool = True


class CrosshairTool(InspectTool):
    """Lines through the pointer across the frame; ``line_width`` is in pixels."""

    dimensions: Dimensions = "both"
    line_color: Color = "black"
    line_alpha: Alpha = 1.0
    line_width: float = 1


class ResetTool(PlotActionTool):
    """Brings the ranges and the selection back to where they began."""


class SaveTool(ActionTool):
    """Saves the plot as a PNG file called ``filename`` (without its ending)."""

    filename: str | None = None


class HelpTool(ActionTool):
    """Opens the page ``redirect``."""

    description: str | None = "Learn more about the plot tools"
    redirect: str = "https://docs.bokeh.org/en/latest/docs/user_guide/interaction/tools.html"


@abstract
class ZoomBaseTool(PlotActionTool):
    """The base of tools that zoom around the middle of the frame by ``factor``, a part of the range."""

    renderers: Auto | list[DataRenderer] = "auto"
    dimensions: Dimensions = "both"
    factor: Percent = 0.1
    level: NonNegativeInt = 0


class ZoomInTool(ZoomBaseTool):
    """Shows less of the ranges, larger."""


class ZoomOutTool(ZoomBaseTool):
    """Shows more of the ranges, smaller."""

    maintain_focus: bool = True


class Toolbar(UIElement):
    """The buttons of a plot's tools, and which tools are active.

    ``"auto"`` is the first of its kind, None is none.
    """

    tools: list[Tool] = field(factory=list)
    logo: Literal["normal", "grey"] | None = "normal"
    autohide: bool = False
    active_drag: Auto | Drag | None = field(default="auto", view=True)
    active_inspect: Auto | InspectTool | list[InspectTool] | None = field(default="auto", view=True)
    active_scroll: Auto | Scroll | None = field(default="auto", view=True)
    active_tap: Auto | Tap | None = field(default="auto", view=True)
    active_multi: Auto | GestureTool | None = field(default="auto", view=True)
