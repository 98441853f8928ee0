"""Standalone pages: whole, self-contained, and safe whatever the texts are."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from typing import Any

import pytest

from asgiplots.document import Document
from asgiplots.embed import components, file_html, server_document
from asgiplots.embed import resources as front_end
from asgiplots.models import LayoutDOM, Slider
from asgiplots.plotting import figure
from asgiplots.protocol import SNAPSHOT, decode_frame
from asgiplots.resources import CDN, INLINE, Resources
from asgiplots.server.assets import Assets

NASTY = "</script><script>alert(1)</script><!-- & \u2028"


@pytest.fixture(autouse=True)
def front_end_text(monkeypatch: pytest.MonkeyPatch):
    """A small front end, so that these tests need no built one."""
    monkeypatch.setattr(front_end, "script", lambda: "start()")
    monkeypatch.setattr(front_end, "style", lambda: ".asgiplots{}")


def plot(title: str = "a plot") -> Any:
    made = figure(title=title)
    made.line([1, 2, 3], [4.0, 6.0, 5.0])
    return made


def data_of(html: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/json" [^>]*>(.*?)</script>', html, re.S)
    assert len(found) == 1
    return json.loads(found[0])


def models_of(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Kind to fields of the models in a page's snapshot."""
    frame = b64decode(data["frame"])
    assert decode_frame(frame).kind == SNAPSHOT
    size = int.from_bytes(frame[4:8], "little")
    return {kind: fields for _, kind, fields in json.loads(frame[24 : 24 + size])["models"]}


def test_a_page_holds_everything():
    html = file_html(plot(), title="three points")
    assert "<title>three points</title>" in html
    assert "start()" in html and ".asgiplots{}" in html
    assert not re.search(r"""(src|href)=["'](?!data:)""", html)
    assert "Line" in models_of(data_of(html))


def test_texts_never_end_an_element():
    html = file_html(plot(NASTY), title=NASTY)
    assert "<script>alert" not in html and "<!--" not in html
    assert models_of(data_of(html))["Title"]["text"] == NASTY
    assert data_of(html)["title"] == NASTY


def test_showing_a_model_leaves_its_document_alone():
    document, shown = Document(), plot()
    document.add_root(shown)
    document.add_root(Slider(start=0, end=1, value=0))
    document.take()
    assert "Slider" not in models_of(data_of(file_html(shown)))
    assert shown.document is document and document.take() == []


def test_a_free_model_stays_free():
    shown = plot()
    assert file_html(shown) == file_html(shown)
    Document().add_root(shown)


def test_a_document_brings_its_title_and_all_roots():
    document = Document(title="two roots")
    document.add_root(plot())
    document.add_root(Slider(start=0, end=1, value=0))
    html = file_html(document)
    assert "<title>two roots</title>" in html
    assert {"Figure", "Slider"} <= set(models_of(data_of(html)))


def test_a_theme_goes_to_free_models_only():
    shown = plot()
    dark = models_of(data_of(file_html(shown, theme="dark_minimal")))
    assert dark["Figure"]["background_fill_color"] == "#20262b"
    assert "background_fill_color" not in models_of(data_of(file_html(shown)))["Figure"]
    Document().add_root(shown)
    assert "background_fill_color" not in models_of(data_of(file_html(shown, theme="dark_minimal")))["Figure"]


def test_a_template_may_extend_base():
    template = "{% extends base %}{% block contents %}<h1>{{ words }}</h1>{{ super() }}{% endblock %}"
    html = file_html(plot(), template=template, template_variables={"words": "<up>"})
    assert "<h1>&lt;up&gt;</h1>" in html and "data-roots" in html


def test_a_custom_model_brings_its_module(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gauge.js").write_text("export default class {}")

    class Gauge(LayoutDOM):
        __implementation__ = "gauge.js"

    frame = b64decode(data_of(file_html(Gauge()))["frame"])
    size = int.from_bytes(frame[4:8], "little")
    (address,) = json.loads(frame[24 : 24 + size])["modules"].values()
    assert b64decode(address.removeprefix("data:text/javascript;base64,")) == b"export default class {}"


def test_bokehs_way_of_calling():
    assert file_html(plot(), CDN, "a title").count("start()") == 1
    assert INLINE.render().count("<script") == 1


@pytest.mark.parametrize(
    ("shown", "shape"),
    [(plot(), str), ([plot(), plot()], tuple), ({"a": plot()}, dict)],
    ids=["one", "list", "dict"],
)
def test_components_come_in_the_shape_of_the_models(shown: Any, shape: type):
    script, places = components(shown)
    assert isinstance(places, shape)
    divs = (
        [places] if isinstance(places, str) else list(places.values() if isinstance(places, dict) else places)
    )
    ids = set(data_of(script)["places"].values())
    assert {re.search(r'id="([^"]+)"', div)[1] for div in divs} == ids  # type: ignore[index]


def test_server_document_quotes_its_address():
    element = server_document("https://host/app?a=1", {"b": '"&'}, height=300)
    assert 'src="https://host/app?a=1&amp;b=%22%26"' in element and "height: 300px" in element


@pytest.mark.parametrize("bad", [3, [], [3], "plot"])
def test_only_models_can_be_shown(bad: Any):
    with pytest.raises((TypeError, ValueError), match="expected"):
        file_html(bad)


def test_the_script_text_cannot_end_its_element(monkeypatch, tmp_path):
    monkeypatch.undo()
    (tmp_path / "single-1.js").write_text('x = "</script>"; y = "<!--"')
    (tmp_path / "main-1.css").write_text("a::after{content:'</style>'}")
    names = {"main.js": "main-1.js", "main.css": "main-1.css", "single.js": "single-1.js"}
    (tmp_path / "manifest.json").write_text(json.dumps(names))
    monkeypatch.setattr(front_end, "FOLDER", tmp_path)
    monkeypatch.setattr(front_end, "Assets", lambda: Assets(tmp_path))
    front_end.script.cache_clear()
    front_end.style.cache_clear()
    try:
        assert "</script" not in front_end.script() and "<!--" not in front_end.script()
        assert "</style" not in front_end.style()
    finally:
        front_end.script.cache_clear()
        front_end.style.cache_clear()


def test_modes_are_checked():
    with pytest.raises(ValueError, match="expected one of inline, cdn"):
        Resources("clouds")  # type: ignore[arg-type]
