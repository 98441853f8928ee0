"""A TCP proxy that does what networks do: cuts, stalls, half-closes, slow readers. It never reorders.

    with FaultProxy(port, [Plan(down=(Cut(after=300),)), Plan(up=(Cut(frames=2, how="fin"),))]) as proxy:
        …connect to 127.0.0.1:proxy.port: the first connection has the first plan, and so on

A plan is plain data, so that hypothesis can make one. Connections beyond the last plan pass everything on.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

_CHUNK = 16 * 1024
Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]
_LINGER_NOT = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Fault:
    """Comes once `after` bytes have passed, or right after so many websocket `frames` (0: HTTP's head)."""

    after: int = 0
    frames: int | None = None


@dataclass(frozen=True)
class Cut(Fault):
    """Ends the connection on both sides: `fin` delivers exactly the bytes before it, `rst` at most these."""

    how: Literal["rst", "fin"] = "rst"


@dataclass(frozen=True)
class Stall(Fault):
    """Passes nothing on for `seconds`; None: until `FaultProxy.go_on`."""

    seconds: float | None = None


@dataclass(frozen=True)
class HalfClose(Fault):
    """Ends this direction only; what still comes in it is swallowed."""


@dataclass(frozen=True)
class Slow(Fault):
    """From here on reads no more than so many bytes a second."""

    rate: float = 1000.0


@dataclass(frozen=True)
class Plan:
    """The faults of one connection: `up` from the client to the server, `down` back."""

    up: tuple[Fault, ...] = ()
    down: tuple[Fault, ...] = ()


@dataclass
class Passed:
    """What became of one connection: bytes passed on each way, faults that came, whether it is over."""

    up: int = 0
    down: int = 0
    faults: list[Fault] = field(default_factory=list)
    over: bool = False


class _CutNow(Exception):
    def __init__(self, how: str) -> None:
        self.how = how


class FrameEnds:
    """Finds where HTTP's head and then each websocket frame end in a stream of bytes."""

    def __init__(self) -> None:
        self.ends: list[int] = []
        self._waiting = b""
        self._at = 0

    def feed(self, data: bytes) -> None:
        self._waiting += data
        while size := self._size():
            if size > len(self._waiting):
                return
            self._at += size
            self._waiting = self._waiting[size:]
            self.ends.append(self._at)

    def _size(self) -> int:
        """Bytes of what begins here, 0 if that is not known yet."""
        have = self._waiting
        if not self.ends:
            return have.find(b"\r\n\r\n") + 4 if b"\r\n\r\n" in have else 0
        if len(have) < 2:
            return 0
        length, mask = have[1] & 127, 4 * (have[1] >> 7)
        wide = {126: 2, 127: 8}.get(length, 0)
        if len(have) < 2 + wide:
            return 0
        return 2 + wide + mask + (int.from_bytes(have[2 : 2 + wide], "big") if wide else length)


class _Way:
    """One direction of one connection."""

    def __init__(
        self,
        faults: Iterable[Fault],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        happened: Callable[[Fault], None],
        go_on: asyncio.Event,
    ) -> None:
        self.passed = 0
        self._waiting = list(faults)
        self._reader, self._writer = reader, writer
        self._happened = happened
        self._go_on = go_on
        self._frames = FrameEnds()
        self._rate = 0.0
        self._closed = False

    async def carry(self) -> None:
        """Pass bytes on until they end; `_CutNow` when a fault says so."""
        await self._faults_here()
        while data := await self._reader.read(_CHUNK):
            self._frames.feed(data)
            while data:
                size = self._until_next(len(data))
                await self._pass(data[:size])
                data = data[size:]
                await self._faults_here()
        self._half_close()

    def _place(self, fault: Fault) -> int | None:
        if fault.frames is None:
            return fault.after
        ends = self._frames.ends
        return ends[fault.frames] if fault.frames < len(ends) else None

    def _until_next(self, size: int) -> int:
        places = [self._place(fault) for fault in self._waiting]
        near = [place - self.passed for place in places if place is not None and place > self.passed]
        slice_ = max(1, int(self._rate / 50)) if self._rate else size
        return min([size, slice_, *near])

    async def _faults_here(self) -> None:
        for fault in list(self._waiting):
            place = self._place(fault)
            if place is not None and place <= self.passed:
                self._waiting.remove(fault)
                self._happened(fault)
                await self._suffer(fault)

    async def _suffer(self, fault: Fault) -> None:
        if isinstance(fault, Cut):
            raise _CutNow(fault.how)
        if isinstance(fault, Stall):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(fault.seconds):
                    await self._go_on.wait()
        elif isinstance(fault, HalfClose):
            self._half_close()
        elif isinstance(fault, Slow):
            self._rate = fault.rate

    async def _pass(self, data: bytes) -> None:
        if not self._closed:
            self._writer.write(data)
            await self._writer.drain()
        self.passed += len(data)
        if self._rate:
            await asyncio.sleep(len(data) / self._rate)

    def _half_close(self) -> None:
        if not self._closed:
            self._closed = True
            self._writer.write_eof()


class FaultProxy:
    """Forwards 127.0.0.1:`port` to 127.0.0.1:`upstream` in a thread of its own while the block does."""

    def __init__(self, upstream: int, plans: Iterable[Plan] = ()) -> None:
        self.port = 0
        #: All connections so far, oldest first.
        self.connections: list[Passed] = []
        self._upstream = upstream
        self._plans: Iterator[Plan] = iter(plans)
        self._changed = threading.Condition()
        self._go_on: set[asyncio.Event] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def faults(self) -> list[Fault]:
        """Faults that came so far, in all connections."""
        return [fault for passed in self.connections for fault in passed.faults]

    @property
    def cuts(self) -> int:
        return sum(isinstance(fault, Cut) for fault in self.faults)

    def until(self, true: Callable[[FaultProxy], object], seconds: float = 5) -> None:
        """Waits until `true(self)`; asks again whenever a fault comes, or a connection comes or goes."""
        with self._changed:
            assert self._changed.wait_for(lambda: true(self), seconds), f"the proxy saw {self.connections}"

    def plan(self, plans: Iterable[Plan]) -> None:
        """Gives the connections from now on these plans."""
        self._loop.call_soon_threadsafe(setattr, self, "_plans", iter(plans))

    def go_on(self) -> None:
        """Ends the stalls of all connections that are open."""
        self._loop.call_soon_threadsafe(lambda: [event.set() for event in self._go_on])

    def cut(self) -> None:
        """Resets all connections that are open."""
        self._loop.call_soon_threadsafe(lambda: [task.cancel() for task in self._tasks])

    def __enter__(self) -> FaultProxy:
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(ready)), daemon=True)
        self._thread.start()
        ready.result(10)
        return self

    def __exit__(self, *error: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)
        assert not self._thread.is_alive(), "the proxy did not stop"

    async def _run(self, ready: Future[None]) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        listening = socket.create_server(("127.0.0.1", 0))
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _CHUNK)
        server = await asyncio.start_server(self._accept, sock=listening, limit=_CHUNK)
        self.port = listening.getsockname()[1]
        ready.set_result(None)
        await self._over.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        passed = Passed()
        self._tell(lambda: self.connections.append(passed))
        ends = [(reader, writer)]
        how = "fin"
        try:
            ends.append(await _connect(self._upstream))
            await self._both(ends, next(self._plans, Plan()), passed)
        except _CutNow as cut:
            how = cut.how
        except (OSError, asyncio.CancelledError):
            how = "rst"
        if how == "fin":
            await self._say_goodbye(ends, passed)
        for _, one in ends:
            _reset(one)
        self._tell(lambda: setattr(passed, "over", True))
        self._tasks.discard(task)

    async def _say_goodbye(self, ends: list[Ends], passed: Passed) -> None:
        """End both sides, and swallow what they still send: a socket closed with unread bytes would reset."""
        with contextlib.suppress(OSError, asyncio.CancelledError, TimeoutError):
            for _, writer in ends:
                if writer.can_write_eof() and not writer.transport.is_closing():
                    writer.write_eof()
            self._tell(lambda: setattr(passed, "over", True))
            async with asyncio.timeout(2):
                await asyncio.gather(*(_swallow(reader) for reader, _ in ends))

    async def _both(self, ends: list[Ends], plan: Plan, passed: Passed) -> None:
        (reader, writer), (there, back) = ends
        event = asyncio.Event()
        self._go_on.add(event)
        for one in (writer, back):
            one.transport.set_write_buffer_limits(high=0)
        up = _Way(plan.up, reader, back, lambda fault: self._note(passed, fault), event)
        down = _Way(plan.down, there, writer, lambda fault: self._note(passed, fault), event)
        tasks = [asyncio.create_task(way.carry()) for way in (up, down)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._go_on.discard(event)
            passed.up, passed.down = up.passed, down.passed

    def _note(self, passed: Passed, fault: Fault) -> None:
        self._tell(lambda: passed.faults.append(fault))

    def _tell(self, change: Callable[[], None]) -> None:
        with self._changed:
            change()
            self._changed.notify_all()


async def _connect(port: int) -> Ends:
    there = socket.socket()
    there.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _CHUNK)
    there.setblocking(False)
    await asyncio.get_running_loop().sock_connect(there, ("127.0.0.1", port))
    return await asyncio.open_connection(sock=there, limit=_CHUNK)


async def _swallow(reader: asyncio.StreamReader) -> None:
    while await reader.read(_CHUNK):
        pass


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close at once; a side that has ended already is closed as it is, any other one is reset."""
    with contextlib.suppress(OSError):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
    writer.transport.abort()
