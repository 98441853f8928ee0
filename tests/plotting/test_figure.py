"""figure(): ranges, scales, axes, tools and their options."""

import datetime as dt
import inspect
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from asgiplots import models
from asgiplots.plotting import DEFAULT_TOOLS, figure, markers

FACTS = json.loads((Path(__file__).parents[1] / "models" / "api_facts.json").read_text(encoding="utf-8"))


def kinds(items) -> list[str]:
    return [type(item).__name__ for item in items]


def test_the_options_are_the_known_ones():
    known = FACTS["figure_options"]
    options = inspect.signature(figure).parameters
    assert set(options) == {*known, "fields"}
    for name in (
        "tools",
        "active_drag",
        "x_axis_type",
        "x_axis_location",
        "y_axis_location",
        "x_axis_label",
        "x_minor_ticks",
    ):
        assert options[name].default == known[name]
    assert known["tools"] == DEFAULT_TOOLS


def test_a_figure_has_axes_grids_and_tools():
    p = figure()
    assert (p.width, p.height) == (600, 600)
    assert kinds(p.below + p.left) == ["LinearAxis", "LinearAxis"]
    assert [(grid.dimension, grid.axis) for grid in p.center] == [(0, p.below[0]), (1, p.left[0])]
    assert kinds(p.tools) == ["PanTool", "WheelZoomTool", "BoxZoomTool", "SaveTool", "ResetTool", "HelpTool"]
    assert kinds([p.x_range, p.y_range, p.x_scale]) == ["DataRange1d", "DataRange1d", "LinearScale"]
    assert p.kind_name == "Figure"
    assert p.plot is p


def test_fields_of_the_plot_are_options_too():
    p = figure(width=400, height=300, title="t", background_fill_color="#fafafa", sizing_mode="stretch_width")
    assert (p.width, p.height, p.title.text, p.sizing_mode) == (400, 300, "t", "stretch_width")
    with pytest.raises(AttributeError, match="figure has no field 'widht'; similar names: width"):
        figure(widht=3)


@pytest.mark.parametrize(
    ("value", "kind", "fields"),
    [
        ((0, 10), "Range1d", {"start": 0, "end": 10}),
        ([0, 10], "Range1d", {"start": 0, "end": 10}),
        (np.array([0.0, 1.5]), "Range1d", {"start": 0.0, "end": 1.5}),
        ((dt.date(2024, 1, 1), dt.date(2024, 2, 1)), "Range1d", {"start": dt.date(2024, 1, 1)}),
        (["a", "b"], "FactorRange", {"factors": ["a", "b"]}),
        ([("a", "x"), ("a", "y")], "FactorRange", {"factors": [("a", "x"), ("a", "y")]}),
        (pd.Series(["a", "b", "c"]), "FactorRange", {"factors": ["a", "b", "c"]}),
        (pd.DataFrame({"k": ["b", "a"]}).groupby("k"), "FactorRange", {"factors": ["a", "b"]}),
        (
            pd.DataFrame({"k": ["b", "a"], "n": [2, 1]}).groupby(["k", "n"]),
            "FactorRange",
            {"factors": [("a", "1"), ("b", "2")]},
        ),
        ([], "FactorRange", {"factors": []}),
        (None, "DataRange1d", {}),
    ],
)
def test_ranges_are_made_of_plain_values(value, kind, fields):
    x_range = figure(x_range=value).x_range
    assert type(x_range).__name__ == kind
    for name, expected in fields.items():
        assert getattr(x_range, name) == expected


def test_figures_share_ranges():
    first = figure()
    assert figure(x_range=first.x_range).x_range is first.x_range


@pytest.mark.parametrize("value", ["ab", 3, (1, 2, 3), {"a": 1}])
def test_what_is_no_range_is_refused(value):
    with pytest.raises(
        ValueError, match=r"expected a range, a pair \(start, end\) or a list of factors, got"
    ):
        figure(y_range=value)


@pytest.mark.parametrize(
    ("options", "axis", "scale", "minor"),
    [
        ({}, "LinearAxis", "LinearScale", 5),
        ({"x_axis_type": "linear"}, "LinearAxis", "LinearScale", 5),
        ({"x_axis_type": "log"}, "LogAxis", "LogScale", 10),
        ({"x_axis_type": "datetime"}, "DatetimeAxis", "LinearScale", 5),
        ({"x_range": (dt.datetime(2024, 1, 1), dt.datetime(2024, 1, 2))}, "DatetimeAxis", "LinearScale", 5),
        ({"x_range": ["a", "b"]}, "CategoricalAxis", "CategoricalScale", None),
        ({"x_minor_ticks": 3}, "LinearAxis", "LinearScale", 3),
        ({"x_minor_ticks": None}, "LinearAxis", "LinearScale", 0),
    ],
)
def test_axes_fit_types_and_ranges(options, axis, scale, minor):
    p = figure(**options)
    assert kinds(p.below) == [axis]
    assert kinds([p.x_scale]) == [scale]
    assert getattr(p.below[0].ticker, "num_minor_ticks", None) == minor


def test_axes_move_and_go():
    above = figure(x_axis_location="above", y_axis_location="right", x_axis_label="x", y_axis_label="y")
    assert (above.below, above.left) == ([], [])
    assert (above.above[0].axis_label, above.right[0].axis_label) == ("x", "y")
    hidden = figure(x_axis_location=None)
    assert (hidden.below, len(hidden.center)) == ([], 2)
    none = figure(x_axis_type=None)
    assert (none.below, len(none.center)) == ([], 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"x_axis_type": "lin"},
            "x_axis_type expected one of 'auto', 'linear', 'log', 'datetime' or None, got 'lin'",
        ),
        ({"x_axis_type": "log", "x_range": ["a"]}, "'auto' or None for a range of factors, got 'log'"),
        ({"x_minor_ticks": 1}, "minor ticks to be 'auto', None or a number above 1, got 1"),
        ({"x_axis_location": "left_side"}, "a place among"),
        ({"tools": "pan,lasso"}, "there is no tool called 'lasso'"),
        ({"tools": 3}, "a text such as 'pan,wheel_zoom' or a list, got 3"),
        ({"active_drag": "hover"}, "active_drag expected a name among the tools 'pan', .* got 'hover'"),
        ({"active_drag": models.HoverTool()}, r"Toolbar\.active_drag expected"),
        ({"tooltips": 3}, r"HoverTool\.tooltips expected"),
    ],
)
def test_options_that_do_not_fit_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        figure(**options)


def test_tools_are_names_or_models_each_name_once():
    pan = models.PanTool(dimensions="width")
    p = figure(tools=[pan, "hover, tap", "hover"], active_tap=None, active_drag=pan)
    assert kinds(p.tools) == ["PanTool", "HoverTool", "TapTool"]
    assert p.toolbar.active_tap is None
    assert p.toolbar.active_drag is pan
    assert p.toolbar.active_scroll == "auto"
    assert figure(tools="").tools == []
    named = figure(tools="pan,box_zoom", active_drag="box_zoom")
    assert named.toolbar.active_drag is named.tools[1]


def test_tooltips_go_to_the_hover_tool():
    assert figure(tooltips=[("a", "@a")]).hover.tooltips == [("a", "@a")]
    p = figure(tools="hover", tooltips="@a")
    assert len(p.tools) == 1
    assert p.hover.tooltips == "@a"


def test_markers_are_listed(capsys):
    markers()
    out = capsys.readouterr().out
    assert "square_pin" in out
    assert "'o+': 'circle_cross'" in out
