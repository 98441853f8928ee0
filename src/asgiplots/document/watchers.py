"""Handlers that an app puts on its document: changes, events, messages, the session's end."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from asgiplots.schema import Model
from asgiplots.schema.callbacks import EventType, check_arguments, event_name, wants_argument

if TYPE_CHECKING:
    from asgiplots.document.document import Document

Handler = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class DocumentChangedEvent:
    """Something in ``document`` changed."""

    document: "Document"


@dataclass(frozen=True, slots=True)
class ModelChangedEvent(DocumentChangedEvent):
    """The field ``attr`` of ``model`` changed; ``new`` is its value now."""

    model: Model
    attr: str
    new: Any


@dataclass(frozen=True, slots=True)
class RootAddedEvent(DocumentChangedEvent):
    model: Model


@dataclass(frozen=True, slots=True)
class RootRemovedEvent(DocumentChangedEvent):
    model: Model


@dataclass(frozen=True, slots=True)
class TitleChangedEvent(DocumentChangedEvent):
    title: str


class Watchers:
    """The part of a document that keeps and runs its handlers."""

    def __init__(self) -> None:
        super().__init__()
        self._on_change: list[Handler] = []
        self._on_event: dict[str, list[Handler]] = {}
        self._on_message: dict[str, list[Handler]] = {}
        self.session_destroyed_callbacks: list[Handler] = []
        self.js_event_callbacks: dict[str, list[Any]] = {}

    def on_change(self, *callbacks: Handler) -> None:
        """Call each of ``callbacks`` with an event whenever a model, the roots or the title change."""
        for callback in callbacks:
            check_arguments(callback, ("event",), "Document.on_change")
            if callback not in self._on_change:
                self._on_change.append(callback)

    def remove_on_change(self, *callbacks: Handler) -> None:
        """Stop calling ``callbacks``; ValueError for one that was never given to ``on_change``."""
        for callback in callbacks:
            if callback not in self._on_change:
                raise ValueError(f"the document has no change handler {callback!r} to remove")
            self._on_change.remove(callback)

    def on_event(self, event: str | type[EventType], *callbacks: Handler) -> None:
        """Call each of ``callbacks`` with a document event, such as ``DocumentReady``."""
        name = event_name(event, "Document.on_event")
        self._on_event.setdefault(name, []).extend(callbacks)

    def js_on_event(self, event: str | type[EventType], *callbacks: Any) -> None:
        """Run ``CustomJS`` callbacks in the browser on a document event."""
        name = event_name(event, "Document.js_on_event")
        self._attach(callbacks)
        self.js_event_callbacks.setdefault(name, []).extend(callbacks)

    def on_message(self, msg_type: str, *callbacks: Handler) -> None:
        """Call each of ``callbacks`` with what a browser sent under ``msg_type``."""
        self._on_message.setdefault(msg_type, []).extend(callbacks)

    def remove_on_message(self, msg_type: str, callback: Handler) -> None:
        """Stop calling ``callback``; ValueError if it was never given to ``on_message``."""
        known = self._on_message.get(msg_type, [])
        if callback not in known:
            raise ValueError(f"the document has no handler {callback!r} for messages of type {msg_type!r}")
        known.remove(callback)

    def on_session_destroyed(self, *callbacks: Handler) -> None:
        """Call each of ``callbacks`` with the session context when the session ends."""
        for callback in callbacks:
            check_arguments(callback, ("session_context",), "Document.on_session_destroyed")
            self.session_destroyed_callbacks.append(callback)

    def adopt_awaitable(self, awaitable: Any) -> None: ...
    def run_later(self, call: Callable[[], object]) -> bool: ...
    def _attach(self, roots: Iterable[Model]) -> None: ...

    def dispatch(self, name: str, model: Model | None, event: Any) -> None:
        """Run the handlers of an event that came from a viewer."""
        if model is not None:
            model._run_event_handlers(name, event)
        self._run_all(self._on_event.get(name, ()), event)

    def hears_change(self, model: Model, name: str) -> bool:
        """Tell whether any handler would run when this field changes."""
        return bool(self._on_change or (model._change_handlers or {}).get(name))

    def hears_event(self, name: str, model: Model | None) -> bool:
        """Tell whether any handler would run on this event."""
        on_model = model is not None and name in (model._event_handlers or {})
        return on_model or name in self._on_event

    def hears_message(self, msg_type: str) -> bool:
        """Tell whether any handler would run on a message of this type."""
        return bool(self._on_message.get(msg_type))

    def deliver(self, msg_type: str, data: Any) -> None:
        """Run the handlers of a message that came from a viewer."""
        self._run_all(self._on_message.get(msg_type, ()), data)

    def _run_all(self, handlers: Any, argument: Any) -> None:
        for handler in tuple(handlers):
            result = handler(argument) if wants_argument(handler) else handler()
            if isawaitable(result):
                self.adopt_awaitable(result)

    def _tell_field(self, model: Model, name: str) -> None:
        if self._on_change:
            self._tell(ModelChangedEvent(self, model, name, getattr(model, name)))  # type: ignore[arg-type]

    def _tell_root(self, model: Model, added: bool) -> None:
        if self._on_change:
            self._tell((RootAddedEvent if added else RootRemovedEvent)(self, model))  # type: ignore[arg-type]

    def _tell_title(self, title: str) -> None:
        if self._on_change:
            self._tell(TitleChangedEvent(self, title))  # type: ignore[arg-type]

    def _tell(self, event: DocumentChangedEvent) -> None:
        if not self.run_later(partial(self._run_all, self._on_change, event)):
            self._run_all(self._on_change, event)
