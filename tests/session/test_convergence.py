"""Any order of writes, callbacks, cuts and returns: in the end every viewer holds what the session holds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from session_fakes import pause
from session_kit import Page, World, content

from asgiplots.document import Document
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.protocol import Pace

ids = st.integers(0, 2)
values = st.integers(0, 9)

steps = st.one_of(
    st.tuples(st.just("write"), ids, values),
    st.tuples(st.just("write_two"), ids, values),
    st.tuples(st.just("throttled"), ids, values),
    st.tuples(st.just("click"), ids, values),
    st.tuples(st.just("app"), ids, values),
    st.tuples(st.just("async_app"), ids, values),
    st.tuples(st.just("stream"), ids, values),
    st.tuples(st.just("outside"), ids, values),
    st.tuples(st.just("grow"), ids, values),
    st.tuples(st.just("hold"), ids, values),
    st.tuples(st.just("read"), ids, values),
    st.tuples(st.just("cut"), ids, values),
    st.tuples(st.just("flush"), ids, values),
    st.tuples(st.just("block"), ids, values),
    st.tuples(st.just("settle"), ids, values),
    st.tuples(st.just("pace"), ids, values),
    st.tuples(st.just("full"), ids, values),
    st.tuples(st.just("wait"), ids, values),
)


class Story:
    """One app with handlers that answer, and three pages."""

    def __init__(self, journal_bytes: int) -> None:
        self.world = World()
        self.slider = Slider(start=0, end=10, value=1, value_throttled=1)
        self.text = TextInput(value="")
        self.button = Button()
        self.source = ColumnDataSource(data={"x": [0.0], "y": [0.0]})
        document = Document()
        for root in (self.slider, self.text, self.button, self.source):
            document.add_root(root)
        self.clicks = 0
        self.throttled: list[int] = []
        self.rows = 1
        self.slider.on_change("value", self.clamp)
        self.slider.on_change("value_throttled", lambda attr, old, new: self.throttled.append(new))
        self.button.on_click(self.click)
        self.session = self.world.session(document, journal_bytes=journal_bytes)
        self.pages = [Page(self.world, self.session, f"page {i}") for i in range(3)]
        self.world.settle()
        for page in self.pages:
            page.read()
        self.clicked = 0

    def clamp(self, attr, old, new):
        if new > 7:
            self.slider.value = 7
        if new == 6:
            self.session.document.flush()
            self.slider.value = 5
        self.text.value = f"slider {new}"

    def click(self):
        self.clicks += 1
        self.button.label = f"clicked {self.clicks}"

    def step(self, kind, i, value):
        getattr(self, f"do_{kind}")(self.pages[i], value)

    def do_write(self, page, value):
        page.write((self.slider, "value", value))

    def do_write_two(self, page, value):
        page.write((self.slider, "value", value), (self.text, "value", f"typed {value}"))

    def do_app(self, page, value):
        def work():
            self.slider.value = value
            self.text.value = f"app {value}"

        self.session.run(work)

    def do_async_app(self, page, value):
        async def work():
            self.slider.value = value
            await pause()
            self.text.value = f"async {value}"

        self.session.run(work)

    def do_stream(self, page, value):
        count = value % 3 + 1
        self.rows += count
        new = [float(self.rows)] * count
        self.session.run(lambda: self.source.stream({"x": new, "y": new}))

    def do_outside(self, page, value):
        self.slider.value = value
        self.slider.title = f"outside {value}"
        self.source.stream({"x": [-1.0], "y": [-1.0]})
        self.rows += 1

    def do_grow(self, page, value):
        document = self.session.document

        def work():
            if len(document.roots) > 6:
                document.remove_root(document.roots[-1])
            else:
                document.add_root(TextInput(value=f"new {value}"))

        self.session.run(work)

    def do_read(self, page, value):
        page.read()

    def do_cut(self, page, value):
        page.read(lose_after=value)
        self.session.leave(page.viewer)
        if value % 2:
            page.connect()
        else:
            self.world.settle()
            page.connect()

    def do_flush(self, page, value):
        def work():
            self.slider.value = value
            self.session.document.flush()
            self.slider.value = 9 - value

        self.session.run(work)

    def do_hold(self, page, value):
        if value % 2:
            self.session.document.hold()
        else:
            self.session.document.unhold()

    def do_block(self, page, value):
        self.world.runtime.hold_jobs = not self.world.runtime.hold_jobs

    def do_settle(self, page, value):
        self.world.settle()

    def do_pace(self, page, value):
        self.session.submit(page.viewer, Pace(ms=20 * value, revision=page.revision or 0, hidden=value == 9))

    def do_full(self, page, value):
        page.viewer.occupied(value % 2 == 0)

    def do_wait(self, page, value):
        self.world.advance(value / 20)

    def do_throttled(self, page, value):
        page.write((self.slider, "value_throttled", value))

    def do_click(self, page, value):
        self.clicked += 1
        page.event("button_click", self.button)


@settings(max_examples=300, deadline=None)
@given(st.lists(steps, max_size=40), st.sampled_from([20, 300, 1_000_000]))
def test_every_viewer_ends_equal_and_every_click_counts_once(story_steps, journal_bytes):
    story = Story(journal_bytes)
    for kind, i, value in story_steps:
        story.step(kind, i, value)
    story.world.runtime.hold_jobs = False
    story.session.document.unhold()
    for _ in range(3):
        story.world.settle()
        story.world.advance(1)
        for page in story.pages:
            page.read()
    want = content(story.session.document)
    for page in story.pages:
        assert page.state() == want
        assert page.unanswered == {}
    assert story.clicks == story.clicked
    assert len(story.source.data["x"]) == story.rows
    assert story.world.failures == []
