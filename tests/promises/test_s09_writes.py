"""S9: a browser changes only what it may, only in its document, only to values of the field's kind and within
limits; anything else is refused with a reason, logged once, and changes nothing."""

import asyncio
import json
import logging
import math
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import payload, serving, socket_url, viewing
from session_kit import Page, World, content
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

import asgiplots
from asgiplots.document import Document
from asgiplots.document.apply import Refused, check_writes
from asgiplots.models import Button, Div, Range1d, Slider, TextInput
from asgiplots.models.sources import ColumnDataSource
from asgiplots.protocol import MessageError, Write, decode_message
from asgiplots.protocol.values import ValueEncoder
from asgiplots.schema import REGISTRY, Model

CLASSES = [
    cls
    for cls in REGISTRY.names().values()
    if not cls.is_abstract and cls.__module__.startswith("asgiplots.models")
]
PLACES = [(cls, name, field.writable) for cls in CLASSES for name, field in cls._fields.items()]
JUNK = [
    None,
    True,
    -1,
    2**70,
    1.5,
    math.nan,
    math.inf,
    "",
    "text",
    "<b>",
    [],
    [1],
    ["a"],
    [[]],
    {},
    {"a": 1},
    {"a": []},
]


def made(cls: type[Model]) -> Model:
    return cls.blank("p1")


def state(model: Model) -> str:
    return repr(sorted(model._values.items()))


def test_no_field_of_any_model_can_be_written_but_those_that_are_declared():
    refused, accepted = 0, Counter()
    for cls, name, writable in PLACES:
        document = Document()
        model = made(cls)
        document.add_root(model)
        before = state(model)
        for value in JUNK:
            try:
                check_writes(document, [("p1", name, value)])
                accepted[f"{cls.__name__}.{name}"] += 1
                assert writable, f"{cls.__name__}.{name} took {value!r}"
            except Refused as error:
                refused += 1
                assert str(error)
        assert state(model) == before
    writable = {f"{cls.__name__}.{name}" for cls, name, writable in PLACES if writable}
    print(f"\nS9: {len(CLASSES)} models, {len(PLACES)} fields, {len(writable)} writable; {refused} refused")
    assert set(accepted) <= writable
    assert len(writable) < len(PLACES) / 10


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(
    writes=st.lists(
        st.tuples(
            st.sampled_from(["slider", "text", "range", "div", "none"]),
            st.sampled_from(["value", "start", "text", "title", "name", "data", "nonsense"]),
            values,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_message_is_taken_as_a_whole_or_not_at_all(writes):
    world = World()
    models = {
        "slider": Slider(start=0, end=1, value=0),
        "text": TextInput(value=""),
        "range": Range1d(0, 1),
        "div": Div(text=""),
    }
    document = Document()
    for model in models.values():
        document.add_root(model)
    session = world.session(document)
    page = Page(world, session)
    world.settle()
    page.read()
    before = content(document)
    named = [(models[m].id if m in models else "p9999", field, value) for m, field, value in writes]
    try:
        check_writes(document, named)
        good = True
    except Refused:
        good = False
    session.submit(page.viewer, Write(n=1, writes=named))
    world.settle()
    page.read()
    if not good:
        assert content(document) == before
        assert any(control["type"] == "refused" and control["n"] == 1 for control in page.controls)
    assert world.failures == []


def test_a_model_of_another_document_cannot_be_reached():
    world = World()
    mine, theirs = Slider(start=0, end=1, value=0), Slider(start=0, end=1, value=0)
    for slider, name in ((mine, "mine"), (theirs, "theirs")):
        document = Document()
        document.add_root(slider)
        session = world.session(document, id=name)
    page = Page(world, session)
    world.settle()
    page.write((mine.id, "value", 1))
    world.settle()
    assert mine.value == 0


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "write", "n": 1, "writes": [["p1", "value"]]}',
        '{"type": "write", "n": "1", "writes": []}',
        '{"type": "write", "n": 1, "writes": [["p1", "value", 1]], "more": 1}',
        '{"type": "write", "writes": []}',
        '{"type": "event", "n": 1, "name": 5}',
        '{"type": "patch"}',
        '{"type": "write", "n": 1e400, "writes": []}',
        '{"type": "write", "n": 1, "writes": [["p1", "value", {"$ref": 4}]]}',
        '{"type": "write", "n": 1, "writes": [["p1", "data", {"$": ["f8", 0, 1000000000]}]]}',
        '{"type": "event", "n": 1, "name": "tap", "values": ' + "[" * 5000 + "]" * 5000 + "}",
        "[" * 100_000,
        "nonsense",
        "",
        "\ud800",
    ],
)
def test_what_is_no_message_is_refused_before_it_reaches_a_session(text):
    with pytest.raises(MessageError):
        decode_message(text)


def typed(doc):
    text, slow, count = TextInput(name="text", value=""), Button(name="slow"), Button(name="count", label="0")
    source = ColumnDataSource(name="source", data={"x": [1, 2], "y": [3, 4]})
    slow.on_click(lambda: time.sleep(1.5))
    count.on_click(lambda: count.update(label=str(int(count.label) + 1)))
    for root in (text, slow, count, source):
        doc.add_root(root)
    doc.allow_writes(source, "data")


async def test_columns_must_be_of_one_length_and_numbers_of_their_size():
    with serving(asgiplots.create_app({"typed": typed})) as url:
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            for data in ({"x": [1], "y": [1, 2]}, [1, 2], {"x": 5}):
                seen = len(viewer.controls)
                await viewer.write("source", "data", data)
                await viewer.until(lambda v, n=seen: any(c["type"] == "refused" for c in v.controls[n:]))
            await viewer.write("source", "data", {"x": [7], "y": [8]})
            await viewer.event("button_click", "count")
            await viewer.until(lambda v: v.named("count")["label"] == "1")


async def test_a_reason_is_logged_once_for_each_viewer(caplog):
    with serving(asgiplots.create_app({"typed": typed})) as url, caplog.at_level(logging.WARNING):
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            for _ in range(50):
                await viewer.write("text", "value", 5)
            await viewer.until(lambda v: sum(c["type"] == "refused" for c in v.controls) == 50)
    assert len([record for record in caplog.records if "refused message" in record.message]) == 1


async def test_messages_that_wait_have_a_limit_and_what_is_refused_is_told_again():
    with serving(asgiplots.create_app({"typed": typed}, max_waiting=50)) as url:
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            await viewer.event("button_click", "slow")
            for _ in range(200):
                number = await viewer.event("button_click", "count")
            await viewer.until(lambda v: v.last.ack == number, 10)
            refused = [c for c in viewer.controls if c["type"] == "refused"]
            taken = int(viewer.named("count")["label"])
    assert {c["reason"] for c in refused} == {"50 messages wait for the app's callbacks already"}
    assert taken + len(refused) == 200 and 50 <= taken <= 52


async def test_who_sends_too_fast_is_read_more_slowly_and_nothing_is_lost(caplog):
    with serving(asgiplots.create_app({"typed": typed}, messages_per_second=100)) as url:
        async with viewing(url) as viewer:
            await viewer.until(lambda v: v.roots)
            began = time.monotonic()
            for _ in range(1150):
                await viewer.event("button_click", "count")
            await viewer.until(lambda v: v.named("count")["label"] == "1150", 20)
            took = time.monotonic() - began
    assert took > 1.2  # 1,000 at once, then 100 a second
    assert caplog.text.count("sends too fast") == 1


async def test_there_is_room_for_so_many_sessions_and_viewers_and_others_come_later():
    with serving(asgiplots.create_app({"typed": typed}, max_sessions=2, max_viewers=2)) as url:
        page = url + "typed?session=one"
        async with viewing(page, viewer="a") as a, viewing(page, viewer="b") as b:
            for viewer in (a, b):
                await viewer.until(lambda v: v.roots)
            async with viewing(page, viewer="c") as third:
                assert (await third.control("comeback"))["after"] == 10
                with pytest.raises(ConnectionClosed):
                    await third.step()
                assert third.socket.close_code == 1013
            async with (
                viewing(url + "typed?session=two") as other,
                viewing(url + "typed?session=three") as late,
            ):
                await other.until(lambda v: v.roots)
                await late.control("comeback")


async def test_a_viewer_that_reads_nothing_cannot_make_the_server_remember_ever_more(monkeypatch):
    monkeypatch.setattr("asgiplots.session.viewer._MOST_MESSAGES", 200)
    app = asgiplots.create_app({"typed": typed}, messages_per_second=1e6)
    with serving(app) as url:
        start = await asyncio.to_thread(payload, url)
        async with connect(socket_url(url, start), compression=None) as socket:
            await socket.send(json.dumps({"type": "hello", "token": start["token"], "viewer": "deaf"}))
            await socket.recv()
            socket.transport.pause_reading()
            with pytest.raises(ConnectionClosed):
                for n in range(1, 400_000):
                    await socket.send(json.dumps({"type": "write", "n": n, "writes": [["p1", "x" * 900, 1]]}))
            assert not app.state.site.hosts["typed"].sessions[start["session"]].viewers


def test_the_encoder_and_the_checks_agree():
    assert decode_message(
        json.dumps({"type": "write", "n": 1, "writes": [["p1", "value", ValueEncoder().encode(math.nan)]]})
    )
