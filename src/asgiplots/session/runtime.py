"""What the session engine needs from the world: a clock, the loop's thread, a place for blocking code.

All else here is written against ``Runtime`` alone, so tests drive it with a clock of their own.
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Protocol

from asgiplots.session.pool import WorkerPool
from asgiplots.session.watch import drop

Call = Callable[[], object]
Done = Callable[[BaseException | None], None]


class Handle(Protocol):
    """Something that waits, for its time or for something else."""

    def cancel(self) -> object: ...


class Runtime(Protocol):
    """Times are seconds of a clock that never goes back."""

    def now(self) -> float: ...

    def on_loop(self) -> bool:
        """Tell whether the caller is in the loop's thread."""
        ...

    def post(self, call: Call) -> None:
        """From any thread: run ``call`` on the loop soon; calls of one thread keep their order."""
        ...

    def call_at(self, when: float, call: Call) -> Handle:
        """On the loop only: run ``call`` there once the clock says ``when``."""
        ...

    def run_blocking(self, job: Call) -> None:
        """Run ``job`` off the loop; it must not raise."""
        ...

    def spawn(self, awaitable: Awaitable[object], context: Context, done: Done) -> Handle:
        """On the loop only: await it in ``context``, then call ``done`` with what it raised, or None."""
        ...


class LoopRuntime:
    """The runtime of a running asyncio loop; plain code that may block goes to ``pool``."""

    def __init__(self, loop: asyncio.AbstractEventLoop, pool: WorkerPool) -> None:
        self._loop = loop
        self._thread = threading.get_ident()
        self._tasks: set[asyncio.Task[None]] = set()
        self.pool = pool
        self.now = time.monotonic
        self.run_blocking = pool.submit

    def on_loop(self) -> bool:
        return threading.get_ident() == self._thread

    def post(self, call: Call) -> None:
        if threading.get_ident() == self._thread:
            self._loop.call_soon(call)
            return
        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:
            if not self._loop.is_closed():
                raise

    def call_at(self, when: float, call: Call) -> Handle:
        return self._loop.call_later(max(0.0, when - self.now()), call)

    def spawn(self, awaitable: Awaitable[object], context: Context, done: Done) -> Handle:
        task = self._loop.create_task(_follow(awaitable), context=context)
        self._tasks.add(task)

        def over(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if task.cancelled():
                drop(awaitable)
            done(asyncio.CancelledError() if task.cancelled() else task.exception())

        task.add_done_callback(over, context=context)
        return task


async def _follow(awaitable: Awaitable[object]) -> None:
    await awaitable
