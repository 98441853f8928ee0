"""What all sessions of a server share: the loop, its threads, its timers."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from asgiplots.session.policy import Policy
from asgiplots.session.pool import WorkerPool
from asgiplots.session.runtime import LoopRuntime
from asgiplots.session.scheduler import Scheduler

_PROBE_SECONDS = 0.25


class Engine:
    """Made in a running loop; `close` lets the threads end."""

    def __init__(self, threads: int, most_waiting: int, slow_seconds: float) -> None:
        self.loop = asyncio.get_running_loop()
        self.pool = WorkerPool(threads)
        self.runtime = LoopRuntime(self.loop, self.pool)
        self.scheduler = Scheduler(self.runtime)
        self.policy = Policy(most_waiting=most_waiting, slow=slow_seconds)
        self.meters = self.policy.meters
        self._probe: asyncio.TimerHandle | None = None
        self._probe_lag(self.loop.time())
        self._tasks: set[asyncio.Task[Any]] = set()

    def _probe_lag(self, due: float) -> None:
        """Count how late the loop is, and look for callbacks that take long, four times a second."""
        now = self.loop.time()
        self.policy.watch.look()
        self.meters.loop_lag.add(max(0.0, now - due))
        due = now + _PROBE_SECONDS
        self._probe = self.loop.call_at(due, self._probe_lag, due)

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work` beside everything else; it is not lost while it runs."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def close(self) -> None:
        """Wait for what `spawn` began, though not for long, then end the threads."""
        if self._probe is not None:
            self._probe.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)
        self.pool.close()
