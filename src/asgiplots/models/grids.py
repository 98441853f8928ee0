"""Grids: lines and bands across the frame, at the ticks of an axis."""

from typing import Literal

from asgiplots.models._prefixed import BandFillProps, GridLineProps, MinorGridLineProps
from asgiplots.models.axes import Axis
from asgiplots.models.drawing import GuideRenderer
from asgiplots.models.tickers import Ticker
from asgiplots.schema.enums import RenderLevel
from asgiplots.schema.types import Auto


class Grid(GuideRenderer, GridLineProps, MinorGridLineProps, BandFillProps):
    """Lines at the major (and minor) ticks of one dimension: 0 is x, 1 is y. Every second band may be filled.

    The ticks are those of ``ticker``, else of ``axis``. ``bounds`` limits the grid along its dimension and
    ``cross_bounds`` across it.
    """

    level: RenderLevel = "underlay"
    dimension: Literal[0, 1] = 0
    bounds: Auto | tuple[float, float] = "auto"
    cross_bounds: Auto | tuple[float, float] = "auto"
    axis: Axis | None = None
    ticker: Ticker | None = None
