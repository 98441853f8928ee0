"""Where a plain callback runs: in a thread until it has proved fast many times, then on the loop.

        slow, or not proved yet                      proved
    ┌── in a thread ───────────────── n fast runs ─────────→ on the loop ──┐
    └──────────────────────────←──────── one slow run ─────────────────────┘
                                 (and 4 n fast runs are asked for next time)

A run that took little computing but a few milliseconds may have slept, or may have waited for its turn to
compute: it proves nothing either way. One that took longer than any such wait makes the count begin again.
"""

import time
from collections.abc import Callable

from asgiplots.session.meters import Meters
from asgiplots.session.watch import SLOW_CALLBACK_SECONDS, Watch

FAST_SECONDS = 0.002
SLOW_SECONDS = 0.012
FIRST_PROOF = 16
LONGEST_PROOF = 4096
MOST_WAITING = 10_000


class Habit:
    """What is known of one callback."""

    __slots__ = ("fast_runs", "needed", "on_loop")

    def __init__(self, on_loop: bool, needed: int) -> None:
        self.on_loop = on_loop
        self.needed = needed
        self.fast_runs = 0


class Policy:
    """Keeps habits, and counts runs in ``meters``.

    ``clock`` tells the time and ``cpu`` what the thread has computed, both in seconds. ``most_waiting``
    messages of viewers may wait for a session's callbacks; more are refused. ``slow``: seconds after which
    the log names a callback that still runs.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        cpu: Callable[[], float] = time.thread_time,
        proof: int = FIRST_PROOF,
        most_waiting: int = MOST_WAITING,
        slow: float = SLOW_CALLBACK_SECONDS,
    ) -> None:
        self.most_waiting = most_waiting
        self.meters = Meters()
        self.watch = Watch(slow)
        self.clock = clock
        self.cpu = cpu
        self._proof = proof

    def habit(self, on_loop: bool = False) -> Habit:
        """Return the habit of a callback that never ran; ``on_loop`` trusts it until its first slow run."""
        return Habit(on_loop, self._proof)

    def ran_on_loop(self, habit: Habit, began: float, what: str = "a callback") -> None:
        """Remember a run of ``what`` on the loop that began when the clock said ``began`` and ends now."""
        took = self.clock() - began
        self.meters.on_loop.add(took)
        self.watch.held(what, took)
        if took > SLOW_SECONDS:
            habit.on_loop = False
            habit.needed = min(habit.needed * 4, LONGEST_PROOF)
            habit.fast_runs = 0

    def ran_as_task(self, began: float) -> None:
        """Count a run of async code."""
        self.meters.in_task.add(self.clock() - began)

    def ran_in_thread(self, habit: Habit, began: float, cpu_before: float) -> None:
        """Remember a run in a thread, from ``began`` and from what it had computed before, until now."""
        took = self.clock() - began
        self.meters.in_thread.add(took)
        if took <= FAST_SECONDS:
            habit.fast_runs += 1
            habit.on_loop = habit.fast_runs >= habit.needed
        elif took > SLOW_SECONDS or self.cpu() - cpu_before > FAST_SECONDS:
            habit.fast_runs = 0
