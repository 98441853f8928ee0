"""S1: a streaming session behind a network that cuts, anywhere and both ways, loses and repeats nothing.

`make cuts` tries 2,000 cuts here, and 100 in a browser (`tests/browser/test_resume.py`); the suite fewer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from fault_proxy import Cut, FaultProxy, HalfClose, Plan, Stall
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from serve_command import Serving
from serving import payload, socket_url
from session_kit import content
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from asgiplots.document import Document
from asgiplots.protocol import Frame
from asgiplots.testing import Replica

#: Connections that a fault ends in one session, and sessions: about as many cuts as their product.
CUTS, SESSIONS = 10, int(os.environ.get("ASGIPLOTS_TEST_FAULTED_SESSIONS", "20"))
_SECONDS = 10

APP = '''
    """Rows that come by themselves, and an answer to everything that a person does."""
    import numpy as np
    from asgiplots.events import Tap
    from asgiplots.models import Button, ColumnDataSource, Div, Slider, TextInput
    from asgiplots.plotting import curdoc

    doc = curdoc()
    wave = ColumnDataSource(name="wave", data={"y": np.zeros(0), "n": np.zeros(0, dtype="i4"), "s": []})
    heard = ColumnDataSource(name="heard", data={"serial": np.zeros(0)})
    slider = Slider(name="slider", start=0, end=1e9, value=0)
    typed = TextInput(name="typed", value="")
    button = Button(name="button", label="0")
    state = Div(name="state", text="")
    for root in (wave, heard, slider, typed, button, state):
        doc.add_root(root)

    def tick():
        n = len(wave.data["n"])
        new = np.arange(n, n + 3, dtype="i4")
        wave.stream({"y": np.sin(new / 7), "n": new, "s": [f"row {i}" for i in new]})
        state.text = f"{n} rows"
        doc.send_event("beat", {"n": n // 3})
        if n > 30:
            wave.patch({"y": [(n - 20, float(n)), (slice(n - 10, n - 8), [1.0, 2.0])]})

    async def pressed():
        button.label = str(int(button.label) + 1)

    def tapped(event):
        heard.stream({"serial": [event.x]})

    def released(attr, old, new):
        heard.stream({"serial": [new]})

    def changed(attr, old, new):
        state.text = f"typed {new}"

    ticking = doc.add_periodic_callback(tick, 5)
    doc.on_message("stop", lambda values: doc.remove_periodic_callback(ticking))
    button.on_click(pressed)
    button.on_event(Tap, tapped)
    slider.on_change("value_throttled", released)
    typed.on_change("value", changed)
'''


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("faults") / "streaming.py"
    path.write_text(dedent(APP))
    with Serving(str(path), "--port", "0") as serving:
        yield serving.url


class Page:
    """A browser's page, as far as the wire goes: it comes back after each cut, and acts on the way."""

    def __init__(
        self,
        url: str,
        through: int | None = None,
        start: dict[str, Any] | None = None,
        patience: float = _SECONDS,
    ) -> None:
        self.start = start or payload(url)
        self.replica = Replica(f"page {next(_names)}")
        self.serials = self.clicks = 0
        self.connections = 0
        parts = urlsplit(socket_url(url, self.start))
        self._address = parts._replace(netloc=f"127.0.0.1:{through or parts.port}").geturl()
        self._patience = patience
        self._stops = through is not None
        self._greeted = False
        self._pongs = 0

    def act_until(self, calm: Any) -> None:
        """Act, over as many connections as it takes, until one begins when `calm()` is true."""
        while True:
            try:
                with self._connect() as socket:
                    if self._talk(socket, calm()):
                        return
            except (OSError, EOFError, InvalidHandshake, ConnectionClosed):
                pass

    def look(self) -> Document:
        """The document as it is in the server now."""
        with self._connect() as socket:
            self._talk(socket, True)
        return self.replica.document

    def _connect(self) -> ClientConnection:
        self.connections += 1
        return connect(
            self._address, compression=None, proxy=None, open_timeout=self._patience, close_timeout=0.1
        )

    def _talk(self, socket: ClientConnection, calm: bool) -> bool:
        """Speak until the connection breaks; a calm one ends once both sides have nothing left to say."""
        self._greeted, self._pongs = False, 0
        socket.send(self.replica.hello(self.start["token"]))
        while not (self._greeted and self.replica.snapshots):
            self._hear(socket)
        for text in self.replica.unacknowledged():
            socket.send(text)
        while not calm:
            self._hear(socket)
            if len(self.replica.unacknowledged()) < 8:
                socket.send(self._act())
        if self._stops:
            socket.send(self.replica.event("stop", None, {}))
        while self.replica.unacknowledged() or not self._all_clicks_counted():
            self._hear(socket)
        socket.send('{"type":"ping"}')
        while not self._pongs:
            self._hear(socket)
        return True

    def _all_clicks_counted(self) -> bool:
        """An async handler may end later than its event is acknowledged."""
        button: Any = self.replica.document.get_model_by_name("button")
        return int(button.label) >= self.clicks

    def _hear(self, socket: ClientConnection) -> Frame:
        data = socket.recv(self._patience)
        assert isinstance(data, bytes)
        frame = self.replica.receive(data)
        while self.replica.controls:
            message = self.replica.controls.popleft()
            assert message["type"] in ("hello", "ack", "pong"), message
            self._greeted = self._greeted or message["type"] == "hello"
            self._pongs += message["type"] == "pong"
        return frame

    def _act(self) -> str:
        find: Any = self.replica.document.get_model_by_name
        slider, button, typed = find("slider"), find("button"), find("typed")
        step = self.replica.sent % 4
        if step == 0:
            self.clicks += 1
            return self.replica.event("button_click", button, {})
        if step == 1:
            return self.replica.write([(typed, "value", f"text {self.replica.sent}"), (slider, "value", 5)])
        self.serials += 1
        if step == 2:
            return self.replica.event("tap", button, {"x": self.serials})
        return self.replica.write([(slider, "value_throttled", self.serials)])


_names = count(1)


def columns(document: Document) -> dict[str, Any]:
    """The columns of all sources, byte by byte."""
    sources = [model for model in document.models if model.kind_name == "ColumnDataSource"]
    return {
        f"{source.name}.{name}": (array.dtype.str, len(array), array.tobytes())
        for source in sources
        for name, array in ((name, np.asarray(column)) for name, column in source.data.items())
    }


places = st.one_of(
    st.builds(lambda after: {"after": after}, st.integers(0, 3000)),
    st.builds(lambda frames: {"frames": frames}, st.integers(0, 30)),
)
ends = st.one_of(
    st.builds(lambda place, how: Cut(**place, how=how), places, st.sampled_from(["rst", "fin"])),
    st.builds(lambda place, how: Cut(**place, how=how), places, st.sampled_from(["rst", "fin"])),
    st.builds(lambda place: HalfClose(**place), places),
)
stalls = st.lists(st.builds(lambda at: Stall(at, seconds=0.003), st.integers(0, 2000)), max_size=1)
plans = st.builds(
    lambda way, end, stall: Plan(**{way: (*stall, end)}), st.sampled_from(["up", "down"]), ends, stalls
)
totals = {"sessions": 0, "cuts": 0, "connections": 0, "serials": 0, "clicks": 0, "rows": 0, "snapshots": 0}


@settings(max_examples=SESSIONS, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(plans, min_size=CUTS, max_size=CUTS))
def test_after_any_cuts_the_page_holds_what_the_server_holds(server: str, faults: list[Plan]):
    port = urlsplit(server).port
    assert port
    with FaultProxy(port, faults) as proxy:
        page = Page(server, proxy.port)
        page.act_until(lambda: len(proxy.connections) > CUTS)
        ended = sum(isinstance(fault, Cut | HalfClose) for fault in proxy.faults)
    truth = Page(server, start=page.start).look()
    _count(page, ended, truth)
    check(page, truth)


def test_a_page_that_gives_a_silent_connection_up_goes_on_exactly(server: str):
    """The server still believes in the old connection when the new one comes."""
    port = urlsplit(server).port
    assert port
    silent = Plan(down=(Stall(frames=12),))
    with FaultProxy(port, [silent, silent]) as proxy:
        page = Page(server, proxy.port, patience=0.3)
        page.act_until(lambda: len(proxy.connections) > 2)
        assert len(proxy.faults) == 2
    check(page, Page(server, start=page.start).look())


def check(page: Page, truth: Document) -> None:
    """The page's document is the server's, and what the page did was applied once and in order."""
    mine = page.replica.document
    assert content(mine) == content(truth)
    assert columns(mine) == columns(truth)
    assert list(truth.get_model_by_name("heard").data["serial"]) == list(range(1, page.serials + 1))
    assert int(truth.get_model_by_name("button").label) == page.clicks
    rows = truth.get_model_by_name("wave").data
    assert list(rows["n"]) == list(range(len(rows["n"])))
    beats = [values["n"] for name, values in page.replica.messages if name == "beat"]
    ticks = len(rows["n"]) // 3  # none if the page said "stop" before the first one
    assert beats == list(range(ticks - len(beats), ticks)), "the app's events came once each, in order"
    assert page.replica.snapshots == 1, "the journal had all, so nothing had to come afresh"


def _count(page: Page, ended: int, truth: Document) -> None:
    """Keep the totals of the run, and tell them at its end."""
    totals["sessions"] += 1
    totals["cuts"] += ended
    totals["connections"] += page.connections
    totals["serials"] += page.serials
    totals["clicks"] += page.clicks
    totals["rows"] += len(truth.get_model_by_name("wave").data["n"])
    totals["snapshots"] += page.replica.snapshots
    if totals["sessions"] % SESSIONS == 0:
        print(f"\nS1: {totals}; none lost, none doubled")
