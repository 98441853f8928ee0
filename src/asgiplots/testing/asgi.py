"""A websocket of an ASGI application without a socket."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any
from urllib.parse import unquote, urlsplit

Message = Mapping[str, Any]
ASGI = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True)
class Closed:
    """The other side ended the connection."""

    code: int
    reason: str


class Connection:
    """One websocket, run on the loop with ``run``. What the application sends waits in ``arrived``."""

    def __init__(self, app: ASGI, url: str, headers: Mapping[str, str]) -> None:
        self.arrived: SimpleQueue[bytes | Closed] = SimpleQueue()
        self._app = app
        self._up: asyncio.Queue[Message] = asyncio.Queue()
        self._up.put_nowait({"type": "websocket.connect"})
        self._cut: Message | None = None
        self._over = asyncio.Event()
        parts = urlsplit(url)
        named = {**headers, "host": parts.netloc}
        self._scope: dict[str, Any] = {
            "type": "websocket",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(k.lower().encode(), v.encode()) for k, v in named.items()],
            "client": ("testclient", 50000),
            "server": (parts.hostname, parts.port or 80),
            "subprotocols": [],
            "state": {},
            "extensions": {"websocket.http.response": {}},
        }

    async def run(self) -> None:
        """Serve the connection until it ends."""
        try:
            await self._app(self._scope, self._receive, self._send)
        except Exception as error:
            self.arrived.put(Closed(1011, f"the server failed: {type(error).__name__}: {error}"))
        finally:
            self.arrived.put(Closed(1006, "the connection has ended"))
            self._over.set()

    def send(self, text: str) -> None:
        """On the loop: send a text."""
        self._up.put_nowait({"type": "websocket.receive", "text": text})

    async def cut(self, code: int = 1006) -> None:
        """Lose the connection, with all that is under way in either direction."""
        self._cut = {"type": "websocket.disconnect", "code": code}
        while not self._up.empty():
            self._up.get_nowait()
        self._up.put_nowait(self._cut)
        await self._over.wait()

    async def leave(self) -> None:
        """Say goodbye, then end the connection."""
        if not self._over.is_set():
            self.send('{"type":"leave"}')
            self._up.put_nowait({"type": "websocket.disconnect", "code": 1000})
            await self._over.wait()

    async def _receive(self) -> Message:
        if self._cut is not None and self._up.empty():
            return self._cut
        return await self._up.get()

    async def _send(self, message: Message) -> None:
        if self._cut is not None:
            raise OSError("the connection was cut")
        kind = message["type"]
        if kind == "websocket.send":
            self.arrived.put(message["bytes"])
        elif kind == "websocket.close":
            self.arrived.put(Closed(message.get("code", 1000), message.get("reason") or ""))
            self._cut = {"type": "websocket.disconnect", "code": message.get("code", 1000)}
            self._up.put_nowait(self._cut)
        elif kind == "websocket.http.response.body":
            self.arrived.put(Closed(403, bytes(message.get("body", b"")).decode(errors="replace").strip()))
