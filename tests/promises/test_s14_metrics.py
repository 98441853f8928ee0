"""S14: a server tells whether it lives, whether it takes visitors, and what it has done so far."""

import asyncio
import time
from collections.abc import Mapping

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from running import ROOT
from serving import serving, viewing

import asgiplots
from asgiplots.models import Button, Div, Slider
from asgiplots.session.meters import BOUNDS, Histogram


def app(doc):
    slider, said = Slider(name="slider", start=0, end=10, value=0), Div(name="said", text="0")
    slow, wait = Button(name="slow"), Button(name="wait")
    slider.on_change("value", lambda attr, old, new: said.update(text=str(new)))
    slow.on_click(lambda: time.sleep(0.2))

    async def waited():
        await asyncio.sleep(0.03)

    wait.on_click(waited)
    for root in (slider, said, slow, wait):
        doc.add_root(root)
    doc.add_periodic_callback(lambda: None, 10)


@pytest.fixture
def url():
    with serving(asgiplots.create_app({"first": app, "second": app})) as url:
        yield url


async def read(url: str) -> Mapping[str, float]:
    """Values by name, with the labels in braces."""
    answer = await asyncio.to_thread(httpx.get, url + "metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    samples = [s for family in text_string_to_metric_families(answer.text) for s in family.samples]
    labels = [",".join(sorted(s.labels.values())) for s in samples]
    return {
        f"{s.name}{{{some}}}" if some else s.name: s.value for s, some in zip(samples, labels, strict=True)
    }


async def test_what_visitors_do_is_counted(url):
    before = await read(url)
    assert before["asgiplots_sessions{first}"] == before["asgiplots_sessions_opened_total"] == 0
    async with viewing(url + "first", viewer="one") as viewer:
        await viewer.until(lambda v: v.roots)
        await viewer.write("slider", "value", 4)
        await viewer.until(lambda v: v.named("said")["text"] == "4")
        await viewer.write("slider", "value", "high")
        await viewer.control("refused")
        for button in ("slow", "wait"):
            number = await viewer.event("button_click", button)
            await viewer.until(lambda v, n=number: v.last.ack >= n)
        async with asyncio.timeout(5):
            while (counted := await read(url))["asgiplots_callback_seconds_count{task}"] < 1:
                await asyncio.sleep(0.01)
    assert counted["asgiplots_sessions{first}"] == counted["asgiplots_viewers{first}"] == 1
    assert counted["asgiplots_sessions{second}"] == 0
    assert counted["asgiplots_snapshots_total"] == 1
    assert counted["asgiplots_refused_total"] == 1
    assert counted["asgiplots_frames_encoded_total"] >= 3  # the document, the text, the value that stays
    assert counted["asgiplots_frames_sent_total"] >= counted["asgiplots_frames_encoded_total"]
    assert counted["asgiplots_bytes_sent_total"] > 500
    assert counted["asgiplots_skipped_ticks_total"] >= 3  # while the slow click ran
    assert counted["asgiplots_callback_seconds_count{thread}"] >= 2
    assert counted["asgiplots_callback_seconds_count{task}"] >= 1
    slow = counted["asgiplots_callback_seconds_bucket{+Inf,thread}"]
    assert slow > counted["asgiplots_callback_seconds_bucket{0.05,thread}"]
    assert counted["asgiplots_loop_lag_seconds_count"] >= 1


async def test_who_comes_back_is_counted_as_that(url):
    page = url + "first?session=one-that-is-left"
    async with viewing(page, viewer="one") as viewer:
        await viewer.until(lambda v: v.roots)
        epoch, revision = viewer.last.epoch, viewer.last.revision
    async with viewing(page, viewer="one", cursor=(epoch, revision)) as viewer:
        await viewer.control("hello")
        counted = await read(url)
    assert (counted["asgiplots_resumes_total"], counted["asgiplots_snapshots_total"]) == (1, 1)


async def test_no_probe_and_no_page_makes_a_session(url):
    async with httpx.AsyncClient() as client:
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            for path in ("", "first", "second", "livez", "readyz", "metrics", "nothing"):
                await client.request(method, url + path)
        assert (await client.get(url + "livez")).text == "ok\n"
        assert (await client.get(url + "readyz")).text == "ready\n"
    counted = await read(url)
    assert counted["asgiplots_sessions_opened_total"] == 0


async def test_no_session_and_no_user_is_named(url):
    async with viewing(url + "first?session=a-secret-of-ada", viewer="one") as viewer:
        await viewer.until(lambda v: v.roots)
        assert "secret" not in (await asyncio.to_thread(httpx.get, url + "metrics")).text


def test_a_setting_takes_it_away():
    with serving(asgiplots.create_app({"first": app}, metrics=False)) as url:
        assert httpx.get(url + "metrics").status_code == 404


def test_a_histogram_counts_up_to_its_bounds():
    histogram = Histogram()
    for seconds in (0, BOUNDS[0], 0.0011, 0.3, 99):
        histogram.add(seconds)
    cumulative = dict(histogram.cumulative())
    assert cumulative[0.001] == 2 and cumulative[0.0025] == 3 and cumulative[0.5] == 4
    assert cumulative[float("inf")] == histogram.count == 5
    assert histogram.sum == pytest.approx(99.3021)


async def test_the_documentation_names_every_metric(url):
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = (await asyncio.to_thread(httpx.get, url + "metrics")).text
    names = {line.split()[0].split("{")[0] for line in told.splitlines() if not line.startswith("#")}
    for name in names:
        base = (
            name.removesuffix("_bucket").removesuffix("_count").removesuffix("_sum").removesuffix("_created")
        )
        assert base in text, name
