"""A session that began anew takes over what its viewers had set in its earlier life."""

import pytest
from session_kit import Page, World, content

from asgiplots.document import Document, set_curdoc
from asgiplots.models.widgets import Button, Slider, TextInput
from asgiplots.protocol import CONTROL, decode_frame
from asgiplots.schema import ids
from asgiplots.session import Cursor


@pytest.fixture
def world():
    return World()


class App:
    """A slider that moves another one, and a text; run afresh for each life of the session."""

    def __init__(self, world: World) -> None:
        self.handled = []
        self.document = Document()
        self.document.numbers = ids.own_numbers()
        with set_curdoc(self.document):
            self.slider = Slider(start=0, end=10, value=1)
            self.double = Slider(start=0, end=20, value=2)
            self.text = TextInput(value="")
            self.button = Button()
        self.slider.on_change("value", self.moved)
        for model in (self.slider, self.double, self.text, self.button):
            self.document.add_root(model)
        self.session = world.session(self.document)

    def moved(self, attr, old, new):
        self.handled.append(new)
        self.double.value = 2 * new


def come_back(world: World, app: App, kept, name: str = "page") -> Page:
    page = Page(world, app.session, name, cursor=Cursor(app.session.epoch + 1, 17), kept=kept)
    world.settle()
    page.read()
    return page


def test_an_app_that_runs_again_gives_its_models_the_same_ids(world):
    assert [m.id for m in App(world).document.roots] == [m.id for m in App(world).document.roots]


def test_what_was_set_is_there_before_the_first_frame_and_handlers_have_run(world):
    app = App(world)
    kept = [(app.slider.id, "Slider", "value", 7), (app.text.id, "TextInput", "value", "mine")]
    page = come_back(world, app, kept)
    assert page.snapshots == 1
    assert page.first == content(app.document)
    assert (app.slider.value, app.double.value, app.text.value) == (7, 14, "mine")
    assert app.handled == [7]


def test_the_newest_value_of_a_field_counts(world):
    app = App(world)
    come_back(world, app, [(app.slider.id, "Slider", "value", v) for v in (3, 9, 4)])
    assert app.handled == [4]


@pytest.mark.parametrize(
    "entry",
    [
        ("p9", "Slider", "value", 3),
        ("slider", "Select", "value", 3),
        ("slider", "Slider", "value", "high"),
        ("slider", "Slider", "title", "mine"),
        ("slider", "Slider", "no such field", 3),
    ],
)
def test_what_does_not_fit_any_more_is_left_out_and_the_rest_counts(world, entry):
    app = App(world)
    entry = (app.slider.id, *entry[1:]) if entry[0] == "slider" else entry
    page = come_back(world, app, [entry, (app.text.id, "TextInput", "value", "mine")])
    assert app.text.value == "mine" and app.slider.value == 1 and app.handled == []
    assert page.state() == content(app.document)


def test_a_session_that_goes_on_takes_nothing_over(world):
    app = App(world)
    page = Page(world, app.session)
    world.settle()
    page.read()
    app.session.leave(page.viewer)
    app.slider.value = 5
    page.kept = [(app.slider.id, "Slider", "value", 8)]
    page.connect()
    world.settle()
    page.read()
    assert app.slider.value == 5 and page.state() == content(app.document)


def test_a_second_viewer_sees_its_own_values_too_before_its_first_frame(world):
    app = App(world)
    first = Page(
        world,
        app.session,
        "one",
        cursor=Cursor(app.session.epoch + 1, 4),
        kept=[(app.slider.id, "Slider", "value", 3)],
    )
    second = Page(
        world,
        app.session,
        "two",
        cursor=Cursor(app.session.epoch + 1, 4),
        kept=[(app.text.id, "TextInput", "value", "two")],
    )
    world.settle()
    for page in (first, second):
        page.read()
        assert page.state() == content(app.document)
    assert (app.slider.value, app.text.value) == (3, "two")
    assert second.first == content(app.document)


def test_a_handler_that_raises_does_not_keep_the_viewer_out(world):
    app = App(world)
    app.slider.on_change("value", lambda attr, old, new: 1 / 0)
    page = come_back(world, app, [(app.slider.id, "Slider", "value", 7)])
    assert page.snapshots == 1 and page.state() == content(app.document)
    assert len(world.failures) == 1


def test_who_leaves_meanwhile_does_not_get_a_snapshot(world):
    app = App(world)
    viewer = app.session.attach(
        "page", Cursor(app.session.epoch + 1, 1), lambda: None, kept=[(app.slider.id, "Slider", "value", 7)]
    )
    app.session.leave(viewer)
    world.settle()
    assert app.slider.value == 7
    assert {decode_frame(data).kind for data in viewer.take()} == {CONTROL}
