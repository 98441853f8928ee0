"""Glyph methods: columns, looks, states, legend entries."""

import inspect
import json
from pathlib import Path
from typing import get_args

import numpy as np
import pandas as pd
import polars as pl
import pytest

from asgiplots.models import ColumnDataSource, GlyphRenderer, Legend, Line, Scatter, Stack
from asgiplots.plotting import figure
from asgiplots.schema import Expr, Field, Value
from asgiplots.schema.enums import MarkerType
from asgiplots.transform import field, linear_cmap, value

FACTS = json.loads((Path(__file__).parents[1] / "models" / "api_facts.json").read_text(encoding="utf-8"))
GLYPHS = [
    "circle",
    "harea",
    "harea_step",
    "hbar",
    "image",
    "line",
    "multi_line",
    "patch",
    "patches",
    "quad",
    "rect",
    "scatter",
    "segment",
    "step",
    "text",
    "varea",
    "varea_step",
    "vbar",
]


def range_of(items: list[int]) -> range:
    return range(items[0], items[-1] + 1)


def source() -> ColumnDataSource:
    return ColumnDataSource(data={"x": [1, 2], "y": [3, 4], "kind": ["a", "b"], "c": ["red", "blue"]})


@pytest.mark.parametrize("name", GLYPHS)
def test_places_come_in_the_known_order(name: str):
    known = [param.partition("=")[0] for param in FACTS["figure_methods"][name]]
    ours = [p.name for p in inspect.signature(getattr(figure, name)).parameters.values()]
    assert ours[1:-1] == known


def test_every_marker_has_a_method():
    for kind in get_args(MarkerType):
        renderer = getattr(figure(), kind)([1], [2], size=9)
        assert isinstance(renderer.glyph, Scatter)
        assert (renderer.glyph.marker, renderer.glyph.size) == (kind, 9)


def test_sequences_become_columns_of_a_new_source():
    p = figure()
    renderer = p.scatter(
        [1, 2], np.array([3, 4]), size=[5, 6], marker="square", fill_color=["red", "#00ff00"]
    )
    assert isinstance(renderer, GlyphRenderer)
    assert p.renderers == [renderer]
    assert renderer.data_source.column_names == ["x", "y", "size", "fill_color"]
    assert renderer.glyph.x == Field("x")
    assert renderer.glyph.fill_color == Field("fill_color")
    assert renderer.glyph.marker == "square"


def test_names_are_columns_of_the_source():
    data = source()
    renderer = figure().scatter("x", "y", source=data, fill_color="c", line_color="green", marker="kind")
    glyph = renderer.glyph
    assert renderer.data_source is data
    assert (glyph.fill_color, glyph.line_color, glyph.marker) == (Field("c"), "green", Field("kind"))
    frame = figure().line("x", "y", source={"x": [1], "y": [2]})
    assert frame.data_source.column_names == ["x", "y"]


def test_single_values_hold_for_all_rows():
    glyph = figure().scatter(1, 2, color=(255, 0, 0), alpha=0.5).glyph
    assert (glyph.x, glyph.fill_color, glyph.line_color, glyph.line_alpha) == (1, "#ff0000", "#ff0000", 0.5)


def test_values_fields_and_transforms_pass_through():
    cmap = linear_cmap("x", "Viridis3", 0, 1)
    glyph = (
        figure().text("x", "y", text=value("hi"), text_color=cmap, angle=field("x"), source=source()).glyph
    )
    assert (glyph.text, glyph.text_color, glyph.angle) == (Value("hi"), cmap, Field("x"))


def test_colours_have_defaults_and_shorthands():
    plain = figure().scatter([1], [2]).glyph
    assert (plain.line_color, plain.fill_color) == ("#1f77b4", "#1f77b4")
    glyph = figure().scatter([1], [2], color="red", fill_color="blue", alpha=0.2, line_alpha=1).glyph
    assert (glyph.line_color, glyph.fill_color, glyph.line_alpha, glyph.fill_alpha) == ("red", "blue", 1, 0.2)
    assert figure().image([np.zeros((2, 2))], 0, 0, 1, 1, alpha=0.5).glyph.global_alpha == 0.5


def test_states_have_looks_of_their_own():
    renderer = figure().scatter(
        [1],
        [2],
        size=7,
        color="red",
        selection_color="green",
        nonselection_fill_color="pink",
        hover_alpha=0.3,
    )
    assert (renderer.selection_glyph.fill_color, renderer.selection_glyph.fill_alpha) == ("green", 1.0)
    faint = renderer.nonselection_glyph
    assert (faint.fill_color, faint.line_color, faint.line_alpha, faint.size) == ("pink", "red", 0.1, 7)
    assert (renderer.hover_glyph.line_color, renderer.hover_glyph.line_alpha) == ("red", 0.3)
    assert renderer.muted_glyph == "auto"
    untouched = figure().scatter([1], [2])
    assert (untouched.selection_glyph, untouched.hover_glyph) == ("auto", None)
    assert figure().line([1], [2], muted_color="red").muted_glyph.line_alpha == 0.2


def test_fields_of_the_renderer_are_keywords():
    renderer = figure().line([1], [2], name="a", visible=False, level="underlay", muted=True)
    assert (renderer.name, renderer.visible, renderer.level, renderer.muted) == ("a", False, "underlay", True)
    assert renderer.glyph.name is None


def test_an_image_may_be_one_array_and_has_a_palette():
    renderer = figure().image(np.zeros((3, 4)), x=0, y=0, dw=1, dh=1, palette="Spectral5")
    assert [image.shape for image in renderer.data_source.data["image"]] == [(3, 4)]
    assert len(renderer.glyph.color_mapper.palette) == 5
    with pytest.raises(ValueError, match="palette or color_mapper, got both"):
        figure().image([[0]], 0, 0, 1, 1, palette="Spectral5", color_mapper=None)


def test_old_ways_of_circle_and_scatter():
    assert type(figure().circle([1], [2], size=9).glyph).__name__ == "Scatter"
    assert type(figure().circle([1], [2], radius=9).glyph).__name__ == "Circle"
    assert type(figure().scatter([1], [2], radius=9).glyph).__name__ == "Circle"
    assert figure().scatter([1], [2], marker="o+").glyph.marker == "circle_cross"


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda p: p.line("x", "z", source=source()), r"Line\.y expected a column of the source \('x', 'y'"),
        (
            lambda p: p.line([1], "y", source=source()),
            "with source=, expected names of its columns, got sequences for 'x'",
        ),
        (lambda p: p.line([1, 2], [1]), "equally long, but 'x' has 2, 'y' has 1"),
        (lambda p: p.vbar(top=[1, 2]), r"VBar\.x expected a column of the source \('top'\), got 'x'"),
        (lambda p: p.scatter("x", "y", color="nope", source=source()), "or None or a colour.* got 'nope'"),
        (lambda p: p.line([1], [2], line_color=["red"]), r"Line\.line_color expected .* got \['red'\]"),
        (lambda p: p.line([1], [2], line_width="thick"), r"Line\.line_width expected a number, got 'thick'"),
        (
            lambda p: p.line(np.zeros((2, 2)), [1, 2]),
            r"one-dimensional array for 'x', got one of shape \(2, 2\)",
        ),
        (lambda p: p.line([1], [2], legend_label=3), "legend_label expected a string, got 3"),
        (lambda p: p.line([1], [2], legend_label="a", legend_field="b"), "got legend_label and legend_field"),
        (lambda p: p.line("x", "y", source=source(), legend_group="knd"), "got 'knd'; similar names: kind"),
        (lambda p: p.scatter("x", "y", source=7), r"ColumnDataSource\.data expected"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(draw, message):
    p = figure()
    with pytest.raises(ValueError, match=message):
        draw(p)
    assert p.renderers == p.legend == []


def test_unknown_keywords_are_refused_with_similar_names():
    with pytest.raises(AttributeError, match="Line has no field 'line_widht'; similar names: line_width"):
        figure().line([1], [2], line_widht=3)
    with pytest.raises(AttributeError, match="Line has no field 'legend'; similar names: legend_label"):
        figure().line([1], [2], legend="a")


def test_an_empty_source_may_get_its_columns_later():
    data = ColumnDataSource()
    assert figure().line("x", "y", source=data).glyph.x == Field("x")


# Legends


def test_labels_gather_renderers_of_one_name():
    p = figure()
    first, second = p.line([1], [2], legend_label="a"), p.scatter([1], [2], legend_label="a")
    third = p.line([1], [2], legend_label="b")
    assert [(item.label, item.renderers) for item in p.legend.items] == [
        (Value("a"), [first, second]),
        (Value("b"), [third]),
    ]


def test_a_field_is_left_to_the_browser_and_a_group_is_found_now():
    p = figure()
    p.scatter("x", "y", source=source(), legend_field="kind")
    p.scatter(
        "x",
        "y",
        source=ColumnDataSource(data={"x": [1, 2, 3], "y": [1, 2, 3], "k": ["b", "a", "b"]}),
        legend_group="k",
    )
    assert [(item.label, item.index) for item in p.legend.items] == [
        (Field("kind"), None),
        (Value("a"), 1),
        (Value("b"), 0),
    ]


def test_a_legend_that_was_placed_is_used():
    p, legend = figure(), Legend()
    p.add_layout(legend, "right")
    p.line([1], [2], legend_label="a")
    assert len(legend.items) == 1
    p.add_layout(Legend())
    with pytest.raises(ValueError, match="at most one legend"):
        p.line([1], [2], legend_label="a")


# Stacks


def test_bars_are_stacked():
    data = ColumnDataSource(data={"x": [1], "a": [1], "b": [2]})
    first, second = figure().vbar_stack(
        ["a", "b"], x="x", width=0.5, color=["red", "blue"], legend_label=["A", "B"], source=data
    )
    assert (first.name, second.name) == ("a", "b")
    assert (first.glyph.fill_color, second.glyph.fill_color) == ("red", "blue")
    assert isinstance(second.glyph.bottom, Expr)
    assert isinstance(second.glyph.bottom.expr, Stack)
    assert second.glyph.bottom.expr is first.glyph.top.expr
    assert [list(r.glyph.top.expr.fields) for r in (first, second)] == [["a"], ["a", "b"]]
    assert list(first.glyph.bottom.expr.fields) == []


def test_the_other_stacks():
    data = ColumnDataSource(data={"x": [1], "a": [1], "b": [2]})
    p = figure()
    bars = p.hbar_stack(["a", "b"], y="x", source=data)
    assert list(bars[1].glyph.left.expr.fields) == ["a"]
    assert all(isinstance(r.glyph, Line) for r in p.vline_stack(["a", "b"], x="x", source=data))
    assert list(p.hline_stack(["a", "b"], y="x", source=data)[1].glyph.x.expr.fields) == ["a", "b"]


def test_stacks_refuse_what_does_not_fit():
    with pytest.raises(ValueError, match="a stack of 2 expected as many items for 'color', got 1"):
        figure().vbar_stack(["a", "b"], x="x", color=["red"], source=source())
    with pytest.raises(ValueError, match="a stack finds 'top' by itself"):
        figure().vbar_stack(["a", "b"], x="x", top="x", source=source())


def test_what_repeats_a_default_is_not_sent():
    glyph = figure().scatter([1, 2], [3, 4], size=4, line_width=2).glyph
    assert set(glyph.properties_with_values(include_defaults=False)) == {
        "line_color",
        "fill_color",
        "line_width",
    }
    assert (glyph.x, glyph.size, glyph.marker) == (Field("x"), 4, "circle")


@pytest.mark.parametrize(
    "make",
    [tuple, np.array, pd.Series, pd.Index, pl.Series, lambda items: dict.fromkeys(items).keys(), range_of],
)
def test_any_kind_of_sequence_is_a_column(make):
    renderer = figure().line(make([1, 2, 3]), make([4, 5, 6]))
    assert list(renderer.data_source.data["y"]) == [4, 5, 6]


def test_tuples_of_factors_are_columns_and_tuples_of_colours_are_not():
    renderer = figure(x_range=["a", "b"]).scatter(("a", "b"), (1, 2), color=(255, 0, 0), line_dash=(4, 2))
    assert renderer.data_source.column_names == ["x", "y"]
    assert (renderer.glyph.fill_color, list(renderer.glyph.line_dash)) == ("#ff0000", [4, 2])


def test_rows_of_lines_come_as_lists_or_as_an_array():
    renderer = figure().multi_line(np.zeros((2, 3)), [[1, 2, 3], (4, 5, 6)], line_color=["red", "blue"])
    assert [list(row) for row in renderer.data_source.data["xs"]] == [[0, 0, 0], [0, 0, 0]]
    assert (renderer.glyph.xs, renderer.glyph.line_color) == (Field("xs"), Field("line_color"))
    data = ColumnDataSource(data={"xs": [[1, 2]], "ys": [[3, 4]]})
    assert figure().patches("xs", "ys", source=data).data_source is data


def test_an_edge_of_an_area_may_be_one_number():
    glyph = figure().varea(x=[1, 2], y1=0, y2=[3, 4], fill_color="red").glyph
    assert (glyph.y1, glyph.y2, glyph.fill_color) == (0, Field("y2"), "red")


def test_areas_are_stacked():
    data = ColumnDataSource(data={"x": [1], "a": [1], "b": [2]})
    low, high = figure().varea_stack(["a", "b"], x="x", color=["red", "blue"], source=data)
    assert (low.name, high.name, high.glyph.fill_color) == ("a", "b", "blue")
    assert high.glyph.y1.expr is low.glyph.y2.expr
    beside = figure().harea_stack(["a", "b"], y="x", source=data)
    assert [list(area.glyph.x2.expr.fields) for area in beside] == [["a"], ["a", "b"]]
