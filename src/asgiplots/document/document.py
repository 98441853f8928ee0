"""A document: models reached from its roots, what changed in them, and the app's handlers."""

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from threading import RLock
from typing import Any, Literal

from asgiplots.document.changes import ChangeSet
from asgiplots.document.operations import PatchColumns, SendEvent, Stream
from asgiplots.document.pending import Pending
from asgiplots.document.timers import Engine, Timers
from asgiplots.document.watchers import Watchers
from asgiplots.plotting.themes import Theme, read_theme
from asgiplots.schema import Model, ids, query, reach
from asgiplots.schema.model import models_in
from asgiplots.schema.names import show, similar


class Document(Timers, Watchers):
    """Models by id, the changes since the last frame, timers and handlers of one running app."""

    def __init__(self, *, theme: Any = None, title: str = "asgiplots app") -> None:
        super().__init__()
        self._lock = RLock()
        self._roots: list[Model] = []
        self._models: dict[str, Model] = {}
        self._title = title
        self._theme = read_theme(theme)
        self._collaborative = True
        self.pending = Pending()
        self._notified = self._stale = False
        self._held: str | None = None
        self._author = 0
        self._later: list[Callable[[], object]] | None = None
        self._engine: Engine | None = None
        # True: periodic callbacks rest while nobody looks.
        self.pause_unwatched = False
        self.template: Any = None
        self.template_variables: dict[str, Any] = {}
        self.session_context: Any = None
        self.modules: dict[str, str] = {}
        # Where the ids of models made by this document's app come from, None for the process's own numbers.
        self.numbers: ids.Numbers | None = None

    # Roots and models

    @property
    def roots(self) -> list[Model]:
        """The models shown at the top level, in order."""
        return list(self._roots)

    @property
    def models(self) -> list[Model]:
        """All models of the document."""
        return list(reach(self.anchors()) if self._stale else self._models.values())

    def anchors(self) -> list[Model]:
        """Return the models from which all others are reached: roots and the document's own JS callbacks."""
        return [*self._roots, *(c for callbacks in self.js_event_callbacks.values() for c in callbacks)]

    def add_root(self, model: Model, setter: object = None) -> None:
        """Show a model at the top level; adding it again does nothing."""
        if not isinstance(model, Model):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(f"add_root expected a model, got {show(model)}")
        with self._lock:
            if model in self._roots:
                return
            self._attach([model])
            self._roots.append(model)
            self._note_roots()
        self._tell_root(model, added=True)

    def remove_root(self, model: Model, setter: object = None) -> None:
        """Stop showing a root; one that is not there changes nothing."""
        with self._lock:
            if model not in self._roots:
                return
            self._roots.remove(model)
            self._stale = True
            self._note_roots()
        self._tell_root(model, added=False)

    def clear(self) -> None:
        """Remove all roots."""
        for root in self.roots:
            self.remove_root(root)

    def set_roots(self, roots: list[Model], origin: int = 0) -> None:
        """Show exactly these models, in this order."""
        with self._lock:
            self._attach(roots, origin)
            self._roots = list(roots)
            self._stale = True
            self._note_roots(origin)

    def get_model_by_id(self, model_id: str) -> Model | None:
        """Return the model with this id, or None."""
        model = self._models.get(model_id)
        return model if model is not None and self.holds(model) else None

    def holds(self, model: Model) -> bool:
        """Tell whether ``model`` is reached from a root of this document."""
        return model._observer is self and (not self._stale or model in set(reach(self.anchors())))

    def get_model_by_name(self, name: str) -> Model | None:
        """Return the only model with this name, or None; ValueError when several have it."""
        return self.select_one({"name": name})

    def select(self, selector: Any) -> list[Any]:
        """Return the models that fit a name, a class or a dictionary of field values."""
        return query.find(self.models, selector)

    def select_one(self, selector: Any) -> Any:
        """Return the only model that fits, or None; ValueError when several do."""
        return query.find_one(self.models, selector)

    def set_select(self, selector: Any, updates: dict[str, Any]) -> None:
        """Set fields on every model that fits."""
        for model in self.select(selector):
            model.update(**updates)

    def _attach(self, roots: Iterable[Model], origin: int = 0) -> None:
        """Take in the models reached from ``roots`` that are not here yet."""
        fresh = [model for model in reach(roots) if model._observer is not self]
        for model in fresh:
            if model._observer is not None and not model._observer.let_go(model):
                raise RuntimeError(f"{model!r} already belongs to another document")
        added = self._changes(origin).added
        dropped = self.pending.dropped()
        for model in fresh:
            while model._id in self._models or model._id in dropped:
                model.__dict__["_id"] = ids.next_id()
            model.__dict__["_observer"] = self
            self._models[model._id] = model
            added[model] = None
            if self._theme is not None:
                model.__dict__["_themed"] = self._theme.for_model(type(model))

    def take_in(self, models: Iterable[Model], changes: ChangeSet) -> bool:
        """Let those that a root reaches and are not here yet come with ``changes``; tell if there are any."""
        with self._lock:
            late = [model for model in models if model._observer is not self]
            if not late:
                return False
            late = [model for model in reach(self.anchors()) if model._observer is not self]
            self._attach(late, changes.origin)
            added = self._changes(changes.origin).added
            changes.added.update((model, added.pop(model)) for model in late)
            return bool(late)

    def let_go(self, model: Model) -> bool:
        """Give up a model that no root reaches any more, so that another document may have it."""
        with self._lock:
            if self._stale:
                self._sweep()
                self._wake()
        return model._observer is not self

    def _sweep(self) -> None:
        """Let go of models that no root reaches any more."""
        self._stale = False
        kept = set(reach(self.anchors()))
        gone = [model for model in self._models.values() if model not in kept]
        for model in gone:
            del self._models[model._id]
            model.__dict__["_observer"] = None
            self.pending.forget_model(model)

    # Notes from models (schema.Observer)

    def exclusive(self) -> AbstractContextManager[Any]:
        """Hold while data and its note must change together, or while a frame is made."""
        return self._lock

    def note_field(self, model: Model, name: str, refs: bool, origin: int = 0) -> None:
        with self._lock:
            origin = origin or self._author
            if refs:
                self._stale = True
                self._attach([m for m in models_in(getattr(model, name)) if m._observer is not self], origin)
            self.pending.note_field(model, name, origin)
        self._wake()
        self._tell_field(model, name)

    def resend(self, model_id: str, name: str) -> None:
        """Send a field to every viewer though it did not change; a model that is gone has none to send."""
        with self._lock:
            model = self._models.get(model_id)
            if model is None:
                return
            self.pending.note_field(model, name, 0)
        self._wake()

    def note_columns(self, model: Model, names: list[str], origin: int = 0) -> None:
        with self._lock:
            changes = self.pending.columns_of(model, origin or self._author)
            if changes is not None:
                data: Any = getattr(model, "data")  # noqa: B009
                if all(name in data for name in names):
                    changes.replace(names)
                else:
                    self._changes(origin).note_field(model, "data")
        self._wake()
        self._tell_field(model, "data")

    def note_stream(self, model: Model, columns: Any, rollover: int | None, origin: int = 0) -> None:
        with self._lock:
            changes = self.pending.columns_of(model, origin or self._author)
            if changes is not None:
                changes.stream(
                    Stream(model._id, {name: copy(part) for name, part in columns.items()}, rollover)
                )
        self._wake()
        self._tell_field(model, "data")

    def note_patch(self, model: Model, patches: Any, origin: int = 0) -> None:
        with self._lock:
            changes = self.pending.columns_of(model, origin or self._author)
            if changes is not None:
                changes.patch(PatchColumns(model._id, dict(patches)))
                self.pending.count(value for cells in patches.values() for _, value in cells)
        self._wake()
        self._tell_field(model, "data")

    def adopt_awaitable(self, awaitable: Any) -> None:
        """Run what an ``async def`` handler returned, as part of the app's session."""
        if self._engine is None:
            awaitable.close()
            raise RuntimeError("an async handler needs a running session")
        self._engine.adopt(awaitable)

    def is_overtaken(self, model: Model, name: str) -> bool:
        return self._engine is not None and self._engine.is_overtaken(model.id, name)

    def _note_roots(self, origin: int = 0) -> None:
        self.pending.note_roots(list(self._roots), origin or self._author)
        self._wake()

    @contextmanager
    def authored(self, origin: int) -> Generator[None]:
        """Count what changes inside the block as written by the viewer ``origin``; other threads wait.

        Handlers run after the block: what they change is the app's, and nobody waits for them.
        """
        with self._lock:
            before = self._author, self._later
            self._author, self._later = origin, []
            try:
                yield
            finally:
                calls = self._later
                self._author, self._later = before
        for call in calls:
            call()

    def run_later(self, call: Callable[[], object]) -> bool:
        """Keep a call for the end of the ``authored`` block that runs; false says that none does."""
        with self._lock:
            if self._later is not None:
                self._later.append(call)
            return self._later is not None

    def _changes(self, origin: int) -> ChangeSet:
        return self.pending.of(origin or self._author)

    def _wake(self) -> None:
        if not self._notified and self._engine is not None:
            self._notified = True
            self._engine.changed()

    # The engine's face

    def connect(self, engine: Engine | None) -> None:
        """Give the document to a session (None: take it away); waiting timers are scheduled."""
        self._engine = engine
        if engine is not None:
            for callback in tuple(self._timers):
                engine.schedule(callback)

    def take(self, even_held: bool = False) -> list[ChangeSet]:
        """Return and forget what changed: one set per origin, viewers' writes before the app's changes.

        What is held stays, unless ``even_held``: a snapshot contains it, so it must not come again later.
        """
        with self._lock:
            if self._held is not None and not even_held:
                return []
            self._notified = False
            if self._stale:
                self._sweep()
            return self.pending.take()

    def hold(self, policy: Literal["combine", "collect"] = "combine") -> None:
        """Send nothing until ``unhold``; what changes meanwhile goes in one frame."""
        if policy not in ("combine", "collect"):
            raise ValueError(f"hold expected 'combine' or 'collect', got {show(policy)}")
        self._held = policy

    def unhold(self) -> None:
        """Send what changed since ``hold``."""
        self._held = None
        if self.pending:
            self._notified = False
            self._wake()

    def flush(self) -> None:
        """Send what changed so far, in the middle of a long callback."""
        if self._engine is not None:
            self._engine.flush()

    def allow_writes(self, model: Model, *names: str) -> None:
        """Let browsers write these fields of one model, beyond those that every viewer may write."""
        for name in names:
            model._need_field(name)
        model.open_fields.update(names)

    def may_write(self, model: Model, name: str) -> bool:
        """Tell whether a browser may write the field ``name`` of ``model``."""
        descriptor = model._fields.get(name)
        if descriptor is None or (descriptor.view and not self._collaborative):
            return False
        return descriptor.writable or name in model._values.get("open_fields", ())

    @property
    def collaborative(self) -> bool:
        """Whether zoom, selection and the like are one for all viewers (the default), or each has its own.

        If not, they stay in the browser: no handler hears of them. What the app sets reaches everybody still.
        """
        return self._collaborative

    @collaborative.setter
    def collaborative(self, collaborative: bool) -> None:
        if not isinstance(collaborative, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(f"collaborative expected True or False, got {show(collaborative)}")
        if collaborative is not self._collaborative:
            self._collaborative = collaborative
            with self._lock:
                self._changes(0).collaborative = collaborative
            self._wake()

    # Title, theme, messages

    @property
    def title(self) -> str:
        """The title of the page."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        self.set_title(title)

    def set_title(self, title: str, setter: object = None) -> None:
        """Set the title of the page."""
        if not isinstance(title, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(f"the title expected a string, got {show(title)}")
        if title != self._title:
            self._title = title
            with self._lock:
                self._changes(0).title = title
            self._wake()
            self._tell_title(title)

    @property
    def theme(self) -> Theme | None:
        """The theme behind fields never set; it may be set by name, as a file or as a dictionary."""
        return self._theme

    @theme.setter
    def theme(self, theme: Any) -> None:
        theme = read_theme(theme)
        with self._lock:
            self._theme = theme
            for model in self._models.values():
                self._retheme(model)
        self._wake()

    def _retheme(self, model: Model) -> None:
        old: dict[str, Any] = dict(model._themed or {})
        new: dict[str, Any] = dict(self._theme.for_model(type(model))) if self._theme is not None else {}
        model.__dict__["_themed"] = new or None
        for name in {**old, **new}:
            if name not in model._values and old.get(name) != new.get(name):
                self._changes(0).note_field(model, name)

    def send_event(self, name: str, values: dict[str, Any]) -> None:
        """Send a message to the browsers: a DOM event ``asgiplots:<name>`` with these values."""
        with self._lock:
            self._changes(0).events.append(SendEvent(name, values))
        self._wake()

    # Looking up for writes from outside

    def need_model(self, model_id: str) -> Model:
        """Return the model with this id; ValueError if the document has none."""
        model = self._models.get(model_id)
        if model is None:
            raise ValueError(f"the document has no model {model_id!r}{similar(model_id, self._models)}")
        return model
