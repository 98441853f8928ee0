"""Transactions that wait for their turn."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from inspect import isawaitable
from typing import Any

from asgiplots.session.policy import Habit
from asgiplots.session.watch import drop


class SessionClosed(RuntimeError):
    """The session ended before this could run."""


OnError = Callable[[str, BaseException], object]


class Work:
    """One transaction. ``what`` names it in a log line; ``habit`` says where it may run.

    about: (model id, name) of the event that it brings, None for other work.
    """

    __slots__ = ("_about", "habit", "what")

    def __init__(self, what: str, habit: Habit, about: tuple[str, str] | None = None) -> None:
        self.what = what
        self.habit = habit
        self._about = about

    def run(self) -> object:
        """Do it, in the session's context; an awaitable result is awaited before the next transaction."""
        return None

    def is_about(self, key: tuple[str, str]) -> bool:
        """Tell whether it brings a value of this field, or an event of this name, of the model of this id."""
        return key == self._about

    def finished(self, error: BaseException | None) -> None:
        """Called on the loop once its changes are published; ``error`` is what ``run`` raised."""


class Outcome:
    """What a transaction will return: await it on a loop, or call ``result`` in a thread."""

    def __init__(self) -> None:
        self._future: Future[Any] = Future()

    def __await__(self) -> Generator[Any, None, Any]:
        return asyncio.wrap_future(self._future).__await__()

    def done(self) -> bool:
        return self._future.done()

    def result(self, timeout: float | None = None) -> Any:
        """Wait at most ``timeout`` seconds; return what the transaction returned or raise what it raised."""
        return self._future.result(timeout)

    def settle(self, value: Any, error: BaseException | None) -> None:
        if not self._future.set_running_or_notify_cancel():
            return
        if error is None:
            self._future.set_result(value)
        else:
            self._future.set_exception(error)


class Task(Work):
    """A function, plain or async, somebody may wait for."""

    __slots__ = ("_call", "_value", "outcome")

    def __init__(
        self, what: str, habit: Habit, call: Callable[[], Any], about: tuple[str, str] | None = None
    ) -> None:
        super().__init__(what, habit, about)
        self._call = call
        self._value: Any = None
        self.outcome = Outcome()

    def run(self) -> object:
        value = self._value = self._call()
        if not isawaitable(value):
            return None
        kept = self._keep(value)
        kept.__qualname__ = getattr(value, "__qualname__", self.what)
        return kept

    async def _keep(self, awaitable: Any) -> None:
        self._value = await awaitable

    def finished(self, error: BaseException | None) -> None:
        if error is not None:
            drop(self._value)
        self.outcome.settle(self._value, error)


class Adopted(Work):
    """Something that is awaited already made: what an async handler returned."""

    __slots__ = ("_awaitable",)

    def __init__(self, habit: Habit, awaitable: Awaitable[object]) -> None:
        super().__init__("async handler", habit)
        self._awaitable = awaitable

    def run(self) -> object:
        return self._awaitable

    def finished(self, error: BaseException | None) -> None:
        if error is not None:
            drop(self._awaitable)
