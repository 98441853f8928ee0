"""Tells of callbacks that run for long, while they do, and of those that kept the loop from all else."""

import logging
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from types import FrameType
from typing import Any, Protocol

logger = logging.getLogger("asgiplots.session")

SLOW_CALLBACK_SECONDS = 10.0
# What holds the loop for longer is felt by everybody.
HOLDS_SECONDS = 0.1
_QUIET_SECONDS = 60.0
_MOST_NAMES = 1000
_HOME = str(Path(__file__).parents[1])


class Callback(Protocol):
    """What runs; ``what`` names it in a log line."""

    what: str


class _Run:
    """A callback that runs now. ``thread`` is where; None for async code, which is in no place of its own."""

    __slots__ = ("began", "code", "thread", "told")

    def __init__(self, began: float, thread: int | None, code: object) -> None:
        self.began = began
        self.thread = thread
        self.code = code
        self.told = False


class Watch:
    """``begin`` and ``end`` may be called in any thread; ``look`` now and then on the loop.

    slow: seconds after which the log names a callback that still runs.
    """

    def __init__(
        self, slow: float = SLOW_CALLBACK_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.slow = slow
        #: Callbacks that ran for longer than ``slow``.
        self.times_slow = 0
        self._clock = clock
        self._running: dict[Callback, _Run] = {}
        self._told: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._running)

    def begin(self, work: Callback, awaited: object = None) -> None:
        """Say that ``work`` runs from now on, in this thread or, ``awaited``, as a task of the loop."""
        thread = threading.get_ident() if awaited is None else None
        self._running[work] = _Run(self._clock(), thread, awaited)

    def end(self, work: Callback) -> None:
        """Say that ``work`` has ended, wherever it ran."""
        self._running.pop(work, None)

    def look(self) -> None:
        """Log who has been running for too long, once each."""
        now = self._clock()
        for work, run in list(self._running.items()):
            if now - run.began >= self.slow and not run.told:
                run.told = True
                self.times_slow += 1
                took = now - run.began
                logger.warning(
                    "%s has been running for %.0f s: its session waits for it%s", work.what, took, _where(run)
                )

    def held(self, what: str, seconds: float) -> None:
        """Log that ``what`` kept the loop busy for ``seconds``, if that is worth a word and not just said."""
        if seconds < HOLDS_SECONDS:
            return
        now = self._clock()
        if now - self._told.get(what, float("-inf")) < _QUIET_SECONDS:
            return
        if len(self._told) >= _MOST_NAMES:
            self._told.clear()
        self._told[what] = now
        logger.warning("%s blocks the loop: all sessions waited %.2f s for it", what, seconds)

    def steps(self, awaitable: Awaitable[object], what: str) -> Awaitable[object]:
        """Return what awaits ``awaitable`` and looks how long it keeps the loop between its pauses."""
        return _Steps(self, awaitable, f"{what} {name_of(awaitable)}".strip())


class _Steps:
    __slots__ = ("_awaitable", "_watch", "_what")

    def __init__(self, watch: Watch, awaitable: Awaitable[object], what: str) -> None:
        self._watch = watch
        self._awaitable = awaitable
        self._what = what

    def close(self) -> None:
        """Drop what was never begun."""
        drop(self._awaitable)

    def __await__(self) -> Generator[Any, None, Any]:
        """Hand on what the awaitable yields to the loop, and what the loop throws into it."""
        clock, steps = time.perf_counter, self._awaitable.__await__()
        thrown: BaseException | None = None
        while True:
            began = clock()
            try:
                pause = next(steps) if thrown is None else _throw(steps, thrown)
            except StopIteration as stop:
                return stop.value
            finally:
                thrown = None
                self._watch.held(self._what, clock() - began)
            try:
                yield pause
            except BaseException as error:
                thrown = error


def _throw(steps: Any, error: BaseException) -> Any:
    if hasattr(steps, "throw"):
        return steps.throw(error)
    raise error


def drop(awaitable: object) -> None:
    """Close code that nobody will await, as its task was cancelled before it began; else do nothing."""
    close = getattr(awaitable, "close", None)
    if close is not None:
        close()


def name_of(code: object) -> str:
    """Return the name of a function or of what an async function returned, empty if it has none."""
    return getattr(code, "__qualname__", "")


def _where(run: _Run) -> str:
    """Return the app's function that runs and the line where it is now, as the end of a sentence."""
    if run.thread is None:
        name = name_of(run.code)
        return f" ({name})" if name else ""
    frame, own = sys._current_frames().get(run.thread), None
    while frame is not None and not (own is not None and _is_ours(frame)):
        own, frame = None if _is_ours(frame) else frame, frame.f_back
    if own is None:
        return ""
    return f" ({own.f_code.co_qualname}, at line {own.f_lineno} of {own.f_code.co_filename})"


def _is_ours(frame: FrameType) -> bool:
    return frame.f_code.co_filename.startswith(_HOME)
