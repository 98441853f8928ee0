"""The messages of the wire and the frame codec; pure."""

from asgiplots.protocol.frames import (
    CONTROL,
    PATCH,
    SNAPSHOT,
    Body,
    Frame,
    FrameError,
    decode_frame,
    encode_changes,
    encode_control,
    encode_snapshot,
    frame,
    with_ack,
)
from asgiplots.protocol.messages import (
    Event,
    Hello,
    Leave,
    Message,
    MessageError,
    Ping,
    Write,
    decode_message,
)

__all__ = [
    "CONTROL",
    "PATCH",
    "SNAPSHOT",
    "Body",
    "Event",
    "Frame",
    "FrameError",
    "Hello",
    "Leave",
    "Message",
    "MessageError",
    "Ping",
    "Write",
    "decode_frame",
    "decode_message",
    "encode_changes",
    "encode_control",
    "encode_snapshot",
    "frame",
    "with_ack",
]
