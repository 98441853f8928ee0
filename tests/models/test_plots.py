"""Plots at the level of models: placing things, tools, attributes of many at once."""

import warnings

import numpy as np
import pytest

from asgiplots.models import (
    ColumnDataSource,
    Grid,
    HoverTool,
    Legend,
    Line,
    LinearAxis,
    PanTool,
    Plot,
    Range1d,
    ResetTool,
    Slider,
    Span,
)


def test_things_are_placed_on_sides_and_in_the_centre():
    plot, axis, span = Plot(), LinearAxis(), Span()
    plot.add_layout(axis, "below")
    plot.add_layout(span)
    assert plot.below == [axis]
    assert plot.center == [span]
    with pytest.raises(ValueError, match="a place among above, below, left, right, center, got 'under'"):
        plot.add_layout(LinearAxis(), "under")
    with pytest.raises(ValueError, match="already at 'below'"):
        plot.add_layout(axis, "below")


def test_glyphs_are_added_with_or_without_a_source():
    plot, source, line = Plot(), ColumnDataSource(data={"x": [1], "y": [2]}), Line()
    renderer = plot.add_glyph(source, line, name="a")
    assert (renderer.data_source, renderer.glyph, renderer.name) == (source, line, "a")
    assert plot.add_glyph(Line()).data_source.length == 0
    assert len(plot.renderers) == 2
    with pytest.raises(ValueError, match="expected a glyph after the source"):
        plot.add_glyph(source)


def test_tools_are_added_and_removed():
    plot, reset = Plot(), ResetTool()
    plot.add_tools(reset, "pan, hover")
    assert [type(tool) for tool in plot.tools] == [ResetTool, PanTool, HoverTool]
    plot.remove_tools(reset)
    assert [type(tool) for tool in plot.tools] == [PanTool, HoverTool]
    with pytest.raises(ValueError, match="not among the tools"):
        plot.remove_tools(reset)
    plot.tools = [reset]
    assert plot.toolbar.tools == [reset]


def with_guides() -> Plot:
    plot = Plot()
    plot.add_layout(LinearAxis(), "below")
    plot.add_layout(LinearAxis(), "left")
    plot.add_layout(Grid(dimension=0))
    plot.add_layout(Grid(dimension=1))
    return plot


def test_attributes_of_axes_and_grids_are_set_at_once():
    plot = with_guides()
    plot.xaxis.axis_label = "time"
    plot.axis.visible = False
    plot.grid.grid_line_color = None
    plot.ygrid.band_fill_color = "red"
    assert [axis.axis_label for axis in (*plot.below, *plot.left)] == ["time", None]
    assert plot.axis.visible == [False, False]
    assert plot.xaxis.axis_label == "time"
    assert [grid.band_fill_color for grid in plot.center] == [None, "red"]
    plot.axis.ticker.desired_num_ticks = 3
    assert plot.left[0].ticker.desired_num_ticks == 3
    assert plot.xaxis[0] is plot.below[0]


def test_misspelled_attributes_are_refused():
    with pytest.raises(
        AttributeError, match="LinearAxis has no field 'axis_labl'; similar names: axis_label"
    ):
        with_guides().axis.axis_labl = "x"


def test_an_empty_list_says_that_it_is():
    plot = Plot()
    with pytest.raises(AttributeError, match="the plot has no legend to read 'location' from"):
        _ = plot.legend.location
    with pytest.warns(UserWarning, match="no legend, so setting 'location' has no effect"):
        plot.legend.location = "top_left"
    plot.add_layout(Legend(), "right")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plot.legend.location = "top_left"
    assert plot.legend.location == "top_left"


def test_models_are_found_by_criteria():
    plot = with_guides()
    plot.add_tools(HoverTool(name="h"))
    assert plot.select("h") == plot.hover
    assert plot.select(name="h") == plot.select(HoverTool) == plot.select({"type": HoverTool})
    plot.select(HoverTool).tooltips = "x"
    assert plot.hover.tooltips == "x"
    with pytest.raises(ValueError, match="one name, class or dictionary"):
        plot.select()


def test_numpy_dates_stay_dates_where_numbers_may_stand_too():
    days = np.array(["2024-01-01", "2024-01-02"], dtype="datetime64[ns]")
    limits = Range1d(start=days[0], end=days[1], bounds=days)
    assert (limits.start, limits.end) == (days[0], days[1])
    assert limits.bounds == (days[0], days[1])
    with pytest.raises(ValueError, match="expected a finite number"):
        Slider(start=days[0])
