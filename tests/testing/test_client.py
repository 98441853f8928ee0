"""The client without a browser: what a test can do with it, and what it is told when things go wrong."""

import asyncio
import threading

import pytest

import asgiplots
from asgiplots.apps.application import Application
from asgiplots.document import Document, curdoc
from asgiplots.models.events import Tap
from asgiplots.models.sources import ColumnDataSource
from asgiplots.models.widgets import Button, Div, Slider, TextInput, Toggle
from asgiplots.testing import AppFailed, Client, Disconnected, NotSeen, Refused


def app(doc: Document) -> None:
    """A slider whose handler clamps and writes a text, a button that counts, rows that grow."""
    slider = Slider(name="slider", start=0, end=10, value=1)
    text = Div(name="text", text="")
    source = ColumnDataSource(name="source", data={"x": [0.0]})
    button = Button(name="button", label="0")

    def moved(attr: str, old: float, new: float) -> None:
        slider.value = min(new, 7)
        text.text = f"moved to {slider.value}"

    def pressed() -> None:
        button.label = str(int(button.label) + 1)
        source.stream({"x": [float(button.label)]})

    slider.on_change("value", moved)
    button.on_click(pressed)
    for root in (slider, text, source, button, Toggle(name="toggle"), TextInput(name="input")):
        doc.add_root(root)


@pytest.fixture
def client():
    with Client(app) as client:
        yield client


def named(client: Client, name: str):
    return client.document.select_one({"name": name})


def test_a_set_returns_when_the_handler_s_answer_is_there(client):
    slider = named(client, "slider")
    client.set(slider, value=3)
    assert (slider.value, named(client, "text").text) == (3, "moved to 3")
    client.set(slider, value=9)
    assert (slider.value, named(client, "text").text) == (7, "moved to 7")


def test_clicks_are_events_and_rows_arrive(client):
    button, source = named(client, "button"), named(client, "source")
    for _ in range(3):
        client.click(button)
    assert button.label == "3"
    assert list(source.data["x"]) == [0, 1, 2, 3]


def test_a_toggle_changes_its_state(client):
    toggle = named(client, "toggle")
    client.click(toggle)
    assert toggle.active is True
    client.click(toggle)
    assert toggle.active is False


def test_what_a_browser_may_not_write_is_refused_and_changes_nothing(client):
    slider, text = named(client, "slider"), named(client, "text")
    with pytest.raises(Refused, match=r"Div\.text is not a field that a browser may write.*allow_writes"):
        client.set(text, text="mine")
    with pytest.raises(Refused, match="value"):
        client.set(slider, value="much")
    with pytest.raises(Refused, match="valu"):
        client.set(slider, valu=3)
    assert (slider.value, text.text) == (1, "")
    client.set(slider, value=2)
    assert text.text == "moved to 2"


def test_a_disabled_widget_and_an_unknown_event_are_refused():
    def build(doc):
        doc.add_root(Button(name="button", disabled=True))

    with Client(build) as client:
        button = named(client, "button")
        with pytest.raises(Refused, match="disabled"):
            client.click(button)
        with pytest.raises(Refused, match="no event called 'button_clik'"):
            client.event("button_clik", button)
        with pytest.raises(TypeError, match="expected a button"):
            client.click(client.document)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="set expected a model of the client's document, got None"):
            client.set(named(client, "buton"), disabled=False)


def test_a_document_changed_directly_is_an_error(client):
    named(client, "slider").value = 3
    with pytest.raises(RuntimeError, match=r"client\.set"):
        client.document.select_one({"name": "slider"})


def test_waiting_gives_what_the_condition_gave():
    def build(doc):
        text = Div(name="text", text="")
        doc.add_root(text)
        doc.add_periodic_callback(lambda: setattr(text, "text", text.text + "."), 10)

    with Client(build) as client:
        assert (
            client.wait_for(lambda doc: doc.roots[0].text if len(doc.roots[0].text) > 3 else None) >= "...."
        )


def test_waiting_in_vain_tells_the_condition_and_what_came(client):
    client.set(named(client, "slider"), value=3)
    other = client.join()
    other.set(named(other, "slider"), value=4)
    with pytest.raises(NotSeen) as told:
        client.wait_for(lambda doc: doc.select_one({"name": "slider"}).value == 5, timeout=0.05)
    assert ".value == 5" in str(told.value)
    assert "Slider 'slider'.value = 4" in str(told.value)
    assert "Div 'text'.text = 'moved to 4'" in str(told.value)
    with pytest.raises(NotSeen, match="nothing changed"):
        client.wait_for(lambda doc: False, timeout=0)


def test_a_dropped_connection_is_resumed_exactly(client):
    other = client.join()
    button = named(client, "button")
    client.click(button)
    client.drop()
    for _ in range(5):
        other.click(named(other, "button"))
    client.click(button)
    client.set(named(client, "slider"), value=5)
    assert (button.label, named(other, "button").label) == ("1", "6")
    client.resume()
    assert (button.label, client.snapshots) == ("7", 1)
    assert list(named(client, "source").data["x"]) == list(named(other, "source").data["x"]) == list(range(8))
    assert named(client, "slider").value == named(other, "slider").value == 5


def test_waiting_without_a_connection_is_an_error(client):
    client.drop()
    client.drop()
    with pytest.raises(Disconnected, match="resume"):
        client.wait_for(lambda doc: False)


def test_who_was_away_too_long_gets_a_snapshot(client):
    other = client.join()
    client.drop()
    for i in range(200):
        other.set(named(other, "input"), value=f"{i:010000}")
    client.resume()
    assert client.snapshots == 2
    assert named(client, "input").value == f"{199:010000}"


def test_viewers_of_one_session_see_each_other_and_other_sessions_do_not(client):
    with client.join() as other, client.visit() as stranger:
        client.set(named(client, "slider"), value=6)
        other.wait_for(lambda doc: doc.select_one({"name": "slider"}).value == 6)
        assert other.session == client.session != stranger.session
        assert named(stranger, "slider").value == 1


def test_an_error_of_a_handler_raises_with_its_cause():
    def build(doc):
        button = Button(name="button")
        button.on_click(lambda: 1 // 0)
        doc.add_root(button)

    with Client(build) as client, client.join() as other:
        with pytest.raises(AppFailed, match="ZeroDivisionError") as told:
            client.click(named(client, "button"))
        assert isinstance(told.value.__cause__, ZeroDivisionError)
        assert named(other, "button").label == "Button"


def test_an_error_that_the_test_did_not_notice_raises_at_the_end():
    over = threading.Event()

    def build(doc):
        def late():
            raise ValueError("too late")

        def begin():
            doc.add_next_tick_callback(late)
            doc.add_next_tick_callback(over.set)

        doc.on_event("document_ready", begin)

    with pytest.raises(AppFailed, match="too late"), Client(build):
        assert over.wait(5)


def test_an_app_that_cannot_start_raises_with_its_cause():
    def build(doc):
        raise KeyError("no data")

    with pytest.raises(AppFailed, match="no data") as told:
        Client(build)
    assert isinstance(told.value.__cause__, KeyError)


def test_apps_come_from_files_folders_and_sites(folder):
    main = """
        from asgiplots.models import Div
        from asgiplots.plotting import curdoc
        arguments = curdoc().session_context.request.arguments
        curdoc().add_root(Div(name="text", text=str(arguments.get("city"))))
    """
    path = folder({"main.py": main})
    for source in (path, str(path / "main.py"), Application(path), asgiplots.create_app(path)):
        with Client(source, arguments={"city": "Oslo"}) as client:
            assert named(client, "text").text == "[b'Oslo']"
    site = asgiplots.create_app({"one": app, "two": path})
    with Client(site, path="one") as client:
        assert named(client, "slider").value == 1
        assert named(client.visit("two"), "text").text == "None"
    with pytest.raises(Disconnected, match=r"^/three is not an app's page: 404 Not Found$"):
        Client(site, path="three")


def test_an_app_that_cannot_be_loaded_has_failed(tmp_path):
    (tmp_path / "app.py").write_text("x = (")
    with pytest.raises(AppFailed, match=r"loading the app: .*never closed") as told:
        Client(tmp_path / "app.py")
    assert isinstance(told.value.__cause__, Exception)


def test_it_works_in_another_site_without_a_lifespan():
    from starlette.applications import Starlette
    from starlette.routing import Mount

    site = Starlette(routes=[Mount("/plots", asgiplots.create_app(app))])
    with Client(site, path="/plots/app") as client:
        client.click(named(client, "button"))
        assert named(client, "button").label == "1"


def test_hooks_have_run_when_the_client_is_closed():
    log = []
    hooks = {
        name: lambda context, name=name: log.append(name)
        for name in ("on_server_loaded", "on_session_created", "on_session_destroyed", "on_server_unloaded")
    }
    client = Client(Application(app, **hooks))
    client.close()
    client.close()
    assert log == list(hooks)
    with pytest.raises(Disconnected, match="closed"):
        client.join()


def test_document_events_messages_and_events_with_values():
    def build(doc):
        figure = TextInput(name="input", value="")
        doc.add_root(figure)
        figure.on_event(Tap, lambda event: setattr(figure, "value", f"{event.x}"))
        doc.on_event("document_ready", lambda event: doc.send_event("greeting", {"to": "you"}))
        doc.on_message("hello", lambda values: doc.send_event("echo", values))

    with Client(build) as client:
        client.wait_for(lambda doc: client.messages)
        client.event(Tap, named(client, "input"), x=2.5)
        assert named(client, "input").value == "2.5"
        client.event("hello", n=1)
        client.wait_for(lambda doc: len(client.messages) > 1)
        assert client.messages == [("greeting", {"to": "you"}), ("echo", {"n": 1})]


async def test_in_an_async_test_it_is_the_same():
    def build(doc):
        button = Button(name="button", label="")

        async def pressed():
            await asyncio.sleep(0)
            button.label = "pressed"
            assert curdoc() is doc

        button.on_click(pressed)
        doc.add_root(button)

    with Client(build) as client:
        client.click(named(client, "button"))
        client.wait_for(lambda doc: doc.roots[0].label == "pressed")


def test_a_handler_that_takes_too_long_is_named():
    let_go = threading.Event()

    def build(doc):
        button = Button(name="button")
        button.on_click(lambda: let_go.wait(5) and None)
        doc.add_root(button)

    with Client(build) as client:
        client.timeout = 0.05
        with pytest.raises(NotSeen, match="perhaps a handler still runs"):
            client.click(named(client, "button"))
        let_go.set()
