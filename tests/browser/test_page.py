"""What holds a page together: scripts of apps, custom models, errors, the connection, several documents."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from browser.pages import Pages, settle, show
from playwright.sync_api import Page, Route, expect
from running import ROOT, answers, free_port, running, wait_until

from asgiplots.embed import components
from asgiplots.models import Div
from asgiplots.resources import INLINE

pytestmark = pytest.mark.browser

APP = """
    from asgiplots.models import Button, Column, CustomJS, Div, LayoutDOM, Slider
    from asgiplots.plotting import curdoc
    from asgiplots.schema import field

    class Gauge(LayoutDOM):
        __implementation__ = "gauge.js"
        level: float = field(default=0.25, writable=True)

    class Broken(LayoutDOM):
        __implementation__ = "broken.js"

    slider = Slider(title="level", name="slider", start=0, end=1, step=0.25, value=0.25)
    copy = Slider(title="copy", start=0, end=1, step=0.25, value=0)
    words = {name: Div(text="-", name=name) for name in ("body", "awaited", "module", "event", "python")}
    gauge = Gauge(name="gauge", width=200, height=20)
    press = Button(label="press")
    fail = Button(label="fail")

    slider.js_link("value", copy, "value")
    slider.js_on_change("value", CustomJS(code="nonsense()"))
    def script(to, code):
        return CustomJS(args={"to": words[to]}, code=code)
    slider.js_on_change("value", script("body", "to.text = 'body ' + cb_obj.value"))
    slider.js_on_change("value", script("awaited", \"\"\"
        to.text = await Promise.resolve('awaited ' + this.value)
    \"\"\"))
    slider.js_on_change("value", script("module", \"\"\"
        const say = (value) => 'module ' + value
        export default ({to}, obj) => { to.text = say(obj.value) }
    \"\"\"))
    press.js_on_event("button_click", script("event", "to.text = cb_obj.event_name"))
    slider.on_change("value", lambda attr, old, new: gauge.update(level=new))
    gauge.on_change("level", lambda attr, old, new: words["python"].update(text=f"level {new}"))
    fail.on_click(lambda: 1 / 0)
    curdoc().title = "A page"
    curdoc().add_root(Column(children=[slider, copy, gauge, Broken(), press, fail, *words.values()]))
"""

GAUGE = """
    export default class Gauge {
      constructor({ model, el }) { this.model = model; this.el = el }
      render() {
        this.el.addEventListener("click", () => { this.model.level = 1 })
        this.update(new Set())
      }
      update(changed) { this.el.textContent = `${[...changed]} ${this.model.level}` }
    }
"""
BROKEN = "export default class { render() { throw new Error('no ink') } }"

EVENTS = """
    window.heard = []
    for (const name of ["connected", "reconnecting", "resumed", "snapshot", "ended"])
      document.addEventListener(`asgiplots:${name}`, () => window.heard.push(name))
    const Original = WebSocket
    window.sockets = []
    window.WebSocket = class extends Original { constructor(url) { super(url); window.sockets.push(this) } }
"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP, "--dev", files={"gauge.js": GAUGE, "broken.js": BROKEN})


@pytest.fixture
def pages_that_complain(browser) -> Pages:
    pages = Pages(browser)
    yield pages
    pages.close()


def field(page: Page, name: str, what: str) -> object:
    return page.evaluate(f"window.asgiplots.documents[0].get_model_by_name('{name}').{what}")


def test_scripts_of_apps_run_under_a_content_security_policy(pages_that_complain: Pages, url: str) -> None:
    page = pages_that_complain.open()

    def protect(route: Route) -> None:
        answer = route.fetch()
        policy = {"content-security-policy": "script-src 'self' 'nonce-abc'"}
        html = answer.text().replace("<script type=", '<script nonce="abc" type=')
        route.fulfill(response=answer, body=html, headers=answer.headers | policy)

    page.route(url, protect)
    show(page, url)
    page.get_by_role("slider", name="level").press("ArrowRight")
    for word in ("body 0.5", "awaited 0.5", "module 0.5", "level 0.5"):
        expect(page.get_by_text(word, exact=True).first).to_be_visible()
    expect(page.get_by_role("slider", name="copy")).to_have_value("0.5")
    page.get_by_role("button", name="press").click()
    expect(page.get_by_text("button_click")).to_be_visible()
    assert [text for text in pages_that_complain.complaints if "Content Security Policy" in text] == []
    assert [text for text in pages_that_complain.complaints if "nonsense is not defined" in text]


def test_custom_models_hear_and_write_and_fail_in_their_place(
    pages_that_complain: Pages, url: str, shoot
) -> None:
    page = pages_that_complain.open(url)
    gauge = page.locator(".ap-custom").first
    expect(gauge).to_have_text("0.25")
    page.get_by_role("slider", name="level").press("ArrowRight")
    expect(gauge).to_have_text("level 0.5")
    gauge.click()
    expect(gauge).to_have_text("level 1")
    expect(page.get_by_text("level 1", exact=True)).to_have_count(2)
    expect(page.get_by_role("alert")).to_contain_text("Error: no ink")
    shoot(page)


def test_a_callback_that_fails_shows_its_traceback_once(pages_that_complain: Pages, url: str) -> None:
    page = pages_that_complain.open(url, color_scheme="dark")
    failures = page.get_by_role("alert").filter(has_text="ZeroDivisionError")
    for _ in range(3):
        page.get_by_role("button", name="fail").click()
    expect(failures).to_have_count(1)
    expect(failures).to_contain_text("line 3")
    page.get_by_role("slider", name="level").press("ArrowRight")
    expect(page.get_by_text("level 0.5", exact=True).first).to_be_visible()


def test_the_face_of_the_page(browser_page: Page, serve) -> None:
    source = """
        from asgiplots.models import Div
        from asgiplots.plotting import curdoc
        curdoc().title = "Faces"
        curdoc().add_root(Div(text="words", name="one"))
    """
    show(browser_page, serve(source))
    expect(browser_page).to_have_title("Faces")
    found = browser_page.evaluate(
        """() => {
          const [page] = window.asgiplots.documents
          const [root] = page.roots()
          const model = page.get_model_by_name("one")
          return [root === model, page.get_model_by_id(root.id) === root, model.text, page.to_json().title]
        }"""
    )
    assert found == [True, True, "words", "Faces"]


def test_a_script_writes_what_the_app_has_opened(pages_that_complain: Pages, serve) -> None:
    source = """
        from asgiplots.models import Button, Column, Div
        from asgiplots.plotting import curdoc

        shut, opened = Button(label="shut", name="shut"), Button(label="open", name="opened")
        heard = Div(text="-")
        for button in (shut, opened):
            button.on_change("label", lambda attr, old, new: heard.update(text=f"heard {new}"))
        curdoc().allow_writes(opened, "label")
        curdoc().add_root(Column(children=[shut, opened, heard]))
    """
    page = pages_that_complain.open(serve(source))
    page.evaluate("window.asgiplots.documents[0].get_model_by_name('shut').label = 'one'")
    page.evaluate("window.asgiplots.documents[0].get_model_by_name('opened').label = 'two'")
    expect(page.get_by_text("heard two")).to_be_visible()
    expect(page.get_by_role("button", name="one")).to_be_visible()
    [complaint] = pages_that_complain.complaints
    assert "Button.label was changed by a script: the change stays in this page" in complaint


COUNTER = """
    from asgiplots.models import ColumnDataSource, Column, Div, Slider
    from asgiplots.plotting import curdoc

    source = ColumnDataSource({"n": [0]}, name="source")
    slider = Slider(title="level", name="slider", start=0, end=100, step=1, value=0)
    heard = Div(text="-", name="heard")
    slider.on_change("value", lambda attr, old, new: heard.update(text=f"{heard.text} {new}"))
    events = Div(text="events:")
    def hear(event):
        events.text += " " + event.event_name
    for event in ("document_ready", "connection_lost", "client_reconnected"):
        curdoc().on_event(event, hear)
    count = 0
    def more():
        global count
        count += 1
        source.stream({"n": [count]})
    curdoc().add_root(Column(children=[slider, heard, events]))
    curdoc().add_root(source)
    curdoc().add_periodic_callback(more, 20)
"""


def test_a_cut_connection_resumes_where_it_stood(browser_page: Page, serve) -> None:
    browser_page.add_init_script(EVENTS)
    show(browser_page, serve(COUNTER))
    for cut in range(3):
        browser_page.evaluate("window.sockets.at(-1).close()")
        browser_page.get_by_role("slider").press("ArrowRight")
        browser_page.wait_for_function(
            f"window.heard.filter(name => name === 'resumed').length === {cut + 1}"
        )
    expect(browser_page.get_by_text("- 1 2 3", exact=True)).to_be_visible()
    browser_page.wait_for_timeout(100)
    rows = browser_page.evaluate(
        "Array.from(window.asgiplots.documents[0].get_model_by_name('source').data.n)"
    )
    assert len(rows) > 20
    assert rows == list(range(len(rows)))
    told = " connection_lost client_reconnected"
    expect(browser_page.get_by_text(f"events: document_ready{told * 3}", exact=True)).to_be_visible()
    assert browser_page.evaluate("window.heard") == ["connected", *["reconnecting", "resumed"] * 3]
    expect(browser_page.get_by_role("status")).to_have_count(0)


def test_the_websocket_opened_first_is_the_pages_only_one(browser_page: Page, serve) -> None:
    browser_page.add_init_script(EVENTS)
    show(browser_page, serve(COUNTER))
    browser_page.wait_for_function("window.heard.includes('connected')")
    assert browser_page.evaluate("[window.sockets.length, window.asgiplots_early]") == [1, None]
    browser_page.get_by_role("slider").press("ArrowRight")
    expect(browser_page.get_by_text("- 1", exact=True)).to_be_visible()


def test_a_page_whose_first_websocket_fails_connects_by_another(pages_that_complain: Pages, serve) -> None:
    page = pages_that_complain.open()
    page.add_init_script(EVENTS)
    page.add_init_script("""
        const Watched = WebSocket
        window.WebSocket = class extends Watched {
          constructor(url) { super(url); if (window.sockets.length === 1) this.close() }
        }
    """)
    show(page, serve(COUNTER))
    page.get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("- 1", exact=True)).to_be_visible()
    assert page.evaluate("[window.sockets.length, window.heard]") == [2, ["reconnecting", "connected"]]


def test_a_server_that_comes_back_finds_its_viewers(
    pages_that_complain: Pages, tmp_path: Path, shoot
) -> None:
    app = tmp_path / "app.py"
    app.write_text(dedent(COUNTER), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "asgiplots", "serve", str(app), "--port", str(port)]
    env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "ASGIPLOTS_SECRET_KEY": "k" * 40}
    url = f"http://127.0.0.1:{port}/"
    page = pages_that_complain.open()
    page.add_init_script(EVENTS)
    with running(command, env=env):
        wait_until(lambda: answers(url), f"an answer of {url}")
        show(page, url)
    expect(page.get_by_role("status")).to_contain_text("Reconnecting")
    shoot(page)
    with running(command, env=env):
        expect(page.get_by_role("status")).to_have_count(0, timeout=20_000)
        page.wait_for_function("window.heard.includes('snapshot')")
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("- 1", exact=True)).to_be_visible()


def test_several_documents_share_a_page(browser_page: Page) -> None:
    first, second = components(Div(text="one")), components([Div(text="two"), Div(text="three")])
    script, place = first
    other_script, (left, right) = second
    browser_page.set_content(
        f"<html><head>{INLINE.render()}{script}{other_script}</head>"
        f"<body><p>a{right}</p><main>{place}</main>{left}</body></html>"
    )
    expect(browser_page.locator("main")).to_have_text("one")
    assert browser_page.locator(".ap-markup").all_inner_texts() == ["three", "one", "two"]
    assert browser_page.evaluate("window.asgiplots.documents.length") == 2
    settle(browser_page)
