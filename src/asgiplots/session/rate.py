"""How fast one viewer's messages are taken: so many a second, and a burst at once."""


class Rate:
    """A bucket of ``burst`` messages that fills again by ``per_second``."""

    __slots__ = ("_burst", "_full_at", "_seconds")

    def __init__(self, per_second: float, burst: float) -> None:
        self._seconds = 1 / per_second
        self._burst = burst * self._seconds
        # When the bucket is full again: it then holds ``burst`` messages.
        self._full_at = float("-inf")

    def delay(self, now: float) -> float:
        """Count a message; return the seconds to wait before the next one is read, mostly 0."""
        self._full_at = max(self._full_at, now) + self._seconds
        return max(0.0, self._full_at - now - self._burst)
