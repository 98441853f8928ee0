"""The websocket of a Python client, in the background loop; one that is lost is opened again.

start ─→ up ←──────────── come in again ←─┐
          └─→ lost ─→ wait, longer each time ─┴─→ given up
"""

import asyncio
import logging
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Protocol

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from asgiplots.client.errors import ClientError, Unreachable
from asgiplots.client.handshake import Handshake, words
from asgiplots.protocol import Frame, FrameError
from asgiplots.session import Cursor

logger = logging.getLogger("asgiplots.client")

_FIRST_DELAY, _LONGEST_DELAY = 0.25, 10.0
# Close codes after which the same server may let us in again: it goes, it starts anew, the network broke.
_PASSING = (1001, 1005, 1006, 1012, 1013, 1014)


class Ends(Protocol):
    """What a link carries frames from and to: an uplink."""

    @property
    def position(self) -> Cursor | None: ...
    @property
    def heard(self) -> int: ...
    def outgoing(self) -> list[bytes]: ...
    def incoming(self, data: bytes) -> None: ...
    def lost(self) -> None: ...
    def resume(self, hello: Frame) -> None: ...


class Link:
    """Carries frames both ways. Once it has ended ``reason`` says why, and ``on_end`` is called.

    patience: seconds to try for when the connection is lost, 0 for not at all.
    """

    def __init__(
        self,
        handshake: Handshake,
        socket: ClientConnection,
        on_end: Callable[[], object],
        patience: float,
    ) -> None:
        self.reason = ""
        self.is_up = True
        # Set it when there is something to send.
        self.wake = asyncio.Event()
        # How many pings were sent, and answered.
        self._asked = self.answered = 0
        self._handshake = handshake
        self._socket = socket
        self._on_end = on_end
        self._patience = patience
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, ends: Ends) -> None:
        """Carry frames from now on."""
        self.wake.set()
        self._task = asyncio.create_task(self._carry(ends))

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

    def end(self, why: str) -> None:
        """Do not come back when the connection closes."""
        self.reason = self.reason or why

    async def close(self, why: str) -> None:
        """Say goodbye and end."""
        if not self.reason:
            self.reason = why
            with suppress(ConnectionClosed):
                await self._socket.send('{"type":"leave"}')
        if self._task is not None:
            self._task.cancel()
        await self._socket.close()
        self._ended()

    async def _carry(self, ends: Ends) -> None:
        while not self.reason:
            writing = asyncio.create_task(self._write(ends))
            try:
                why, passing = await self._read(ends)
            finally:
                writing.cancel()
            self.is_up = False
            ends.lost()
            if not (passing and self._patience and await self._come_back(ends, why)):
                self.end(why)
        self._ended()

    async def _come_back(self, ends: Ends, why: str) -> bool:
        """Open the websocket again; false if that was not possible for long, or never will be."""
        if self.reason:
            return False
        logger.warning("%s; trying again for %.0f s", why, self._patience)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                for delay in _delays():
                    await asyncio.sleep(delay)
                    if await self._try(ends):
                        return not self.reason
        return False

    async def _try(self, ends: Ends) -> bool:
        """Come in again; true if there is no need to try once more."""
        try:
            self._socket, hello = await self._handshake.come_in(ends.position, ends.heard)
            ends.resume(hello)
        except Unreachable:
            return False
        except ClientError as error:
            self.end(str(error))
            return True
        logger.info("connected again")
        self.is_up = True
        self.wake.set()
        return True

    async def _write(self, ends: Ends) -> None:
        with suppress(ConnectionClosed):
            while True:
                for data in ends.outgoing():
                    await self._socket.send(data)
                await self.wake.wait()
                self.wake.clear()

    async def _read(self, ends: Ends) -> tuple[str, bool]:
        """Take in frames until the connection ends; return why, and whether that may pass."""
        try:
            async for data in self._socket:
                ends.incoming(data.encode() if isinstance(data, str) else data)
                self.look()
            return "the server ended the connection", self._socket.close_code in _PASSING
        except ConnectionClosed as error:
            code = error.rcvd.code if error.rcvd is not None else 1006
            return f"the connection was lost: {words(error)}", code in _PASSING
        except FrameError as error:
            return f"the server sent what is no frame: {error}", False

    def _ended(self) -> None:
        self.look()
        self._on_end()


def _delays() -> Iterator[float]:
    """Growing, and never the same for many clients."""
    delay = _FIRST_DELAY
    while True:
        yield delay * random.uniform(0.5, 1)
        delay = min(delay * 1.8, _LONGEST_DELAY)
