"""`/inspect` shows in development, and only there, what apps, sessions and viewers are at."""

import asyncio
import threading
from typing import Any

import httpx
from serving import JSON, viewing

from asgiplots.models import Button, Div
from asgiplots.session.logs import short

SECRET = "a-secret-of-ada"


def quiet(doc):
    doc.add_root(Div(text="one"))


async def inspected(url: str) -> Any:
    answer = await asyncio.to_thread(httpx.get, url + "inspect", headers=JSON)
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    return answer.json()


async def until(url: str, true) -> Any:
    async with asyncio.timeout(5):
        while not true(found := await inspected(url)):
            await asyncio.sleep(0.01)
    return found


def test_it_is_there_in_development_only(site):
    assert httpx.get(site({"app": quiet}, dev=False) + "inspect").status_code == 404
    answer = httpx.get(site({"app": quiet}, dev=True) + "inspect")
    assert answer.status_code == 200 and "<h1>Inspector</h1>" in answer.text
    assert "'nonce-" in answer.headers["content-security-policy"]


def test_an_app_of_that_name_is_shown_instead(site):
    assert (
        "<h1>Inspector</h1>" not in httpx.get(site({"inspect": quiet, "b": quiet}, dev=True) + "inspect").text
    )


def test_the_index_leads_to_it_in_development_only(site):
    apps = {"a": quiet, "b": quiet}
    assert 'href="./inspect"' in httpx.get(site(apps, dev=True)).text
    assert "inspect" not in httpx.get(site(apps, dev=False)).text


def test_who_is_nobody_does_not_see_it(site):
    url = site({"app": quiet}, dev=True, auth=lambda connection: connection.headers.get("user"))
    assert httpx.get(url + "inspect").status_code == 401
    assert httpx.get(url + "inspect", headers={"user": "ada"}).status_code == 200


async def test_what_runs_is_named_and_timed(site):
    go_on = threading.Event()

    def app(doc):
        for name, call in (("wait", lambda: go_on.wait(10)), ("count", lambda: None)):
            button = Button(name=name)
            button.on_click(call)
            doc.add_root(button)

        async def slow():
            await asyncio.to_thread(go_on.wait, 10)

        button = Button(name="await")
        button.on_click(slow)
        doc.add_root(button)
        doc.add_periodic_callback(lambda: None, 60_000)

    url = site({"app": app}, dev=True)
    for name, where in (("wait", "thread"), ("await", "task")):
        go_on.clear()
        async with viewing(f"{url}app?session={SECRET}-{name}", viewer=name) as viewer:
            await viewer.until(lambda v: v.roots)
            await viewer.event("button_click", name)
            await until(url, lambda f: f["apps"][0]["sessions"][-1]["running"])
            await viewer.event("button_click", "count")
            found = await until(url, lambda f: f["apps"][0]["sessions"][-1]["waiting"] == 1)
            running = found["apps"][0]["sessions"][-1]["running"]
            assert running["where"] == where and running["what"] and 0 <= running["seconds"] < 5
            assert found["apps"][0]["sessions"][-1]["timers"] == 1
            go_on.set()
            found = await until(url, lambda f: f["apps"][0]["sessions"][-1]["running"] is None)
            assert found["apps"][0]["sessions"][-1]["waiting"] == 0


async def test_sessions_and_viewers_are_told_of_but_no_id(site):
    url = site({"app": quiet, "other": quiet}, dev=True)
    page = f"{url}app?session={SECRET}"
    async with viewing(page, viewer="one") as viewer:
        await viewer.until(lambda v: v.roots)
        epoch, revision = viewer.last.epoch, viewer.last.revision
    found = await until(url, lambda f: f["apps"][0]["sessions"][0]["away"] == 1)
    assert found["apps"][0]["sessions"][0]["state"] == "detached"
    async with (
        viewing(page, viewer="one", cursor=(epoch, revision)) as viewer,
        viewing(page, viewer="two") as two,
    ):
        await viewer.control("hello")
        await two.until(lambda v: v.roots)
        found = await inspected(url)
        html = (await asyncio.to_thread(httpx.get, url + "inspect")).text
    app, other = found["apps"]
    assert (app["name"], app["session_count"], app["viewer_count"]) == ("app", 1, 2)
    assert (other["name"], other["sessions"], found["server"]["sessions"]) == ("other", [], 1)
    session = app["sessions"][0]
    assert session["session"] == short(SECRET) and session["age_seconds"] > 0 and session["away"] == 0
    assert session["state"] == "watched"
    first, second = session["viewers"]
    assert (first["number"], first["kind"], first["behind"], first["resumes"]) == (1, "page", 0, 1)
    assert (second["number"], second["resumes"]) == (2, 0) and second["connected_seconds"] > 0
    assert SECRET not in str(found) and SECRET not in html and short(SECRET) in html


async def test_a_viewer_s_frame_rate_is_told(site):
    url = site({"app": quiet}, dev=True)

    async def paints(value):
        found = await until(url, lambda f: f["apps"][0]["sessions"][0]["viewers"][0]["paints"] == value)
        html = (await asyncio.to_thread(httpx.get, url + "inspect")).text
        return found["apps"][0]["sessions"][0]["viewers"][0]["lag_seconds"], html

    async with viewing(url + "app", viewer="one") as viewer:
        await viewer.until(lambda v: v.roots)
        assert "frames/s" not in (await paints(None))[1]
        await viewer.socket.send('{"type": "pace", "ms": 40, "revision": 0}')
        lag, html = await paints(25)
        assert lag == 0 and "25 frames/s" in html
        await viewer.socket.send('{"type": "pace", "ms": 40, "revision": 0, "hidden": true}')
        assert '<div class="quiet">hidden</div>' in (await paints(0))[1]
        for wrong in ('"ms": -1, "revision": 0', '"ms": 40, "revision": 4294967296', '"ms": 40'):
            await viewer.socket.send(f'{{"type": "pace", {wrong}}}')
            assert (await viewer.control("refused"))["n"] == 0


async def test_the_last_errors_are_kept_as_words(site):
    def app(doc):
        if doc.session_context.request.arguments.get("broken"):
            raise ValueError("no <b>document</b>")
        button = Button(name="fail")
        button.on_click(lambda: 1 / 0)
        doc.add_root(button)

    url = site({"app": app}, dev=True)
    async with viewing(url + "app?broken=1") as viewer:
        await viewer.control("error")
    async with viewing(url + f"app?session={SECRET}") as viewer:
        await viewer.until(lambda v: v.roots)
        for _ in range(25):
            await viewer.event("button_click", "fail")
        found = await until(url, lambda f: len(f["apps"][0]["errors"]) == 20)
    newest = found["apps"][0]["errors"][0]
    assert "ZeroDivisionError" in newest["title"] and newest["session"] == short(SECRET)
    assert newest["time"].endswith("+00:00") and newest["id"]


async def test_what_an_error_says_is_text(site):
    def broken(doc):
        raise ValueError("<img src=x>")

    url = site({"app": broken}, dev=True)
    async with viewing(url + "app") as viewer:
        await viewer.control("error")
    assert (await inspected(url))["apps"][0]["errors"][0]["title"].endswith("ValueError: <img src=x>")
    html = (await asyncio.to_thread(httpx.get, url + "inspect")).text
    assert "&lt;img src=x&gt;" in html and "<img" not in html


async def test_of_many_viewers_those_that_lack_most_are_told_of(site, monkeypatch):
    monkeypatch.setattr("asgiplots.server.inspector._MOST_VIEWERS", 2)
    url = site({"app": quiet}, dev=True)
    page = f"{url}app?session={SECRET}"
    async with viewing(page, viewer="a") as a, viewing(page, viewer="b") as b, viewing(page, viewer="c") as c:
        for viewer in (a, b, c):
            await viewer.until(lambda v: v.roots)
        session = (await inspected(url))["apps"][0]["sessions"][0]
    assert session["viewer_count"] == 3 and len(session["viewers"]) == 2
