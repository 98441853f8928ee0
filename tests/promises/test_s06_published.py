"""S6: one document with 1,000 viewers costs one encoding a change; how each looks at it is its own affair."""

import asyncio
import json
import os

import pytest
from serving import Viewer, payload, serving, socket_url, viewing
from websockets.asyncio.client import connect

import asgiplots
from asgiplots.document import curdoc
from asgiplots.models import Button, Div, Range1d, Slider
from asgiplots.plotting import figure
from asgiplots.protocol import encode_changes
from asgiplots.session import publisher

VIEWERS = int(os.environ.get("ASGIPLOTS_VIEWERS", "1000"))
CHANGES = 20


def board(doc):
    """A figure whose range is known, a slider, a text that follows it, and who asked for the page."""
    slider = Slider(name="slider", start=0, end=100, value=0)
    said = Div(name="said", text="0")
    slider.on_change("value", lambda attr, old, new: setattr(said, "text", str(new)))
    plot = figure(x_range=Range1d(0, 10, name="x"))
    plot.line([1, 2], [3, 4])
    plot.x_range.on_change("start", lambda attr, old, new: setattr(said, "text", f"start is {new}"))
    button = Button(name="home")
    button.on_click(lambda: plot.x_range.update(start=1))
    request = doc.session_context.request
    asked = Div(name="asked", text=f"{dict(request.arguments)} {dict(request.cookies)} {request.user}")
    for root in (slider, said, plot, asked, button):
        doc.add_root(root)


def together(doc):
    board(doc)
    curdoc().collaborative = True


@pytest.fixture
def encoded(monkeypatch):
    """How often changes were encoded since the test began."""
    calls = []

    def count(document, changes):
        calls.append(changes)
        return encode_changes(document, changes)

    monkeypatch.setattr(publisher, "encode_changes", count)
    return calls


@pytest.fixture
def site():
    apps = [asgiplots.App(board, shared=True), asgiplots.App(together, shared=True)]
    with serving(asgiplots.create_app(apps)) as url:
        yield url


async def test_a_change_is_encoded_once_for_a_thousand_viewers(site, encoded):
    start = await asyncio.to_thread(payload, site + "board")
    opened = asyncio.Semaphore(50)

    async def follow(number: int) -> Viewer:
        async with opened:
            socket = await connect(socket_url(site + "board", start), compression=None)
            await socket.send(json.dumps({"type": "hello", "token": start["token"], "viewer": f"v{number}"}))
            return await Viewer(socket).until(lambda v: v.roots, 60)

    viewers = await asyncio.gather(*(follow(n) for n in range(VIEWERS)))
    encoded.clear()
    for value in range(1, CHANGES + 1):
        await viewers[0].write("slider", "value", value)
        await asyncio.gather(
            *(v.until(lambda v, text=str(value): v.named("said")["text"] == text, 60) for v in viewers)
        )
    frames = viewers[-1].last.revision
    print(f"\nS6: {VIEWERS} viewers, {CHANGES} changes in {frames} frames, {len(encoded)} encodings")
    assert len(encoded) == frames == 2 * CHANGES  # the slider for the others, the text for everybody
    await asyncio.gather(*(v.socket.close() for v in viewers))


async def test_all_who_open_the_page_view_one_session_that_is_kept(site):
    async with viewing(site + "board", viewer="one") as one, viewing(site + "board", viewer="two") as two:
        await one.until(lambda v: v.roots)
        await two.until(lambda v: v.roots)
        await one.write("slider", "value", 7)
        await two.until(lambda v: v.named("said")["text"] == "7")
    async with viewing(site + "board?session=another", viewer="three") as three:
        await three.until(lambda v: v.roots)
        assert three.named("said")["text"] == "7"


async def test_what_the_first_visitor_s_request_says_is_not_told_to_all(site):
    page = site + "board?secret=1"
    start = await asyncio.to_thread(payload, page)
    cookie = {"Cookie": "who=ada"}
    async with viewing(page, start=start, additional_headers=cookie) as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.named("asked")["text"] == "{} {} None"


async def test_zoom_is_each_viewer_s_own_and_what_the_app_sets_is_everybody_s(site):
    async with viewing(site + "board", viewer="one") as one, viewing(site + "board", viewer="two") as two:
        await one.until(lambda v: v.roots)
        await two.until(lambda v: v.roots)
        await one.write("x", "start", 4)
        refused = await one.control("refused")
        assert "is each viewer's own: the document is not collaborative" in refused["reason"]
        await one.event("button_click", "home")
        for viewer in (one, two):
            await viewer.until(lambda v: v.named("x").get("start") == 1)
            assert viewer.named("said")["text"] != "start is 4"


async def test_in_a_collaborative_document_zoom_is_everybody_s(site):
    page = site + "together"
    async with viewing(page, viewer="one") as one, viewing(page, viewer="two") as two:
        await one.until(lambda v: v.roots)
        await two.until(lambda v: v.roots)
        await one.write("x", "start", 4)
        await two.until(lambda v: v.named("said")["text"] == "start is 4" and v.named("x")["start"] == 4)


async def test_a_setting_shares_all_apps(folder):
    path = folder(
        {
            "main.py": "from asgiplots.models import Div\nfrom asgiplots.io import curdoc\n"
            "curdoc().add_root(Div(name='id', text=str(id(curdoc()))))\n"
        }
    )
    with serving(asgiplots.create_app(path, shared=True)) as url:
        async with viewing(url, viewer="one") as one, viewing(url, viewer="two") as two:
            await one.until(lambda v: v.roots)
            await two.until(lambda v: v.roots)
            assert one.named("id") == two.named("id")
