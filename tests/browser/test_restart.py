"""S3 in real browsers: the server is killed and started again; pages come back by themselves, the app runs
afresh with the same arguments, and what each person had set is there before the first frame."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from browser.pages import Pages
from browser.plots import BORDERS, Plot
from playwright.sync_api import Page, expect
from running import ROOT, answers, free_port, wait_until

pytestmark = pytest.mark.browser

APP = f"""
    from asgiplots.io import curdoc
    from asgiplots.models import Div, Range1d, Select, Slider, TextInput
    from asgiplots.plotting import figure

    n = int(curdoc().session_context.request.arguments["n"][0])
    p = figure(
        name="plot", width=600, height=400, x_range=Range1d(0, 10), y_range=Range1d(0, 10),
        tools="pan,tap", {BORDERS}
    )
    points = p.scatter(list(range(n)), list(range(n)), size=12)
    level = Slider(name="level", title="Level", start=0, end=100, value=1)
    shape = Select(name="shape", title="Shape", options=["a", "b"], value="a")
    text = TextInput(name="text", title="Text", value="")
    derived = Div(name="derived", text="1")
    level.on_change("value", lambda attr, old, new: derived.update(text=str(new * 2)))
    for root in (p, level, shape, text, derived):
        curdoc().add_root(root)
"""

#: Keeps what the page shows right after each snapshot, before anything else can come.
WATCH = """() => document.addEventListener("asgiplots:snapshot", () => {
  const find = (name) => window.asgiplots.documents[0].get_model_by_name(name)
  window.first = { level: find("level").value, derived: find("derived").text, shape: find("shape").value,
    text: find("text").value, start: Math.round(find("plot").x_range.start * 1e3) / 1e3 }
  window.snapshots = (window.snapshots ?? 0) + 1
})"""


class Server:
    def __init__(self, folder: Path, state: Path) -> None:
        (folder / "restarted.py").write_text(dedent(APP))
        self.port, self.folder = free_port(), folder
        self.url = f"http://127.0.0.1:{self.port}/"
        self.environ = os.environ | {"PYTHONPATH": str(ROOT / "src"), "XDG_STATE_HOME": str(state)}
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "asgiplots", "serve", str(self.folder / "restarted.py")]
        self.process = subprocess.Popen([*command, "--port", str(self.port)], env=self.environ)
        wait_until(lambda: answers(self.url + "livez"), "the server answers")

    def kill(self, sig: int = signal.SIGKILL) -> None:
        self.process.send_signal(sig)
        self.process.wait(15)


@pytest.fixture
def server(tmp_path: Path):
    server = Server(tmp_path, tmp_path)
    yield server
    server.kill()


def opened(pages: Pages, url: str) -> Page:
    page = pages.open(url)
    page.wait_for_function("window.asgiplots.documents[0].roots().length === 5")
    page.evaluate(WATCH)
    page.evaluate("window.same = true")
    return page


@pytest.mark.parametrize("sig", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "told to stop"])
def test_pages_come_back_to_a_server_started_again_with_all_that_was_set(
    pages: Pages, server: Server, sig, shoot
):
    page, other = opened(pages, server.url + "?n=7"), opened(pages, server.url + "?n=5")
    page.get_by_role("slider", name="Level").press("End")
    page.get_by_label("Shape").select_option("b")
    page.get_by_label("Text").fill("half a sen")
    page.get_by_label("Text").press("Enter")
    plot = Plot(page)
    plot.click(3, 3)
    plot.drag((5, 5), (3, 5))
    expect(page.locator(".ap-div")).to_have_text("200")
    page.get_by_label("Text").focus()
    ranges = plot.ranges()
    assert ranges[:2] == pytest.approx([2, 12], abs=0.01) and plot.selected() == [3]
    server.kill(sig)
    page.get_by_label("Text").press_sequentially("tence")
    server.start()
    for one in (page, other):
        one.wait_for_function("window.snapshots === 1", timeout=30_000)
    first = page.evaluate("window.first")
    print(f"\nS3: before its first frame the page had {first}")
    assert first == {"level": 100, "derived": "200", "shape": "b", "text": "half a sen", "start": ranges[0]}
    assert plot.ranges() == ranges and plot.selected() == [3]
    assert page.evaluate("window.same && document.activeElement.value") == "half a sentence"
    assert (
        page.evaluate(
            "window.asgiplots.documents[0].get_model_by_name('plot').renderers[0].data_source.data.x.length"
        )
        == 7
    )
    assert other.evaluate("window.first") == {
        "level": 1,
        "derived": "1",
        "shape": "a",
        "text": "",
        "start": 0,
    }
    page.get_by_role("slider", name="Level").press("Home")
    expect(page.locator(".ap-div")).to_have_text("0")
    shoot(page)
    pages.complaints[:] = [text for text in pages.complaints if "WebSocket connection to" not in text]
