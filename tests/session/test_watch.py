"""Callbacks that run for long, and those that keep the loop from everything else, are named in the log."""

import asyncio
import logging
import threading
import time

import pytest
from serving import serving, viewing

import asgiplots
from asgiplots.models import Button
from asgiplots.session import SessionClosed
from asgiplots.session.watch import Watch
from asgiplots.session.work import Work
from tests.session.test_threads import RealWorld, until


@pytest.fixture
async def world(caplog):
    caplog.set_level(logging.WARNING)
    world = RealWorld()
    world.policy.watch.slow = 0.05
    yield world
    world.close()


async def test_a_callback_that_runs_for_long_is_named_once_with_the_line_where_it_is(world, caplog):
    session, over = world.session(Button()), threading.Event()
    watch = world.policy.watch

    def waits_for_another():
        over.wait(20)

    outcome = session.run(waits_for_another, "handler of button_click")
    await until(lambda: len(watch) == 1)
    watch.look()
    assert caplog.text == ""
    await asyncio.sleep(0.06)
    for _ in range(3):
        watch.look()
    over.set()
    await outcome
    (record,) = caplog.records
    said = record.getMessage()
    assert "handler of button_click has been running for 0 s" in said
    assert "waits_for_another, at line" in said and __file__ in said
    await until(lambda: len(watch) == 0)
    assert watch.times_slow == 1


async def test_an_async_callback_that_runs_for_long_is_named_too(world, caplog):
    session, over = world.session(Button()), asyncio.Event()

    async def waits():
        await over.wait()

    outcome = session.run(waits, "handler of button_click")
    await asyncio.sleep(0.06)
    world.policy.watch.look()
    over.set()
    await outcome
    assert "handler of button_click has been running for 0 s" in caplog.text
    assert len(world.policy.watch) == 0


async def test_async_code_that_forgets_to_await_blocks_the_loop_and_is_named(world, caplog):
    session = world.session(Button())

    async def sleeps_without_await():
        await asyncio.sleep(0.2)  # this lets others run
        time.sleep(0.12)

    for _ in range(2):
        await session.run(sleeps_without_await, "periodic callback")
    (record,) = caplog.records  # said once, not each time
    assert "blocks the loop" in record.getMessage() and record.getMessage().startswith("periodic callback")
    assert "sleeps_without_await" in record.getMessage() and "waited 0.1" in record.getMessage()


async def test_what_async_code_returns_raises_and_is_cancelled_by_passes_through(world):
    watch, seen = Watch(), []

    async def code(what):
        if what == "raise":
            raise ValueError(what)
        try:
            await asyncio.sleep(0 if what == "return" else 60)
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise
        return what

    async def run(what):
        return await watch.steps(code(what), "code")

    assert await run("return") == "return"
    with pytest.raises(ValueError, match="raise"):
        await run("raise")
    task = asyncio.create_task(run("wait"))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen == ["cancelled"]
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 3)
    assert await watch.steps(future, "a future") == 3


async def test_async_code_that_a_session_s_end_keeps_from_beginning_is_over_all_the_same(world):
    session, begun = world.session(Button()), []

    async def code():
        begun.append(1)

    outcome = session.run(code)
    session.close()
    with pytest.raises(SessionClosed):
        async with asyncio.timeout(5):
            await outcome
    assert begun == []
    assert len(world.policy.watch) == 0


def test_a_word_about_the_loop_is_said_once_a_minute(caplog):
    now = [0.0]
    watch = Watch(clock=lambda: now[0])
    for seconds in (0, 30, 61):
        now[0] = seconds
        watch.held("a callback", 0.5)
        watch.held("another", 0.05)
    assert caplog.text.count("a callback blocks the loop") == 2
    assert "another" not in caplog.text


def test_what_ended_is_watched_no_more():
    now = [0.0]
    watch, work = Watch(1, clock=lambda: now[0]), Work("a callback", None)
    watch.begin(work)
    watch.end(work)
    watch.end(work)
    now[0] = 5
    watch.look()
    assert (len(watch), watch.times_slow) == (0, 0)


async def test_a_server_looks_by_itself(caplog):
    def app(doc):
        button = Button(name="wait")
        button.on_click(lambda: time.sleep(0.6))
        doc.add_root(button)

    with serving(asgiplots.create_app({"app": app}, slow_callback_seconds=0.1)) as url:
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            number = await viewer.event("button_click", "wait")
            await viewer.until(lambda v: v.last.ack >= number)
    assert "handler of button_click has been running" in caplog.text
