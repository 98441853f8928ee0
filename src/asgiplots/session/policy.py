"""Where a plain callback runs: in a thread until it has proved fast many times in a row, then on the loop.

    slow, or not proved yet                      proved
┌── in a thread ──────────── n fast runs in a row ─────→ on the loop ──┐
└──────────────────────────←──────── one slow run ─────────────────────┘
                             (and 4 n fast runs are asked for next time)
"""

import time
from collections.abc import Callable

FAST_SECONDS = 0.002
FIRST_PROOF = 16
LONGEST_PROOF = 4096


class Habit:
    """What is known of one callback."""

    __slots__ = ("fast_runs", "needed", "on_loop")

    def __init__(self, on_loop: bool, needed: int) -> None:
        self.on_loop = on_loop
        self.needed = needed
        self.fast_runs = 0


class Policy:
    """Keeps habits. ``clock`` gives seconds; a run of at most ``fast`` seconds is a fast one."""

    def __init__(
        self,
        clock: Callable[[], float] = time.perf_counter,
        fast: float = FAST_SECONDS,
        proof: int = FIRST_PROOF,
    ) -> None:
        self.clock = clock
        self._fast = fast
        self._proof = proof

    def habit(self, on_loop: bool = False) -> Habit:
        """Return the habit of a callback that never ran; ``on_loop`` trusts it until its first slow run."""
        return Habit(on_loop, self._proof)

    def note(self, habit: Habit, began: float) -> None:
        """Remember a run that began when the clock said ``began`` and ends now."""
        if self.clock() - began > self._fast:
            if habit.on_loop:
                habit.on_loop = False
                habit.needed = min(habit.needed * 4, LONGEST_PROOF)
            habit.fast_runs = 0
        elif not habit.on_loop:
            habit.fast_runs += 1
            habit.on_loop = habit.fast_runs >= habit.needed
