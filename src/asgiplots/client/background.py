"""The thread that carries the connections of this process; an app's plain callbacks run in the main thread.

    main thread                                 background thread
your script, then loop_until_closed():      asyncio loop: sockets, timers, async callbacks,
plain callbacks, one after another   ←───   frames of what changed, at any time
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from asgiplots.session import LoopRuntime, Policy, Scheduler, WorkerPool

Result = TypeVar("Result")
Job = Callable[[], object]

# A plain callback never moves to the background: it may use what belongs to the main thread.
_NEVER = 1 << 60


class MainThreadRuntime(LoopRuntime):
    """Work that is not the loop's goes to whoever serves callbacks; before anybody does, the loop does it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop, WorkerPool(1))
        self.jobs: SimpleQueue[Job | None] = SimpleQueue()
        self.served = False
        self.run_blocking = self._hand_over

    def _hand_over(self, job: Job) -> None:
        if self.served:
            self.jobs.put(job)
        else:
            self.post(job)


class Background:
    """A daemon thread with a loop; made once a process, at the first connection."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[object]] = set()
        ready: Future[MainThreadRuntime] = Future()
        thread = threading.Thread(target=self._work, args=(ready,), name="asgiplots-client", daemon=True)
        thread.start()
        self.runtime = ready.result()
        self.scheduler = Scheduler(self.runtime)
        self.policy = Policy(proof=_NEVER)

    def _work(self, ready: "Future[MainThreadRuntime]") -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(lambda: ready.set_result(MainThreadRuntime(self.loop)))
        self.loop.run_forever()

    def call(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run ``work`` in the background and return its result; RuntimeError if called in the background."""
        if self.runtime.on_loop():
            work.close()
            raise RuntimeError("this waits for the server, so it cannot be called in an async callback")
        future = asyncio.run_coroutine_threadsafe(work, self.loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def spawn(self, work: Coroutine[Any, Any, object]) -> None:
        """In an async callback: run ``work`` in the background without waiting."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def serve(self, begin: Job, until: Callable[[], bool]) -> None:
        """Let the loop ``begin``, then run plain callbacks in this thread until ``until()`` holds."""
        self.runtime.served = True
        self.runtime.post(begin)
        try:
            while not until():
                job = self.runtime.jobs.get()
                if job is not None:
                    job()
        finally:
            self.runtime.served = False

    def nudge(self) -> None:
        """From any thread: let ``serve`` look whether it is over."""
        self.runtime.jobs.put(None)


_background: list[Background] = []


def background() -> Background:
    """Return the background of this process."""
    if not _background:
        _background.append(Background())
    return _background[0]
