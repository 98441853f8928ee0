"""S7: 10,000 sessions opened and closed leave nothing behind; HTTP alone opens none; a closed page ends
its session at once, one that was cut off may come back."""

import asyncio
import gc
import os
import sys
import weakref
from collections import Counter

import httpx
import pytest
from serving import payload, serving, socket_url, viewing
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

import asgiplots
from asgiplots.document import Document
from asgiplots.models import Button, Div, Slider
from asgiplots.plotting import figure
from asgiplots.session import Session, Viewer
from asgiplots.testing import Client

SESSIONS = int(os.environ.get("ASGIPLOTS_SESSIONS", "10000"))


def app(doc):
    slider, button, said = (
        Slider(name="slider", start=0, end=10, value=0),
        Button(name="b"),
        Div(name="said", text=""),
    )
    slider.on_change("value", lambda attr, old, new: said.update(text=str(new)))
    button.on_click(lambda: said.update(text="clicked"))
    for root in (slider, button, said):
        doc.add_root(root)
    doc.add_periodic_callback(lambda: None, 1000)


def plot(doc):
    doc.add_root(figure())
    app(doc)


def alive() -> Counter[str]:
    """Objects of sessions by kind."""
    gc.collect()
    kinds = (Session, Document, Viewer, Slider)
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds))


def resident() -> float:
    """Memory of this process in MB."""
    with open("/proc/self/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


async def until(condition, seconds=10.0):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


def test_ten_thousand_sessions_leave_no_object_and_no_memory():
    """Through the whole server, though without sockets; each is opened, used and closed."""
    site = asgiplots.create_app({"app": app}, max_detached=10)
    sizes: list[float] = []
    blocks: list[int] = []
    with Client(site) as first:
        for number in range(SESSIONS):
            with first.visit() as visitor:
                if number % 10 == 0:
                    visitor.set(visitor.document.get_model_by_name("slider"), value=5)
                    visitor.click(visitor.document.get_model_by_name("b"))
            if number % (SESSIONS // 10) == SESSIONS // 10 - 1:
                gc.collect()
                sizes.append(resident())
                blocks.append(sys.getallocatedblocks())
        host = site.state.site.hosts["app"]
        first.wait_for(lambda _: len(host.sessions) == 1 and alive()["Session"] == 1, 10)
        left = alive()
    growth = (sizes[-1] - sizes[4]) / (SESSIONS * 0.5) * 1000
    told = f"{1000 * growth:.0f} KB for each 1,000, from {sizes[4]:.0f} MB"
    grown = (blocks[-1] - blocks[4]) / (SESSIONS * 0.5) * 1000
    print(f"\nS7: {SESSIONS:,} sessions; left {dict(left)}; {told}; {grown:.0f} blocks of {blocks[4]:,}")
    assert left["Session"] == left["Viewer"] == 1
    assert grown < 1000  # less than one object a session: the system's own holes are not counted
    assert growth < 0.5


async def test_hundreds_through_real_sockets_leave_nothing_either():
    made = asgiplots.create_app({"plot": plot}, detached_seconds=0.2)
    before = alive()
    with serving(made) as url:
        for round_ in range(10):
            async with asyncio.TaskGroup() as group:
                for number in range(30):
                    group.create_task(visit(url, f"{round_}-{number}", number % 3))
        sessions = made.state.site.hosts["plot"].sessions
        await until(lambda: not sessions_of(made))
        del sessions
        await asyncio.sleep(0.1)
        after = alive()
    assert after - before == Counter()


def sessions_of(made):
    return made.state.site.hosts["plot"].sessions


async def visit(url: str, name: str, way: int) -> None:
    """Open a session and go in one of three ways: say so, close the socket, break the connection."""
    async with viewing(url, viewer=name) as viewer:
        await viewer.until(lambda v: v.roots, 30)
        await viewer.write("slider", "value", 3)
        await viewer.until(lambda v: v.named("said")["text"] == "3", 30)
        if way == 0:
            await viewer.socket.send('{"type":"leave"}')
        elif way == 1:
            viewer.socket.transport.abort()


@pytest.fixture
def made():
    return asgiplots.create_app({"app": app}, detached_seconds=2, max_detached=5)


@pytest.fixture
def url(made):
    with serving(made) as url:
        yield url


def sessions(made):
    return made.state.site.hosts["app"].sessions


async def test_http_alone_opens_no_session(made, url):
    async with httpx.AsyncClient() as client:
        for method in ("GET", "HEAD", "OPTIONS", "POST", "PUT"):
            for path in (
                "",
                "app",
                "app?session=s1",
                "livez",
                "readyz",
                "metrics",
                "static/asgiplots/x",
                "app/ws",
                "nothing",
            ):
                await client.request(method, url + path)
        await client.get(url + "app", headers={"accept": "application/json"})
        await client.get(url + "app/ws", headers={"upgrade": "websocket", "connection": "upgrade"})
    assert sessions(made) == {}
    start = await asyncio.to_thread(payload, url)
    async with connect(socket_url(url, start)):
        await asyncio.sleep(0.1)
        assert sessions(made) == {}, "a websocket that does not say hello opens none either"


async def test_a_page_that_connects_late_works_as_long_as_its_token_lives(made, url):
    start = await asyncio.to_thread(payload, url)
    await asyncio.sleep(2.5)  # longer than sessions without viewers are kept
    async with viewing(url, start=start) as viewer:
        await viewer.until(lambda v: v.roots)


async def test_a_closed_page_ends_its_session_at_once_and_a_lost_one_keeps_it_for_a_while(made, url):
    async with viewing(url + "?session=closed", viewer="c") as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.socket.send('{"type":"leave"}')
        with pytest.raises(ConnectionClosed):
            await viewer.until(lambda v: False)
    async with viewing(url + "?session=went", viewer="w") as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.socket.close(1001)  # so a browser closes the websockets of a tab that is closed
    async with viewing(url + "?session=lost", viewer="l") as viewer:
        await viewer.until(lambda v: v.roots)
        kept = weakref.ref(sessions(made)["lost"])
        viewer.socket.transport.abort()
    await until(lambda: not {"closed", "went"} & sessions(made).keys(), 1.5)
    assert "lost" in sessions(made)
    async with viewing(url + "?session=lost", viewer="l") as viewer:
        await viewer.until(lambda v: v.roots)
        assert sessions(made)["lost"] is kept()
        await asyncio.sleep(2.2)
        assert "lost" in sessions(made)
        viewer.socket.transport.abort()
    await until(lambda: "lost" not in sessions(made), 4)


async def test_a_page_that_is_loaded_again_finds_its_named_session(made, url):
    async with viewing(url + "?session=named", viewer="before") as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.write("slider", "value", 7)
        await viewer.until(lambda v: v.named("said")["text"] == "7")
        await viewer.socket.send('{"type":"leave"}')
    async with viewing(url + "?session=named", viewer="after") as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.named("said")["text"] == "7"


async def test_of_many_that_were_cut_off_the_oldest_end_first(made, url):
    for number in range(8):
        async with viewing(f"{url}?session=s{number}", viewer="v") as viewer:
            await viewer.until(lambda v: v.roots)
            viewer.socket.transport.abort()
        await until(lambda n=number: not sessions(made)[f"s{n}"].viewers)
    await until(lambda: len(sessions(made)) == 5)
    assert sorted(sessions(made)) == ["s3", "s4", "s5", "s6", "s7"]
