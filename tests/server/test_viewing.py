"""A page's websocket: from hello to the last frame, and everything that is refused on the way."""

import asyncio
import json
import time
from urllib.parse import urlsplit

import pytest
from app_files import Write
from serving import Viewer, payload, socket_url, viewing
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from asgiplots.apps.application import Application
from asgiplots.document import Document, curdoc
from asgiplots.models import Button, Div, Slider


def counter(doc: Document) -> None:
    """A slider whose value is said, a button that counts, and a clock."""
    slider = Slider(name="slider", start=0, end=10, value=1)
    button, said, ticks = Button(name="button"), Div(name="said", text="0"), Div(name="ticks", text="0")
    slider.on_change("value", lambda attr, old, new: setattr(said, "text", f"{old} to {new}"))
    button.on_click(lambda: setattr(said, "text", "clicked"))
    for root in (slider, button, said, ticks):
        doc.add_root(root)
    doc.title = "Counter"
    doc.add_periodic_callback(lambda: setattr(ticks, "text", str(int(ticks.text) + 1)), 20)


def other(doc: Document) -> None:
    doc.add_root(Div(name="where", text="other"))


async def ended(viewer: Viewer) -> str:
    """The reason that the server gives before it closes; nothing may come after it."""
    message = await viewer.control("ended")
    with pytest.raises(ConnectionClosed):
        await viewer.step()
    return message["reason"]


async def test_a_hello_makes_a_session_and_shows_it(site):
    async with viewing(site(counter)) as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.controls[0]["type"] == "hello"
        assert viewer.title == "Counter"
        assert viewer.named("slider") == {"name": "slider", "start": 0, "end": 10, "value": 1}


async def test_hello_may_come_with_the_request(site):
    page = site(counter)
    start = await asyncio.to_thread(payload, page)
    said = Subprotocol(f"hello.v1.{start['token']}")
    async with connect(socket_url(page, start), subprotocols=[Subprotocol("asgiplots"), said]) as socket:
        assert socket.subprotocol == "asgiplots"
        viewer = await Viewer(socket).until(lambda v: v.roots)
        assert viewer.controls[0]["type"] == "hello"
        await viewer.write("slider", "value", 4)
        await viewer.until(lambda v: v.named("said")["text"] == "1 to 4")


async def test_a_hello_with_the_request_opens_no_more_than_another(site):
    page = site(counter)
    start = await asyncio.to_thread(payload, page)
    forged = [Subprotocol("asgiplots"), Subprotocol("hello.v1.forged")]
    async with connect(socket_url(page, start), subprotocols=forged) as socket:
        assert "token" in await ended(Viewer(socket))
        assert socket.close_code == 4401


async def test_one_who_speaks_another_subprotocol_says_hello_itself(site):
    async with viewing(site(counter), subprotocols=[Subprotocol("hello.v1.forged")]) as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.socket.subprotocol is None


@pytest.mark.parametrize("kept", [{"detached_seconds": 0.0}, {"max_detached": 0}])
async def test_a_session_waits_for_who_asked_for_it_even_where_none_is_kept(site, kept):
    async with viewing(site(counter, **kept)) as viewer:
        await viewer.until(lambda v: v.roots)


async def test_callbacks_reach_the_page_and_gestures_reach_python(site):
    async with viewing(site(counter)) as viewer:
        await viewer.until(lambda v: v.roots and int(v.named("ticks")["text"]) > 3)
        number = await viewer.write("slider", "value", 4)
        await viewer.until(lambda v: v.named("said")["text"] == "1 to 4" and v.last.ack == number)
        await viewer.event("button_click", "button")
        await viewer.until(lambda v: v.named("said")["text"] == "clicked")


async def test_two_pages_have_sessions_of_their_own_unless_they_name_one(site):
    base = site(counter)
    async with viewing(base) as one, viewing(base) as two:
        await asyncio.gather(one.until(lambda v: v.roots), two.until(lambda v: v.roots))
        assert one.controls[0]["session"] != two.controls[0]["session"]
    async with (
        viewing(base + "?session=shared") as one,
        viewing(base + "?session=shared", viewer="v2") as two,
    ):
        await asyncio.gather(one.until(lambda v: v.roots), two.until(lambda v: v.roots))
        await one.write("slider", "value", 7)
        await two.until(lambda v: v.named("slider")["value"] == 7 and v.named("said")["text"] == "1 to 7")


async def test_pages_that_come_at_once_with_one_id_share_one_run_of_the_app(site):
    runs: list[int] = []

    def slow(doc: Document) -> None:
        runs.append(1)
        time.sleep(0.2)
        doc.add_root(Div(name="done"))

    base = site(slow)
    starts = [payload(base + "?session=x") for _ in range(5)]

    async def look(number: int) -> str:
        async with viewing(base, start=starts[number], viewer=f"v{number}") as viewer:
            return (await viewer.until(lambda v: v.roots)).roots[0]

    assert len(set(await asyncio.gather(*map(look, range(5))))) == 1
    assert len(runs) == 1


async def test_a_viewer_that_comes_back_goes_on_where_it_was(site):
    base = site(counter)
    start = payload(base)
    async with viewing(base, start=start) as viewer:
        await viewer.until(lambda v: v.patches > 3)
        seen = viewer.last
    async with connect(socket_url(base, start)) as socket:
        hello = {
            "type": "hello",
            "token": start["token"],
            "viewer": "v1",
            "epoch": seen.epoch,
            "revision": seen.revision,
        }
        await socket.send(json.dumps(hello))
        again = Viewer(socket)
        again.models = viewer.models
        await again.until(lambda v: v.patches > 0)
        assert again.last.kind == 2 and again.last.revision == seen.revision + 1


async def test_arguments_headers_cookies_and_path_reach_the_app(site):
    seen: list[object] = []

    def asks(doc: Document) -> None:
        seen.append(curdoc().session_context.request)

    base = site(asks)
    page = base + "asks?n=5&n=6&session=s&name=a%20b"
    async with viewing(page, additional_headers={"Cookie": "colour=blue", "X-Thing": "1"}) as viewer:
        await viewer.control("hello")
    request = seen[0]
    assert request.arguments == {"n": [b"5", b"6"], "name": [b"a b"]}
    assert (
        request.cookies == {"colour": "blue"}
        and request.headers["x-thing"] == request.headers["X-THING"] == "1"
    )
    assert (request.path, request.uri) == ("/asks", "/asks?n=5&n=6&name=a+b")
    assert (request.protocol, request.host, request.remote_ip) == ("http", urlsplit(base).netloc, "127.0.0.1")
    assert request.user is None


async def test_the_origin_must_be_the_site_s_own(site, caplog):
    base = site(counter)
    start = payload(base)
    async with viewing(base, start=start, origin=base.rstrip("/")) as viewer:
        await viewer.control("hello")
    with pytest.raises(InvalidStatus) as refused:
        async with connect(socket_url(base, start), origin="https://evil.example"):
            pass
    assert refused.value.response.status_code == 403
    reason = f"the origin https://evil.example is not allowed at {urlsplit(base).netloc}: see --allow-origin"
    assert refused.value.response.body.decode() == reason + "\n"
    assert caplog.text.count(reason) == 1
    allowing = site(counter, allow_origin=["https://good.example"])
    async with viewing(allowing, origin="https://good.example") as viewer:
        await viewer.control("hello")


async def test_a_hello_must_come_in_time(site):
    base = site(counter, hello_seconds=0.2)
    async with connect(socket_url(base, payload(base))) as socket:
        assert await ended(Viewer(socket)) == "the page did not say hello in time"
        assert socket.close_code == 4408


HELLO = {"type": "hello", "viewer": "v1"}


@pytest.mark.parametrize(
    ("first", "code", "reason"),
    [
        ("rubbish", 4400, "the message is not readable: JSON is malformed: invalid character (byte 0)"),
        (b"\0\1", 4400, "the message is not readable: JSON is malformed: invalid character (byte 0)"),
        ('{"type":"ping"}', 4400, "expected hello as the first message, got ping"),
        (json.dumps(HELLO), 4400, "the message is not readable: Object missing required field `token`"),
        (
            json.dumps({**HELLO, "token": "x"}),
            4401,
            "the page's token is not valid here: load the page again",
        ),
        (
            json.dumps({**HELLO, "token": "é.x.y"}),
            4401,
            "the page's token is not valid here: load the page again",
        ),
    ],
)
async def test_a_hello_that_is_none_opens_nothing(site, first, code, reason):
    base = site(counter)
    async with connect(socket_url(base, payload(base))) as socket:
        await socket.send(first)
        assert await ended(Viewer(socket)) == reason
        assert socket.close_code == code


async def test_a_token_opens_only_the_app_it_was_made_for(site):
    base = site([counter, other])
    async with connect(socket_url(base + "other", payload(base + "other"))) as socket:
        await socket.send(json.dumps({**HELLO, "token": payload(base + "counter")["token"]}))
        assert (
            await ended(Viewer(socket))
            == "the page's token is for another app or another user: load the page again"
        )


async def test_an_expired_token_opens_no_session_but_leads_back_to_one(site):
    base = site(other, token_seconds=1)
    start, late = payload(base), payload(base)
    async with viewing(base, start=start) as viewer:
        await viewer.control("hello")
        await asyncio.sleep(2.1)
    async with viewing(base, start=start) as viewer:
        assert (await viewer.control("hello"))["session"] == start["session"]
    async with viewing(base, start=late) as viewer:
        assert await ended(viewer) == "the page's token has expired: load the page again"
    async with viewing(base, start=start, viewer="somebody else") as viewer:
        assert await ended(viewer) == "the page's token has expired: load the page again"


async def test_what_cannot_be_read_is_refused_and_in_the_end_the_connection(site):
    async with viewing(site(counter)) as viewer:
        await viewer.control("hello")
        await viewer.socket.send("rubbish")
        refused = await viewer.control("refused")
        assert refused["n"] == 0 and "not readable" in refused["reason"]
        await viewer.socket.send(b"\xa5\1\2\0" + bytes(20))
        await viewer.until(lambda v: sum(m["type"] == "refused" for m in v.controls) == 2)
        for _ in range(18):
            await viewer.socket.send("rubbish")
        with pytest.raises(ConnectionClosed):
            await viewer.until(lambda v: False)
        assert viewer.socket.close_code == 4400


async def test_a_write_to_what_is_not_writable_is_refused_with_the_reason(site):
    async with viewing(site(counter)) as viewer:
        await viewer.until(lambda v: v.roots)
        number = await viewer.write("said", "text", "hacked")
        refused = await viewer.control("refused")
        assert (
            refused["n"] == number and "Div.text is not a field that a browser may write" in refused["reason"]
        )


async def test_a_message_may_not_be_larger_than_the_setting(site):
    async with viewing(site(counter, max_message_bytes=1000)) as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.write("slider", "value", 3)
        await viewer.until(lambda v: v.named("slider")["value"] == 3 or v.last.ack == 1)
        await viewer.socket.send("x" * 1001)
        with pytest.raises(ConnectionClosed):
            await viewer.until(lambda v: False)
        assert viewer.socket.close_code == 1009


async def test_a_ping_is_answered(site):
    async with viewing(site(other)) as viewer:
        await viewer.socket.send('{"type":"ping"}')
        await viewer.control("pong")


async def test_an_app_that_fails_shows_a_number_and_in_development_the_traceback(site, folder: Write, caplog):
    path = folder({"main.py": "x = 1\nraise RuntimeError('the tank is empty')"})
    async with viewing(site([path, other]) + "app") as viewer:
        error = await viewer.control("error")
    assert error["title"] == "Something went wrong in this app"
    assert f"the app failed ({error['detail']})" in caplog.text and "the tank is empty" in caplog.text
    async with viewing(site(path, dev=True)) as viewer:
        error = await viewer.control("error")
    assert error["title"] == "the app: RuntimeError: the tank is empty"
    assert error["detail"].splitlines()[1] == f'  File "{path}/main.py", line 2, in <module>'


async def test_a_failing_app_does_no_harm_to_others(site, folder: Write):
    base = site([folder({"main.py": "import sys\nsys.exit(3)"}), other])
    async with viewing(base + "app") as failed, viewing(base + "other") as viewer:
        await failed.control("error")
        await viewer.until(lambda v: v.roots and v.named("where")["text"] == "other")


async def test_an_error_in_a_callback_is_shown_and_the_session_goes_on(site):
    def app(doc: Document) -> None:
        slider = Slider(name="slider", start=0, end=2, value=0)
        slider.on_change("value", lambda attr, old, new: 1 / (new - 1))
        doc.add_root(slider)

    async with viewing(site(app, dev=True)) as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.write("slider", "value", 1)
        assert "ZeroDivisionError" in (await viewer.control("error"))["detail"]
        number = await viewer.write("slider", "value", 2)
        await viewer.until(lambda v: v.last.ack == number)


async def test_a_blocking_callback_delays_nobody_else(site):
    def blocks(doc: Document) -> None:
        doc.add_root(Div(name="x"))
        doc.add_next_tick_callback(lambda: time.sleep(1))

    base = site([counter, blocks])
    async with viewing(base + "counter") as viewer, viewing(base + "blocks") as blocker:
        await viewer.until(lambda v: v.roots)
        await blocker.control("hello")
        last, gaps = time.perf_counter(), []
        while len(gaps) < 40:
            await viewer.step()
            now = time.perf_counter()
            gaps.append(now - last)
            last = now
        assert max(gaps) < 0.3


async def test_an_async_function_is_an_app_too(site):
    async def later(doc: Document) -> None:
        await asyncio.sleep(0.01)
        doc.add_root(Div(name="where", text=(curdoc() is doc and "here") or "elsewhere"))

    async with viewing(site(Application(later))) as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.named("where")["text"] == "here"
