"""From what changed in a document to numbered frames: taken and encoded once, wherever the change was made.

    any thread                               the loop
document.take() → encode_changes() → outbox ────→ number, frame, journal → wake viewers

While no viewer has use for a frame (`pacer.py`) nothing is taken: acknowledgements go alone.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from asgiplots.document import Document
from asgiplots.document.changes import ChangeSet
from asgiplots.protocol import (
    CONTROL,
    PATCH,
    SNAPSHOT,
    Body,
    encode_changes,
    encode_control,
    encode_snapshot,
    frame,
    with_ack,
)
from asgiplots.session.journal import DEFAULT_LIMIT, Entry, Journal
from asgiplots.session.meters import Meters
from asgiplots.session.pacer import Pacer
from asgiplots.session.policy import Habit
from asgiplots.session.runtime import Runtime
from asgiplots.session.viewer import Peer, Viewer
from asgiplots.session.work import Work

Acks = Mapping[Peer, int]
_NO_ACKS: Acks = {}
_TIMES_WHILE_AWAY = 16
# Bytes of rows and cells with which a transaction's changes still wait.
_MOST_WAITING = 8 * 1024 * 1024


class Parcel(NamedTuple):
    """What goes from a thread to the loop: changes (a gap if there is no body), a snapshot, or acks alone."""

    kind: int
    body: Body | None
    origin: int
    acks: Acks


class SnapshotWork(Work):
    """Makes a snapshot for all who wait for one."""

    __slots__ = ("_publisher", "queued")

    def __init__(self, publisher: "Publisher", habit: Habit) -> None:
        super().__init__("sending the document", habit)
        self.queued = False
        self._publisher = publisher

    def run(self) -> None:
        self._publisher.collect_snapshot()

    def finished(self, error: BaseException | None) -> None:
        self.queued = False


class Publisher:
    """The journal of a session and the viewers that read it.

    ``on_gap`` is called in the thread of the change when it cannot be encoded; viewers then need a snapshot.
    ``need_snapshot`` is called on the loop when a viewer lacks one, ``on_due`` when what waits is due.
    """

    def __init__(
        self,
        document: Document,
        runtime: Runtime,
        *,
        epoch: int | None = None,
        limit: int = DEFAULT_LIMIT,
        meters: Meters | None = None,
        on_due: Callable[[], object],
        on_gap: Callable[[Exception], object],
        need_snapshot: Callable[[], object],
    ) -> None:
        self.epoch = int.from_bytes(os.urandom(4), "little") if epoch is None else epoch
        self.journal = Journal(limit)
        self.since = self.journal.since
        self.with_ack = with_ack
        self.meters = meters or Meters()
        self.viewers: set[Viewer] = set()
        self.waiting: list[Viewer] = []
        self.pacer = Pacer(runtime, self.viewers, on_due)
        self.look_again = self.pacer.look_again
        # Something changed since the last collection.
        self.dirty = False
        self._document = document
        self._limit = limit
        self._snapshot_bytes = 0
        self._on_gap = on_gap
        self._need_snapshot = need_snapshot
        self._outbox: deque[Parcel] = deque()
        self._acks = _NO_ACKS

    @property
    def revision(self) -> int:
        """The number of the last frame."""
        return self.journal.revision

    # In any thread

    def begin(self, acks: Acks) -> None:
        """Say that the messages of ``acks`` are being applied: the next frame, or none, answers them."""
        self._acks = acks

    def make_way(self, origin: int) -> None:
        """Collect rows of others that were held back: what ``origin`` does to their source could not join."""
        if self.dirty and self.pacer.holds() and self._document.pending.has_columns_of_others(origin):
            acks, self._acks = self._acks, _NO_ACKS
            self.collect(at_once=True)
            self._acks = acks

    def collect(self, at_once: bool = False) -> None:
        """Take what changed and encode it with the values of this moment, ``at_once`` or when it is due."""
        with self._document.exclusive():
            if at_once or not (self.dirty and self.pacer.holds() and self._may_wait()):
                self._collect()
                return
            self.meters.frames_saved += 1
            if self._acks:
                self._outbox.append(Parcel(CONTROL, None, 0, self._acks))
                self._acks = _NO_ACKS

    def _may_wait(self) -> bool:
        """Tell whether what is not due is no answer that can be sent to a page, and not too much to wait."""
        if self._document.pending.bytes > _MOST_WAITING:
            return False
        return all(peer.trusted for peer in self._acks) or self.pacer.is_jammed()

    def collect_snapshot(self) -> None:
        """Encode the whole document as it is after all changes so far; raises what the encoder raises."""
        with self._document.exclusive():
            self._collect(even_held=True)
            self.meters.frames_encoded += 1
            self._outbox.append(Parcel(SNAPSHOT, encode_snapshot(self._document), 0, _NO_ACKS))

    def _collect(self, even_held: bool = False) -> None:
        self.dirty = False
        sets = self._document.take(even_held)
        acks, self._acks = self._acks, _NO_ACKS
        if sets:
            self.pacer.made()
        if acks and not sets:
            self._outbox.append(Parcel(CONTROL, None, 0, acks))
        for changes in sets:
            self._outbox.append(self._parcel(changes, acks))
            acks = _NO_ACKS

    def _parcel(self, changes: ChangeSet, acks: Acks) -> Parcel:
        self.meters.frames_encoded += 1
        try:
            return Parcel(PATCH, encode_changes(self._document, changes), changes.origin, acks)
        except Exception as error:
            self._on_gap(error)
            return Parcel(PATCH, None, changes.origin, acks)

    # On the loop

    def is_due(self) -> bool:
        """Tell whether something changed that should be collected now; what waits is due later."""
        return self.dirty and self.pacer.is_due()

    def publish(self) -> None:
        """Number what was collected, in order, and wake the viewers that it concerns."""
        outbox = self._outbox
        before = self.journal.revision
        acked: set[Peer] = set()
        while outbox:
            kind, body, origin, acks = outbox.popleft()
            if kind == PATCH:
                self._append(body, origin)
            elif kind == SNAPSHOT and body is not None:
                self._hand_out(body)
            if acks:
                self._mark(acks)
                acked.update(acks)
        if self.journal.revision != before:
            for viewer in tuple(self.viewers):
                viewer.wake()
            if self.waiting:
                self._need_snapshot()
        elif acked:
            _wake(peer.viewer for peer in acked)

    def _append(self, body: Body | None, origin: int) -> None:
        if body is None:
            self.journal.skip()
        else:
            revision = self.journal.revision + 1
            self.journal.append(frame(PATCH, body, self.epoch, revision, 0, origin), origin)

    def _hand_out(self, body: Body) -> None:
        revision = self.journal.revision
        entry = Entry(revision, 0, frame(SNAPSHOT, body, self.epoch, revision))
        self._snapshot_bytes = len(entry.frame)
        waiting, self.waiting = self.waiting, []
        self.meters.snapshots += len(waiting)
        for viewer in waiting:
            viewer.start_at(entry)

    def _mark(self, acks: Acks) -> None:
        for peer, number in acks.items():
            peer.mark(self.journal.revision, number, self.journal.oldest)

    # For viewers

    def join(self, viewer: Viewer) -> None:
        """Let a viewer have the frames from now on."""
        self.viewers.add(viewer)
        self.look_again()

    def snapshot_for(self, viewer: Viewer) -> None:
        """Let ``viewer`` begin afresh as soon as no transaction runs."""
        if viewer.gone:
            return
        if viewer not in self.waiting:
            self.waiting.append(viewer)
        self._need_snapshot()

    def keep(self, somebody_away: bool) -> None:
        """Bound the journal: much of the past is worth something only to those who come back."""
        allowed = self._limit * _TIMES_WHILE_AWAY if somebody_away else self._limit
        self.journal.limit = max(allowed, self._snapshot_bytes // 4)

    def control(self, message: Mapping[str, Any], revision: int, ack: int) -> bytes:
        """Return the frame of a control message."""
        return frame(CONTROL, encode_control(message), self.epoch, revision, ack)

    def drop(self, viewer: Viewer) -> None:
        """Forget a viewer that is gone."""
        self.viewers.discard(viewer)
        self.look_again()
        if viewer in self.waiting:
            self.waiting.remove(viewer)


def _wake(viewers: Iterable[Viewer | None]) -> None:
    for viewer in viewers:
        if viewer is not None:
            viewer.wake()
