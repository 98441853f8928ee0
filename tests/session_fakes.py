"""A world without sockets, threads or waiting: the clock moves when a test says so."""

import heapq
from asyncio import CancelledError
from collections import deque
from collections.abc import Awaitable, Callable
from contextvars import Context
from itertools import count
from typing import Any

Call = Callable[[], object]


class FakeHandle:
    def __init__(self, call: Call) -> None:
        self.call: Call | None = call

    def cancel(self) -> None:
        self.call = None


class FakeRuntime:
    """Posts and due calls run in ``step``; blocking jobs and coroutines wait until a test lets them go on."""

    def __init__(self) -> None:
        self.time = 0.0
        self.posted: deque[Call] = deque()
        self.alarms: list[tuple[float, int, FakeHandle]] = []
        self.armed = 0
        self.jobs: deque[Call] = deque()
        self.tasks: deque[tuple[Any, Context, Any, FakeHandle]] = deque()
        self.blocking_runs = 0
        self.hold_jobs = False
        self._count = count()

    def now(self) -> float:
        return self.time

    def on_loop(self) -> bool:
        return True

    def post(self, call: Call) -> None:
        self.posted.append(call)

    def call_at(self, when: float, call: Call) -> FakeHandle:
        self.armed += 1
        handle = FakeHandle(call)
        heapq.heappush(self.alarms, (when, next(self._count), handle))
        return handle

    def run_blocking(self, job: Call) -> None:
        self.blocking_runs += 1
        self.jobs.append(job)

    def spawn(self, awaitable: Awaitable[object], context: Context, done: Any) -> FakeHandle:
        handle = FakeHandle(lambda: None)
        self.tasks.append((awaitable, context, done, handle))
        return handle

    def settle(self) -> None:
        """Run everything that needs no time."""
        for _ in range(100_000):
            if self.posted:
                self.posted.popleft()()
            elif self.jobs and not self.hold_jobs:
                self.jobs.popleft()()
            elif self.tasks:
                self._step_task(*self.tasks.popleft())
            else:
                return
        raise AssertionError("the session never comes to rest")

    def advance(self, seconds: float) -> None:
        """Let time pass, running what falls due on the way, each at its own time."""
        end = self.time + seconds
        self.settle()
        while self.alarms and self.alarms[0][0] <= end:
            when, _, handle = heapq.heappop(self.alarms)
            self.time = max(self.time, when)
            if handle.call is not None:
                handle.call()
            self.settle()
        self.time = end

    def _step_task(self, awaitable: Any, context: Context, done: Any, handle: FakeHandle) -> None:
        """Run one coroutine to its next pause; ``pause()`` yields once."""
        if handle.call is None:
            awaitable.close()
            done(CancelledError())
            return
        steps = awaitable.__await__() if hasattr(awaitable, "__await__") else awaitable
        try:
            context.run(next, steps)
        except StopIteration:
            done(None)
        except Exception as error:
            done(error)
        else:
            self.tasks.append((steps, context, done, handle))


class pause:
    """``await pause()`` lets everything else run once."""

    def __await__(self) -> Any:
        yield
