"""How often a frame is worth making, by what the viewers can take.

    viewers                 one frame at most every
    ──────────────────────  ────────────────────────────────────────────────────────────────
    none                    0 s: each transaction makes one, for those who come back
    one or more are free    0.8 of the time in which the fastest paints one, 0 s if unknown
    none is free            1 s: what waits stays small, and the journal goes on

What changes meanwhile stays in the document, where the last write of a field counts and appended rows join.
The first change after a rest never waits. A Python program whose document this is makes frames and sees none.
"""

from collections.abc import Callable, Iterable

from asgiplots.session.runtime import Handle, Runtime
from asgiplots.session.viewer import Viewer

# Seconds from frame to frame while nobody is free.
LONGEST = 1.0


class Pacer:
    """Tells when the next frame for ``viewers`` is due; ``on_due`` is called on the loop if one waits."""

    def __init__(self, runtime: Runtime, viewers: Iterable[Viewer], on_due: Callable[[], object]) -> None:
        self._runtime = runtime
        self._viewers = viewers
        self._on_due = on_due
        # Seconds from frame to frame.
        self._interval = 0.0
        self._is_stale = False
        self._last = float("-inf")
        self._alarm: Handle | None = None
        self._alarm_due = 0.0

    # In any thread

    def holds(self) -> bool:
        """Tell whether the next frame is not due yet."""
        if self._is_stale:
            self._look()
        return self._interval > 0.0 and self._runtime.now() < self._last + self._interval

    def made(self) -> None:
        """Count the time to the next frame from now."""
        if self._interval > 0.0:
            self._last = self._runtime.now()

    def is_jammed(self) -> bool:
        """Tell whether no connection takes a frame at this moment."""
        return all(viewer.busy for viewer in tuple(self._viewers))

    def _look(self) -> None:
        self._is_stale = False
        interval, somebody = LONGEST, False
        for viewer in tuple(self._viewers):
            if viewer.peer.drives:
                continue
            somebody = True
            if viewer.is_free:
                interval = min(interval, viewer.interval)
            if interval == 0.0:
                break
        self._interval = interval if somebody else 0.0

    # On the loop

    def look_again(self) -> None:
        """Viewers came or went, or can take more or less than before."""
        self._is_stale = True
        if self._alarm is not None:
            self._look()
            if self._last + self._interval < self._alarm_due:
                self._alarm.cancel()
                self._arm()

    def is_due(self) -> bool:
        """Tell whether the next frame is due; if not, ``on_due`` is called when it is."""
        if not self.holds():
            return True
        if self._alarm is None:
            self._arm()
        return False

    def close(self) -> None:
        """Nothing is due any more."""
        if self._alarm is not None:
            self._alarm.cancel()

    def _arm(self) -> None:
        self._alarm_due = self._last + self._interval
        self._alarm = self._runtime.call_at(self._alarm_due, self._fire)

    def _fire(self) -> None:
        self._alarm = None
        self._on_due()
