"""Pages without a server: one file, opened without a network, and parts put into other people's pages."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.pages import Pages, settle
from browser.sites import serving_files
from playwright.sync_api import expect
from running import ROOT

from asgiplots.embed import components, file_html, server_document
from asgiplots.layouts import column
from asgiplots.models import Div, LayoutDOM, Slider
from asgiplots.plotting import figure
from asgiplots.resources import INLINE

pytestmark = pytest.mark.browser


def plot(title: str):
    made = figure(title=title, width=500, height=300)
    made.line([1, 2, 3, 4], [4, 6, 5, 7], line_width=3, color="#2f7fb8", legend_label="line")
    return made


def test_one_file_needs_no_network_and_its_links_work(pages: Pages, shoot, tmp_path: Path):
    slider = Slider(title="width", start=1, end=20, value=3)
    shown = plot("A file")
    slider.js_link("value", shown.renderers[0].glyph, "line_width")
    path = tmp_path / "plot.html"
    path.write_text(file_html(column(slider, shown), title="A file of its own"), encoding="utf-8")
    page = pages.open(path.as_uri(), offline=True)
    assert page.title() == "A file of its own"
    page.get_by_role("slider", name="width").press("End")
    line = "window.asgiplots.documents[0].models.values().find(model => model.type === 'Line')"
    page.wait_for_function(f"{line}.line_width === 20 || {line}.line_width.value === 20")
    settle(page)
    shoot(page)


def test_a_custom_model_is_in_the_file(pages: Pages, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shout.js").write_text(
        """export default class {
          constructor({ model, el }) { Object.assign(this, { model, el }) }
          render() { this.el.textContent = this.model.words.toUpperCase() }
        }"""
    )

    class Shout(LayoutDOM):
        __implementation__ = "shout.js"
        words: str = "hello"

    path = tmp_path / "shout.html"
    path.write_text(file_html(Shout()), encoding="utf-8")
    page = pages.open(path.as_uri(), offline=True)
    expect(page.get_by_text("HELLO")).to_be_visible()


def test_parts_stand_where_they_are_put(pages: Pages, shoot, tmp_path: Path):
    script, places = components({"first": plot("First"), "second": Div(text="<b>second</b>")})
    other_script, other_place = components(plot("Another document"))
    path = tmp_path / "page.html"
    path.write_text(
        f"""<!doctype html><meta charset="utf-8"><title>mine</title>{INLINE.render()}
        <h1>Mine</h1><section id="b">{places["second"]}</section><p>between</p>
        <section id="a">{places["first"]}</section>{script}
        <section id="c">{other_place}</section>{other_script}"""
    )
    page = pages.open(path.as_uri(), offline=True, height=1000)
    expect(page.locator("#b")).to_contain_text("second")
    expect(page.locator("#a .ap-figure")).to_be_visible()
    expect(page.locator("#c .ap-figure")).to_be_visible()
    assert page.evaluate("window.asgiplots.documents.length") == 2
    shoot(page)


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A site of another origin, and the folder that it serves."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, directory=str(tmp_path), **kwargs)

        def log_message(self, *args) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", tmp_path
        server.shutdown()
        thread.join()


def test_an_app_stands_in_another_sites_page(pages: Pages, shoot, other_site: tuple[str, Path]):
    address, folder = other_site
    with serving_files(ROOT / "apps" / "press_me.py") as url:
        element = server_document(f"{url}press_me", height=700)
        (folder / "host.html").write_text(
            f"<!doctype html><title>host</title><link rel=icon href=data:,><h1>Another site</h1>{element}"
        )
        page = pages.open()
        page.goto(f"{address}host.html")
        inside = page.frame_locator("iframe")
        inside.get_by_role("button", name="press me").click()
        frame = page.frames[1]
        frame.wait_for_function(
            "window.asgiplots.documents[0].models.values().some(model => model.data?.text?.length === 1)"
        )
        shoot(page)
        page.close()
