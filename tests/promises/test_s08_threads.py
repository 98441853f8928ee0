"""S8: 8 threads make 10,000 changes each on one document: no error, their order kept, viewers end equal."""

import asyncio
import threading
import time

import pytest
from serving import serving, viewing
from session_kit import content

import asgiplots
from asgiplots.models import Button, ColumnDataSource, Div, TextInput
from asgiplots.models.layouts import Column
from tests.session.test_threads import Reader, RealWorld, until

THREADS, CHANGES = 8, 10_000


@pytest.fixture
async def world():
    world = RealWorld()
    yield world
    world.close()


async def test_eight_threads_change_one_document(world):
    texts = [TextInput(value="") for _ in range(THREADS)]
    own = [ColumnDataSource(data={"n": [-1]}) for _ in range(THREADS)]
    shared = ColumnDataSource(data={"who": [0], "n": [-1]})
    column = Column(children=[])
    session = world.session(*texts, *own, shared, column)
    pages = [Reader(world, session, "a"), Reader(world, session, "b")]
    await until(lambda: all(page.snapshots for page in pages))
    errors: list[BaseException] = []

    def work(me: int) -> None:
        try:
            for n in range(CHANGES):
                match n % 5:
                    case 0:
                        texts[me].value = str(n)
                    case 1:
                        own[me].stream({"n": [n]}, rollover=500)
                    case 2:
                        shared.stream({"who": [me], "n": [n]})
                    case 3:
                        own[me].patch({"n": [(0, n)]})
                    case _:
                        if n % 1000 == 4:
                            column.children.append(Div(text=f"{me} {n}"))
                        else:
                            texts[me].title = str(n)
        except BaseException as error:
            errors.append(error)

    began = time.monotonic()
    threads = [threading.Thread(target=work, args=(me,)) for me in range(THREADS)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        await asyncio.sleep(0.005)
    took = time.monotonic() - began
    end = content(session.document)
    await until(lambda: all(page.state() == end for page in pages), 60)
    print(f"\nS8: {THREADS * CHANGES:,} changes in {took:.1f} s, {session.revision} frames")
    assert errors == [] and world.failures == []
    rows = list(zip(shared.data["who"], shared.data["n"], strict=True))[1:]
    assert len(rows) == THREADS * CHANGES // 5
    for me in range(THREADS):
        mine = [n for who, n in rows if who == me]
        assert mine == sorted(mine) == list(range(2, CHANGES, 5))
        assert texts[me].value == str(CHANGES - 5)
    assert len(column.children) == THREADS * CHANGES // 1000


async def test_the_same_through_a_real_server():
    def app(doc):
        source, start = ColumnDataSource(name="source", data={"who": [], "n": []}), Button(name="start")

        def work(me: int) -> None:
            for n in range(500):
                source.stream({"who": [me], "n": [n]})

        start.on_click(lambda: [threading.Thread(target=work, args=(me,)).start() for me in range(THREADS)])
        doc.add_root(source)
        doc.add_root(start)

    with serving(asgiplots.create_app({"app": app})) as url:
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            rows: list[tuple[int, int]] = []
            await viewer.event("button_click", "start")
            while len(rows) < THREADS * 500:
                frame = await viewer.step(20)
                for operation in frame.operations:
                    columns = getattr(operation, "columns", {})
                    rows += list(zip(columns.get("who", ()), columns.get("n", ()), strict=True))
    for me in range(THREADS):
        assert [n for who, n in rows if who == me] == list(range(500))
