"""The frame: a header of 24 bytes, a JSON head, then raw columns.

    u8 magic  u8 version  u8 kind  u8 flags  u32 head bytes  u32 epoch  u32 revision  u32 ack  u32 origin

All numbers are little-endian. Zeros pad the head to a multiple of eight: columns can be viewed in place.
The body (head and columns) is encoded once and shared; only ``ack`` differs from viewer to viewer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from struct import Struct
from typing import Any

import msgspec

from asgiplots.document.changes import ChangeSet
from asgiplots.document.document import Document
from asgiplots.document.operations import Operation
from asgiplots.protocol import operations
from asgiplots.protocol.columns import ColumnReader
from asgiplots.protocol.values import ValueDecoder, ValueEncoder
from asgiplots.schema import reach

MAGIC, VERSION = 0xA5, 1
SNAPSHOT, PATCH, CONTROL = 1, 2, 3
HEADER = Struct("<BBBBIIIII")
_ACK = Struct("<I")
_LAST = 2**32 - 1
_ACK_AT = 16


@dataclass(frozen=True, slots=True)
class Body:
    """What follows the header: ``head_bytes`` of JSON, padding and columns in ``data``."""

    head_bytes: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """A decoded frame; ``operations`` of a snapshot or patch, ``control`` of a control frame."""

    kind: int
    epoch: int
    revision: int
    ack: int
    origin: int
    operations: list[Operation]
    control: dict[str, Any]


class FrameError(ValueError):
    """Bytes that are no frame of this version; the text says what is wrong with them."""


_encode_json = msgspec.json.Encoder().encode
_decode_json = msgspec.json.Decoder().decode


def _body(head: Any, encoder: ValueEncoder | None = None) -> Body:
    text = _encode_json(head)
    padding = bytes(-len(text) % 8)
    parts: list[Any] = [text, padding, *(encoder.columns.parts if encoder else ())]
    return Body(len(text), b"".join(parts))


def encode_snapshot(document: Document) -> Body:
    """Encode the whole document as it is now, again if another thread put a model into it meanwhile."""
    while True:
        encoder = ValueEncoder()
        head = operations.snapshot_head(document, encoder)
        sent = {model[0] for model in head["models"]}
        late = [model for model in encoder.models if model.id not in sent]
        if not late or not set(late).intersection(reach(document.anchors())):
            return _body(head, encoder)


def encode_changes(document: Document, changes: ChangeSet) -> Body:
    """Encode one origin's changes with the values that the models have now.

    A value may hold a model that another thread put there and has not noted yet: it goes along.
    """
    while True:
        encoder = ValueEncoder()
        head = operations.patch_head(document, changes, encoder)
        if not document.take_in(encoder.models, changes):
            return _body(head, encoder)


def encode_control(message: Mapping[str, Any]) -> Body:
    """Encode a control message, such as ``{"type": "ack"}``."""
    return _body(message)


def frame(kind: int, body: Body, epoch: int, revision: int, ack: int = 0, origin: int = 0) -> bytes:
    """Put the header before a body."""
    return HEADER.pack(MAGIC, VERSION, kind, 0, body.head_bytes, epoch, revision, ack, origin) + body.data


def with_ack(data: bytes, ack: int) -> bytes:
    """Return the frame with another ``ack`` in its header."""
    return b"".join((data[:_ACK_AT], _ACK.pack(ack), data[_ACK_AT + 4 :]))


def decode_frame(data: bytes | memoryview) -> Frame:
    """Read a frame; FrameError says why bytes are none."""
    if len(data) < HEADER.size:
        raise FrameError(f"a frame has at least {HEADER.size} bytes, got {len(data)}")
    magic, version, kind, _, head_bytes, epoch, revision, ack, origin = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise FrameError(f"a frame begins with {MAGIC:#x}, got {magic:#x}")
    if version != VERSION:
        raise FrameError(f"expected frames of version {VERSION}, got version {version}")
    if kind not in (SNAPSHOT, PATCH, CONTROL):
        raise FrameError(f"expected a frame of kind 1, 2 or 3, got {kind}")
    if revision == _LAST:  # its number, one more, could not be acknowledged
        raise FrameError(f"expected a revision below {_LAST}, got {revision}")
    start = HEADER.size + head_bytes
    if start > len(data):
        raise FrameError(f"the head of {head_bytes} bytes does not fit into a frame of {len(data)}")
    view = memoryview(data)
    area = view[min(start + -start % 8, len(data)) :]
    try:
        head = _decode_json(view[HEADER.size : start])
        if kind == CONTROL:
            return Frame(kind, epoch, revision, ack, origin, [], _mapping(head))
        read = operations.read_snapshot if kind == SNAPSHOT else operations.read_patch
        decoded = read(head, ValueDecoder(ColumnReader(area)))
    except (ValueError, TypeError, KeyError, IndexError, msgspec.DecodeError) as error:
        raise FrameError(f"the frame's content is not readable: {error}") from None
    return Frame(kind, epoch, revision, ack, origin, decoded, {})


def _mapping(head: Any) -> dict[str, Any]:
    if not isinstance(head, dict):
        raise FrameError("a control frame holds one object")
    return head  # pyright: ignore[reportUnknownVariableType]
