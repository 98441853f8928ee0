"""Python clients against a real server."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from textwrap import dedent

import pytest
from client_kit import Loop, document, slider, until
from running import ROOT, free_port
from serving import serving, viewing
from session_kit import content

import asgiplots
from asgiplots.client import ClientError, ClientSession, pull_session, push_session, show_session
from asgiplots.document import Document, curdoc, set_curdoc
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.server import Auth


@pytest.fixture
def site():
    app = asgiplots.create_app([])
    with serving(app) as url:
        yield url, app.state.site


@pytest.fixture
def url(site):
    return site[0]


def twin(site, session):
    """The server's document of a session."""
    return site[1].hosts[""].find(session.id).session.document


def test_push_gives_the_server_the_document(site):
    doc = document(slider(), ColumnDataSource(data={"x": [1.0, 2.0], "s": ["a", "b"]}))
    session = push_session(doc, url=site[0])
    assert session.connected
    assert session.document is doc
    assert content(twin(site, session)) == content(doc)
    session.close()
    assert not session.connected


def test_push_takes_the_current_document_and_the_id_that_is_asked_for(url):
    with set_curdoc(document(slider())):
        session = push_session(session_id="mine", url=url)
        assert session.document is curdoc()
    assert session.id == "mine"
    session.close()


def test_headers_say_who_a_client_is_where_the_site_asks():
    bearer = {"Authorization": "Bearer secret"}
    auth = Auth(
        lambda connection: "ann" if connection.headers.get("authorization") == "Bearer secret" else None
    )
    app = asgiplots.create_app([], auth=auth)
    with serving(app) as url:
        session = push_session(document(slider()), url=url, headers=bearer)
        assert app.state.site.hosts[""].find(session.id).session.document.roots[0].value == 1
        pulled = pull_session(session.id, url, headers=bearer)
        assert pulled.document.roots[0].value == 1
        for client in (pulled, session):
            client.close()
        with pytest.raises(ClientError, match="answered 401"):
            push_session(document(slider()), url=url)


def test_changes_arrive_without_any_loop(site):
    s = slider()
    session = push_session(document(s), url=site[0])
    s.value = 7
    s.title = "seven"
    session.document.add_root(TextInput(value="more"))
    session.force_roundtrip()
    assert content(twin(site, session)) == content(session.document)
    s.value = 8
    until(lambda: twin(site, session).roots[0].value == 8)
    session.close()


def test_changes_of_the_last_moment_arrive(site):
    s = slider()
    session = push_session(document(s), url=site[0])
    mirror = twin(site, session)
    s.value = 9
    session.close()
    assert mirror.roots[0].value == 9


def test_callbacks_run_in_the_thread_that_loops(url):
    session = push_session(document(slider()), url=url)
    seen = []

    def tick():
        seen.append((threading.current_thread().name, curdoc() is session.document))
        if len(seen) == 5:
            session.document.remove_periodic_callback(handle)

    async def tock():
        await asyncio.sleep(0.001)
        seen.append(("async", curdoc() is session.document))

    handle = session.document.add_periodic_callback(tick, 20)
    time.sleep(0.2)
    assert seen == []
    loop = Loop(session)
    until(lambda: len(seen) == 5)
    assert seen == [(loop.thread.name, True)] * 5
    session.document.add_next_tick_callback(tock)
    until(lambda: len(seen) == 6)
    assert seen[5] == ("async", True)
    loop.end()
    assert loop.error is None


async def test_a_person_s_writes_and_clicks_reach_handlers_and_the_answer_comes_back(url):
    s, button = slider(), Button(name="button")
    s.on_change("value", lambda attr, old, new: setattr(s, "title", f"is {new}"))
    button.on_click(lambda: setattr(button, "label", "clicked"))
    session = await asyncio.to_thread(push_session, document(s, button), url=url)
    loop = Loop(session)
    async with viewing(f"{url}?session={session.id}") as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.write("slider", "value", 4)
        await viewer.until(lambda v: v.named("slider").get("title") == "is 4")
        await viewer.event("button_click", "button")
        await viewer.until(lambda v: v.named("button").get("label") == "clicked")
    assert s.value == 4
    await asyncio.to_thread(loop.end)


async def test_pages_hear_that_the_program_has_ended_and_one_that_comes_late_sees_the_picture(url):
    session = await asyncio.to_thread(push_session, document(slider()), url=url)
    async with viewing(f"{url}?session={session.id}") as viewer:
        await viewer.until(lambda v: v.roots)
        await asyncio.to_thread(session.close)
        assert "has ended" in (await viewer.control("ended"))["reason"]
    async with viewing(f"{url}?session={session.id}", viewer="late") as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.named("slider")["value"] == 1


async def test_a_live_line_of_twenty_updates_a_second(url):
    source = ColumnDataSource(name="line", data={"x": [0.0], "y": [0.0]})
    session = await asyncio.to_thread(push_session, document(source), url=url)
    step = [0]

    def update():
        step[0] += 1
        source.data["y"] = [float(step[0])]

    session.document.add_periodic_callback(update, 50)
    loop = Loop(session)
    async with viewing(f"{url}?session={session.id}") as viewer:
        await viewer.until(lambda v: v.roots)
        patches, began = viewer.patches, time.monotonic()
        await viewer.until(lambda v: v.patches >= patches + 20)
        assert 0.8 < time.monotonic() - began < 1.6
    await asyncio.to_thread(loop.end)


def test_pull_joins_a_session_and_both_sides_change_it(site):
    pushed = push_session(document(slider()), url=site[0])
    pulled = pull_session(pushed.id, url=site[0])
    assert content(pulled.document) == content(pushed.document)
    pulled.document.roots[0].title = "from the other"
    pulled.force_roundtrip()
    pushed.pull()
    assert pushed.document.roots[0].title == "from the other"
    pushed.document.roots[0].value = 6
    pushed.force_roundtrip()
    pulled.pull()
    assert pulled.document.roots[0].value == 6
    pulled.close()
    assert pushed.connected
    pushed.close()


def test_pull_joins_an_app_s_session_whose_handlers_answer():
    def app(doc):
        s = slider()
        s.on_change("value", lambda attr, old, new: setattr(s, "title", f"is {new}"))
        doc.add_root(s)

    with serving(asgiplots.create_app({"app": app}, allow_push=True)) as url:
        session = pull_session(url=f"{url}app")
        mine = session.document.roots[0]
        mine.value = 4
        session.force_roundtrip()
        session.pull()
        assert mine.title == "is 4"
        session.close()


def test_two_documents_of_one_script_are_served_by_one_loop(url):
    one, two = (push_session(document(slider()), url=url) for _ in range(2))
    ticks = []
    one.document.add_timeout_callback(lambda: ticks.append(1), 10)
    two.document.add_timeout_callback(two.close, 50)
    loop = Loop(two)
    loop.join()
    assert not two.connected
    assert one.connected and ticks == []
    loop = Loop(one)
    until(lambda: ticks == [1])
    loop.end()


def test_an_async_callback_may_close_but_not_wait(url):
    session = push_session(document(slider()), url=url)
    errors = []

    async def end():
        try:
            session.force_roundtrip()
        except RuntimeError as error:
            errors.append(str(error))
        session.close()

    session.document.add_timeout_callback(end, 10)
    Loop(session).join()
    assert errors == ["this waits for the server, so it cannot be called in an async callback"]
    assert not session.connected


def test_sys_exit_in_a_callback_ends_the_script(url):
    session = push_session(document(slider()), url=url)
    session.document.add_timeout_callback(lambda: sys.exit(3), 10)
    loop = Loop(session)
    loop.join()
    assert isinstance(loop.error, SystemExit) and loop.error.code == 3
    assert not session.connected


def test_an_error_in_a_callback_is_logged_and_the_loop_goes_on(url, caplog):
    session = push_session(document(slider()), url=url)
    session.document.add_timeout_callback(lambda: 1 / 0, 10)
    session.document.add_timeout_callback(session.close, 60)
    Loop(session).join()
    assert "ZeroDivisionError" in caplog.text


def test_the_end_of_the_server_ends_the_loop():
    with serving(asgiplots.create_app([])) as url:
        session = push_session(document(slider()), url=url, reconnect_seconds=0.5)
        loop = Loop(session)
    loop.join()
    assert loop.error is None
    assert not session.connected
    with pytest.raises(ClientError, match="not connected to"):
        session.force_roundtrip()


class TestErrors:
    def test_no_server(self):
        with pytest.raises(ClientError, match=r"no server answers at .*start one with `asgiplots serve`"):
            push_session(document(slider()), url=f"http://localhost:{free_port()}/")

    def test_no_place_of_that_name(self, url):
        with pytest.raises(ClientError, match="answered 404 Not Found"):
            push_session(document(slider()), url=f"{url}nothing/")

    def test_a_server_that_lets_no_clients_in(self, tmp_path):
        (tmp_path / "app.py").write_text("")
        with (
            serving(asgiplots.create_app([tmp_path / "app.py"])) as url,
            pytest.raises(ClientError, match=r"lets no Python clients in: start it with .*--allow-push"),
        ):
            pull_session(url=f"{url}app")

    def test_something_else_answers(self):
        async def app(scope, receive, send):
            headers = [(b"content-type", b"text/html")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b"<html>"})

        with (
            serving(app, lifespan="off") as url,
            pytest.raises(ClientError, match="is not an asgiplots server"),
        ):
            push_session(document(slider()), url=url)

    @pytest.mark.parametrize("wrong", ["ftp://localhost/", "http://", ""])
    def test_an_address_that_is_none(self, wrong):
        with pytest.raises(ValueError, match="the url of a server expected something like"):
            ClientSession(url=wrong)

    def test_a_document_that_cannot_be_sent(self, url):
        with pytest.raises(ClientError, match=r"Slider\.start has no value"):
            push_session(document(Slider(end=1)), url=url)

    def test_a_model_that_the_server_does_not_have(self, url, monkeypatch):
        from asgiplots.schema import REGISTRY

        class Unheard(Slider):
            __implementation__ = "unheard.js"

        doc = document(Unheard(start=0, end=1, value=0))
        monkeypatch.delitem(REGISTRY._classes, "Unheard")
        with pytest.raises(ClientError, match="there is no model called 'Unheard'"):
            push_session(doc, url=url)

    def test_before_and_after(self, url):
        session = ClientSession(url=url)
        with pytest.raises(RuntimeError, match="no document yet"):
            _ = session.document
        with pytest.raises(RuntimeError, match="not connected yet"):
            _ = session.id
        with pytest.raises(ClientError, match="push a document, or pull the server's"):
            session.loop_until_closed()
        session.push(document(slider()))
        with pytest.raises(RuntimeError, match="has a document already"):
            session.push(document())
        session.close()
        session.close()
        with pytest.raises(ClientError, match=r"not connected to .*: closed"):
            session.loop_until_closed()


class TestShow:
    @pytest.fixture
    def opened(self, monkeypatch):
        pages = []

        class Browser:
            def open(self, page, new):
                pages.append((page, new))
                return True

        monkeypatch.setattr("webbrowser.get", lambda name=None: Browser())
        return pages

    def test_show_opens_the_page_and_adds_what_it_is_given(self, url, opened):
        session = push_session(document(), url=url)
        s = slider()
        session.show(s, new="window")
        until(lambda: opened)
        assert opened == [(f"{url}?session={session.id}", 1)]
        assert session.document.roots == [s]
        session.close()

    def test_a_page_without_anything_to_show_is_said_to_be_empty(self, url, opened, caplog):
        session = push_session(Document(), url=url)
        session.show()
        until(lambda: opened)
        session.close()
        assert "the page is empty: give show() a plot" in caplog.text

    def test_show_session_needs_no_connection(self, opened):
        show_session("abc", "ws://localhost:5006/app/ws")
        until(lambda: opened)
        assert opened == [("http://localhost:5006/app/?session=abc", 2)]

    def test_no_browser_may_be_asked_for(self, opened):
        show_session("abc", browser="none")
        assert opened == []

    def test_a_new_what(self):
        with pytest.raises(ValueError, match="new expected 'tab' or 'window', got 'pane'"):
            show_session("abc", new="pane")


SCRIPT = """
    import sys
    from asgiplots.client import push_session
    from asgiplots.document import curdoc
    from asgiplots.models.widgets import Slider
    s = Slider(name="slider", start=0, end=10, value=1)
    curdoc().add_root(s)
    session = push_session(curdoc(), session_id="script", url=sys.argv[1])
"""


def script(url, body):
    return subprocess.Popen(
        [sys.executable, "-c", dedent(SCRIPT) + dedent(body), url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )


def test_ctrl_c_ends_a_script_cleanly(url):
    body = """
        def update():
            s.value = (s.value + 1) % 10
        curdoc().add_periodic_callback(update, 20)
        print("ready", flush=True)
        session.loop_until_closed()
        print("after")
    """
    process = script(url, body)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "after\n", "")


def test_what_a_script_changed_before_its_end_arrives(site):
    process = script(site[0], "s.value = 5\nprint(session.id)")
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "script\n", "")
    assert site[1].hosts[""].find("script").session.document.roots[0].value == 5


class TestKey:
    @pytest.fixture
    def locked(self):
        with serving(asgiplots.create_app([], push_key="secret")) as url:
            yield url

    def test_without_the_key_nobody_comes_in(self, locked, monkeypatch):
        monkeypatch.delenv("ASGIPLOTS_PUSH_KEY", raising=False)
        with pytest.raises(ClientError, match=r"refused: Python clients must show the server's key"):
            push_session(document(slider()), url=locked)

    def test_with_the_key_one_does(self, locked, monkeypatch):
        monkeypatch.setenv("ASGIPLOTS_PUSH_KEY", "secret")
        session = push_session(document(slider()), url=locked)
        assert session.connected
        session.close()
