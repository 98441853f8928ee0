"""Events: what happened in a page, as handlers given to ``on_event`` receive it."""

from functools import cache
from typing import Any, ClassVar, get_type_hints

from asgiplots.schema import Model
from asgiplots.schema.annotations import compile_annotation
from asgiplots.schema.callbacks import EVENTS
from asgiplots.schema.kinds import Kind
from asgiplots.schema.names import Mismatch, similar


class Event:
    """The base of events; ``event_name`` is the name on the wire and in ``on_event``."""

    event_name: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "event_name" in cls.__dict__:
            EVENTS[cls.event_name] = cls

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({shown})"


def make_event(name: str, model: Model | None, values: dict[str, Any]) -> Event:
    """Return the event that a page reported; ValueError for an unknown name or values that do not fit it."""
    cls = EVENTS.get(name)
    if cls is None or not issubclass(cls, Event):
        raise ValueError(f"there is no event called {name!r}{similar(name, EVENTS)}")
    needs_model = issubclass(cls, ModelEvent)
    if needs_model and model is None:
        raise ValueError(f"the event {name!r} expected the model that it happened on, got None")
    checked = {key: _checked(cls, key, value) for key, value in values.items()}
    return cls(model, **checked) if needs_model else cls(**checked)


def _checked(cls: type[Event], key: str, value: Any) -> Any:
    kinds = _kinds(cls)
    if key not in kinds:
        raise ValueError(f"the event {cls.event_name!r} has no value {key!r}{similar(key, kinds)}")
    try:
        return kinds[key].coerce(value)
    except Mismatch as error:
        raise error.at(f"{key} of the event {cls.event_name!r}") from None


@cache
def _kinds(cls: type[Event]) -> dict[str, Kind]:
    """Return the kinds of an event's values, as its constructor and those of its bases annotate them."""
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        init = vars(base).get("__init__")
        if base is not object and init is not None:
            hints.update(get_type_hints(init))
    kept = {name: hint for name, hint in hints.items() if name not in ("model", "return", "place")}
    return {name: compile_annotation(hint, Model) for name, hint in kept.items()}


class DocumentEvent(Event):
    """The base of events of a whole document."""


class DocumentReady(DocumentEvent):
    """A viewer has shown the document for the first time."""

    event_name = "document_ready"


class ConnectionEvent(DocumentEvent):
    """The base of events of a viewer's connection."""


class ConnectionLost(ConnectionEvent):
    """A viewer's connection broke; ``timestamp`` is in milliseconds since the epoch."""

    event_name = "connection_lost"

    def __init__(self, timestamp: float | None = None) -> None:
        self.timestamp = timestamp


class ClientReconnected(ConnectionEvent):
    """A viewer's connection is back."""

    event_name = "client_reconnected"


class ModelEvent(Event):
    """The base of events that happen on a model."""

    def __init__(self, model: Any) -> None:
        self.model = model


class ButtonClick(ModelEvent):
    """A button was pressed."""

    event_name = "button_click"


class ValueSubmit(ModelEvent):
    """A person pressed Enter in a text field; ``value`` is its text."""

    event_name = "value_submit"

    def __init__(self, model: Any, value: str = "") -> None:
        super().__init__(model)
        self.value = value


class AxisClick(ModelEvent):
    """An axis was clicked at ``value``: a number, or a factor."""

    event_name = "axis_click"

    def __init__(self, model: Any, value: Any = None) -> None:
        super().__init__(model)
        self.value = value


class LegendItemClick(ModelEvent):
    """An entry of a legend was clicked."""

    event_name = "legend_item_click"

    def __init__(self, model: Any, item: Any = None) -> None:
        super().__init__(model)
        self.item = item


class PlotEvent(ModelEvent):
    """The base of events of a plot."""


class LODStart(PlotEvent):
    """A gesture began, and drawing may become coarser until it ends."""

    event_name = "lodstart"


class LODEnd(PlotEvent):
    """A gesture ended."""

    event_name = "lodend"


class Reset(PlotEvent):
    """The reset tool was used."""

    event_name = "reset"


class RangesUpdate(PlotEvent):
    """A person moved the ranges; they go from (x0, y0) to (x1, y1) now."""

    event_name = "rangesupdate"

    def __init__(
        self,
        model: Any,
        x0: float | None = None,
        x1: float | None = None,
        y0: float | None = None,
        y1: float | None = None,
    ) -> None:
        super().__init__(model)
        self.x0, self.x1, self.y0, self.y1 = x0, x1, y0, y1


class SelectionGeometry(PlotEvent):
    """A person drew ``geometry`` to select; ``final`` is false while the shape still grows."""

    event_name = "selectiongeometry"

    def __init__(self, model: Any, geometry: dict[str, Any] | None = None, final: bool = True) -> None:
        super().__init__(model)
        self.geometry, self.final = geometry, final


class PointEvent(PlotEvent):
    """The base of events at a place: (sx, sy) in pixels of the plot, (x, y) in data units.

    ``modifiers`` tells which of the keys ``shift``, ``ctrl`` and ``alt`` were down.
    """

    def __init__(
        self,
        model: Any,
        sx: float | None = None,
        sy: float | None = None,
        x: Any = None,
        y: Any = None,
        modifiers: dict[str, bool] | None = None,
    ) -> None:
        super().__init__(model)
        self.sx, self.sy, self.x, self.y, self.modifiers = sx, sy, x, y, modifiers


class Tap(PointEvent):
    """A click or a tap."""

    event_name = "tap"


class DoubleTap(PointEvent):
    """A double click or tap."""

    event_name = "doubletap"


class Press(PointEvent):
    """The pointer has been held down in one place."""

    event_name = "press"


class PressUp(PointEvent):
    """The pointer was let go after a press."""

    event_name = "pressup"


class MouseEnter(PointEvent):
    """The pointer came into the plot."""

    event_name = "mouseenter"


class MouseLeave(PointEvent):
    """The pointer left the plot."""

    event_name = "mouseleave"


class MouseMove(PointEvent):
    """The pointer moved over the plot."""

    event_name = "mousemove"


class MouseWheel(PointEvent):
    """The wheel turned by ``delta``."""

    event_name = "wheel"

    def __init__(self, model: Any, delta: float | None = None, **place: Any) -> None:
        super().__init__(model, **place)
        self.delta = delta


class Pan(PointEvent):
    """The pointer was dragged by (delta_x, delta_y) pixels; ``direction`` is 1 or -1."""

    event_name = "pan"

    def __init__(
        self,
        model: Any,
        delta_x: float | None = None,
        delta_y: float | None = None,
        direction: int | None = None,
        **place: Any,
    ) -> None:
        super().__init__(model, **place)
        self.delta_x, self.delta_y, self.direction = delta_x, delta_y, direction


class PanStart(PointEvent):
    """A drag began."""

    event_name = "panstart"


class PanEnd(PointEvent):
    """A drag ended."""

    event_name = "panend"


class Pinch(PointEvent):
    """Two fingers moved apart or together by ``scale``."""

    event_name = "pinch"

    def __init__(self, model: Any, scale: float | None = None, **place: Any) -> None:
        super().__init__(model, **place)
        self.scale = scale


class PinchStart(PointEvent):
    """A pinch began."""

    event_name = "pinchstart"


class PinchEnd(PointEvent):
    """A pinch ended."""

    event_name = "pinchend"
