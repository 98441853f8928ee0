"""A session: one document, those who view it, one transaction at a time."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from asgiplots.document import Document
from asgiplots.document.current import context_of
from asgiplots.document.timers import SessionCallback
from asgiplots.protocol import Frame, Leave, Message, Pace, Ping
from asgiplots.session.errors import Failure, failure
from asgiplots.session.glance import SessionGlance, away, running, viewers
from asgiplots.session.journal import DEFAULT_LIMIT, Cursor, Entry
from asgiplots.session.lane import Lane
from asgiplots.session.logs import about
from asgiplots.session.policy import Policy
from asgiplots.session.publisher import Publisher, SnapshotWork
from asgiplots.session.received import Kept, Receiver
from asgiplots.session.runtime import Runtime
from asgiplots.session.scheduler import Scheduler
from asgiplots.session.timers import Ticks, is_async
from asgiplots.session.viewer import Peer, Select, Viewer
from asgiplots.session.work import Adopted, Outcome, SessionClosed, Task

# How many that were cut off a session remembers.
_MOST_AWAY = 1000
# Seconds that pages wait for the Python program behind them when its connection is lost.
_DRIVER_AWAY = 60.0


class Session:
    """A document with those who view it. Made, and called unless said otherwise, in the loop's thread.

    The server reaches it through three verbs only: ``attach``, ``submit``, ``leave``.

    name: the app's, for log lines. epoch: a number for this life of the session, random by default.
    journal_bytes: how much of the past is kept, 16 times as much while somebody is away.
    on_error: called on the loop with a Failure when the app's code raises.
    on_empty: called on the loop when the last viewer left; true if it said that it closes.
    """

    closed = False

    def __init__(
        self,
        document: Document,
        *,
        id: str,
        runtime: Runtime,
        scheduler: Scheduler,
        policy: Policy | None = None,
        name: str = "",
        epoch: int | None = None,
        journal_bytes: int = DEFAULT_LIMIT,
        on_error: Callable[[Failure], object] | None = None,
        on_empty: Callable[["Session", bool], object] | None = None,
    ) -> None:
        policy = policy or Policy()
        self.document = document
        self.id = id
        self.name = name
        self.on_error, self.on_empty = on_error, on_empty
        self._runtime, self._scheduler, self._policy = runtime, scheduler, policy
        self._peers: dict[str, Peer] = {}
        self._numbers, self._began = 0, runtime.now()
        self._publisher = Publisher(
            document,
            runtime,
            epoch=epoch,
            limit=journal_bytes,
            meters=policy.meters,
            on_due=lambda: self._lane.commit(),
            on_gap=partial(self._failed, "sending the changes"),
            need_snapshot=self._need_snapshot,
        )
        self._receiver = Receiver(document, self._publisher, policy, self._peers, about(name, id))
        self._lane = Lane(
            runtime, policy, self._publisher, self._receiver.inbox, context_of(document), self._failed
        )
        self._ticks = Ticks(document, self._lane, runtime, scheduler, policy, lambda: self._publisher.viewers)
        self._snapshot = SnapshotWork(self._publisher, policy.habit())
        document.take(even_held=True)
        document.connect(self)

    @property
    def epoch(self) -> int:
        """The random number of this life of the session."""
        return self._publisher.epoch

    @property
    def revision(self) -> int:
        """The number of the last frame."""
        return self._publisher.revision

    def since(self, revision: int) -> list[Entry]:
        """Return the journal's frames after ``revision``, none if it does not have all of them any more."""
        return self._publisher.since(revision) or []

    @property
    def viewers(self) -> set[Viewer]:
        """Those connected now."""
        return set(self._publisher.viewers)

    def knows(self, viewer: str) -> bool:
        """Whether a page or client of this name was here and has not left for good."""
        return viewer in self._peers

    # The three verbs

    def attach(
        self,
        viewer: str,
        cursor: Cursor | None,
        wake: Callable[[], object],
        *,
        trusted: bool = False,
        select: Select | None = None,
        kept: Sequence[Kept] = (),
        greeting: Mapping[str, Any] | None = None,
        heard: int = 0,
    ) -> Viewer:
        """Connect the page or client that calls itself ``viewer``, in place of an older connection of it.

        It goes on after ``cursor`` if the journal still has what follows, else it begins with a snapshot.
        ``wake`` is called whenever ``Viewer.take`` may have something. A ``trusted`` one is a Python client:
        it may submit frames, numbered by their revision plus one, and hears the others' events. ``select``
        picks what of a frame is applied when its turn comes. ``kept`` is what the viewer had set: it is
        applied before the first frame if the session began anew. ``greeting`` is told with the hello.
        ``heard`` is the number of the last event that a Python client was told of.
        Raises SessionClosed after the session's end.
        """
        if self.closed:
            raise SessionClosed(f"session {self.id} has ended")
        peer = self._peers.get(viewer)
        if peer is None:
            self._numbers += 1
            peer = self._peers[viewer] = Peer(viewer, self._numbers, trusted)
        elif peer.viewer is not None:
            self._disconnect(peer.viewer)
        peer.returned()
        peer.select = select
        revision = self._resume_after(cursor)
        attached = Viewer(peer, revision, wake, self._publisher, self._runtime.now())
        peer.viewer = attached
        self._publisher.join(attached)
        self._count_away()
        hello = {"type": "hello", "viewer": peer.number, "session": self.id}
        attached.tell({**hello, **(greeting or {})}, at=-1)
        peer.resumes += revision is not None
        self._policy.meters.resumes += revision is not None
        for event in peer.events_after(heard):
            attached.tell(event)
        if cursor is not None and cursor.epoch != self.epoch and kept:
            self._receiver.restore(peer, kept, partial(self._publisher.snapshot_for, attached))
            self._lane.kick()
        elif revision is None:
            self._publisher.snapshot_for(attached)
        return attached

    def _resume_after(self, cursor: Cursor | None) -> int | None:
        if cursor is None or cursor.epoch != self.epoch or self._publisher.since(cursor.revision) is None:
            return None
        return cursor.revision

    def submit(self, viewer: Viewer, message: Message | Frame) -> None:
        """Take in what a viewer sent; what was taken before, or comes from one that is gone, does nothing."""
        if viewer.gone or self.closed:
            return
        if isinstance(message, Ping):
            viewer.tell({"type": "pong"})
        elif isinstance(message, Leave):
            self.leave(viewer, closed=True)
        elif isinstance(message, Pace):
            if message.ms:
                self._policy.meters.painted.add(message.ms / 1000)
            viewer.paced(message, self._runtime.now())
        else:
            self._receiver.receive(viewer, message)
            self._lane.kick()

    def leave(self, viewer: Viewer, closed: bool = False) -> None:
        """Disconnect a viewer: for good if it ``closed``; else it is remembered and may come back."""
        if viewer.gone:
            return
        self._disconnect(viewer)
        peer = self._peers.pop(viewer.peer.id)
        if not closed:
            self._peers[peer.id] = peer
        self._count_away()
        if peer.drives and closed:
            closed = False
            self._end_all("the Python program behind this page has ended")
        elif peer.drives:
            over = partial(self._end_all, "the Python program behind this page did not come back")
            peer.missed = self._scheduler.after(_DRIVER_AWAY, over)
        if not self._publisher.viewers and self.on_empty is not None:
            self.on_empty(self, closed)

    def forget(self, viewer: str) -> None:
        """Remember nothing of a page or client that is away: if it comes again, it is another one."""
        peer = self._peers.get(viewer)
        if peer is not None and peer.viewer is None:
            del self._peers[viewer]
            self._count_away()

    def _end_all(self, reason: str) -> None:
        for viewer in self.viewers:
            viewer.end(reason)
            self._publisher.drop(viewer)

    def _count_away(self) -> None:
        """Keep more of the past for those who may come back; of very many, forget who left first."""
        away = [peer.id for peer in self._peers.values() if peer.viewer is None]
        for id in away[:-_MOST_AWAY]:
            del self._peers[id]
        self._publisher.keep(bool(away))

    def _disconnect(self, viewer: Viewer) -> None:
        viewer.gone = True
        viewer.peer.viewer = None
        self._publisher.drop(viewer)
        viewer.wake()

    # For the server

    def run(self, call: Callable[[], Any], what: str = "task") -> Outcome:
        """From any thread: run ``call``, plain or async, as one transaction; await the outcome if need be."""
        task = Task(what, self._policy.habit(on_loop=is_async(call)), call)
        if self.closed:
            task.finished(self._over())
        elif self._runtime.on_loop():
            self._lane.submit(task)
        else:
            self._runtime.post(partial(self._lane.submit, task))
        return task.outcome

    def happen(self, name: str, model_id: str | None, values: Mapping[str, Any]) -> None:
        """Run the handlers of an event that another process took in; ValueError for an unknown one."""
        self._receiver.happen(name, model_id, values)
        self._lane.kick()

    def tell(self, message: Mapping[str, Any]) -> None:
        """Send a control message to all viewers."""
        for viewer in self.viewers:
            viewer.tell(message)

    def glance(self) -> SessionGlance:
        """Tell what it does at this moment."""
        now, journal = self._runtime.now(), self._publisher.journal
        return SessionGlance(
            age_seconds=now - self._began,
            revision=self.revision,
            journal_frames=len(journal),
            journal_bytes=journal.bytes,
            waiting=len(self._receiver.inbox),
            timers=len(self._ticks),
            away=away(self._peers.values()),
            running=running(self._lane, now),
            viewers=viewers(self._publisher, now),
        )

    def close(self, reason: str = "the session has ended", comeback: Mapping[str, Any] | None = None) -> None:
        """End the session: timers stop, what waits is dropped, viewers are told why, or else to come back."""
        if self.closed:
            return
        self.closed = True
        self.document.connect(None)
        self._ticks.close()
        self._lane.close(self._over())
        self._publisher.pacer.close()
        for viewer in self.viewers:
            viewer.end(reason, comeback)
            self._publisher.drop(viewer)
        for peer in self._peers.values():
            peer.returned()
        self._peers.clear()

    def _over(self) -> SessionClosed:
        return SessionClosed(f"session {self.id} has ended")

    # The engine of the document, called in any thread

    def changed(self) -> None:
        """Something changed; unless a transaction runs, whose end publishes it, publish it soon."""
        self._publisher.dirty = True
        if self._lane.running is None:
            self._runtime.post(self._lane.commit)

    def schedule(self, callback: SessionCallback) -> None:
        self._ticks.add(callback)

    def unschedule(self, callback: SessionCallback) -> None:
        self._ticks.remove(callback)

    def flush(self) -> None:
        """Publish what changed so far, in the middle of a transaction."""
        self._publisher.collect(at_once=True)
        self._runtime.post(self._publisher.publish)

    def is_overtaken(self, model_id: str, name: str) -> bool:
        return self._receiver.inbox.holds((model_id, name))

    def adopt(self, awaitable: Awaitable[object]) -> None:
        """Await what an async handler returned, as a transaction of its own after the one that runs."""
        work = Adopted(self._policy.habit(on_loop=True), awaitable)
        self._runtime.post(partial(self._lane.submit, work))

    def _need_snapshot(self) -> None:
        if not self._snapshot.queued:
            self._snapshot.queued = True
            self._lane.submit(self._snapshot)

    def _failed(self, where: str, error: BaseException) -> None:
        report = failure(self.name, self.id, where, error)
        if self.on_error is not None:
            self._runtime.post(partial(self.on_error, report))
