"""Callbacks that an app asks its document to run later or again and again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from math import isfinite
from numbers import Real
from typing import Any, Protocol, TypeVar

from asgiplots.schema.callbacks import check_arguments
from asgiplots.schema.names import article, show

_numbers = count(1)

Callback = Callable[[], Any]


@dataclass(eq=False, slots=True)
class SessionCallback:
    """A handle: give it to the ``remove_…`` method that fits."""

    callback: Callback
    id: str = field(default_factory=lambda: f"callback-{next(_numbers)}", kw_only=True)


@dataclass(eq=False, slots=True)
class NextTickCallback(SessionCallback):
    """Runs once, as soon as the current transaction is over."""


@dataclass(eq=False, slots=True)
class PeriodicCallback(SessionCallback):
    """Runs every ``period`` milliseconds, counted from its start."""

    period: float = 0


@dataclass(eq=False, slots=True)
class TimeoutCallback(SessionCallback):
    """Runs once, ``timeout`` milliseconds from now."""

    timeout: float = 0


def without_document_lock(func: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a callback that need not wait for its session's other callbacks, nor they for it."""
    func.nolock = True  # type: ignore[attr-defined]
    return func


Handle = TypeVar("Handle", bound=SessionCallback)


class Engine(Protocol):
    """What drives a document: a session, or a client that pushed it."""

    def changed(self) -> None:
        """Something is pending; called from any thread, once until the next ``take``."""
        ...

    def schedule(self, callback: SessionCallback) -> None: ...
    def unschedule(self, callback: SessionCallback) -> None: ...
    def flush(self) -> None: ...
    def adopt(self, awaitable: Any) -> None: ...
    def is_overtaken(self, model_id: str, name: str) -> bool:
        """Whether a newer change of the field, or a newer event, of this name waits already."""
        ...


class Timers:
    """The part of a document that keeps an app's callbacks."""

    _engine: Engine | None

    def __init__(self) -> None:
        super().__init__()
        self._timers: dict[SessionCallback, None] = {}

    @property
    def session_callbacks(self) -> list[SessionCallback]:
        """The timers that are still to run."""
        return list(self._timers)

    def add_periodic_callback(self, callback: Callback, period_milliseconds: float) -> PeriodicCallback:
        """Run ``callback`` every ``period_milliseconds``, counted from now; it may be ``async``."""
        if not (_is_number(period_milliseconds) and period_milliseconds > 0):
            raise ValueError(
                f"add_periodic_callback expected a period above 0 ms, got {show(period_milliseconds)}"
            )
        check_arguments(callback, (), "add_periodic_callback")
        return self._add_timer(PeriodicCallback(callback, period_milliseconds))

    def add_timeout_callback(self, callback: Callback, timeout_milliseconds: float) -> TimeoutCallback:
        """Run ``callback`` once, ``timeout_milliseconds`` from now; it may be ``async``."""
        if not (_is_number(timeout_milliseconds) and timeout_milliseconds >= 0):
            raise ValueError(
                f"add_timeout_callback expected a time of at least 0 ms, got {show(timeout_milliseconds)}"
            )
        check_arguments(callback, (), "add_timeout_callback")
        return self._add_timer(TimeoutCallback(callback, timeout_milliseconds))

    def add_next_tick_callback(self, callback: Callback) -> NextTickCallback:
        """Run ``callback`` once, as soon as what runs now is over; it may be ``async``."""
        if not callable(callback):  # its arguments are not looked at: apps may add thousands a second
            check_arguments(callback, (), "add_next_tick_callback")
        return self._add_timer(NextTickCallback(callback))

    def _add_timer(self, handle: Handle) -> Handle:
        self._timers[handle] = None
        if self._engine is not None:
            self._engine.schedule(handle)
        return handle

    def timer_done(self, handle: SessionCallback) -> None:
        """Forget a timer that ran for the last time."""
        self._timers.pop(handle, None)

    def _remove_timer(self, handle: object, kind: type[SessionCallback]) -> None:
        if not isinstance(handle, kind) or handle not in self._timers:
            name = kind.__name__
            raise ValueError(f"expected {article(name)} that this document still has, got {show(handle)}")
        del self._timers[handle]
        if self._engine is not None:
            self._engine.unschedule(handle)

    def remove_periodic_callback(self, callback_obj: PeriodicCallback) -> None:
        """Stop a periodic callback; ValueError if the document does not have it."""
        self._remove_timer(callback_obj, PeriodicCallback)

    def remove_timeout_callback(self, callback_obj: TimeoutCallback) -> None:
        """Cancel a timeout; ValueError if it ran already."""
        self._remove_timer(callback_obj, TimeoutCallback)

    def remove_next_tick_callback(self, callback_obj: NextTickCallback) -> None:
        """Cancel a next-tick callback; ValueError if it ran already."""
        self._remove_timer(callback_obj, NextTickCallback)


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and isfinite(value)
