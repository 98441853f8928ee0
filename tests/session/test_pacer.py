"""Frames are made as viewers can take them: what nobody would see joins the next one, and nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_kit import Page, World, content

from asgiplots.document import Document
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.protocol import CONTROL, Pace


class Reader(Page):
    """A page whose connection sends what there is at once, unless it is full."""

    full = False

    def _wake(self):
        super()._wake()
        if not self.full:
            self.world.runtime.post(self.send)

    def send(self):
        if not self.full:
            self.read()

    def fill(self):
        self.full = True
        self.viewer.occupied(True)

    def drain(self):
        self.full = False
        self.viewer.occupied(False)
        self.world.advance(0)
        self.read()

    def says(self, fps, hidden=False, revision=None):
        """Report its rate, 0 for none; by default it has applied all that it got."""
        seen = self.revision or 0 if revision is None else revision
        self.session.submit(self.viewer, Pace(1000 / fps if fps else 0, seen, hidden))
        self.world.advance(0)

    @property
    def patches(self):
        return sum(frame.kind != CONTROL for frame in self.frames)


class Show:
    """An app with a counter, growing rows and a slider that is answered; whoever comes looks at it."""

    def __init__(self, readers=1, journal_bytes=1_000_000):
        self.world = World()
        self.text, self.slider, self.button = TextInput(value=""), Slider(start=0, end=10, value=0), Button()
        self.source = ColumnDataSource(data={"x": [0.0]})
        self.document = Document()
        for root in (self.text, self.slider, self.button, self.source):
            self.document.add_root(root)
        self.slider.on_change("value", lambda attr, old, new: self.slider.update(title=f"is {new}"))
        self.session = self.world.session(self.document, journal_bytes=journal_bytes)
        self.ticks = 0
        self.pages = [Reader(self.world, self.session, f"page {i}") for i in range(readers)]
        self.world.settle()

    def tick(self):
        self.ticks += 1
        self.text.value = str(self.ticks)
        self.source.stream({"x": [float(self.ticks)]})

    def play(self, seconds, per_second=200):
        """Let the app tick, and count the frames of the first page meanwhile."""
        before = self.pages[0].patches
        for _ in range(round(seconds * per_second)):
            self.session.run(self.tick)
            self.world.advance(1 / per_second)
        return self.pages[0].patches - before

    def saved(self):
        return self.world.policy.meters.frames_saved

    def agree(self):
        return all(page.state() == content(self.document) for page in self.pages)


@pytest.fixture
def show():
    return Show()


def test_each_transaction_makes_a_frame_until_a_page_says_how_fast_it_paints(show):
    assert show.play(1) == 200
    assert show.saved() == 0


@pytest.mark.parametrize("fps", [5, 15, 60])
def test_frames_are_made_a_little_faster_than_the_page_paints_them(show, fps):
    show.pages[0].says(fps)
    assert fps < show.play(2) / 2 <= 1.25 * fps + 1
    show.world.advance(1 / fps)
    assert show.agree()


def test_changes_slower_than_the_page_paints_never_wait(show):
    show.pages[0].says(15)
    for _ in range(20):
        show.session.run(show.tick)
        show.world.settle()
        assert show.agree()
        show.world.advance(0.07)
    assert show.saved() == 0


def test_the_fastest_page_sets_the_pace():
    show = Show(readers=2)
    show.pages[1].says(5)
    assert show.play(1) == 200, "who did not say yet is taken for fast"
    show.pages[0].says(60)
    assert 60 < show.play(1) <= 76
    show.session.leave(show.pages[0].viewer)
    before = show.pages[1].patches
    show.play(1)
    assert 5 < show.pages[1].patches - before <= 8
    assert len(show.source.data["x"]) == 601


def test_while_all_connections_are_full_there_is_one_frame_a_second():
    show = Show(readers=2)
    show.pages[0].fill()
    revision = show.session.revision
    show.play(1)
    assert show.session.revision - revision == 200, "the other page reads"
    show.pages[1].fill()
    show.play(3)
    assert show.session.revision - revision - 200 <= 4
    show.pages[1].drain()
    assert show.pages[1].state() == content(show.document), "the newest state at once"
    show.pages[0].drain()
    assert show.agree()


def test_a_connection_that_was_full_for_a_moment_is_one_frame_late_at_most(show):
    page = show.pages[0]
    page.fill()
    show.play(0.9)
    before = page.patches
    page.drain()
    assert show.agree() and page.patches - before <= 2


def test_a_hidden_page_gets_a_frame_a_second_and_the_newest_state_when_it_is_shown(show):
    page = show.pages[0]
    page.says(60, hidden=True)
    assert show.play(5) in (5, 6)
    assert not show.agree()
    page.says(60)
    assert show.agree()
    assert show.play(1) > 60


def test_a_slow_page_that_lags_gets_less_until_it_has_caught_up(show):
    page = show.pages[0]
    page.says(10)
    assert show.play(1) > 10
    page.says(10, revision=page.revision - 5)
    assert show.play(1) in (7, 8, 9), "it lags by 0.4 s"
    page.says(10, revision=1)
    assert show.play(2) in (5, 6), "never less than a quarter of what it paints"
    page.says(10)
    assert show.play(1) > 10


def test_a_fast_page_is_not_judged_by_what_was_on_its_way_when_it_spoke(show):
    page = show.pages[0]
    page.says(60)
    show.play(1)
    page.says(60, revision=1)
    assert show.play(1) > 60


def test_what_a_person_does_is_answered_at_once(show):
    page = show.pages[0]
    page.says(2)
    show.play(0.1)
    assert not show.agree()
    page.write((show.slider, "value", 4))
    show.world.settle()
    assert page.unanswered == {} and show.agree()
    assert page.document.need_model(show.slider.id).title == "is 4"


def test_who_acts_while_all_is_full_gets_the_last_answer_when_it_can_be_sent(show):
    page = show.pages[0]
    show.session.run(show.tick)
    show.world.settle()
    page.fill()
    for value in range(1, 10):
        page.write((show.slider, "value", value))
        show.world.advance(0.01)
    assert show.saved() > 5
    page.drain()
    assert page.unanswered == {} and show.agree()


def test_a_client_of_python_is_acknowledged_though_its_changes_wait(show):
    driver = Reader(show.world, show.session, "driver", trusted=True)
    show.world.settle()
    driver.viewer.peer.drives = True
    show.pages[0].says(2)
    show.play(0.1)
    frames = show.pages[0].patches
    driver.event("button_click", show.button)
    show.world.settle()
    assert driver.unanswered == {} and show.pages[0].patches == frames


def test_flush_sends_though_it_is_not_due(show):
    show.pages[0].says(2)
    show.play(0.1)
    show.session.run(lambda: (show.tick(), show.document.flush()))
    show.world.settle()
    assert show.agree()


def test_more_than_8_mib_do_not_wait(show):
    show.pages[0].says(2)
    show.play(0.1)
    block = [float(n) for n in range(100_000)]
    for _ in range(3):
        show.session.run(lambda: show.source.stream({"x": block}))
        show.world.settle()
    assert show.agree()


def test_rows_of_the_app_and_of_a_page_stay_rows(show):
    page = show.pages[0]
    other = Reader(show.world, show.session, "other")
    show.document.allow_writes(show.source, "data")
    show.world.settle()
    page.says(2)
    other.says(2)
    show.play(0.1)
    page.frames.clear()
    page.write((show.source, "data", {"x": [5.0]}))
    show.world.settle()
    kinds = [type(o).__name__ for frame in page.frames if frame.kind != CONTROL for o in frame.operations]
    assert kinds[0] == "SetFields" and "Stream" in kinds, "what waited went first, as it was"
    assert other.state() == content(show.document)


def test_who_comes_back_gets_what_waited(show):
    page = show.pages[0]
    page.says(60, hidden=True)
    show.play(2.5)
    show.session.leave(page.viewer)
    page.connect()
    show.world.advance(0)
    assert show.agree() and page.snapshots == 1


def test_nothing_is_left_to_do_after_the_end(show):
    show.pages[0].says(2)
    show.play(0.1)
    show.session.close()
    revision = show.session.revision
    show.world.advance(3)
    assert show.session.revision == revision


numbers = st.integers(0, 9)
steps = st.tuples(
    st.sampled_from(
        [
            "tick",
            "outside",
            "write",
            "click",
            "fill",
            "drain",
            "wait",
            "says",
            "hide",
            "cut",
            "flush",
            "block",
        ]
    ),
    st.integers(0, 1),
    numbers,
)


class Story:
    """Anything in any order; a page that can read is soon up to date, with few frames."""

    def __init__(self, journal_bytes):
        self.show = Show(readers=2, journal_bytes=journal_bytes)
        self.show.button.on_click(self.clicked)
        self.clicks = self.answers = 0

    def clicked(self):
        self.answers += 1
        self.show.button.label = str(self.answers)

    def step(self, kind, i, n):
        show, page = self.show, self.show.pages[i]
        if kind == "tick":
            show.session.run(show.tick)
        elif kind == "outside":
            show.tick()
        elif kind == "write":
            page.write((show.slider, "value", n))
        elif kind == "click":
            self.clicks += 1
            page.event("button_click", show.button)
        elif kind == "fill":
            page.fill()
        elif kind == "drain":
            self.drain(page)
        elif kind == "wait":
            show.world.advance(n / 9)
        elif kind in ("says", "hide"):
            page.says(10 * n, hidden=kind == "hide", revision=0 if n == 8 else None)
        elif kind == "cut":
            show.session.leave(page.viewer)
            page.full = False
            page.connect()
        elif kind == "flush":
            show.session.run(lambda: (show.tick(), show.document.flush()))
        else:
            show.world.runtime.hold_jobs = n < 3

    def drain(self, page):
        """As soon as it can read it has what the others may have, and the newest a frame later."""
        show = self.show
        show.world.runtime.hold_jobs = False
        page.says(20)
        show.world.settle()
        page.drain()
        before = page.patches
        show.world.advance(0.041)
        page.read()
        assert page.state() == content(show.document) and page.patches - before <= 2
        assert page.unanswered == {}


@settings(max_examples=200, deadline=None)
@given(st.lists(steps, max_size=40), st.sampled_from([300, 1_000_000]))
def test_whatever_pages_can_take_they_end_with_what_there_is(story_steps, journal_bytes):
    story = Story(journal_bytes)
    show = story.show
    for kind, i, n in story_steps:
        story.step(kind, i, n)
    show.world.runtime.hold_jobs = False
    for page in show.pages:
        page.drain()
    show.world.advance(4)
    assert show.agree() and all(page.unanswered == {} for page in show.pages)
    assert story.clicks == story.answers
    assert len(show.source.data["x"]) == show.ticks + 1
    assert show.world.failures == []
