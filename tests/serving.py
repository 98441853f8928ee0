"""A site on a free port inside the test's process, and a bare viewer that speaks to it."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.parse import urljoin

import httpx
import uvicorn
from websockets.asyncio.client import ClientConnection, connect

from asgiplots.document.operations import AddModels, SetFields, SetRoots, SetTitle
from asgiplots.protocol import CONTROL, Frame, decode_frame

JSON = {"accept": "application/json"}


@contextmanager
def serving(app: Any, *, lifespan: str = "on", **options: Any) -> Iterator[str]:
    """Runs `app` under uvicorn in a thread while the block does; gives its address, ending in a slash."""
    options = {
        "port": 0,
        **options,
        "lifespan": lifespan,
        "log_config": None,
        "ws_per_message_deflate": False,
    }
    config = uvicorn.Config(app, ws="websockets-sansio", **options)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.005)
    assert server.started, "the server did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive(), "the server did not stop"


class Viewer:
    """What one connection has seen: fields of models by id, control messages, counts."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.models: dict[str, dict[str, Any]] = {}
        self.kinds: dict[str, str] = {}
        self.roots: list[str] = []
        self.title = ""
        self.controls: list[dict[str, Any]] = []
        self.last: Frame | None = None
        self.patches = 0
        self._sent = 0

    async def step(self, seconds: float = 5) -> Frame:
        """Takes in the next frame."""
        async with asyncio.timeout(seconds):
            data = await self.socket.recv()
        assert isinstance(data, bytes)
        frame = self.last = decode_frame(data)
        if frame.kind == CONTROL:
            self.controls.append(frame.control)
        else:
            self.patches += 1
        for operation in frame.operations:
            self._apply(operation)
        return frame

    async def until(self, true: Callable[[Viewer], Any], seconds: float = 5) -> Viewer:
        """Takes in frames until `true(self)`."""
        async with asyncio.timeout(seconds):
            while not true(self):
                await self.step(seconds)
        return self

    async def control(self, kind: str) -> dict[str, Any]:
        """The next control message of a kind."""
        await self.until(lambda viewer: any(message["type"] == kind for message in viewer.controls))
        return next(message for message in self.controls if message["type"] == kind)

    def named(self, name: str) -> dict[str, Any]:
        """The fields of the model called `name`."""
        return next(fields for fields in self.models.values() if fields.get("name") == name)

    def id_of(self, name: str) -> str:
        return next(id for id, fields in self.models.items() if fields.get("name") == name)

    async def write(self, name: str, field: str, value: Any) -> int:
        """Sets a field as a person would; returns the message's number."""
        return await self._numbered({"type": "write", "writes": [[self.id_of(name), field, value]]})

    async def event(self, event: str, name: str, **values: Any) -> int:
        message = {"type": "event", "name": event, "model": self.id_of(name), "values": values}
        return await self._numbered(message)

    async def _numbered(self, message: dict[str, Any]) -> int:
        self._sent += 1
        await self.socket.send(json.dumps({**message, "n": self._sent}))
        return self._sent

    def _apply(self, operation: Any) -> None:
        if isinstance(operation, AddModels):
            for id, kind, fields in operation.models:
                self.models[id] = dict(fields)
                self.kinds[id] = kind
        elif isinstance(operation, SetFields):
            self.models[operation.id].update(operation.values)
        elif isinstance(operation, SetRoots):
            self.roots = list(operation.ids)
        elif isinstance(operation, SetTitle):
            self.title = operation.title


def payload(page: str, headers: Mapping[str, str] = {}, **options: Any) -> dict[str, Any]:
    """What the page at `page` would start from."""
    answer = httpx.get(page, headers={**JSON, **headers}, **options)
    assert answer.status_code == 200, answer.text
    return answer.json()


def socket_url(page: str, start: dict[str, Any]) -> str:
    """The websocket that a browser at `page` would open."""
    return urljoin(page, start["ws"]).replace("http", "ws", 1)


@asynccontextmanager
async def viewing(
    page: str,
    *,
    start: dict[str, Any] | None = None,
    viewer: str = "v1",
    cursor: tuple[()] | tuple[int, int] = (),
    **options: Any,
) -> AsyncIterator[Viewer]:
    """A viewer of `page` that has said hello; `cursor`: epoch and revision that it comes back with."""
    start = start or await asyncio.to_thread(payload, page)
    # One that has not read all cannot close in good order.
    async with connect(socket_url(page, start), **{"close_timeout": 0.2, **options}) as socket:
        where = dict(zip(("epoch", "revision"), cursor, strict=False))
        await socket.send(json.dumps({"type": "hello", "token": start["token"], "viewer": viewer, **where}))
        yield Viewer(socket)
