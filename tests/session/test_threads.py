"""A real loop, real threads: what blocks, what races, what is changed from outside."""

import asyncio
import threading
import time

import pytest
from session_kit import Page, content

from asgiplots.document import Document, curdoc, without_document_lock
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, TextInput
from asgiplots.session import LoopRuntime, Policy, Scheduler, Session, SessionClosed, WorkerPool


class RealWorld:
    def __init__(self, threads: int = 16) -> None:
        self.pool = WorkerPool(threads, linger=1.0)
        self.runtime = LoopRuntime(asyncio.get_running_loop(), self.pool)
        self.scheduler = Scheduler(self.runtime)
        self.policy = Policy()
        self.sessions: list[Session] = []
        self.failures: list[object] = []

    def session(self, *roots, **options):
        document = Document()
        for root in roots:
            document.add_root(root)
        session = Session(
            document,
            id=f"s{len(self.sessions)}",
            runtime=self.runtime,
            scheduler=self.scheduler,
            policy=self.policy,
            on_error=self.failures.append,
            **options,
        )
        self.sessions.append(session)
        return session

    def close(self):
        for session in self.sessions:
            session.close()
        self.pool.close()


@pytest.fixture
async def world():
    world = RealWorld()
    yield world
    world.close()


async def until(condition, seconds=20.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        await asyncio.sleep(0.002)


class Reader(Page):
    """A page that reads whenever it is woken."""

    def __init__(self, world, session, name="page"):
        self._asked = False
        super().__init__(world, session, name)

    def _wake(self):
        super()._wake()
        if not self._asked:
            self._asked = True
            asyncio.get_running_loop().call_soon(self._read)

    def _read(self):
        self._asked = False
        self.read()


async def test_changes_of_eight_threads_all_arrive_each_thread_s_in_order(world):
    count, threads = 2_000, 8
    texts = [TextInput(value="") for _ in range(threads)]
    sources = [ColumnDataSource(data={"n": [-1]}) for _ in range(threads)]
    session = world.session(*texts, *sources)
    pages = [Reader(world, session, "a"), Reader(world, session, "b")]
    await until(lambda: all(page.snapshots for page in pages))

    def work(i):
        for n in range(count):
            texts[i].value = str(n)
            if n % 10 == 0:
                sources[i].stream({"n": [n]})
            if n % 100 == 0:
                time.sleep(0.001)

    running = [threading.Thread(target=work, args=(i,)) for i in range(threads)]
    for thread in running:
        thread.start()
    while any(thread.is_alive() for thread in running):
        await session.run(lambda: None)
        await asyncio.sleep(0.001)
    want = content(session.document)
    await until(lambda: all(page.state() == want for page in pages))
    for source in sources:
        assert list(source.data["n"]) == [-1, *range(0, count, 10)]
    assert world.failures == []
    assert all(page.snapshots == 1 for page in pages)


async def test_a_blocking_callback_delays_only_its_own_session(world):
    gaps = []
    last = [time.monotonic()]
    others = [world.session(TextInput(value="")) for _ in range(5)]

    def tick():
        curdoc().roots[0].value = str(time.monotonic())
        if curdoc() is others[0].document:
            now = time.monotonic()
            gaps.append(now - last[0])
            last[0] = now

    for other in others:
        other.document.add_periodic_callback(tick, 20)
    await asyncio.sleep(0.5)
    gaps.clear()
    last[0] = time.monotonic()
    slow = world.session(Button())
    done = slow.run(lambda: time.sleep(1.0))
    await done
    assert len(gaps) >= 35
    assert max(gaps) < 0.25


async def test_a_proven_callback_that_turns_slow_leaves_the_loop(world):
    slow, threads = [], []
    session = world.session(TextInput(value=""))

    def tick():
        threads.append(threading.get_ident())
        if slow:
            time.sleep(0.05)

    session.document.add_periodic_callback(tick, 5)
    here = threading.get_ident()
    await until(lambda: threads and threads[-1] == here)
    slow.append(1)
    await until(lambda: threads[-1] != here)
    seen = len(threads)
    await until(lambda: len(threads) >= seen + 5)
    assert here not in threads[seen:]


async def test_ticks_are_skipped_while_the_last_one_runs(world):
    session = world.session(Button())
    began, running = [], []

    def slow():
        assert not running
        running.append(1)
        began.append(time.monotonic())
        time.sleep(0.1)
        running.pop()

    session.document.add_periodic_callback(slow, 10)
    await asyncio.sleep(0.55)
    assert 4 <= len(began) <= 6


async def test_curdoc_in_worker_threads_tasks_and_async_callbacks(world):
    session = world.session(TextInput(value=""))
    seen = []

    async def later():
        seen.append(curdoc())
        await asyncio.sleep(0.001)

        async def inner():
            seen.append(curdoc())

        await asyncio.create_task(inner())
        await asyncio.to_thread(lambda: seen.append(curdoc()))

    await session.run(lambda: seen.append(curdoc()))
    await session.run(later)
    assert seen == [session.document] * 4


async def test_callbacks_may_be_added_and_removed_in_any_thread(world):
    session = world.session(Button())
    document = session.document
    ran = []

    def work():
        for _ in range(100):
            kept = document.add_timeout_callback(lambda: ran.append(1), 5)
            removed = document.add_periodic_callback(lambda: ran.append("never"), 50)
            document.remove_periodic_callback(removed)
            assert kept is not None

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    await until(lambda: len(ran) == 400)
    assert document.session_callbacks == []
    assert len(session._ticks) == 0


async def test_a_callback_without_the_document_lock_runs_beside_the_others(world):
    text = TextInput(value="")
    session = world.session(text)
    page = Reader(world, session)
    gate = threading.Event()
    blocked = session.run(gate.wait)

    @without_document_lock
    async def beside():
        await asyncio.sleep(0.01)
        text.value = "beside"
        gate.set()

    session.document.add_next_tick_callback(beside)
    await blocked
    await until(lambda: page.snapshots and page.document.roots[0].value == "beside")


async def test_the_end_of_a_session_cancels_its_tasks_and_reports_nothing(world):
    session = world.session(TextInput(value=""))
    ends = []

    async def forever():
        try:
            await asyncio.sleep(1000)
        finally:
            ends.append(1)

    @without_document_lock
    async def beside():
        await forever()

    outcome = session.run(forever)
    session.document.add_next_tick_callback(beside)
    await asyncio.sleep(0.02)
    session.close()
    await until(lambda: ends == [1, 1])
    with pytest.raises(SessionClosed):
        await outcome
    assert world.failures == []


async def test_the_end_of_the_loop_is_no_error_for_a_thread_that_still_changes_models():
    ready = threading.Event()

    async def short():
        world = RealWorld()
        session = world.session(TextInput(value=""))
        ready.set()
        await asyncio.sleep(0.01)
        return session

    session = await asyncio.to_thread(asyncio.run, short())
    session.document.roots[0].value = "after the end"


async def test_a_session_that_ended_is_let_go(world):
    import gc
    import weakref

    async def live():
        text = TextInput(value="")
        session = world.session(text)
        Reader(world, session)
        session.document.add_periodic_callback(lambda: None, 5)
        await session.run(lambda: setattr(text, "value", "x"))
        await asyncio.sleep(0.05)
        session.close()
        world.sessions.remove(session)
        return weakref.ref(session), weakref.ref(session.document)

    references = await live()
    await asyncio.sleep(0.05)
    gc.collect()
    assert [reference() for reference in references] == [None, None]
