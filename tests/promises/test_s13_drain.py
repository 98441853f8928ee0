"""S13: a server that is told to stop is not ready at once, sends its viewers away to come back, runs the
hooks, and is gone within 10 seconds, whatever viewers and apps are doing."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

import httpx
import pytest
from running import ROOT, answers, free_port, wait_until
from serving import Viewer, payload, socket_url
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

VIEWERS = int(os.environ.get("ASGIPLOTS_VIEWERS", "500"))

FILES = {
    "main.py": """
        import time
        from asgiplots.models import Button, Div
        from asgiplots.plotting import curdoc

        clock, block = Div(name="clock", text="0"), Button(name="block")
        block.on_click(lambda: time.sleep(30))
        curdoc().add_root(clock)
        curdoc().add_root(block)
        curdoc().add_periodic_callback(lambda: clock.update(text=str(int(clock.text) + 1)), 100)
        """,
    "server_lifecycle.py": """
        import os, time

        def note(words):
            with open(os.environ["HOOKS"], "a") as file:
                file.write(words + "\\n")

        def on_server_unloaded(server_context):
            note("unloaded")
            time.sleep(float(os.environ.get("UNLOAD", "0")))

        async def on_session_destroyed(session_context):
            note("destroyed")
        """,
}


class Server:
    def __init__(self, folder: Path, *options: str, **environ: str) -> None:
        self.hooks = folder / "hooks.txt"
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/"
        for name, text in FILES.items():
            (folder / name).write_text(dedent(text))
        command = [sys.executable, "-m", "asgiplots", "serve", str(folder), "--port", str(port), *options]
        environ = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOOKS": str(self.hooks), **environ}
        self.process = subprocess.Popen(command, env=environ)
        wait_until(lambda: answers(self.url), f"an answer of {self.url}")

    def tell(self, sig: int = signal.SIGTERM) -> float:
        self.process.send_signal(sig)
        return time.monotonic()

    async def ends(self, seconds: float) -> int:
        return await asyncio.wait_for(asyncio.to_thread(self.process.wait), seconds)


@contextmanager
def running(folder: Path, *options: str, **environ: str) -> Iterator[Server]:
    server = Server(folder, *options, **environ)
    try:
        yield server
    finally:
        server.process.kill()
        server.process.wait()


async def opened(page: str, viewer: str) -> Viewer:
    start = await asyncio.to_thread(payload, page)
    socket = await connect(socket_url(page, start), compression=None, open_timeout=60)
    await socket.send(json.dumps({"type": "hello", "token": start["token"], "viewer": viewer}))
    return await Viewer(socket).until(lambda v: v.roots, 60)


async def sent_away(viewer: Viewer) -> dict:
    with pytest.raises(ConnectionClosed):
        await viewer.until(lambda v: False, 15)
    assert viewer.socket.close_code == 1012
    return viewer.controls[-1]


async def test_a_server_with_500_viewers_is_gone_in_time_and_all_know_that_they_may_come_back(tmp_path):
    with running(tmp_path) as server:
        busy = asyncio.Semaphore(20)

        async def one(number: int) -> Viewer:
            async with busy:
                return await opened(server.url, f"v{number}")

        viewers = await asyncio.gather(*(one(n) for n in range(VIEWERS)))
        deaf, blocked, reading = viewers[:5], viewers[5:8], viewers[5:]
        for viewer in blocked:
            await viewer.event("button_click", "block")
        for viewer in deaf:
            viewer.socket.transport.pause_reading()
        began = server.tell()
        told = await asyncio.gather(*(sent_away(viewer) for viewer in reading))
        away = time.monotonic() - began
        assert await server.ends(15) in (0, -signal.SIGTERM)
        took = time.monotonic() - began
        hooks = server.hooks.read_text().split()
        for viewer in deaf:
            viewer.socket.transport.abort()
    print(f"\nS13: {VIEWERS} viewers sent away in {away:.2f} s, gone after {took:.2f} s, hooks {len(hooks)}")
    assert took < 10
    assert {message["type"] for message in told} == {"comeback"}
    assert all(message["after"] >= 1 + VIEWERS / 500 for message in told)
    assert sorted(hooks) == ["destroyed"] * VIEWERS + ["unloaded"]


async def test_it_is_not_ready_at_once_and_takes_nobody_in_while_it_goes_on_for_those_who_are_there(tmp_path):
    with running(tmp_path, ASGIPLOTS_DRAIN_SECONDS="1.5") as server:
        viewer = await opened(server.url, "one")
        start = await asyncio.to_thread(payload, server.url)
        async with httpx.AsyncClient() as client:
            assert (await client.get(server.url + "readyz")).status_code == 200
            server.tell()
            while (await client.get(server.url + "readyz")).status_code == 200:
                await asyncio.sleep(0.01)
            page = await client.get(server.url)
            assert (page.status_code, page.headers["retry-after"]) == (503, "2")
            assert (await client.get(server.url + "livez")).status_code == 200
            refused = connect(socket_url(server.url, start))
            with pytest.raises(Exception, match="HTTP 403"):
                await refused
            seen = int(viewer.named("clock")["text"])
            await viewer.until(lambda v: int(v.named("clock")["text"]) > seen + 3)
        assert (await sent_away(viewer))["type"] == "comeback"
        assert await server.ends(10) in (0, -signal.SIGTERM)


async def test_a_second_signal_ends_it_at_once(tmp_path):
    with running(tmp_path, UNLOAD="30", ASGIPLOTS_DRAIN_SECONDS="30") as server:
        viewer = await opened(server.url, "one")
        server.tell()
        await asyncio.sleep(0.3)
        began = server.tell()
        await server.ends(5)
        assert time.monotonic() - began < 3
        await viewer.socket.close()


async def test_a_hook_that_hangs_does_not_keep_it(tmp_path):
    with running(tmp_path, UNLOAD="60") as server:
        began = server.tell()
        await server.ends(12)
        assert time.monotonic() - began < 10
        assert server.hooks.read_text().split() == ["unloaded"]
