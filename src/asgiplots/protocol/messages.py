"""What a viewer sends: JSON texts, each one of a closed set of typed messages."""

from typing import Annotated, Any

import msgspec

from asgiplots.protocol.columns import ColumnReader
from asgiplots.protocol.values import ValueDecoder


class MessageError(ValueError):
    """A text that is none of the messages; it says why."""


#: Messages are numbered from 1, in 32 bits.
Number = Annotated[int, msgspec.Meta(ge=1, lt=2**32)]


class Hello(msgspec.Struct, tag="hello", forbid_unknown_fields=True):
    """The first message: who comes, and where the viewer stood if it was here before.

    ``kept`` is what a person has set in the page, oldest first: (model id, kind, field, value). A session
    that began anew takes it over. ``heard`` is the number of the last event that a Python client was told of.
    """

    token: str
    viewer: str
    epoch: int | None = None
    revision: int | None = None
    sent: int = 0
    kept: list[tuple[str, str, str, Any]] = []
    heard: int = 0


class Write(msgspec.Struct, tag="write", forbid_unknown_fields=True):
    """Fields that a person changed: (model id, field, value) in order."""

    n: Number
    writes: list[tuple[str, str, Any]]


class Event(msgspec.Struct, tag="event", forbid_unknown_fields=True):
    """Something that happened on a model (or, without one, on the document)."""

    n: Number
    name: str
    model: str | None = None
    values: dict[str, Any] = {}


#: A page whose frames take so many milliseconds tells of it every second: it may lag.
SLOW_MS = 50


class Pace(msgspec.Struct, tag="pace", forbid_unknown_fields=True):
    """How a page keeps up: milliseconds from one painted frame to the next, 0 while it does not know.

    ``revision`` is the last one that it has applied. A ``hidden`` page paints nothing.
    """

    ms: Annotated[float, msgspec.Meta(ge=0)]
    revision: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]
    hidden: bool = False


class Ping(msgspec.Struct, tag="ping", forbid_unknown_fields=True):
    """Asks for a pong."""


class Leave(msgspec.Struct, tag="leave", forbid_unknown_fields=True):
    """The page is being closed, not just cut off."""


Message = Hello | Write | Event | Pace | Ping | Leave
_decoder = msgspec.json.Decoder(Message)
_values = ValueDecoder(ColumnReader(memoryview(b"")))


def _named(values: Any) -> dict[str, Any]:
    if not isinstance(values, dict) or not all(isinstance(name, str) for name in values):  # pyright: ignore
        raise ValueError("expected an event's values by name")
    return values  # pyright: ignore[reportUnknownVariableType]


def decode_message(text: str | bytes) -> Message:
    """Read one message; MessageError says why the text is none."""
    try:
        message = _decoder.decode(text)
        if isinstance(message, Write):
            message.writes = [(i, field, _values.decode(value)) for i, field, value in message.writes]
        elif isinstance(message, Event):
            message.values = _named(_values.decode(message.values))
        elif isinstance(message, Hello):
            message.kept = [(i, kind, field, _values.decode(value)) for i, kind, field, value in message.kept]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise MessageError(f"the message is not readable: {error}") from None
    return message
