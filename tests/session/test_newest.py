"""Handlers of the policy "newest" leave out what is overtaken while it waits; the others see all of it."""

import pytest
from session_kit import Page, World

from asgiplots.document import Document
from asgiplots.events import MouseMove
from asgiplots.models.widgets import Button, Slider
from asgiplots.plotting import figure


@pytest.fixture
def world():
    return World()


def viewed(world, *roots):
    document = Document()
    for root in roots:
        document.add_root(root)
    session = world.session(document)
    page = Page(world, session)
    world.settle()
    page.read()
    return page


def test_of_events_that_wait_only_the_newest_counts(world):
    plot, every, newest = figure(), [], []
    plot.on_event(MouseMove, lambda event: every.append(event.x))
    plot.on_event(MouseMove, lambda event: newest.append(event.x), policy="newest")
    page = viewed(world, plot)
    for x in range(5):
        page.event("mousemove", plot, x=x, y=0, sx=0, sy=0)
    world.settle()
    assert (every, newest) == ([0, 1, 2, 3, 4], [4])
    page.event("mousemove", plot, x=9, y=0, sx=0, sy=0)
    world.settle()
    assert newest == [4, 9]


def test_of_values_that_wait_on_both_sides_of_a_click_only_the_newest_counts(world):
    slider, button, every, newest = Slider(start=0, end=10, value=0), Button(), [], []
    button.on_click(lambda: None)
    slider.on_change("value", lambda attr, old, new: every.append(new))
    slider.on_change("value", lambda attr, old, new: newest.append(new), policy="newest")
    page = viewed(world, slider, button)
    page.write((slider, "value", 1))
    page.event("button_click", button)
    page.write((slider, "value", 2))
    world.settle()
    assert (every, newest) == ([1, 2], [2])


def test_what_python_itself_changes_is_never_left_out(world):
    slider, newest = Slider(start=0, end=10, value=0), []
    slider.on_change("value", lambda attr, old, new: newest.append(new), policy="newest")
    viewed(world, slider)
    slider.value = 1
    slider.value = 2
    assert newest == [1, 2]


def test_another_policy_is_an_error():
    with pytest.raises(ValueError, match="a callback's policy expected 'every' or 'newest', got 'last'"):
        Button().on_event("button_click", lambda: None, policy="last")
