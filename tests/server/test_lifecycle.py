"""Hooks and sessions: each begins and ends exactly once, whoever runs the site and however it goes."""

import asyncio
import gc
import subprocess
import sys
import weakref
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from app_files import Write
from serving import serving, viewing
from starlette.applications import Starlette
from starlette.routing import Mount
from websockets.exceptions import ConnectionClosed

from asgiplots.apps.application import Application
from asgiplots.document import Document, curdoc
from asgiplots.models import Div
from asgiplots.server import create_app


class Log(list[str]):
    """Notes which hooks ran; half of them are async."""

    def app(self, modify: Any = None) -> Application:
        async def loaded(server_context: Any) -> None:
            self.append("loaded")

        async def created(session_context: Any) -> None:
            self.append(f"created {session_context.id}")

        return Application(
            modify or (lambda doc: doc.add_root(Div(name="x"))),
            name="app",
            on_server_loaded=loaded,
            on_server_unloaded=lambda server_context: self.append("unloaded"),
            on_session_created=created,
            on_session_destroyed=lambda session_context: self.append(f"destroyed {session_context.id}"),
        )

    async def has(self, entry: str) -> None:
        async with asyncio.timeout(5):
            while entry not in self:
                await asyncio.sleep(0.01)


ALL = ["loaded", "created s1", "destroyed s1", "unloaded"]


async def test_hooks_run_once_with_a_lifespan(assets):
    log = Log()
    with serving(create_app(log.app(), assets=assets)) as base:
        assert log == ["loaded"]
        async with viewing(base + "?session=s1") as viewer:
            await viewer.control("hello")
    assert log == ALL


async def test_hooks_run_once_when_mounted_in_a_site_that_forwards_no_lifespan(assets):
    log = Log()
    outer = Starlette(routes=[Mount("/sub", create_app(log.app(), assets=assets))])
    with serving(outer) as base:
        assert log == []
        await asyncio.gather(*(asyncio.to_thread(httpx.get, base + "sub/") for _ in range(8)))
        assert log == ["loaded"]
        async with viewing(base + "sub/?session=s1") as viewer:
            await viewer.control("hello")
    assert log == ALL


def test_hooks_run_once_in_a_loop_that_ends_without_any_word(assets):
    log = Log()
    app = create_app(log.app(), assets=assets)

    async def ask() -> int:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://site") as client:
            return (await client.get("/")).status_code

    assert asyncio.run(ask()) == 200
    assert log == ["loaded", "unloaded"]


def test_a_process_that_ends_without_its_loop_s_leave_still_unloads():
    script = """
import asyncio
from asgiplots import App, create_app
app = App(lambda doc: None, name="a", on_server_unloaded=lambda context: print("gone", context.name))
app = create_app(app)
loop = asyncio.new_event_loop()
loop.run_until_complete(app.state.site.start())
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "gone a\n", done.stderr


async def test_a_session_ends_when_nobody_looks_any_more_and_leaves_nothing(site):
    log = Log()
    kept: list[Any] = []

    def modify(doc: Document) -> None:
        kept.append(weakref.ref(doc))
        doc.add_periodic_callback(lambda: doc.title, 10)
        doc.on_session_destroyed(lambda context: log.append(f"document of {context.id}"))

    base = site(log.app(modify), detached_seconds=0.3)
    async with viewing(base + "?session=s1") as viewer:
        await viewer.control("hello")
    await asyncio.sleep(0.1)
    async with viewing(base + "?session=s1") as viewer:
        await viewer.control("hello")
        await asyncio.sleep(0.5)
        assert log == ["loaded", "created s1"]
        await viewer.socket.send('{"type":"leave"}')
    await log.has("destroyed s1")
    assert log == ["loaded", "created s1", "document of s1", "destroyed s1"]
    async with asyncio.timeout(3):  # threads and finished tasks let go of their last argument a little later
        while [ref() for ref in kept] != [None]:
            await asyncio.sleep(0.02)
            gc.collect()


async def test_a_session_whose_app_fails_is_created_and_destroyed_too(site):
    log = Log()
    base = site(log.app(lambda doc: 1 / 0))
    async with viewing(base + "?session=s1") as viewer:
        await viewer.control("error")
    assert log == ["loaded", "created s1", "destroyed s1"]


async def test_contexts_tell_an_app_what_it_may_know(site):
    seen: dict[str, Any] = {}

    def loaded(server_context: Any) -> None:
        seen["server"] = server_context
        server_context.add_periodic_callback(lambda: seen.update(ticks=seen.get("ticks", 0) + 1), 10)

    def created(session_context: Any) -> None:
        seen["created"] = (session_context.id, session_context.request.arguments, session_context.session)

    def modify(doc: Document) -> None:
        doc.add_root(Div(name="d", text=""))
        seen["context"] = curdoc().session_context

    app = Application(modify, name="app", on_server_loaded=loaded, on_session_created=created,
                      process_request=lambda request: {"extra": request.path})  # fmt: skip
    base = site(app)
    async with viewing(base + "?session=s1&n=3") as viewer:
        await viewer.until(lambda v: v.roots)
        context = seen["context"]
        assert seen["created"] == ("s1", {"n": [b"3"]}, None)
        assert seen["server"].sessions == [context] and context.server_context is seen["server"]
        assert context.session.id == context.id == "s1" and not context.destroyed
        assert context.token_payload["extra"] == "/app" and context.token_payload["arguments"] == {
            "n": [b"3"]
        }
        document = context.session.document

        async def change(doc: Document) -> None:
            doc.get_model_by_name("d").text = "changed"

        future = asyncio.run_coroutine_threadsafe(
            context.with_locked_document(change), context.session._runtime._loop
        )
        await asyncio.wrap_future(future)
        await viewer.until(lambda v: v.named("d")["text"] == "changed")
        assert document.session_context is context
        assert seen["ticks"] > 1


async def test_a_hook_that_raises_is_logged_and_stops_nothing(site, caplog):
    def fails(context: Any) -> None:
        raise RuntimeError("no disk")

    base = site(
        Application(
            lambda doc: doc.add_root(Div()), name="app", on_server_loaded=fails, on_session_created=fails
        )
    )
    async with viewing(base) as viewer:
        await viewer.until(lambda v: v.roots)
    assert caplog.text.count("RuntimeError: no disk") == 2
    assert "app: on_server_loaded failed (number" in caplog.text


FOLDER = {
    "main.py": """
        from server_lifecycle import log
        from asgiplots.document import curdoc
        log.append(f"run for {curdoc().session_context.id}")
        """,
    "server_lifecycle.py": """
        log = []
        def on_server_loaded(server_context):
            server_context.log = log
            log.append("loaded")
        async def on_session_created(session_context):
            log.append(f"created {session_context.id}")
        """,
}


async def test_a_folder_s_hooks_and_its_main_share_one_module(site, folder: Write):
    app = Application(folder(FOLDER))
    async with viewing(site(app) + "?session=s1") as viewer:
        await viewer.control("hello")
    log = sys.modules[app._package.name + ".server_lifecycle"].log
    assert log == ["loaded", "created s1", "run for s1"]


async def test_in_development_an_edit_brings_everybody_back(site, folder: Write, caplog):
    caplog.set_level("INFO")
    main = "from helper import T\nfrom asgiplots.document import curdoc\ncurdoc().title = T"
    path = folder({"main.py": main, "helper.py": "T = 'one'"})
    base = site(path, dev=True)
    async with viewing(base) as viewer:
        await viewer.until(lambda v: v.title == "one")
        (path / "helper.py").write_text("1 / 0  # broken")
        await viewer.until(lambda v: any(m["type"] == "comeback" for m in v.controls), 10)
    async with viewing(base) as viewer:
        assert "ZeroDivisionError" in (await viewer.control("error"))["detail"]
        (path / "helper.py").write_text("T = 'mended again'")
        await viewer.until(lambda v: any(m["type"] == "comeback" for m in v.controls), 10)
    async with viewing(base) as viewer:
        await viewer.until(lambda v: v.title == "mended again")
    assert "helper.py changed: app loaded afresh" in caplog.text


@pytest.mark.parametrize("lifespan", ["on", "off"])
async def test_a_server_that_stops_ends_its_sessions_and_viewers_know_that_they_may_come_back(
    assets, lifespan
):
    log = Log()
    with ExitStack() as stack:
        base = stack.enter_context(serving(create_app(log.app(), assets=assets), lifespan=lifespan))
        async with viewing(base + "?session=s1") as viewer:
            await viewer.control("hello")
            stopping = asyncio.create_task(asyncio.to_thread(stack.close))
            with pytest.raises(ConnectionClosed):
                await viewer.until(lambda v: False)
            assert viewer.socket.close_code == 1012
            await stopping
    assert log == ALL


async def test_viewers_of_a_site_that_stops_under_them_come_back_and_are_not_sent_away(assets):
    app = create_app(lambda doc: None, assets=assets)
    with serving(app) as base:
        async with viewing(base) as viewer:
            await viewer.control("hello")
            loop = app.state.site._loop
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(app.state.site.stop(), loop))
            with pytest.raises(ConnectionClosed):
                await viewer.until(lambda v: False)
    assert [message["type"] for message in viewer.controls] == ["hello", "comeback"]
