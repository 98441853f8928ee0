"""A lean websocket client that counts what arrives, so that the load is never the bottleneck."""

from __future__ import annotations

import asyncio
import base64
import os
import struct
from collections.abc import Callable
from urllib.parse import urlsplit

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Socket(asyncio.Protocol):
    """One websocket, client side. `on_message(payload, is_text)` is called for each whole message."""

    def __init__(self, on_message: Callable[[bytes, bool], None], request: bytes) -> None:
        self.bytes_in = 0
        self.messages_in = 0
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.closed = False
        self._on_message = on_message
        self._request = request
        self._buffer = bytearray()
        self._parts: list[bytes] = []
        self._is_text = False
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed = True
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self.opened.done() and not self._take_response():
            return
        while self._take_frame():
            pass

    def send_text(self, text: str) -> None:
        """Sends one text message, masked with zeros (the mask is an exclusive or)."""
        self._send(TEXT, text.encode())

    def close(self) -> None:
        if not self.closed:
            self._send(CLOSE, struct.pack(">H", 1000))
            self.transport.close()

    def _send(self, opcode: int, payload: bytes) -> None:
        size = len(payload)
        if size < 126:
            head = struct.pack(">BB", 0x80 | opcode, 0x80 | size)
        elif size < 1 << 16:
            head = struct.pack(">BBH", 0x80 | opcode, 0x80 | 126, size)
        else:
            head = struct.pack(">BBQ", 0x80 | opcode, 0x80 | 127, size)
        self.transport.write(head + b"\0\0\0\0" + payload)

    def _take_response(self) -> bool:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return False
        status = bytes(self._buffer[: self._buffer.find(b"\r\n")]).decode("latin-1")
        del self._buffer[: end + 4]
        if " 101" not in status:
            self.opened.set_exception(ConnectionError(f"expected 101 Switching Protocols, got {status!r}"))
            return False
        self.opened.set_result(None)
        return True

    def _take_frame(self) -> bool:
        buffer = self._buffer
        if len(buffer) < 2:
            return False
        size, start = buffer[1] & 0x7F, 2
        if size == 126:
            if len(buffer) < 4:
                return False
            size, start = int.from_bytes(buffer[2:4], "big"), 4
        elif size == 127:
            if len(buffer) < 10:
                return False
            size, start = int.from_bytes(buffer[2:10], "big"), 10
        if len(buffer) < start + size:
            return False
        first = buffer[0]
        payload = bytes(buffer[start : start + size])
        del buffer[: start + size]
        self.bytes_in += start + size
        self._take_payload(first & 0x0F, bool(first & 0x80), payload)
        return True

    def _take_payload(self, opcode: int, final: bool, payload: bytes) -> None:
        if opcode == PING:
            self._send(PONG, payload)
        elif opcode == CLOSE:
            self.transport.close()
        elif opcode != PONG:
            self._is_text = opcode == TEXT if opcode else self._is_text
            self._parts.append(payload)
            if final:
                message = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
                self._parts = []
                self.messages_in += 1
                self._on_message(message, self._is_text)


def target(url: str) -> str:
    """The part of an address that a request names: path and query."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


async def connect(url: str, on_message: Callable[[bytes, bool], None], subprotocols: list[str]) -> Socket:
    """Opens a websocket at `url`. Raises ConnectionError when the server refuses."""
    parts = urlsplit(url)
    lines = [
        f"GET {target(url)} HTTP/1.1",
        f"Host: {parts.netloc}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
    ]
    if subprotocols:
        lines.append("Sec-WebSocket-Protocol: " + ", ".join(subprotocols))
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    loop = asyncio.get_running_loop()
    _, socket = await loop.create_connection(lambda: Socket(on_message, request), parts.hostname, parts.port)
    await socket.opened
    return socket
