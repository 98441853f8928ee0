"""Handlers of a model's changes and events."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, dataclass_transform

from asgiplots.schema.fields import field
from asgiplots.schema.names import show, similar
from asgiplots.schema.observer import Observer

if TYPE_CHECKING:
    from asgiplots.schema.fields import FieldDescriptor

ChangeHandler = Callable[[str, Any, Any], Any]
EventHandler = Callable[..., Any]
CallbackPolicy = Literal["every", "newest"]


class EventType(Protocol):
    event_name: str


EVENTS: dict[str, type[Any]] = {}
"""Every event by its name."""


def event_name(event: "str | type[EventType]", method: str) -> str:
    """Return the name of an event given by name or class; ValueError for what is none, with similar names."""
    name: object = event if isinstance(event, str) else getattr(event, "event_name", None)
    if isinstance(name, str) and name in EVENTS:
        return name
    close = similar(event, EVENTS) if isinstance(event, str) else ""
    raise ValueError(f"{method} expected an event or the name of one, got {show(event)}{close}")


def check_arguments(handler: Any, names: tuple[str, ...], what: str) -> None:
    """Raise ValueError unless ``handler`` can be called with as many arguments as ``names``."""
    wanted = f"a function of ({', '.join(names)})" if names else "a function without arguments"
    if not callable(handler):
        raise ValueError(f"{what} expected {wanted}, got {show(handler)}")
    try:
        signature = inspect.signature(handler)
    except (TypeError, ValueError):
        return
    try:
        signature.bind(*names)
    except TypeError:
        label = getattr(handler, "__name__", repr(handler))
        raise ValueError(f"{what} expected {wanted}, got {label}{signature}") from None


def takes_arguments(handler: Any, count: int) -> bool:
    """Tell whether ``handler`` can be called with ``count`` arguments."""
    try:
        inspect.signature(handler).bind(*range(count))
    except (TypeError, ValueError):
        return False
    return True


def wants_argument(handler: Any) -> bool:
    """Tell whether ``handler`` asks for an argument; a default, as in ``lambda i=i: …``, is its own."""
    try:
        parameters = inspect.signature(handler).parameters.values()
    except (TypeError, ValueError):
        return True
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return any(
        one.kind is inspect.Parameter.VAR_POSITIONAL or (one.kind in positional and one.default is one.empty)
        for one in parameters
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class CallbackHost:
    """The part of every model that keeps and runs Python handlers.

    Type checkers count the fields of classes below the one that is marked, so this one is, not ``Model``.
    """

    _fields: ClassVar[dict[str, "FieldDescriptor"]]
    _observer: Observer | None
    _change_handlers: dict[str, list[ChangeHandler]] | None
    _event_handlers: dict[str, list[EventHandler]] | None
    # Names of fields and events with the handlers that need see only the newest.
    _newest: set[tuple[str, Callable[..., Any]]] | None = None
    subscribed_events: set[str]

    def on_change(self, attr: str, *callbacks: ChangeHandler, policy: CallbackPolicy = "every") -> None:
        """Call each of ``callbacks`` with (attr, old, new) whenever the field ``attr`` changes.

        policy: ``"newest"`` leaves out a change made in a browser if a newer one of the field waits already.
        """
        self._need_field(attr)
        self._note_policy(attr, callbacks, policy)
        handlers = self._change_handlers = self._change_handlers or {}
        for callback in callbacks:
            check_arguments(callback, ("attr", "old", "new"), f"{type(self).__name__}.on_change({attr!r})")
            known = handlers.setdefault(attr, [])
            if callback not in known:
                known.append(callback)

    def remove_on_change(self, attr: str, *callbacks: ChangeHandler) -> None:
        """Stop calling ``callbacks``; ValueError for one that was never given to ``on_change``."""
        known = (self._change_handlers or {}).get(attr, [])
        for callback in callbacks:
            if callback not in known:
                raise ValueError(f"{type(self).__name__}.{attr} has no handler {callback!r} to remove")
            known.remove(callback)

    def on_event(
        self, event: "str | type[EventType]", *callbacks: EventHandler, policy: CallbackPolicy = "every"
    ) -> None:
        """Call each of ``callbacks`` with the event, or with nothing if it takes nothing, when it happens.

        policy: ``"newest"`` leaves out an event if a newer one of its name waits already.
        """
        name = event_name(event, f"{type(self).__name__}.on_event")
        self._note_policy(name, callbacks, policy)
        handlers = self._event_handlers = self._event_handlers or {}
        for callback in callbacks:
            if not takes_arguments(callback, 0):
                check_arguments(callback, ("event",), f"{type(self).__name__}.on_event({name!r})")
            handlers.setdefault(name, []).append(callback)
        self.subscribed_events.add(name)

    def trigger(self, attr: str, old: Any, new: Any) -> None:
        """Tell handlers and viewers that ``attr`` changed in a way the model could not see."""
        self._need_field(attr)
        if self._observer is not None:
            self._observer.note_field(self, attr, self._fields[attr].kind.refs, 0)  # type: ignore[arg-type]
        self._run_change_handlers(attr, old, new)

    def _note_policy(
        self, name: str, callbacks: tuple[Callable[..., Any], ...], policy: CallbackPolicy
    ) -> None:
        if policy not in ("every", "newest"):
            raise ValueError(f"a callback's policy expected 'every' or 'newest', got {show(policy)}")
        if policy == "newest":
            self._newest = (self._newest or set()) | {(name, callback) for callback in callbacks}

    def _due(self, name: str, handlers: list[Any]) -> tuple[Any, ...]:
        """Return the handlers to run now, without those that will see something newer in a moment."""
        if self._newest is None or self._observer is None or not self._observer.is_overtaken(self, name):  # type: ignore[arg-type]
            return tuple(handlers)
        return tuple(handler for handler in handlers if (name, handler) not in self._newest)

    @classmethod
    def _need_field(cls, attr: str) -> None:
        if attr not in cls._fields:
            raise ValueError(f"{cls.__name__} has no field {attr!r}{similar(attr, cls._fields)}")

    def _run_change_handlers(self, attr: str, old: Any, new: Any) -> None:
        handlers = self._change_handlers.get(attr) if self._change_handlers is not None else None
        if not handlers or (
            self._observer is not None
            and self._observer.run_later(partial(self._run_change_handlers, attr, old, new))
        ):
            return
        for handler in self._due(attr, handlers):
            self._run(handler, attr, old, new)

    def _run_event_handlers(self, name: str, event: Any) -> None:
        if self._event_handlers is not None:
            for handler in self._due(name, self._event_handlers.get(name, [])):
                self._run(handler, *((event,) if wants_argument(handler) else ()))

    def _run(self, handler: Callable[..., Any], *args: Any) -> None:
        result = handler(*args)
        if inspect.isawaitable(result):
            if self._observer is None:
                result.close() if inspect.iscoroutine(result) else None
                raise RuntimeError("an async handler needs its model to be in a document")
            self._observer.adopt_awaitable(result)
