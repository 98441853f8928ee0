"""S5: a viewer that stops reading for 60 seconds, at 1,000 rows a second, costs little memory, and
nobody else anything; when it reads again it gets the latest state, not the backlog.

`ASGIPLOTS_LONG=1` takes the 60 seconds; otherwise the same rows come within 6.
"""

import asyncio
import os
import socket
import time
from itertools import pairwise
from urllib.parse import urlsplit

import httpx
import pytest
from serve_command import Serving
from serving import payload, socket_url
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from asgiplots.protocol import PATCH
from asgiplots.testing import Replica

SECONDS = 60 if os.environ.get("ASGIPLOTS_LONG") else 6
ROWS = 60_000
RATE = 20

APP = """
import sys
import numpy as np
from asgiplots.models import ColumnDataSource
from asgiplots.plotting import curdoc

rows = int(sys.argv[1])
columns = [f"c{i}" for i in range(9)]
source = ColumnDataSource(name="source", data={"n": np.zeros(0), **{c: np.zeros(0) for c in columns}})
sent = 0

def tick():
    global sent
    new = {"n": np.arange(sent, sent + rows) * 1.0, **{c: np.random.random(rows) for c in columns}}
    source.stream(new, 10_000)
    sent += rows

curdoc().add_root(source)
curdoc().add_periodic_callback(tick, 50)
"""


@pytest.fixture
def server(tmp_path):
    path = tmp_path / "stream.py"
    path.write_text(APP)
    with Serving(str(path), "--port", "0", "--args", str(ROWS // SECONDS // RATE)) as server:
        yield server


def memory(server: Serving) -> float:
    """Resident memory of the server in MB."""
    with open(f"/proc/{server.process.pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


class Page:
    """A page; a ``narrow`` one's socket holds little that it has not read."""

    def __init__(self, page: str, start: dict, name: str, narrow: bool = False) -> None:
        self.narrow = narrow
        self.page, self.start, self.replica = page, start, Replica(name)
        self.patches, self.times = 0, []

    async def open(self) -> None:
        parts = urlsplit(self.page)
        raw = socket.create_connection((parts.hostname, parts.port))
        if self.narrow:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 * 1024)
        url = socket_url(self.page, self.start)
        self.socket: ClientConnection = await connect(
            url, sock=raw, compression=None, max_queue=1, close_timeout=0.2, max_size=None
        )
        await self.socket.send(self.replica.hello(self.start["token"]))

    async def step(self) -> None:
        try:
            frame = self.replica.receive(await asyncio.wait_for(self.socket.recv(), 30))
        except ConnectionClosed:  # given up by the server meanwhile
            await self.open()
            return
        self.patches += frame.kind == PATCH
        self.times.append(time.monotonic())

    @property
    def newest(self) -> float:
        source = self.replica.document.get_model_by_name("source")
        return source.data["n"][-1] if source is not None and len(source.data["n"]) else -1


async def test_who_stops_reading_costs_little_and_catches_up_at_once(server):
    page = server.url + "?session=one-for-all"
    start = await asyncio.to_thread(payload, page)
    reader, deaf = Page(page, start, "reader"), Page(page, start, "deaf", narrow=True)
    for one in (reader, deaf):
        await one.open()
        while one.newest < 2000:
            await one.step()
    deaf.socket.transport.pause_reading()
    before, began = memory(server), time.monotonic()
    seen, reader.times = reader.patches, []
    while time.monotonic() - began < SECONDS:
        await reader.step()
    sent = reader.patches - seen
    grown = memory(server) - before
    gaps = sorted(b - a for a, b in pairwise(reader.times))
    deaf.patches, deaf.replica.snapshots = 0, 0
    deaf.socket.transport.resume_reading()
    again = time.monotonic()
    while deaf.newest < reader.newest:
        await deaf.step()
    caught_up = time.monotonic() - again
    p99 = gaps[int(len(gaps) * 0.99)]
    print(
        f"\nS5: {sent} frames in {SECONDS} s, gaps of the other p99 {1e3 * p99:.0f} ms; the server grew by"
        f" {grown:.1f} MB; then {deaf.patches} old frames and {deaf.replica.snapshots} snapshot,"
        f" up to date after {1e3 * caught_up:.0f} ms"
    )
    for one in (reader, deaf):
        one.socket.transport.abort()
        await one.socket.wait_closed()
    assert sent > SECONDS * RATE * 0.9
    assert grown < 12
    assert p99 < 0.15
    assert deaf.replica.snapshots == 1
    assert deaf.patches < sent / 4
    assert caught_up < 5


async def test_who_answers_no_ping_is_cut_off_though_much_waits_for_it(tmp_path):
    path = tmp_path / "stream.py"
    path.write_text(APP)
    environ = {"ASGIPLOTS_PING_SECONDS": "0.5"}
    with Serving(str(path), "--port", "0", "--args", "500", **environ) as server:
        page = server.url + "?session=one"
        deaf = Page(page, await asyncio.to_thread(payload, page), "deaf", narrow=True)
        await deaf.open()
        while deaf.newest < 2000:
            await deaf.step()
        deaf.socket.transport.pause_reading()
        began = time.monotonic()
        assert await asyncio.to_thread(viewers, server) == 1
        while await asyncio.to_thread(viewers, server):
            assert time.monotonic() - began < 15, "it is still there"
            await asyncio.sleep(0.05)
        took = time.monotonic() - began
        deaf.socket.transport.abort()
        await deaf.socket.wait_closed()
    print(f"\nS5: cut off {took:.1f} s after it stopped, with 0.5 s between pings")


def viewers(server: Serving) -> float:
    """How many the server says are connected."""
    lines = httpx.get(server.url + "metrics").text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("asgiplots_viewers{"))
