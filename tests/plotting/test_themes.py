"""Themes: built in, from files, from dictionaries; what they say when they are wrong."""

import json

import pytest

from asgiplots.document import Document
from asgiplots.models import CategoricalAxis, Column, Legend, Line, LinearAxis, Plot, Slider, Text, Title
from asgiplots.plotting import figure
from asgiplots.protocol import encode_snapshot
from asgiplots.themes import DARK_MINIMAL, Theme, built_in_themes, default

NAMES = ["caliber", "carbon", "contrast", "dark_minimal", "light_minimal", "night_sky"]


@pytest.mark.parametrize("name", NAMES)
def test_every_built_in_theme_fits_the_models(name):
    theme = built_in_themes[name]
    assert theme.name == name
    assert theme.scheme in ("light", "dark")
    for cls in (Plot, figure, LinearAxis, CategoricalAxis, Legend, Title):
        assert theme.for_model(cls)
    assert theme.for_model(Text)["text_color"] == theme.for_model(Title)["text_color"]
    assert not theme.for_model(Line)


def test_the_default_theme_changes_nothing():
    assert not default.for_model(Plot)
    assert default.scheme is None


def test_a_theme_stands_in_for_what_was_never_set():
    plain, own = figure(), figure(background_fill_color="yellow")
    document = Document(theme=DARK_MINIMAL)
    document.add_root(Column(plain, own))
    assert (
        plain.background_fill_color == built_in_themes[DARK_MINIMAL].for_model(Plot)["background_fill_color"]
    )
    assert own.background_fill_color == "yellow"
    document.theme = None
    assert plain.background_fill_color == "#ffffff"


def test_values_of_derived_classes_win():
    theme = Theme(
        json={
            "attrs": {
                "Axis": {"axis_label": "a", "axis_label_standoff": 1},
                "LinearAxis": {"axis_label": "b"},
            }
        }
    )
    assert theme.for_model(LinearAxis) == {"axis_label": "b", "axis_label_standoff": 1}
    assert theme.for_model(CategoricalAxis)["axis_label"] == "a"


def test_figures_are_known_by_both_names():
    for name in ("Figure", "figure", "Plot"):
        assert Theme(json={"attrs": {name: {"width": 300}}}).for_model(figure)["width"] == 300


def test_groups_hold_for_all_models_with_such_looks():
    theme = Theme(json={"line_defaults": {"line_width": 3}, "attrs": {"Line": {"line_alpha": 0.5}}})
    assert theme.for_model(Line) == {"line_width": 3, "line_alpha": 0.5}
    assert not theme.for_model(Slider)


@pytest.mark.parametrize("name", ["theme.yaml", "theme.json"])
def test_themes_are_read_from_files(tmp_path, name):
    path = tmp_path / name
    text = (
        "attrs:\n  Plot:\n    width: 300\n"
        if name.endswith("yaml")
        else '{"attrs": {"Plot": {"width": 300}}}'
    )
    path.write_text(text, encoding="utf-8")
    assert Theme(filename=path).for_model(Plot) == {"width": 300}
    assert Document(theme=str(path)).theme.for_model(Plot) == {"width": 300}


def test_a_class_that_is_not_there_yet_may_be_themed():
    theme = Theme(json={"attrs": {"LaterModel": {"width": 1}}})

    class LaterModel(Slider):
        pass

    assert theme.for_model(LaterModel) == {"width": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("attrs: [", r"theme\.yaml is no valid YAML: .* in line 1"),
        ("attrs:\n\t- a", "is no valid YAML: .* in line 2"),
        ("- 1", "expected 'attrs' at its top, got"),
        ("attr: {}", "expected attrs, line_defaults, fill_defaults, text_defaults at its top, got 'attr'"),
        ("attrs: 3", "expected models by name under 'attrs', got 3"),
        ("attrs: {Plot: red}", "expected fields by name under 'Plot', got 'red'"),
        ("attrs: {Plot: {widht: 3}}", "Plot has no field 'widht'; similar names: width"),
        (
            "attrs: {Plot: {width: wide}}",
            r"Plot\.width expected a whole number of at least 0 or None, got 'wide'",
        ),
    ],
)
def test_a_broken_file_is_refused(tmp_path, content, message):
    path = tmp_path / "theme.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        Theme(filename=path)


def test_what_is_no_theme_is_refused():
    with pytest.raises(
        ValueError, match=r"no theme called 'carbn'; the themes: default, caliber, .*similar names: carbon"
    ):
        Document(theme="carbn")
    with pytest.raises(ValueError, match="a theme, the name of one, a file or a dictionary, got 3"):
        Document(theme=3)
    with pytest.raises(ValueError, match="either filename or json"):
        Theme()
    with pytest.raises(FileNotFoundError):
        Document(theme="nowhere.yaml")


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        ({"border_fill_color": "#101418"}, "dark"),
        ({"background_fill_color": "#fafafa"}, "light"),
        ({"border_fill_color": "#ffffff", "background_fill_color": "#000000"}, "light"),
        ({"background_fill_color": "black"}, None),
        ({"width": 3}, None),
    ],
)
def test_a_theme_says_which_page_goes_with_it(fields, scheme):
    document = Document(theme={"attrs": {"Plot": fields}})
    assert document.theme.scheme == scheme
    document.add_root(figure())
    body = encode_snapshot(document)
    assert json.loads(body.data[: body.head_bytes]).get("theme") == scheme
