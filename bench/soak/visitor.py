"""A visitor of the soak test: comes to a page, uses it, and is gone in one of many ways."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import time
from contextlib import suppress
from itertools import count
from typing import Any
from urllib.parse import urljoin, urlsplit

from asgiplots.protocol import CONTROL, PATCH, SNAPSHOT, Frame, decode_frame
from bench.wire import Socket, connect

_numbers = count(1)
_PATIENCE = 30.0


class Visitor:
    """One page: where it starts from, what came, and its websocket."""

    def __init__(self, base: str, app: str) -> None:
        self.page = f"{base}/{app}"
        self.name = f"soak-visitor-{next(_numbers):08d}"
        self.start: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        self.fields: dict[str, dict[str, Any]] = {}
        self.kinds: list[str] = []
        self.socket: Socket
        self._last = b""
        self._sent = 0
        self._came = asyncio.Event()

    async def load(self) -> None:
        """Ask for the page, as JSON."""
        parts = urlsplit(self.page)
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        head = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: application/json\r\n"
        writer.write(f"{head}Connection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        self.start = json.loads(answer.partition(b"\r\n\r\n")[2])

    async def knock(self) -> None:
        """Open the websocket and say nothing."""
        url = urljoin(self.page, self.start["ws"]).replace("http", "ws", 1)
        self.socket = await connect(url, self._message, [])

    def hello(self, **more: Any) -> None:
        self.send({"type": "hello", "token": self.start["token"], "viewer": self.name, "sent": 0, **more})

    async def come(self) -> None:
        """Load the page and wait until it shows something."""
        await self.load()
        await self.knock()
        self.hello()
        await self.until("snapshot")

    async def return_(self) -> None:
        """Connect again where it was."""
        last = self.last
        await self.knock()
        self.hello(epoch=last.epoch, revision=last.revision, sent=self._sent)
        await self.until("hello")

    def write(self, value: float) -> None:
        self._numbered({"type": "write", "writes": [[self.ids["slider"], "value", value]]})

    def click(self) -> None:
        self._numbered({"type": "event", "name": "button_click", "model": self.ids["button"], "values": {}})

    def send(self, message: Any) -> None:
        self.socket.send_text(json.dumps(message))

    async def until(self, kind: str) -> None:
        """Wait for the next frame of a kind: "snapshot", "patch", or the type of a control message."""
        end = time.monotonic() + _PATIENCE
        while kind not in self.kinds and not self.socket.closed and time.monotonic() < end:
            self._came.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._came.wait(), 1)
        if kind not in self.kinds:
            raise ConnectionError(f"{self.page} did not send {kind}; last came {self.kinds[-3:]}")
        self.kinds.clear()

    async def closed(self) -> None:
        """Wait until the server has ended the connection."""
        async with asyncio.timeout(_PATIENCE):
            while not self.socket.closed:
                await asyncio.sleep(0.02)

    @property
    def last(self) -> Frame:
        """The last frame that carried a revision of the document."""
        return decode_frame(self._last)

    def reset(self) -> None:
        """Break the connection so that the server hears of an error."""
        raw = self.socket.transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.transport.abort()

    def _numbered(self, message: dict[str, Any]) -> None:
        self._sent += 1
        self.send({**message, "n": self._sent})

    def _message(self, payload: bytes, is_text: bool) -> None:
        kind = payload[2]
        if kind == CONTROL:
            self.kinds.append(str(decode_frame(payload).control["type"]))
        else:
            self._last = payload
            self.kinds.append("patch" if kind == PATCH else "snapshot")
        if kind == SNAPSHOT:
            for operation in decode_frame(payload).operations:
                for id, _, fields in getattr(operation, "models", ()):
                    self.ids[str(fields.get("name"))] = id
                    self.fields[str(fields.get("name"))] = fields
        self._came.set()
