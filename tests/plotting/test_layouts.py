"""row(), column(), layout(), grid() and gridplot()."""

import pytest

from asgiplots.layouts import column, grid, gridplot, layout, row
from asgiplots.models import Button, Column, Row, Spacer, Toolbar
from asgiplots.plotting import figure, hplot, vplot


def shape(box):
    """A layout as nested lists: rows as lists, columns as tuples, other things as themselves."""
    if isinstance(box, Row):
        return [shape(child) for child in box.children]
    if isinstance(box, Column):
        return tuple(shape(child) for child in box.children)
    return box


def test_rows_and_columns_take_children_or_a_list():
    a, b = Button(), Button()
    assert shape(row(a, b)) == shape(row([a, b])) == shape(row(children=[a, b])) == [a, b]
    assert shape(column(a, b)) == shape(column([a, b])) == (a, b)
    assert row(a, spacing=4, name="r").spacing == 4
    assert shape(vplot(a, b)) == (a, b)
    assert shape(hplot(a, b)) == [a, b]


def test_a_sizing_mode_holds_for_children_without_one():
    free, own = Button(), Button(sizing_mode="fixed")
    box = row(free, own, sizing_mode="stretch_width")
    assert (box.sizing_mode, free.sizing_mode, own.sizing_mode) == ("stretch_width", "stretch_width", "fixed")


def test_lists_within_a_layout_are_rows_then_columns():
    a, b, c, d = (Button() for _ in range(4))
    assert shape(layout([[a, b], [c, [d]], d])) == ([a, b], [c, (d,)], d)
    assert shape(layout([a], [b])) == ([a], [b])
    assert shape(layout(children=[[a]])) == ([a],)


def test_grids_break_lists_and_leave_gaps():
    a, b, c = (Button() for _ in range(3))
    assert shape(grid([a, b, c], ncols=2)) == ([a, b], [c])
    assert shape(grid([a, b, c], nrows=3)) == ([a], [b], [c])
    top, bottom = grid([[a, None], [b, c]]).children
    assert isinstance(top.children[1], Spacer)
    assert shape(bottom) == [b, c]


def test_plots_of_a_gridplot_share_sizes():
    a, b = figure(), figure()
    box = gridplot([a, None, b], ncols=2, width=200, height=150, toolbar_options={"logo": None})
    assert [(p.width, p.height, p.toolbar.logo) for p in (a, b)] == [(200, 150, None)] * 2
    gap = box.children[1].children[0].children[1]
    assert isinstance(gap, Spacer)
    assert (gap.width, gap.height) == (200, 150)


def test_plots_of_a_gridplot_share_a_toolbar_if_merged():
    a, b = figure(), figure()
    above = gridplot([[a, b]])
    toolbar = above.children[0]
    assert isinstance(toolbar, Toolbar)
    assert toolbar.tools == [*a.toolbar.tools, *b.toolbar.tools]
    assert (a.toolbar_location, b.toolbar_location) == (None, None)
    right = gridplot([[a, b]], toolbar_location="right", toolbar_options={"autohide": True})
    assert isinstance(right, Row)
    assert (right.children[1].autohide, a.toolbar.autohide) == (True, True)


def test_plots_of_a_gridplot_keep_their_toolbars_or_have_none():
    a, b = figure(), figure()
    gridplot([[a]], merge_tools=False)
    assert a.toolbar_location == "right"
    gridplot([[b]], toolbar_location=None)
    assert b.toolbar_location is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: row(1), r"row\(\) expected plots, widgets and layouts, got 1"),
        (lambda: column([Button()], Button()), r"column\(\) expected plots, widgets and layouts, got \["),
        (lambda: row(Button(), children=[]), "positional ones and children="),
        (lambda: gridplot([Button()]), "a number of columns above 0, got None"),
        (lambda: gridplot([Button()], ncols=0), "a number of columns above 0, got 0"),
        (lambda: gridplot([[Button()], Button()]), "got a mixture"),
    ],
)
def test_what_does_not_fit_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
