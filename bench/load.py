"""The load client, a process of its own: `python -m bench.load '{…}'` prints what it saw as JSON."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from itertools import count, pairwise
from typing import Any
from urllib.parse import urlsplit

from bench.dialects import DIALECTS, Dialect, Ticket
from bench.processes import cpu_seconds, memory_bytes
from bench.wire import Socket, connect, target

_numbers = count(1)


@dataclass(frozen=True)
class Plan:
    """Open `viewers` of `app`, wait, measure for `seconds`; meanwhile move the slider of `slider_app`."""

    kind: str
    base: str
    pid: int
    app: str
    viewers: int = 1
    shared: bool = False
    at_once: int = 4
    settle: float = 1.5
    seconds: float = 8.0
    slider_app: str = ""
    slider_moves: int = 0
    slider_pause: float = 0.05


@dataclass
class Result:
    """What was seen in the measured window; times in seconds."""

    opened: list[float] = field(default_factory=list)
    open_cpu: float = 0.0
    memory: int = 0
    cpu: float = 0.0
    window: float = 0.0
    updates: int = 0
    bytes: int = 0
    messages: int = 0
    gaps: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    own_cpu: float = 0.0


class Viewer:
    """One viewer: its socket, when updates came, the newest one, and how long a slider's answer took."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.socket: Socket
        self.times: list[float] = []
        self.newest = b""
        self._greeting: list[str] = []
        self._waiting: asyncio.Future[None] | None = None
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def open(self, ticket: Ticket) -> None:
        self._greeting = self.dialect.greet(ticket, next(_numbers))
        self.socket = await connect(ticket.url, self._message, list(ticket.subprotocols))
        if self.dialect.greets_first:
            self._greet()
        await asyncio.wait_for(self._opened, 60)

    async def move_slider(self, value: float) -> float:
        """Moves the slider; returns the seconds until the next update."""
        start = time.perf_counter()
        self._waiting = asyncio.get_running_loop().create_future()
        for text in self.dialect.move_slider(value):
            self.socket.send_text(text)
        await asyncio.wait_for(self._waiting, 30)
        return time.perf_counter() - start

    def _greet(self) -> None:
        for text in self._greeting:
            self.socket.send_text(text)

    def _message(self, payload: bytes, is_text: bool) -> None:
        what = self.dialect.feed(payload, is_text)
        if what == "update":
            self.times.append(time.perf_counter())
            self.newest = payload
            if self._waiting is not None and not self._waiting.done():
                self._waiting.set_result(None)
        elif what == "ready":
            asyncio.get_running_loop().call_soon(self._greet)
        elif what == "opened" and not self._opened.done():
            self._opened.set_result(None)


async def _page(url: str) -> str:
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(f"GET {target(url)} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    text = (await reader.read()).decode("utf-8", "replace")
    writer.close()
    if " 200" not in text.partition("\r\n")[0]:
        raise ConnectionError(f"expected 200 from {url}, got {text[:200]!r}")
    return text


async def open_viewer(plan: Plan, app: str, ticket: Ticket | None = None) -> tuple[Viewer, float]:
    """Opens one viewer of `app`; returns it and the seconds that it took."""
    start = time.perf_counter()
    dialect = DIALECTS[plan.kind]
    url = f"{plan.base}/{app}"
    viewer = Viewer(dialect())
    await viewer.open(ticket or dialect.ticket(url, await _page(url)))
    return viewer, time.perf_counter() - start


async def _open_all(plan: Plan, result: Result) -> list[Viewer]:
    ticket = None
    if plan.shared:
        url = f"{plan.base}/{plan.app}"
        ticket = DIALECTS[plan.kind].ticket(url, await _page(url))
    gate = asyncio.Semaphore(plan.at_once)

    async def one() -> Viewer:
        async with gate:
            viewer, seconds = await open_viewer(plan, plan.app, ticket)
            result.opened.append(seconds)
            return viewer

    return list(await asyncio.gather(*(one() for _ in range(plan.viewers))))


async def _move_sliders(plan: Plan, viewer: Viewer, result: Result) -> None:
    for move in range(plan.slider_moves):
        result.answers.append(await viewer.move_slider(1 + move % 9))
        await asyncio.sleep(plan.slider_pause)


async def run(plan: Plan) -> Result:
    """Carries the plan out."""
    result = Result()
    memory = memory_bytes(plan.pid)
    cpu = cpu_seconds(plan.pid)
    viewers = await _open_all(plan, result)
    result.open_cpu = cpu_seconds(plan.pid) - cpu
    mover = (await open_viewer(plan, plan.slider_app))[0] if plan.slider_app else viewers[0]
    await asyncio.sleep(plan.settle)
    result.memory = memory_bytes(plan.pid) - memory

    for viewer in viewers:
        viewer.times.clear()
        viewer.socket.bytes_in = viewer.socket.messages_in = 0
    gc.disable()
    start, cpu, own = time.perf_counter(), cpu_seconds(plan.pid), time.process_time()
    await _move_sliders(plan, mover, result)
    await asyncio.sleep(max(0.0, plan.seconds - (time.perf_counter() - start)))
    result.window = time.perf_counter() - start
    result.cpu = cpu_seconds(plan.pid) - cpu
    result.own_cpu = time.process_time() - own
    _sum_up(viewers, result)
    for viewer in [*viewers, mover]:
        viewer.socket.close()
    return result


def _sum_up(viewers: list[Viewer], result: Result) -> None:
    for viewer in viewers:
        result.updates += len(viewer.times)
        result.bytes += viewer.socket.bytes_in
        result.messages += viewer.socket.messages_in
        result.gaps += [after - before for before, after in pairwise(viewer.times)]


def main(arguments: dict[str, Any]) -> None:
    print(json.dumps(asdict(asyncio.run(run(Plan(**arguments))))))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
