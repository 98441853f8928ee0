"""A document here and its twin in a server's session, kept equal; bytes in, bytes out.

Each side has a session engine, and is a viewer of the other's. What came from the other side is marked with
its origin, so it does not go back. Where both changed a field, the server's order decides: until it has
acknowledged our change, its older values are left out.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from struct import Struct
from typing import Any

from asgiplots.client.errors import ClientError
from asgiplots.document import Document
from asgiplots.document.operations import AddModels, Operation, SetFields
from asgiplots.document.timers import SessionCallback
from asgiplots.protocol import CONTROL, PATCH, SNAPSHOT, Frame, decode_frame
from asgiplots.session import Cursor, Session, Viewer

# What the local journal keeps of the past, 16 times as much while the server is away.
JOURNAL_BYTES = 4 * 1024 * 1024

_KIND_AT = 2
_REVISION, _REVISION_AT = Struct("<I"), 12


class LocalSession(Session):
    """The engine of a document in its own process; an app's timers begin with ``begin``."""

    def __init__(self, document: Document, **options: Any) -> None:
        self._early: dict[SessionCallback, None] | None = {}
        super().__init__(document, **options)

    def begin(self) -> None:
        """Start the timers, counted from now."""
        early, self._early = self._early, None
        for callback in early or ():
            super().schedule(callback)

    def schedule(self, callback: SessionCallback) -> None:
        if self._early is None:
            super().schedule(callback)
        else:
            self._early[callback] = None

    def unschedule(self, callback: SessionCallback) -> None:
        if self._early is not None:
            self._early.pop(callback, None)
        super().unschedule(callback)


class Uplink:
    """The connection of a local session with a server's; called on the loop.

    ``position`` is where the server's session stood when the client came in; ``known`` says that this
    document is then the server's. What the server sends waits until ``begin``: before, nothing changes under
    the script's feet. ``on_control`` gets what is about no model.
    """

    def __init__(
        self,
        local: LocalSession,
        wake: Callable[[], object],
        on_control: Callable[[dict[str, Any]], object],
        position: Cursor | None = None,
        known: bool = False,
    ) -> None:
        self.local = local
        self.acked = 0
        #: The last of the server's frames that came.
        self.position = position
        #: The number of the last event that came.
        self.heard = 0
        self._sent = 0
        self._wake = wake
        self._on_control = on_control
        self._known = known
        self._held: list[Frame] | None = []
        self._start = local.revision
        self._server = self._attach()

    def _attach(self) -> Viewer:
        """Go on after what the server has: our frames that it applied, or the document that came from it."""
        applied = self.acked - 1 if self.acked else self._start if self._known else None
        cursor = None if applied is None else Cursor(self.local.epoch, applied)
        return self.local.attach("server", cursor, self._wake, trusted=True, select=self._select)

    def lost(self) -> None:
        """The connection is away: what changes meanwhile is kept for when it is back."""
        self.local.leave(self._server)

    def resume(self, hello: Frame) -> None:
        """The connection is back: each side goes on where the other one is.

        A session that began anew is given the document as it is now. ClientError if it had come from there,
        or if more changed here than is remembered.
        """
        position = self.position
        if position is None or position.epoch == hello.epoch:
            if self.acked and self.local.revision >= self.acked and not self.local.since(self.acked - 1):
                raise ClientError("more changed here than could be kept while the server was away")
            self._server = self._attach()
            return
        if self._known:
            raise ClientError("the server was started again: the session's document is another one now")
        self.local.forget("server")
        self.acked = self._sent = self.heard = 0
        self._start, self.position = self.local.revision, None
        self._server = self._attach()

    @property
    def is_settled(self) -> bool:
        """Whether the server has applied all that was published here."""
        at = self._server.revision
        if at is None or self.acked < self._sent:
            return False
        return all(entry.origin == self._server.number for entry in self.local.since(at))

    def outgoing(self) -> list[bytes]:
        """Return the frames that the server lacks."""
        frames = [data for data in self._server.take() if data[_KIND_AT] != CONTROL]
        if frames:
            self._sent = _REVISION.unpack_from(frames[-1], _REVISION_AT)[0] + 1
        return frames

    def incoming(self, data: bytes) -> None:
        """Take in a frame; FrameError if it is none."""
        frame = decode_frame(data)
        self.acked = max(self.acked, frame.ack)
        told = frame.control.get("type") if frame.kind == CONTROL else None
        if told in (None, "ack"):
            self.position = Cursor(frame.epoch, frame.revision)
        if told == "event":
            self.heard = frame.control["e"]
        if told not in (None, "event"):
            self._on_control(frame.control)
        elif self._held is None:
            self._submit(frame)
        else:
            self._held.append(frame)

    def begin(self) -> None:
        """Let callbacks run, and what the server sends come in, from now on."""
        self.local.begin()
        self.release()
        self._held = None

    def release(self) -> None:
        """Let in what the server has sent so far."""
        held, self._held = self._held or [], []
        for frame in held:
            self._submit(frame)

    def _submit(self, frame: Frame) -> None:
        if frame.kind == CONTROL:
            event = frame.control
            self.local.happen(event["name"], event["model"], event["values"])
        elif frame.kind == SNAPSHOT:
            operations = self._of_server(frame) if self._known else self._of_viewers(frame)
            self.local.submit(self._server, replace(frame, kind=PATCH, operations=operations))
        else:
            self.local.submit(self._server, frame)

    def _of_server(self, snapshot: Frame) -> list[Operation]:
        """Return a snapshot of the document that we have an older state of: only what is new is added."""
        document = self.local.document
        made: list[Operation] = []
        for operation in snapshot.operations:
            if isinstance(operation, AddModels):
                known = [r for r in operation.models if document.get_model_by_id(r[0]) is not None]
                made.append(AddModels([record for record in operation.models if record not in known]))
                made += [SetFields(id, values) for id, _, values in known]
            else:
                made.append(operation)
        return made

    def _of_viewers(self, snapshot: Frame) -> list[Operation]:
        """Return what viewers may have set; the rest of a snapshot came from here, and models stay."""
        document = self.local.document
        records = [r for o in snapshot.operations if isinstance(o, AddModels) for r in o.models]
        known = [(document.get_model_by_id(id), values) for id, _, values in records]
        return [
            SetFields(model.id, {name: v for name, v in values.items() if document.may_write(model, name)})
            for model, values in known
            if model is not None
        ]

    def _select(self, frame: Frame) -> Iterable[Operation]:
        """Leave out fields changed here that the server had not heard of when it sent ``frame``."""
        ours = self._unacknowledged(frame.ack)
        return [_without(o, ours) if ours and isinstance(o, SetFields) else o for o in frame.operations]

    def _unacknowledged(self, ack: int) -> set[tuple[str, str]]:
        frames = [e.frame for e in self.local.since(max(ack - 1, self._start)) if e.origin == 0]
        sets = [o for data in frames for o in decode_frame(data).operations if isinstance(o, SetFields)]
        return {(operation.id, name) for operation in sets for name in operation.values}


def _without(operation: SetFields, ours: set[tuple[str, str]]) -> SetFields:
    kept = {name: value for name, value in operation.values.items() if (operation.id, name) not in ours}
    return SetFields(operation.id, kept)
