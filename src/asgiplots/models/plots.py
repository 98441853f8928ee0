"""The plot: ranges, scales, renderers and guides in one frame."""

from collections.abc import Iterator
from typing import Any, get_args

from asgiplots.models._prefixed import BackgroundFillProps, BorderFillProps, BorderLineProps, OutlineLineProps
from asgiplots.models.annotations import Legend, Title
from asgiplots.models.axes import Axis
from asgiplots.models.drawing import Renderer
from asgiplots.models.glyphs import Glyph
from asgiplots.models.grids import Grid
from asgiplots.models.layouts import LayoutDOM
from asgiplots.models.ranges import DataRange1d, Range
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.models.scales import LinearScale, Scale
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.splat import Splat
from asgiplots.models.tool_names import parse_tools
from asgiplots.models.tools import HoverTool, Tool, Toolbar
from asgiplots.schema import field
from asgiplots.schema.enums import Location, OutputBackend, Place, ResetPolicy
from asgiplots.schema.names import show
from asgiplots.schema.types import NonNegativeInt


class Plot(LayoutDOM, OutlineLineProps, BackgroundFillProps, BorderFillProps, BorderLineProps):
    """A frame for data with a title, a toolbar and guides on its sides.

    ``width`` and ``height`` are outer sizes, ``frame_width`` and ``frame_height`` those of the frame;
    ``min_border`` is the least room beside the frame (all in pixels). ``match_aspect`` keeps one data unit
    equally long on both axes, times ``aspect_scale``. The ``inner_`` and ``outer_`` sizes are what a browser
    last measured, None before. ``output_backend`` and the ``lod_`` fields are hints: drawing chooses its
    detail by itself.
    """

    width: NonNegativeInt | None = 600
    height: NonNegativeInt | None = 600
    x_range: Range = field(factory=DataRange1d)
    y_range: Range = field(factory=DataRange1d)
    x_scale: Scale = field(factory=LinearScale)
    y_scale: Scale = field(factory=LinearScale)
    title: Title | None = field(factory=Title)
    title_location: Location | None = "above"
    renderers: list[Renderer] = field(factory=list)
    toolbar: Toolbar = field(factory=Toolbar)
    toolbar_location: Location | None = "right"
    toolbar_sticky: bool = True
    toolbar_inner: bool = False
    left: list[Renderer] = field(factory=list)
    right: list[Renderer] = field(factory=list)
    above: list[Renderer] = field(factory=list)
    below: list[Renderer] = field(factory=list)
    center: list[Renderer] = field(factory=list)
    frame_width: int | None = None
    frame_height: int | None = None
    inner_width: int | None = field(default=None, view=True)
    inner_height: int | None = field(default=None, view=True)
    outer_width: int | None = field(default=None, view=True)
    outer_height: int | None = field(default=None, view=True)
    min_border: int | None = 5
    min_border_top: int | None = None
    min_border_bottom: int | None = None
    min_border_left: int | None = None
    min_border_right: int | None = None
    lod_factor: int = 10
    lod_threshold: int | None = 2000
    lod_interval: int = 300
    lod_timeout: int = 500
    output_backend: OutputBackend = "canvas"
    hidpi: bool = True
    match_aspect: bool = False
    aspect_scale: float = 1
    reset_policy: ResetPolicy = "standard"

    @property
    def xaxis(self) -> Any:
        """The axes above and below, as a list whose attributes are theirs."""
        return Splat((a for a in self._placed("above", "below") if isinstance(a, Axis)), "x axis")

    @property
    def yaxis(self) -> Any:
        """The axes on the left and right, as a list whose attributes are theirs."""
        return Splat((a for a in self._placed("left", "right") if isinstance(a, Axis)), "y axis")

    @property
    def axis(self) -> Any:
        """All axes, as a list whose attributes are theirs."""
        return Splat([*self.xaxis, *self.yaxis], "axis")

    @property
    def xgrid(self) -> Any:
        """The grids of x, as a list whose attributes are theirs."""
        return Splat((grid for grid in self._grids() if grid.dimension == 0), "x grid")

    @property
    def ygrid(self) -> Any:
        """The grids of y, as a list whose attributes are theirs."""
        return Splat((grid for grid in self._grids() if grid.dimension == 1), "y grid")

    @property
    def grid(self) -> Any:
        """All grids, as a list whose attributes are theirs."""
        return Splat(self._grids(), "grid")

    @property
    def legend(self) -> Any:
        """The legends, as a list whose attributes are theirs."""
        return Splat((item for item in self._placed(*get_args(Place)) if isinstance(item, Legend)), "legend")

    @property
    def hover(self) -> Any:
        """The hover tools, as a list whose attributes are theirs."""
        return Splat((tool for tool in self.toolbar.tools if isinstance(tool, HoverTool)), "hover tool")

    @property
    def tools(self) -> list[Tool]:
        """The tools of the toolbar."""
        return self.toolbar.tools

    @tools.setter
    def tools(self, tools: list[Tool]) -> None:
        self.toolbar.tools = tools

    def _placed(self, *places: str) -> Iterator[Renderer]:
        for place in places:
            yield from getattr(self, place)

    def _grids(self) -> list[Grid]:
        return [item for item in self.center if isinstance(item, Grid)]

    def add_layout(self, obj: Renderer, place: Place = "center") -> None:
        """Put an axis, a grid or an annotation inside the frame (``"center"``) or on one of its sides.

        One that is inside the frame moves to the side.
        """
        if place not in get_args(Place):
            raise ValueError(
                f"add_layout() expected a place among {', '.join(get_args(Place))}, got {show(place)}"
            )
        if obj in getattr(self, place):
            raise ValueError(f"{obj!r} is already at {place!r} of this plot")
        if obj in self.center:
            self.center.remove(obj)
        getattr(self, place).append(obj)

    def add_glyph(
        self, source_or_glyph: ColumnDataSource | Glyph, glyph: Glyph | None = None, **fields: Any
    ) -> GlyphRenderer:
        """Draw a glyph for the rows of a source.

        ``add_glyph(source, glyph)``, or ``add_glyph(glyph)`` for one row.
        """
        if isinstance(source_or_glyph, Glyph):
            source_or_glyph, glyph = ColumnDataSource(), source_or_glyph
        if glyph is None:
            raise ValueError("add_glyph() expected a glyph after the source, got none")
        renderer = GlyphRenderer(data_source=source_or_glyph, glyph=glyph, **fields)
        self.renderers.append(renderer)
        return renderer

    def add_tools(self, *tools: Tool | str) -> None:
        """Add tools, given as models or by name, to the toolbar."""
        for tool in tools:
            self.toolbar.tools.extend([tool] if isinstance(tool, Tool) else parse_tools(tool).values())

    def remove_tools(self, *tools: Tool) -> None:
        """Take tools out of the toolbar; ValueError for one that is not in it."""
        for tool in tools:
            if tool not in self.toolbar.tools:
                raise ValueError(f"{tool!r} is not among the tools of this plot")
            self.toolbar.tools.remove(tool)

    def select(self, *args: Any, **criteria: Any) -> list[Any]:
        """Return what fits a name, a class, a dictionary of fields, or criteria such as ``name="a"``."""
        if bool(args) == bool(criteria) or len(args) > 1:
            raise ValueError("select() expected one name, class or dictionary, or keyword criteria")
        return Splat(super().select(args[0] if args else criteria), "model that fits")
