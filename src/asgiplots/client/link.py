"""An open websocket of a Python client, in the background loop."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from asgiplots.client.handshake import words
from asgiplots.protocol import FrameError


class Ends(Protocol):
    """What a link carries frames from and to: an uplink."""

    def outgoing(self) -> list[bytes]: ...
    def incoming(self, data: bytes) -> None: ...


class Link:
    """Carries frames both ways. Once it has ended ``reason`` says why, and ``on_end`` is called."""

    def __init__(self, socket: ClientConnection, on_end: Callable[[], object]) -> None:
        self.reason = ""
        # Set it when there is something to send.
        self.wake = asyncio.Event()
        # How many pings were sent, and answered.
        self._asked = self.answered = 0
        self._socket = socket
        self._on_end = on_end
        self._news = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self, ends: Ends) -> None:
        """Carry frames from now on."""
        self._tasks = [asyncio.create_task(self._write(ends)), asyncio.create_task(self._read(ends))]
        self.wake.set()

    async def until(self, condition: Callable[[], object], seconds: float) -> bool:
        """Wait until ``condition()`` holds or the link ends; tell whether it holds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not (condition() or self.reason):
                    self._news.clear()
                    await self._news.wait()
        return bool(condition())

    async def round_trip(self, seconds: float) -> None:
        """Return once everything has come that the other side had to say when it was asked."""
        self._asked += 1
        asked = self._asked
        with suppress(ConnectionClosed):
            await self._socket.send('{"type":"ping"}')
        await self.until(lambda: self.answered >= asked, seconds)

    def look(self) -> None:
        """Let ``until`` look at its condition again."""
        self._news.set()

    async def close(self, why: str) -> None:
        """Say goodbye and end."""
        if not self.reason:
            self.reason = why
            with suppress(ConnectionClosed):
                await self._socket.send('{"type":"leave"}')
        for task in self._tasks:
            task.cancel()
        await self._socket.close()
        self._ended()

    async def _write(self, ends: Ends) -> None:
        with suppress(ConnectionClosed):
            while True:
                for data in ends.outgoing():
                    await self._socket.send(data)
                await self.wake.wait()
                self.wake.clear()

    async def _read(self, ends: Ends) -> None:
        try:
            async for data in self._socket:
                ends.incoming(data.encode() if isinstance(data, str) else data)
                self.look()
            reason = "the server ended the connection"
        except ConnectionClosed as error:
            reason = f"the connection was lost: {words(error)}"
        except FrameError as error:
            reason = f"the server sent what is no frame: {error}"
        self.reason = self.reason or reason
        self._ended()

    def _ended(self) -> None:
        self.look()
        self._on_end()
