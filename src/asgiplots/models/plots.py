"""The plot: ranges, scales, renderers and guides in one frame."""

from asgiplots.models._prefixed import BackgroundFillProps, BorderFillProps, BorderLineProps, OutlineLineProps
from asgiplots.models.annotations import Title
from asgiplots.models.drawing import Renderer
from asgiplots.models.layouts import LayoutDOM
from asgiplots.models.ranges import DataRange1d, Range
from asgiplots.models.scales import LinearScale, Scale
from asgiplots.models.tools import Toolbar
from asgiplots.schema import field
from asgiplots.schema.enums import Location, OutputBackend, ResetPolicy
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
    inner_width: int | None = field(default=None, writable=True)
    inner_height: int | None = field(default=None, writable=True)
    outer_width: int | None = field(default=None, writable=True)
    outer_height: int | None = field(default=None, writable=True)
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
