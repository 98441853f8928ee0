"""``figure()``: a plot with axes, grids, a toolbar and glyph methods."""

import inspect
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Unpack, get_args

from asgiplots.models.plots import Plot
from asgiplots.models.tools import Tool, Tooltips
from asgiplots.plotting.glyph_methods import MARKER_SHORTCUTS
from asgiplots.plotting.guides import AxisType, add_guides, axis_class, make_range, make_scale
from asgiplots.plotting.stacks import StackMethods
from asgiplots.plotting.toolbars import DEFAULT_TOOLS, make_toolbar
from asgiplots.schema.enums import MarkerType

if TYPE_CHECKING:
    from asgiplots.plotting._options import FigureOptions


class figure(StackMethods, Plot):
    """A plot ready to draw on.

    Ranges are made of (start, end), a list of factors, or a range shared with another figure; the default
    follows the data. Axis types are "auto", "linear", "log", "datetime" or None for no axis. ``tools`` are
    names or tools, ``tooltips`` those of a hover tool. Other keywords are fields of the plot, such as
    ``width``, ``title`` or ``background_fill_color``. ValueError or AttributeError says which option does not
    fit.
    """

    __kind__ = "Figure"

    def __init__(
        self,
        *,
        tools: str | Sequence[str | Tool] = DEFAULT_TOOLS,
        tooltips: Tooltips = None,
        x_range: Any = None,
        y_range: Any = None,
        x_axis_type: AxisType | None = "auto",
        y_axis_type: AxisType | None = "auto",
        x_axis_location: Literal["above", "below"] | None = "below",
        y_axis_location: Literal["left", "right"] | None = "left",
        x_axis_label: str | None = "",
        y_axis_label: str | None = "",
        x_minor_ticks: int | Literal["auto"] | None = "auto",
        y_minor_ticks: int | Literal["auto"] | None = "auto",
        active_drag: str | Tool | None = "auto",
        active_inspect: str | Tool | Sequence[Tool] | None = "auto",
        active_scroll: str | Tool | None = "auto",
        active_tap: str | Tool | None = "auto",
        active_multi: str | Tool | None = "auto",
        **fields: "Unpack[FigureOptions]",
    ) -> None:
        """Make a figure; see the class for the options."""
        self._check_options(fields)
        x, y = make_range(x_range, "x_range"), make_range(y_range, "y_range")
        x_class = axis_class(x, x_axis_type, "x_axis_type")
        y_class = axis_class(y, y_axis_type, "y_axis_type")
        scales = {"x_scale": make_scale(x, x_axis_type), "y_scale": make_scale(y, y_axis_type)}
        values: dict[str, Any] = {**scales, **fields}
        super().__init__(x_range=x, y_range=y, **values)
        add_guides(self, 0, x_class, x_axis_location, x_axis_label, x_minor_ticks)
        add_guides(self, 1, y_class, y_axis_location, y_axis_label, y_minor_ticks)
        active = {
            "drag": active_drag,
            "inspect": active_inspect,
            "scroll": active_scroll,
            "tap": active_tap,
            "multi": active_multi,
        }
        make_toolbar(self.toolbar, tools, tooltips, active)

    def _check_options(self, given: Iterable[str]) -> None:
        for name in given:
            if name not in self._fields:
                raise self._unknown(name, inspect.signature(figure).parameters)

    @property
    def plot(self) -> "figure":
        """The figure itself."""
        return self


def markers() -> None:
    """Print the kinds of markers and their shortcuts."""
    print("Kinds of markers:", *get_args(MarkerType), sep="\n  ")
    print("Shortcuts:", *(f"{short!r}: {kind!r}" for short, kind in MARKER_SHORTCUTS.items()), sep="\n  ")
