"""What a session does at this moment: plain values, for people who want to look into a server."""

from collections.abc import Iterable
from dataclasses import dataclass

from asgiplots.session.lane import Lane
from asgiplots.session.publisher import Publisher
from asgiplots.session.viewer import Peer, Viewer


@dataclass(frozen=True, slots=True)
class RunningGlance:
    """The transaction that runs, ``where`` is ``thread`` or ``task``, and for how many seconds it does."""

    what: str
    where: str
    seconds: float


@dataclass(frozen=True, slots=True)
class ViewerGlance:
    """One viewer. ``behind`` counts revisions not handed out yet, None while it waits for the document.

    ``paints`` is how many frames a second its page can paint, 0 while it is hidden, None while unknown.
    ``lag_seconds``: by how much what a slow one shows is old.
    """

    number: int
    kind: str
    behind: int | None
    connected_seconds: float
    resumes: int
    paints: float | None
    lag_seconds: float


@dataclass(frozen=True, slots=True)
class SessionGlance:
    """``waiting`` counts transactions, ``timers`` callbacks, ``away`` viewers that may come back."""

    age_seconds: float
    revision: int
    journal_frames: int
    journal_bytes: int
    waiting: int
    timers: int
    away: int
    running: RunningGlance | None
    viewers: list[ViewerGlance]


def running(lane: Lane, now: float) -> RunningGlance | None:
    """What ``lane`` is at; who asks on the loop never meets plain code that runs there."""
    work = lane.running
    if work is None:
        return None
    where = "task" if lane.awaits(work) else "thread"
    return RunningGlance(work.what, where, now - lane.began)


def viewers(publisher: Publisher, now: float) -> list[ViewerGlance]:
    """Those connected, by number."""
    return [_viewer(v, publisher.revision, now) for v in sorted(publisher.viewers, key=lambda v: v.number)]


def away(peers: Iterable[Peer]) -> int:
    """How many were cut off and may come back."""
    return sum(peer.viewer is None for peer in peers)


def _viewer(viewer: Viewer, revision: int, now: float) -> ViewerGlance:
    kind = "Python client" if viewer.peer.trusted else "page"
    behind = None if viewer.revision is None else revision - viewer.revision
    return ViewerGlance(
        viewer.number, kind, behind, now - viewer.since, viewer.peer.resumes, _paints(viewer), viewer.lag
    )


def _paints(viewer: Viewer) -> float | None:
    if viewer.hidden:
        return 0.0
    return 1 / viewer.frame_seconds if viewer.frame_seconds else None
