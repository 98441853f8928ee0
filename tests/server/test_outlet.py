"""A viewer's frames arrive in order, whichever way they go, and never by a connection that is full."""

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from asgiplots.protocol import decode_frame
from asgiplots.server.outlet import EXTENSION, PART_BYTES, Outlet
from asgiplots.session import Viewer
from asgiplots.session.meters import Meters
from asgiplots.session.viewer import Peer


class Told:
    """A viewer that has what a test gives it."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.gone = False
        self.busy: list[bool] = []
        self.peer = Peer("told", 1)

    def occupied(self, busy: bool) -> None:
        self.busy.append(busy)

    def take(self) -> list[bytes]:
        frames, self.frames = self.frames, []
        return frames


class Line:
    """A connection: what went over it, by which way, and whether it is full."""

    def __init__(self, offers_write: bool) -> None:
        self.sent: list[bytes] = []
        self.at_once = 0
        self.room = 10**6
        self.free = asyncio.Event()
        self.free.set()
        self.scope: dict[str, Any] = {"extensions": {EXTENSION: self.write} if offers_write else {}}

    def write(self, data: bytes) -> bool:
        if not self.free.is_set():
            return False
        self.sent.append(data)
        self.at_once += 1
        self.room -= 1
        if self.room == 0:
            self.free.clear()
        return True

    async def send(self, message: Any) -> None:
        await self.free.wait()
        self.sent.append(message["bytes"])


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0)


async def begun(line: Line) -> tuple[Outlet, Told, asyncio.Task[None], Meters]:
    """An outlet whose task has sent a first frame and waits."""
    meters, viewer = Meters(), Told()
    outlet = Outlet(line.scope, line.send, meters)
    viewer.frames = [b"first"]
    outlet.wake()
    task = asyncio.create_task(outlet.run(cast("Viewer", viewer)))
    await until(lambda: line.sent == [b"first"])
    for _ in range(3):
        await asyncio.sleep(0)
    return outlet, viewer, task, meters


async def end(outlet: Outlet, viewer: Told, task: asyncio.Task[None]) -> None:
    viewer.gone = True
    outlet.wake()
    async with asyncio.timeout(5):
        await task


@pytest.mark.parametrize("offers_write", [True, False])
async def test_frames_arrive_and_are_counted(offers_write: bool):
    line = Line(offers_write)
    outlet, viewer, task, meters = await begun(line)
    viewer.frames = [b"a", b"b"]
    outlet.wake()
    if offers_write:
        assert line.sent == [b"first", b"a", b"b"], "a free connection is written to at once"
    await until(lambda: line.sent == [b"first", b"a", b"b"])
    assert (meters.frames_sent, meters.bytes_sent) == (3, 7)
    await end(outlet, viewer, task)


async def test_a_full_connection_keeps_the_order_and_takes_nothing_more():
    line = Line(True)
    outlet, viewer, task, meters = await begun(line)
    line.room = 1
    viewer.frames = [b"1", b"2", b"3"]
    outlet.wake()
    viewer.frames = [b"4"]
    outlet.wake()
    assert line.sent == [b"first", b"1"]
    for _ in range(5):
        await asyncio.sleep(0)
    viewer.frames += [b"5"]
    outlet.wake()
    assert viewer.frames, "what a full connection cannot take stays with the viewer"
    assert viewer.busy == [True, False, True], "the viewer knows that its connection is full"
    line.room = 10**6
    line.free.set()
    await until(lambda: len(line.sent) == 6)
    assert line.sent == [b"first", b"1", b"2", b"3", b"4", b"5"]
    assert meters.frames_sent == 6 and not viewer.busy[-1]
    await end(outlet, viewer, task)


async def test_a_wake_from_within_take_is_not_lost():
    line = Line(True)
    outlet, viewer, task, _ = await begun(line)
    plain = viewer.take

    def take() -> list[bytes]:
        viewer.take = plain
        viewer.frames = [b"late"]
        outlet.wake()
        return [b"early"]

    viewer.take = take
    outlet.wake()
    await until(lambda: line.sent == [b"first", b"early", b"late"])
    await end(outlet, viewer, task)


async def test_the_last_words_go_before_the_end():
    line = Line(True)
    outlet, viewer, task, _ = await begun(line)
    viewer.gone = True
    viewer.frames = [b"ended"]
    outlet.wake()
    async with asyncio.timeout(5):
        await task
    assert line.sent == [b"first", b"ended"]


@pytest.mark.parametrize("offers_write", [True, False])
async def test_a_large_frame_goes_to_a_page_in_parts(offers_write: bool):
    line = Line(offers_write)
    outlet, viewer, task, _ = await begun(line)
    line.room = 2  # full in the middle of it
    large = bytes(range(256)) * (PART_BYTES // 256 * 2 + 1)
    viewer.frames = [b"before", large, b"after"]
    outlet.wake()
    line.room = 10**6
    line.free.set()
    await until(lambda: line.sent[-1] == b"after")
    before, announced, *parts, _ = line.sent[1:]
    assert before == b"before"
    assert decode_frame(announced).control == {"type": "parts", "bytes": len(large)}
    assert b"".join(parts) == large
    assert max(map(len, parts)) == PART_BYTES
    await end(outlet, viewer, task)


async def test_a_python_client_gets_a_large_frame_whole():
    line = Line(True)
    outlet, viewer, task, _ = await begun(line)
    viewer.peer.trusted = True
    viewer.frames = [bytes(PART_BYTES + 1)]
    outlet.wake()
    assert [len(data) for data in line.sent[1:]] == [PART_BYTES + 1]
    await end(outlet, viewer, task)
