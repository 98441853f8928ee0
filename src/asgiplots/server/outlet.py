"""The way down of one connection: what can go at once goes from where it was made, a task sends the rest.

publish ─→ wake ─┬─ nothing waits, the connection takes it: take → write
                 └─ otherwise: the task ────────────────────→ take → send, waiting for a slow reader

A large frame goes to a page in parts, after a control message that says how many bytes they have together:
browsers take many middling messages faster than a large one, and less of it waits for a slow reader.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

from starlette.types import Scope, Send

from asgiplots.protocol import CONTROL, encode_control, frame
from asgiplots.session import Viewer
from asgiplots.session.meters import Meters

Data = bytes | memoryview

#: Sends a binary message and says true; or nothing, and false, if it would have to wait or the end is near.
Write = Callable[[Data], bool]

#: The ASGI extension under which a server offers its `Write`. Without one all goes through the task.
EXTENSION = "asgiplots.write"

#: Bytes of a part of a large frame.
PART_BYTES = 256 * 1024


class Outlet:
    """Sends a viewer's frames in order. `wake` is what the viewer calls when there may be some."""

    def __init__(self, scope: Scope, send: Send, meters: Meters) -> None:
        extensions: dict[str, Any] = scope.get("extensions") or {}
        self.closed = False
        self._send = send
        self._write: Write | None = extensions.get(EXTENSION)
        self._meters = meters
        self._woken = asyncio.Event()
        self._viewer: Viewer
        # The task has sent all and waits to be woken: nothing can be overtaken.
        self._rests = False
        self._left: list[Data] = []

    def wake(self) -> None:
        """Send what there is, at once if the connection takes it."""
        if self._rests and self._write is not None:
            self._rests = False  # a call from within `take` is left to the task
            sent = self._write_all(self._write)
            self._rests = sent and not self._woken.is_set() and not self._viewer.gone
            if self._rests:
                return
        self._woken.set()

    def _write_all(self, write: Write) -> bool:
        messages = self._take()
        for place, data in enumerate(messages):
            if not write(data):
                self._left = messages[place:]
                return False
            self._count(data)
        return True

    async def run(self, viewer: Viewer) -> None:
        """Be the task: send what `viewer` has to get until it is gone."""
        self._viewer = viewer
        while True:
            messages, self._left = [*self._left, *self._take()], []
            if messages:
                viewer.occupied(True)
                for data in messages:
                    if self.closed:
                        return
                    await self._send({"type": "websocket.send", "bytes": bytes(data)})
                    self._count(data)
                viewer.occupied(False)
            if viewer.gone:
                return
            self._rests = not self._woken.is_set()
            await self._woken.wait()
            self._rests = False
            self._woken.clear()

    def _take(self) -> list[Data]:
        """Return what the viewer has to get as messages; Python clients take large ones as they are."""
        frames: list[Data] = [*self._viewer.take()]
        if self._viewer.peer.trusted or all(len(data) <= PART_BYTES for data in frames):
            return frames
        return [part for data in frames for part in _parts(data)]

    def _count(self, data: Data) -> None:
        self._meters.frames_sent += 1
        self._meters.bytes_sent += len(data)


def _parts(data: Data) -> Iterator[Data]:
    if len(data) <= PART_BYTES:
        yield data
        return
    yield frame(CONTROL, encode_control({"type": "parts", "bytes": len(data)}), 0, 0)
    view = memoryview(data)
    for start in range(0, len(data), PART_BYTES):
        yield view[start : start + PART_BYTES]
