"""All ways in which a visitor's visit may go. Each is given an app that has a slider and a button."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bench.soak.visitor import Visitor

#: Seconds that the server under test keeps sessions and waits, short so that the soak is.
LIMITS = {
    "ASGIPLOTS_DETACHED_SECONDS": "2",
    "ASGIPLOTS_HELLO_SECONDS": "1",
    "ASGIPLOTS_PING_SECONDS": "2",
    "ASGIPLOTS_TOKEN_SECONDS": "2",
    "ASGIPLOTS_MAX_DETACHED": "200",
}


async def _used(base: str, app: str) -> Visitor:
    visitor = Visitor(base, app)
    await visitor.come()
    visitor.write(3)
    visitor.click()
    visitor.write(4)
    return visitor


async def leaves(base: str, app: str) -> None:
    """Says that it leaves, as a page that is closed does."""
    visitor = await _used(base, app)
    await visitor.until("ack" if app == "soak_blocks" else "patch")
    visitor.send({"type": "leave"})
    visitor.socket.close()


async def closes(base: str, app: str) -> None:
    """Ends the websocket in good order."""
    (await _used(base, app)).socket.close()


async def hangs_up(base: str, app: str) -> None:
    """Ends the connection below the websocket."""
    (await _used(base, app)).socket.transport.close()


async def breaks(base: str, app: str) -> None:
    """Is cut off with an error, in the middle of everything."""
    (await _used(base, app)).reset()


async def stalls(base: str, app: str) -> None:
    """Reads nothing for a while and answers no ping, then is cut off."""
    visitor = await _used(base, app)
    visitor.socket.transport.pause_reading()
    await asyncio.sleep(1)
    visitor.reset()


async def returns(base: str, app: str) -> None:
    """Is cut off, goes on where it was, and leaves."""
    visitor = await _used(base, app)
    visitor.reset()
    await visitor.return_()
    visitor.send({"type": "leave"})
    await visitor.closed()


async def reloads(base: str, app: str) -> None:
    """Is loaded again: two sessions of one person, one after the other."""
    await leaves(base, app)
    await closes(base, app)


async def two_look(base: str, app: str) -> None:
    """Two pages on one session; the second is cut off after the first has left."""
    first = await _used(base, app)
    second = Visitor(base, app)
    second.start = first.start
    await second.knock()
    second.hello()
    await second.until("snapshot")
    first.send({"type": "leave"})
    second.reset()
    await first.closed()


async def only_loads(base: str, app: str) -> None:
    """Asks for the page, as robots do."""
    await Visitor(base, app).load()


async def is_silent(base: str, app: str) -> None:
    """Opens the websocket, says nothing, and is sent away."""
    visitor = Visitor(base, app)
    await visitor.load()
    await visitor.knock()
    await visitor.closed()


async def greets_and_goes(base: str, app: str) -> None:
    """Says hello and is gone before an answer comes."""
    visitor = Visitor(base, app)
    await visitor.load()
    await visitor.knock()
    visitor.hello()
    await asyncio.sleep(0.002)
    visitor.reset()


async def is_late(base: str, app: str) -> None:
    """Comes when its token has expired."""
    visitor = Visitor(base, app)
    await visitor.load()
    await asyncio.sleep(3.1)
    await visitor.knock()
    visitor.hello()
    await visitor.until("ended")
    await visitor.closed()


async def talks_nonsense(base: str, app: str) -> None:
    """Sends what cannot be read, and what is refused."""
    visitor = await _used(base, app)
    for n in range(5):
        visitor.socket.send_text("{")
        visitor.send({"type": "write", "n": 100 + n, "writes": [["none", "value", n]]})
    await visitor.until("refused")
    visitor.reset()


async def sees_it_fail(base: str, app: str) -> None:
    """Opens an app that fails, and reads why."""
    visitor = Visitor(base, "soak_fails")
    await visitor.load()
    await visitor.knock()
    visitor.hello()
    await visitor.until("error")
    visitor.socket.close()


WAYS: tuple[Callable[[str, str], Awaitable[None]], ...] = (
    leaves,
    closes,
    hangs_up,
    breaks,
    stalls,
    returns,
    reloads,
    two_look,
    only_loads,
    is_silent,
    greets_and_goes,
    is_late,
    talks_nonsense,
    sees_it_fail,
)
APPS = ("soak_widgets", "soak_stream", "soak_widgets", "soak_blocks", "soak_stream")
