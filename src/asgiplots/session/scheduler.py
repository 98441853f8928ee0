"""Timers of all sessions: one heap, and one timer of the loop for the earliest of them."""

import heapq
import logging
import math
import threading
from collections.abc import Callable
from itertools import count

from asgiplots.session.runtime import Handle, Runtime

logger = logging.getLogger("asgiplots.session")

# A loop may wake a little early; without slack it would then be armed again for nothing.
_SLACK = 0.0005
# Sockets get their turn after this many seconds of due timers.
_SLICE = 0.005
_SWEEP_FROM = 64
# Periodic timers start on a grid of so many seconds: those of many sessions come due together, in one turn of
# the loop, and each still keeps its period exactly.
_GRID = 0.025


def _nothing() -> None:
    pass


class Timer:
    """A call that will be made once, or every ``period`` seconds counted from ``start`` without drift."""

    __slots__ = ("_scheduler", "call", "cancelled", "due", "in_heap", "period", "start", "ticks")

    def __init__(
        self,
        scheduler: "Scheduler",
        call: Callable[[], object],
        start: float,
        due: float,
        period: float | None,
    ) -> None:
        self._scheduler = scheduler
        self.call = call
        self.start = start
        self.due = due
        self.period = period
        self.ticks = 1
        self.cancelled = False
        self.in_heap = False

    def cancel(self) -> None:
        """Never make the call again; from any thread, any number of times."""
        if not self.cancelled:
            self.cancelled = True
            self.call = _nothing  # it may wait in the heap for a while, and must hold nothing meanwhile
            self._scheduler.forget(self)

    def advance(self, now: float) -> None:
        """Move to the first tick after ``now``; those that were missed are skipped."""
        assert self.period is not None
        missed = int((now - self.start) / self.period)
        self.ticks = max(self.ticks, missed) + 1
        self.due = self.start + self.ticks * self.period


class Scheduler:
    """Adds and cancels timers from any thread; calls are made on the loop."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._heap: list[tuple[float, int, Timer]] = []
        self._numbers = count()
        self._lock = threading.Lock()
        self._cancelled = 0
        self._alarm: Handle | None = None
        self._alarm_due = float("inf")

    def __len__(self) -> int:
        return len(self._heap) - self._cancelled

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Make ``call`` once, ``seconds`` from now."""
        now = self._runtime.now()
        return self._add(Timer(self, call, now, now + seconds, None))

    def every(self, period: float, call: Callable[[], object]) -> Timer:
        """Make ``call`` every ``period`` seconds, first one period from now or up to 25 ms later."""
        if period <= 0:
            raise ValueError(f"a periodic timer expected a period above 0 seconds, got {period}")
        now = self._runtime.now()
        start = math.ceil(now / _GRID) * _GRID if period >= 2 * _GRID else now
        return self._add(Timer(self, call, start, start + period, period))

    def forget(self, timer: Timer) -> None:
        """Note that ``timer`` was cancelled; once most in the heap are, it is swept."""
        with self._lock:
            self._cancelled += timer.in_heap
            if self._cancelled > _SWEEP_FROM and self._cancelled * 2 > len(self._heap):
                self._heap = [entry for entry in self._heap if not entry[2].cancelled]
                heapq.heapify(self._heap)
                self._cancelled = 0

    def _add(self, timer: Timer) -> Timer:
        self._push(timer)
        if timer.due < self._alarm_due:
            if self._runtime.on_loop():
                self._arm()
            else:
                self._runtime.post(self._arm)
        return timer

    def _arm(self) -> None:
        due = self._heap[0][0] if self._heap else float("inf")
        if due >= self._alarm_due:
            return
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm_due = due
        self._alarm = self._runtime.call_at(due, self._fire)

    def _fire(self) -> None:
        self._alarm = None
        now = self._runtime.now()
        last = now + _SLICE
        while now <= last and (timer := self._next_due(now + _SLACK)) is not None:
            try:
                timer.call()
            except Exception:
                logger.exception("a timer's call failed")
            now = self._runtime.now()
            if timer.period is not None:
                timer.advance(now + _SLACK)
                self._push(timer)
        self._alarm_due = float("inf")
        self._arm()

    def _push(self, timer: Timer) -> None:
        with self._lock:
            if timer.cancelled:
                return
            timer.in_heap = True
            heapq.heappush(self._heap, (timer.due, next(self._numbers), timer))

    def _next_due(self, horizon: float) -> Timer | None:
        """Take the earliest timer off the heap if it is due."""
        with self._lock:
            while self._heap and self._heap[0][0] <= horizon:
                timer = heapq.heappop(self._heap)[2]
                if not timer.cancelled:
                    timer.in_heap = False
                    return timer
                self._cancelled -= 1
        return None
