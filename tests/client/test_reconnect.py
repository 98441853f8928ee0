"""A Python client whose network breaks, and one whose server is killed and started again."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from random import Random

import pytest
from client_kit import Loop, document, until
from fault_proxy import Cut, FaultProxy, Plan
from running import ROOT, answers, free_port, wait_until
from serving import payload, serving, viewing
from session_kit import content

import asgiplots
from asgiplots.client import ClientError, push_session
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput


async def test_cuts_lose_and_double_neither_rows_nor_clicks():
    random = Random(20)
    site = asgiplots.create_app([])
    source, button = ColumnDataSource(data={"x": [0]}), Button(name="button")
    mine = document(source, button)
    clicks, rows = [], 500
    button.on_click(lambda: clicks.append(1))
    mine.add_periodic_callback(
        lambda: source.stream({"x": [len(source.data["x"])]}) if len(source.data["x"]) < rows else None, 5
    )
    plans = [
        Plan(**{way: (Cut(after=random.randrange(300, 3500), how=how),)})
        for way in ("up", "down")
        for how in ("rst", "fin") * 3
    ]
    random.shuffle(plans)
    with (
        serving(site) as url,
        FaultProxy(int(url.split(":")[2].strip("/")), [Plan(), Plan(up=(Cut(after=5000),)), *plans]) as proxy,
    ):
        session = push_session(mine, session_id="cut", url=f"http://127.0.0.1:{proxy.port}/")
        loop = Loop(session)
        async with viewing(f"{url}?session=cut") as viewer:
            await viewer.until(lambda v: v.roots)
            sent = 0
            while len(source.data["x"]) < rows:
                await viewer.event("button_click", "button")
                sent += 1
                await viewer.step(30)
                await asyncio.sleep(0.005)
        until(lambda: len(clicks) == sent, 30)
        session.force_roundtrip()
        twin = site.state.site.hosts[""].find(session.id).session.document
        assert content(twin) == content(mine)
        assert list(source.data["x"]) == list(range(rows)) and len(clicks) == sent
        loop.end()
        cuts = len(proxy.faults)
    print(f"\nPython client: {cuts} cuts, {rows} rows, {sent} clicks; none lost, none doubled")
    assert cuts >= 8


class Server:
    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "-m", "asgiplots", "serve", "--port", str(port)]
        self.process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
        wait_until(lambda: answers(self.url), f"an answer of {self.url}")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


async def test_a_server_that_was_killed_gets_the_document_again():
    slider, text = Slider(name="slider", start=0, end=10, value=1), TextInput(name="text", value="")
    slider.on_change("value", lambda attr, old, new: text.update(value=f"saw {new}"))
    port = free_port()
    server = Server(port)
    try:
        session = push_session(document(slider, text), session_id="again", url=server.url)
        loop = Loop(session)
        async with viewing(f"{server.url}?session=again") as viewer:
            await viewer.until(lambda v: v.roots)
            await viewer.write("slider", "value", 4)
            await viewer.until(lambda v: v.named("text")["value"] == "saw 4")
        server.kill()
        until(lambda: not session.connected)
        text.value = "changed while there was no server"
        server = Server(port)
        until(lambda: session.connected, 30)
        session.force_roundtrip()
        start = payload(f"{server.url}?session=again")
        async with viewing(f"{server.url}?session=again", start=start) as viewer:
            await viewer.until(lambda v: v.roots)
            assert viewer.named("text")["value"] == "changed while there was no server"
            assert viewer.named("slider")["value"] == 4
            await viewer.write("slider", "value", 6)
            await viewer.until(lambda v: v.named("text")["value"] == "saw 6")
        loop.end()
    finally:
        server.kill()


def test_who_is_not_let_in_again_is_told_and_does_not_try_on(caplog):
    with serving(asgiplots.create_app([])) as url:
        session = push_session(document(Slider(start=0, end=1, value=0)), url=url)
        port = int(url.split(":")[2].strip("/"))
    with serving(asgiplots.create_app([], allow_push=False), port=port):
        until(lambda: session._has_ended, 30)
        with pytest.raises(ClientError, match="refused"):
            session.check_connection_errors()
    session.close()


def test_there_is_an_end_to_trying():
    with serving(asgiplots.create_app([])) as url:
        session = push_session(document(Slider(start=0, end=1, value=0)), url=url, reconnect_seconds=0.6)
    began = time.monotonic()
    until(lambda: session._has_ended, 5)
    assert time.monotonic() - began < 4
    session.close()
