"""A viewer's side of the protocol: a copy of the document that frames keep equal; bytes in, texts out.

hello() ─→ server: control "hello", then a snapshot, or what the copy lacks after a cut
write(), event() ─→ numbered texts, kept until a frame acknowledges them, sent again after a cut
"""

from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from asgiplots.document import Document
from asgiplots.document.apply import Refused, apply_operations, apply_writes
from asgiplots.document.operations import Operation, SendEvent, SetFields
from asgiplots.protocol import CONTROL, SNAPSHOT, Frame, Write, decode_frame, decode_message
from asgiplots.protocol.values import ValueEncoder
from asgiplots.schema import Model
from asgiplots.testing.telling import describe

_MOST_TOLD = 50


class Replica:
    """One page. Where it stands in the session outlives its connections, as in a browser.

    A write of its own enters the copy when the server has acknowledged it, in the server's order. So the copy
    is at any time what the session's document was at some moment.

    viewer: the name that the page goes by; the server resumes the same one.
    """

    def __init__(self, viewer: str) -> None:
        self.viewer = viewer
        self.document = Document()
        #: The highest number of a message that the server has applied, and of one that was made here.
        self.acked = self.sent = 0
        #: How often the copy was made afresh: 1 after the start, more only after a snapshot.
        self.snapshots = 0
        #: Control messages that nobody has taken out yet.
        self.controls: deque[Mapping[str, Any]] = deque()
        #: What the app sent with ``Document.send_event``: (name, values).
        self.messages: list[tuple[str, Mapping[str, Any]]] = []
        #: The last changes, in words.
        self.told: deque[str] = deque(maxlen=_MOST_TOLD)
        self._token = ""
        # What announced the parts of a large frame, which come next, and those that came.
        self._announced: Frame | None = None
        self._parts = b""
        self._cursor: tuple[int, int] | None = None
        self._outbox: dict[int, str] = {}
        # What was set here and not by the app since, oldest first.
        self._set: dict[tuple[str, str], Any] = {}

    def hello(self, token: str) -> str:
        """Return the first text of a connection: who comes, and where it stood.

        ``token`` is the page's; once the server has given one to come back with, that is shown.
        """
        epoch, revision = self._cursor or (None, None)
        self._announced = None
        return _json(
            {
                "type": "hello",
                "token": self._token or token,
                "viewer": self.viewer,
                "epoch": epoch,
                "revision": revision,
                "sent": self.sent,
                "kept": [] if epoch is None else self._kept(),
            }
        )

    def _kept(self) -> list[list[Any]]:
        """Return what was set here, for a session that began anew."""
        models = [(self.document.get_model_by_id(id), name) for id, name in self._set]
        return [
            [model.id, model.wire_kind(), name, self._set[model.id, name]]
            for model, name in models
            if model is not None
        ]

    def write(self, writes: Iterable[tuple[Model, str, Any]]) -> str:
        """Return the message that sets fields; TypeError for a value that cannot be sent."""
        pairs = [[model.id, name, _encoded(value)] for model, name, value in writes]
        for id, name, value in pairs:
            self._set.pop((id, name), None)
            self._set[id, name] = value
        return self._numbered({"type": "write", "writes": pairs})

    def event(self, name: str, model: Model | None, values: Mapping[str, Any]) -> str:
        """Return the message of an event; TypeError for a value that cannot be sent."""
        of = None if model is None else model.id
        return self._numbered({"type": "event", "name": name, "model": of, "values": _encoded(values)})

    def unacknowledged(self) -> list[str]:
        """Return the messages to send again once the server has said hello, oldest first."""
        return list(self._outbox.values())

    def _joined(self, data: bytes) -> Frame:
        """Return the frame that ``data`` is or completes; while parts are lacking, what announced them."""
        if self._announced is None:
            frame = decode_frame(data)
            if frame.control.get("type") == "parts":
                self._announced, self._parts = frame, b""
            return frame
        self._parts += data
        if len(self._parts) < self._announced.control["bytes"]:
            return self._announced
        self._announced = None
        return decode_frame(self._parts)

    def receive(self, data: bytes) -> Frame:
        """Take in a message of the server; FrameError if it is neither a frame nor a part of one."""
        frame = self._joined(data)
        if frame.kind == CONTROL:
            self._control(frame)
            self._acknowledge(frame.ack)
            return frame
        self._acknowledge(frame.ack)
        if frame.kind == SNAPSHOT:
            self.document = Document()
            self.snapshots += 1
        self._apply(frame)
        self._cursor = frame.epoch, frame.revision
        return frame

    def _numbered(self, message: dict[str, Any]) -> str:
        self.sent += 1
        text = self._outbox[self.sent] = _json({**message, "n": self.sent})
        return text

    def _control(self, frame: Frame) -> None:
        message = frame.control
        kind = message.get("type")
        if kind == "hello":
            self._token = str(message.get("token", ""))
            if self._cursor is not None and self._cursor[0] != frame.epoch:
                self._outbox.clear()  # a session that began anew was told all that in the hello
        elif kind == "refused":
            self._outbox.pop(int(message["n"]), None)
        if kind != "parts":
            self.controls.append(message)

    def _acknowledge(self, ack: int) -> None:
        self.acked = max(self.acked, ack)
        for number in [n for n in self._outbox if n <= ack]:
            message = decode_message(self._outbox.pop(number))
            if isinstance(message, Write):
                for write in message.writes:
                    # What the server could not apply, such as a field of a model that went away meanwhile.
                    with suppress(Refused):
                        apply_writes(self.document, [write], 0)
        self.document.take()

    def _apply(self, frame: Frame) -> None:
        operations: list[Operation] = []
        for operation in frame.operations:
            if isinstance(operation, SendEvent):
                self.messages.append((operation.name, operation.values))
            else:
                operations.append(operation)
            if isinstance(operation, SetFields):
                for name in operation.values:
                    self._set.pop((operation.id, name), None)
        apply_operations(self.document, operations)
        self.document.take()
        for operation in frame.operations:
            self.told.extend(describe(self.document, operation))


def _json(message: Mapping[str, Any]) -> str:
    return msgspec.json.encode(message).decode()


def _encoded(value: Any) -> Any:
    return ValueEncoder().encode(_plain(value))


def _plain(value: Any) -> Any:
    """Return arrays as lists: a viewer's messages have no raw columns."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}  # pyright: ignore
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value  # pyright: ignore
