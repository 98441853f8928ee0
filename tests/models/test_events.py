"""Events as handlers receive them."""

import pytest

from asgiplots.models import Button, Plot
from asgiplots.models.events import ButtonClick, DocumentReady, Pan, SelectionGeometry, Tap, make_event


def test_an_event_is_made_of_what_a_page_reports():
    plot = Plot()
    event = make_event("pan", plot, {"delta_x": 3, "delta_y": 4, "sx": 1, "x": 0.5})
    assert isinstance(event, Pan)
    assert (event.model, event.delta_x, event.sx, event.x, event.y) == (plot, 3, 1, 0.5, None)
    assert "delta_x=3" in repr(event)


def test_events_of_the_document_have_no_model():
    assert isinstance(make_event("document_ready", None, {}), DocumentReady)


def test_a_handler_is_given_the_event_only_where_it_asks_for_it():
    button = Button()
    seen: list[object] = []
    button.on_click(lambda: seen.append("nothing"))
    button.on_click(lambda label="own": seen.append(label))
    button.on_click(lambda event, label="own": seen.append(type(event)))
    button.on_click(lambda *events: seen.append(len(events)))
    button._run_event_handlers("button_click", ButtonClick(button))
    assert seen == ["nothing", "own", ButtonClick, 1]


def test_classes_name_what_on_event_takes():
    button, seen = Button(), []
    button.on_event(ButtonClick, seen.append)
    button.on_event("button_click", seen.append)
    event = ButtonClick(button)
    button._run_event_handlers("button_click", event)
    assert seen == [event, event]


def test_defaults_are_those_of_the_browser():
    assert SelectionGeometry(Plot()).final is True
    assert Tap(Plot(), x=1).modifiers is None


@pytest.mark.parametrize(
    ("name", "model", "values", "message"),
    [
        ("tapp", Plot(), {}, "no event called 'tapp'; similar names: tap"),
        ("tap", None, {}, "expected the model that it happened on"),
        ("tap", Plot(), {"z": 1}, "has no value 'z'"),
        ("document_ready", None, {"z": 1}, "has no value 'z'"),
        ("tap", Plot(), {"sx": "far"}, "sx of the event 'tap' expected a number or None, got 'far'"),
        ("selectiongeometry", Plot(), {"final": []}, "final of the event 'selectiongeometry' expected"),
    ],
)
def test_what_is_no_event_is_refused(name, model, values, message):
    with pytest.raises(ValueError, match=message):
        make_event(name, model, values)
