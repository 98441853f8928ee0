"""A pushed document and its twin, without sockets: each frame crosses when the test says so."""

from collections import deque

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from session_kit import Page, World, content

from asgiplots.client.errors import ClientError
from asgiplots.client.uplink import LocalSession, Uplink
from asgiplots.document import Document
from asgiplots.document.apply import apply_operations
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.protocol import decode_frame
from asgiplots.session import Cursor


class Pair:
    """A document in a client, its twin in a server, one page; two lines between client and server."""

    def __init__(self, *roots, pull=False):
        self.world = World()
        theirs = Document()
        if pull:
            for root in roots:
                theirs.add_root(root)
        self.server = self.world.session(theirs)
        self.viewer = self.server.attach("client", None, lambda: None, trusted=True)
        self.world.settle()
        self.controls = []
        frames = [decode_frame(data) for data in self.viewer.take()]
        mine = Document()
        if pull:
            apply_operations(mine, frames[1].operations)
        else:
            for root in roots:
                mine.add_root(root)
        self.local = LocalSession(
            mine,
            id="client",
            runtime=self.world.runtime,
            scheduler=self.world.scheduler,
            policy=self.world.policy,
            on_error=self.world.failures.append,
        )
        position = Cursor(frames[-1].epoch, frames[-1].revision)
        self.uplink = Uplink(self.local, lambda: None, self.controls.append, position, known=pull)
        self.up, self.down = deque(), deque()
        self.world.settle()
        self.page = None
        if not pull:
            self.cross()
        self.page = Page(self.world, self.server)
        self.world.settle()
        self.page.read()

    @property
    def document(self):
        return self.local.document

    def send_up(self, count=None):
        self.up.extend(self.uplink.outgoing())
        for _ in range(len(self.up) if count is None else min(count, len(self.up))):
            self.server.submit(self.viewer, decode_frame(self.up.popleft()))

    def send_down(self, count=None):
        self.down.extend(self.viewer.take())
        for _ in range(len(self.down) if count is None else min(count, len(self.down))):
            self.uplink.incoming(self.down.popleft())

    def cross(self, times=4):
        for _ in range(times):
            self.world.settle()
            self.send_up()
            self.world.settle()
            self.send_down()
            if self.page is not None:
                self.page.read()
        self.world.settle()

    def begin(self):
        self.uplink.begin()
        self.cross()

    def cut(self):
        """Lose the connection with all that is on its way, and come back."""
        self.up.clear()
        self.down.clear()
        self.uplink.lost()
        self.server.leave(self.viewer)
        self.viewer = self.server.attach(
            "client", self.uplink.position, lambda: None, trusted=True, heard=self.uplink.heard
        )
        self.down.extend(self.viewer.take())
        self.uplink.resume(decode_frame(self.down.popleft()))

    def start_server_again(self):
        """Let a server without any memory take the old one's place."""
        self.server.close()
        self.server = self.world.session(Document())
        self.cut()
        self.page = None
        self.cross()
        self.page = Page(self.world, self.server)
        self.cross()


def slider():
    return Slider(start=0, end=10, value=1)


def test_a_pushed_document_is_the_same_in_the_server_and_in_pages():
    pair = Pair(slider(), ColumnDataSource(data={"x": [1.0, 2.0]}))
    assert content(pair.server.document) == content(pair.document) == pair.page.state()
    assert pair.uplink.is_settled


def test_changes_go_up_before_callbacks_may_run():
    s, source = slider(), ColumnDataSource(data={"x": [1.0, 2.0]})
    pair = Pair(s, source)
    s.title = "now"
    source.stream({"x": [3.0]})
    pair.document.add_root(TextInput(value="more"))
    pair.document.title = "Title"
    pair.cross()
    assert content(pair.server.document) == content(pair.document) == pair.page.state()


def test_timers_wait_for_the_begin():
    pair = Pair(slider())
    ticks = []
    pair.document.add_periodic_callback(lambda: ticks.append(1), 100)
    gone = pair.document.add_timeout_callback(lambda: ticks.append("gone"), 100)
    pair.document.remove_timeout_callback(gone)
    pair.world.advance(1.05)
    assert ticks == []
    pair.begin()
    pair.world.advance(1.05)
    assert ticks == [1] * 10


def test_what_a_person_does_waits_for_the_begin_and_then_runs_handlers():
    s, button = slider(), Button()
    pair = Pair(s, button)
    log = []
    s.on_change("value", lambda attr, old, new: log.append((attr, old, new)))
    button.on_click(lambda event: log.append((event.model.id, s.value)))
    pair.page.write((s, "value", 4))
    pair.page.event("button_click", button)
    pair.cross()
    assert (s.value, log) == (1, [])
    pair.begin()
    assert log == [("value", 1, 4), (button.id, 4)]
    assert content(pair.server.document) == content(pair.document) == pair.page.state()


def test_what_a_handler_answers_reaches_the_page():
    s = slider()
    pair = Pair(s)
    pair.begin()
    s.on_change("value", lambda attr, old, new: setattr(s, "title", f"is {new}"))
    pair.page.write((s, "value", 4))
    pair.cross()
    assert pair.page.document.roots[0].title == "is 4"
    assert pair.uplink.is_settled


def test_nothing_comes_back_to_who_sent_it():
    s, source = slider(), ColumnDataSource(data={"x": [1.0]})
    pair = Pair(s, source)
    pair.begin()
    s.value = 5
    source.stream({"x": [2.0]})
    source.data["x"] = [4.0]
    pair.document.title = "t"
    pair.world.settle()
    pair.send_up()
    pair.world.settle()
    down = [decode_frame(data) for data in pair.viewer.take()]
    assert [frame.operations for frame in down] == [[]]
    assert down[0].control == {"type": "ack"}


def test_an_older_value_of_the_server_does_not_undo_a_newer_one_here():
    s = slider()
    pair = Pair(s)
    pair.begin()
    pair.page.write((s, "value", 4))
    s.value = 7
    pair.world.settle()
    pair.send_down()
    pair.world.settle()
    assert s.value == 7
    pair.cross()
    assert s.value == 7 == pair.server.document.roots[0].value == pair.page.document.roots[0].value


def test_a_pulled_document_follows_the_server_and_may_change_everything():
    s = slider()
    pair = Pair(s, pull=True)
    pair.begin()
    mine = pair.document.roots[0]
    pair.server.run(lambda: setattr(s, "value", 3))
    pair.cross()
    assert mine.value == 3
    mine.title = "from the client"
    pair.document.add_root(TextInput(id="c1", value="new"))
    pair.cross()
    assert s.title == "from the client"
    assert content(pair.server.document) == content(pair.document) == pair.page.state()


def test_a_pulling_client_that_leaves_ends_nothing_but_a_pushing_one_does():
    pair = Pair(slider(), pull=True)
    pair.server.leave(pair.viewer, closed=True)
    assert not pair.page.viewer.gone
    pair = Pair(slider())
    pair.server.leave(pair.viewer, closed=True)
    pair.page.read()
    assert pair.page.viewer.gone
    assert pair.page.controls[-1]["type"] == "ended"
    late = Page(pair.world, pair.server, "late")
    pair.world.settle()
    late.read()
    assert late.state() == content(pair.document)


def test_a_frame_that_cannot_be_applied_is_refused_with_its_reason():
    class Unheard(Slider):
        __implementation__ = "unheard.js"

    from asgiplots.schema import REGISTRY

    pair = Pair(slider())
    pair.begin()
    pair.document.add_root(Unheard(start=0, end=1, value=0))
    pair.world.settle()
    pair.up.extend(pair.uplink.outgoing())
    del REGISTRY._classes["Unheard"]
    pair.cross()
    refused = next(control for control in pair.controls if control["type"] == "refused")
    assert "there is no model called 'Unheard'" in refused["reason"]


def test_a_client_that_fell_behind_keeps_its_models_and_gets_what_people_set():
    s, text = slider(), TextInput(value="")
    pair = Pair(s, text)
    pair.begin()
    pair.server._publisher.journal.limit = 300
    for i in range(40):
        pair.page.write((text, "value", f"{i:050}"), (s, "value", i % 9))
        pair.world.settle()
        pair.page.read()
    pair.cross()
    assert text.value == f"{39:050}"
    assert s.value == 39 % 9
    assert pair.document.roots == [s, text]


def test_a_cut_loses_nothing_and_doubles_nothing():
    s, source, button = slider(), ColumnDataSource(data={"x": [0.0]}), Button()
    pair = Pair(s, source, button)
    pair.begin()
    clicks = []
    button.on_click(lambda: clicks.append(1))
    for place in range(6):
        source.stream({"x": [float(place)]})
        pair.page.event("button_click", button)
        for part in (pair.world.settle, pair.send_up, pair.world.settle, pair.send_down)[:place]:
            part()
        pair.cut()
    pair.cross()
    assert source.data["x"] == [0.0, *map(float, range(6))]
    assert len(clicks) == 6
    assert content(pair.server.document) == content(pair.document) == pair.page.state()


def test_a_server_that_began_anew_gets_the_document_again():
    s, text = slider(), TextInput(value="")
    pair = Pair(s, text)
    pair.begin()
    pair.page.write((s, "value", 4))
    pair.cross()
    text.value = "said while it was away"
    pair.start_server_again()
    assert content(pair.server.document) == content(pair.document) == pair.page.state()
    pair.page.write((s, "value", 6))
    pair.cross()
    assert (s.value, text.value) == (6, "said while it was away")
    assert pair.uplink.is_settled


def test_a_pulled_document_does_not_outlive_its_session():
    pair = Pair(slider(), pull=True)
    pair.begin()
    with pytest.raises(ClientError, match="the server was started again"):
        pair.start_server_again()


def test_a_pulled_document_catches_up_though_the_server_remembers_less():
    s, source = slider(), ColumnDataSource(data={"x": [0.0]})
    pair = Pair(s, source, pull=True)
    pair.begin()
    mine = pair.document.roots[0]
    pair.server._publisher.journal.limit = 100
    pair.up.clear()
    pair.uplink.lost()
    pair.server.leave(pair.viewer)
    pair.server._publisher.journal.limit = 100
    for i in range(30):
        source.stream({"x": [float(i)]})
        pair.world.settle()
    s.title = "theirs"
    mine.value = 8
    pair.world.settle()
    pair.cut()
    pair.cross()
    assert (s.value, mine.title) == (8, "theirs")
    assert content(pair.server.document) == content(pair.document) == pair.page.state()


def test_what_is_too_much_to_be_kept_ends_the_connection():
    source = ColumnDataSource(data={"x": [0.0]})
    pair = Pair(source)
    pair.begin()
    source.stream({"x": [1.0]})
    pair.cross()
    pair.uplink.lost()
    pair.local._publisher.journal.limit = 200
    for i in range(30):
        source.stream({"x": [float(i)]})
        pair.world.settle()
    with pytest.raises(ClientError, match="more changed here than could be kept"):
        pair.cut()


def test_pages_wait_a_while_for_a_program_that_was_cut_off():
    pair = Pair(slider())
    pair.server.leave(pair.viewer)
    pair.world.advance(59)
    pair.page.read()
    assert not pair.page.viewer.gone
    pair.cut()
    pair.world.advance(120)
    pair.page.read()
    assert not pair.page.viewer.gone
    pair.server.leave(pair.viewer)
    pair.world.advance(61)
    pair.page.read()
    assert pair.page.viewer.gone
    assert "did not come back" in pair.page.controls[-1]["reason"]


steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["page", "client", "both", "stream", "click", "up", "down", "read", "settle", "grow", "cut"]
        ),
        st.integers(0, 9),
    ),
    max_size=40,
)


@pytest.mark.parametrize("pull", [False, True])
@settings(max_examples=150, deadline=None)
@given(story=steps)
@example(story=[(kind, 0) for kind in ("grow", "grow", "settle", "grow", "grow", "stream")])
def test_in_the_end_client_server_and_page_are_equal(pull, story):
    s, text, source, button = slider(), TextInput(value=""), ColumnDataSource(data={"x": [0.0]}), Button()
    pair = Pair(s, text, source, button, pull=pull)
    pair.begin()
    mine, my_text, my_source, my_button = pair.document.roots
    clicks = []
    my_button.on_click(lambda: clicks.append(1))
    mine.on_change("value", lambda attr, old, new: setattr(my_text, "value", f"saw {new}"))

    def grow(n):
        roots = pair.document.roots
        if len(roots) > 5:
            pair.document.remove_root(roots[-1])
        else:
            pair.document.add_root(TextInput(value=str(n)))

    def both(n):
        mine.value = n
        pair.page.write((mine, "value", 9 - n), (my_text, "value", f"typed {n}"))

    acts = {
        "page": lambda n: pair.page.write((mine, "value", n)),
        "client": lambda n: setattr(mine, "value", n),
        "both": both,
        "stream": lambda n: my_source.stream({"x": [float(n)]}),
        "click": lambda n: pair.page.event("button_click", my_button),
        "up": pair.send_up,
        "down": pair.send_down,
        "read": lambda n: pair.page.read(),
        "cut": lambda n: pair.cut(),
        "grow": grow,
        "settle": lambda n: pair.world.settle(),
    }
    for kind, n in story:
        acts[kind](n)
    pair.cross(6)
    assert content(pair.server.document) == content(pair.document) == pair.page.state()
    assert len(clicks) == [kind for kind, _ in story].count("click")
    assert pair.world.failures == []
    assert pair.uplink.is_settled
