"""What a server counts: plain numbers for whoever wants to read them."""

from bisect import bisect_left
from collections.abc import Iterator

# Upper bounds in seconds; one more bucket has what took longer.
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Histogram:
    """Durations by size, their count and their sum in seconds."""

    __slots__ = ("buckets", "sum")

    def __init__(self) -> None:
        self.buckets = [0] * (len(BOUNDS) + 1)
        self.sum = 0.0

    def add(self, seconds: float) -> None:
        """Count one duration."""
        self.buckets[bisect_left(BOUNDS, seconds)] += 1
        self.sum += seconds

    @property
    def count(self) -> int:
        """How many durations there were."""
        return sum(self.buckets)

    def cumulative(self) -> Iterator[tuple[float, int]]:
        """Give each upper bound with the number of durations up to it, infinity last."""
        total = 0
        for bound, count in zip((*BOUNDS, float("inf")), self.buckets, strict=True):
            total += count
            yield bound, total


class Meters:
    """Counts since the server started.

    frames_encoded: change sets and snapshots made into bytes, once for all viewers. frames_sent, bytes_sent:
    what went to viewers. resumes: viewers that went on where they stood; snapshots: documents sent whole.
    refused: messages that changed nothing. skipped_ticks: of periodic callbacks that were still running.
    frames_saved: transactions whose changes went with a later frame. painted: from one painted frame to the
    next, as pages report it.
    on_loop, in_thread, in_task: durations of callbacks, by where they ran. loop_lag: how late the loop was.
    """

    __slots__ = (
        "bytes_sent",
        "frames_encoded",
        "frames_saved",
        "frames_sent",
        "in_task",
        "in_thread",
        "loop_lag",
        "on_loop",
        "painted",
        "refused",
        "resumes",
        "sessions_closed",
        "sessions_opened",
        "skipped_ticks",
        "snapshots",
    )

    def __init__(self) -> None:
        self.sessions_opened = self.sessions_closed = 0
        self.frames_encoded = self.frames_saved = self.frames_sent = self.bytes_sent = 0
        self.resumes = self.snapshots = self.refused = self.skipped_ticks = 0
        self.on_loop, self.in_thread, self.in_task = Histogram(), Histogram(), Histogram()
        self.loop_lag, self.painted = Histogram(), Histogram()

    @property
    def sessions(self) -> int:
        """How many sessions are alive now."""
        return self.sessions_opened - self.sessions_closed
