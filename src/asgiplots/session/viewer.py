"""Viewers: a cursor into the journal each, and what is remembered of them while they are away."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from asgiplots.document.operations import Operation
from asgiplots.protocol import SLOW_MS, Frame, Pace
from asgiplots.session.journal import Entry
from asgiplots.session.runtime import Handle

ACK = {"type": "ack"}
# What one connection may leave unread beside the frames, and reasons of refusals that are logged of one peer.
_MOST_MESSAGES, _MOST_REASONS = 10_000, 20
# Events that are kept for a Python client: for one that may be cut off unnoticed, and for one that is away.
_RECENT_EVENTS, _MISSED_EVENTS = 1000, 20_000
# Frames come after this share of the time in which the page paints one, so that the next is there in
# time. The share of a page that lags is larger, by the seconds that it lags, up to a most.
_SHARE, _SHARE_A_SECOND, _MOST_SHARE = 0.8, 3.2, 4.0
Select = Callable[[Frame], Iterable[Operation]]


class Source(Protocol):
    """Where viewers get their frames: the session's publisher."""

    @property
    def revision(self) -> int: ...
    def since(self, revision: int) -> list[Entry] | None:
        """Return the journal's frames after ``revision``, or None if it lacks some."""
        ...

    def snapshot_for(self, viewer: "Viewer") -> None:
        """Make a snapshot as soon as no transaction runs, and give it to ``viewer``."""
        ...

    def look_again(self) -> None:
        """Heed that a viewer can take more or less than before."""
        ...

    def control(self, message: Mapping[str, Any], revision: int, ack: int) -> bytes: ...
    def with_ack(self, data: bytes, ack: int) -> bytes: ...


class Peer:
    """A page or client with a number of its own in the session; it outlives its connections.

    ``trusted`` marks a Python client, ``drives`` one whose document this is; ``received`` is the highest
    number among its messages so far, ``resumes`` how often it went on where it stood. ``missed`` waits for
    one that drives and is away. A Python client is told of others' events, by numbers of its own, so that it
    may miss none.
    """

    __slots__ = (
        "_acks",
        "_events",
        "_reasons",
        "_revisions",
        "drives",
        "id",
        "missed",
        "number",
        "received",
        "resumes",
        "select",
        "trusted",
        "viewer",
    )

    def __init__(self, id: str, number: int, trusted: bool = False) -> None:
        self.id = id
        self.number = number
        self.trusted = trusted
        self.drives = False
        self.received = 0
        self.resumes = 0
        self.missed: Handle | None = None
        self.select: Select | None = None
        self.viewer: Viewer | None = None
        self._revisions: list[int] = []
        self._acks: list[int] = []
        self._reasons: set[str] = set()
        self._events: deque[dict[str, Any]] = deque()

    def tell_event(self, event: Mapping[str, Any]) -> None:
        """Tell of an event, now or when the client is back."""
        number = self._events[-1]["e"] + 1 if self._events else 1
        self._events.append({**event, "type": "event", "e": number})
        if self.viewer is not None:
            self.viewer.tell(self._events[-1])
        most = _MISSED_EVENTS if self.viewer is None else _RECENT_EVENTS
        while len(self._events) > most:
            self._events.popleft()

    def events_after(self, number: int) -> list[dict[str, Any]]:
        """Return what the client was told of after event ``number``."""
        return [event for event in self._events if event["e"] > number]

    def is_news(self, reason: str) -> bool:
        """Tell whether it is the first time for ``reason``, of a limited number of reasons."""
        if reason in self._reasons or len(self._reasons) >= _MOST_REASONS:
            return False
        self._reasons.add(reason)
        return True

    def returned(self) -> None:
        """Nobody need wait for it any more."""
        if self.missed is not None:
            self.missed.cancel()
            self.missed = None

    def accepts(self, number: int) -> bool:
        """Tell whether a message is new, and count it as received: sent again, it is not taken twice."""
        if number <= self.received:
            return False
        self.received = number
        return True

    def mark(self, revision: int, number: int, oldest: int) -> None:
        """Say that message ``number`` was applied by ``revision``; marks before ``oldest`` are forgotten."""
        if self._acks and number <= self._acks[-1]:
            return
        if self._revisions and self._revisions[-1] == revision:
            self._acks[-1] = number
            return
        stale = bisect_right(self._revisions, oldest) - 1
        if stale > 0:
            del self._revisions[:stale], self._acks[:stale]
        self._revisions.append(revision)
        self._acks.append(number)

    def ack_at(self, revision: int) -> int:
        """Return the highest message number applied by ``revision``, 0 for none.

        A frame may carry no later one: the viewer would take an older value for the answer to its write.
        """
        if not self._revisions or revision < self._revisions[0]:
            return 0
        return self._acks[bisect_right(self._revisions, revision) - 1]


class Viewer:
    """One connection of a peer: the frames after its cursor, made ready for it alone.

    ``wake`` is called on the loop when ``take`` may have something. Once it is ``gone`` nothing more comes.
    """

    __slots__ = (
        "_acked",
        "_given",
        "_mark",
        "_marked",
        "_messages",
        "_snapshot",
        "_source",
        "busy",
        "frame_seconds",
        "gone",
        "hidden",
        "interval",
        "lag",
        "may_return",
        "overrun",
        "peer",
        "revision",
        "since",
        "wake",
    )

    def __init__(
        self,
        peer: Peer,
        revision: int | None,
        wake: Callable[[], object],
        source: Source,
        since: float,
    ) -> None:
        self.peer = peer
        # When it connected, by the session's clock.
        self.since = since
        # The last revision handed out; None until a snapshot comes.
        self.revision = revision
        self.wake = wake
        self.gone = self.may_return = False
        # It was told more than it reads: its connection should end.
        self.overrun = False
        # Its connection is at sending what was taken.
        self.busy = False
        # As the page said last: nobody sees it; its seconds from one painted frame to the next, 0 if unknown.
        self.hidden, self.frame_seconds = False, 0.0
        # How many seconds it lagged then, and from frame to frame how many suit it.
        self.lag = self.interval = 0.0
        # The last frame handed out; which it was when the page spoke last, and when that was.
        self._given = self._mark = 0
        self._marked = since
        self._source = source
        self._acked = 0 if revision is None else peer.ack_at(revision)
        self._messages: deque[tuple[int, Mapping[str, Any]]] = deque()
        self._snapshot: Entry | None = None

    @property
    def number(self) -> int:
        """The number that the session knows this viewer by, from 1."""
        return self.peer.number

    def occupied(self, busy: bool) -> None:
        """Say that the connection begins, or is done, with sending what was taken."""
        self.busy = busy
        self._source.look_again()

    def paced(self, pace: Pace, now: float) -> None:
        """Take in how the page keeps up."""
        given, seconds = self._given - self._mark, now - self._marked
        self._mark, self._marked = self._given, now
        lag = max(0, self._given - pace.revision) * seconds / given if given else 0.0
        self.lag = lag if pace.ms >= SLOW_MS else 0.0  # who is fast speaks too seldom to be judged by it
        self.hidden, self.frame_seconds = pace.hidden, pace.ms / 1000
        self.interval = self.frame_seconds * min(max(_SHARE, _SHARE_A_SECOND * self.lag), _MOST_SHARE)
        self._source.look_again()

    @property
    def is_free(self) -> bool:
        """Whether a frame that is made now would be seen soon."""
        return not (self.busy or self.hidden)

    def tell(self, message: Mapping[str, Any], at: int | None = None) -> None:
        """Send a control message to this viewer, after the frame of revision ``at``, by default the last."""
        if len(self._messages) < _MOST_MESSAGES:
            self._messages.append((self._source.revision if at is None else at, message))
            self.wake()
        else:
            self.overrun = True

    def start_at(self, snapshot: Entry) -> None:
        """Let the viewer begin afresh at the revision of ``snapshot``."""
        self._snapshot = snapshot
        self.revision = snapshot.revision
        self.wake()

    def take(self) -> list[bytes]:
        """Return the frames to send now, in order; an empty list when there is nothing."""
        out: list[bytes] = []
        for entry in self._entries():
            while self._messages and self._messages[0][0] < entry.revision:
                out.append(self._control(self._messages.popleft()[1]))
            self._add(entry, out)
        while self._messages:
            out.append(self._control(self._messages.popleft()[1]))
        if self.revision is not None and self.peer.ack_at(self.revision) > self._acked:
            self._acked = self.peer.ack_at(self.revision)
            out.append(self._control(ACK))
        return out

    def end(self, reason: str, comeback: Mapping[str, Any] | None = None) -> None:
        """Say that the session is over, or to come back for another; what was not taken is lost."""
        self.may_return = comeback is not None
        self.gone = True
        self.revision = self._snapshot = None
        self.tell(comeback or {"type": "ended", "reason": reason})

    def _entries(self) -> list[Entry]:
        """Return what the viewer lacks; ask for a snapshot if the journal does not have it all."""
        if self.revision is None:
            return []
        entries = self._source.since(self.revision)
        if entries is None:
            self.revision = self._snapshot = None
            self._source.snapshot_for(self)
            return []
        if self._snapshot is not None:
            entries, self._snapshot = [self._snapshot, *entries], None
        return entries

    def _add(self, entry: Entry, out: list[bytes]) -> None:
        """Add a frame with the ack of its revision; of its own frames a viewer gets only the ack."""
        self.revision = entry.revision
        if entry.origin != self.peer.number:
            self._given = entry.revision
            self._acked = self.peer.ack_at(entry.revision)
            out.append(self._source.with_ack(entry.frame, self._acked) if self._acked else entry.frame)

    def _control(self, message: Mapping[str, Any]) -> bytes:
        return self._source.control(message, self.revision or 0, self._acked)
