"""The pure parts of `make bench-stream`: keeping up, goals, the table in the docs, rows as they travel."""

import json

import pytest

from asgiplots.document import Document
from asgiplots.models.sources import ColumnDataSource
from asgiplots.protocol import PATCH, encode_changes, frame
from bench.stream.lags import keeps_up, lags
from bench.stream.singles import newest_row
from bench.stream.table import Goal, Row, markdown, put_between


def painted(*behind):
    return [(float(n), n + lag) for n, lag in enumerate(behind)]


def test_lags_are_from_when_a_row_was_made_until_it_was_painted():
    assert lags([(10.0, 10.5), (11.0, 11.25)]) == [0.5, 0.25]


@pytest.mark.parametrize(
    ("behind", "expected", "keeps"),
    [
        ([0.1] * 40, 40, True),
        ([0.1] * 40, 50, False),
        ([0.3] * 40, 40, False),
        ([0.1] * 39 + [9.0], 40, True),
        ([0.02] * 20 + [0.2] * 20, 40, False),
        ([], 0, False),
    ],
    ids=["steady", "some missing", "too late", "one hiccup", "later and later", "nothing at all"],
)
def test_a_page_keeps_up_if_nearly_all_is_painted_in_time_and_no_later_at_the_end(behind, expected, keeps):
    assert keeps_up(painted(*behind), expected, 0.25) is keeps


@pytest.mark.parametrize(
    ("goal", "ours", "peer", "met", "text"),
    [
        (Goal(100), 100, 5, True, "≤ 100"),
        (Goal(1.2), 1.25, 5, False, "≤ 1.2"),
        (Goal(1 / 3, relative=True), 3, 9, True, "≤ 1/3 x"),
        (Goal(10, relative=True, more=True), 99, 10, False, "≥ 10 x"),
        (Goal(10, relative=True, more=True), 99, 0, True, "≥ 10 x"),
    ],
)
def test_goals_are_bounds_in_a_unit_or_times_the_peer(goal, ours, peer, met, text):
    assert goal.is_met(ours, peer) is met
    assert str(goal) == text


def test_a_row_shows_what_was_measured_and_leaves_the_rest_empty():
    def part(side):
        return {}

    row = Row("delay", part, "p50", "ms", Goal(1 / 2, relative=True))
    assert row.cells({"p50": 20.0}, {"p50": 1000.0}) == ["delay, ms", "1,000", "20", "0.02", "≤ 1/2 x", "met"]
    assert Row("share", part, "p50").cells({"p50": 2.5}, {}) == ["share", "", "2.5", "", "", ""]


def test_the_table_replaces_the_last_one_between_its_marks():
    once = put_between("# Page\n\ntext\n", "table", markdown([["a", "1", "2", "2", "", ""]]))
    assert once.startswith("# Page\n\ntext\n\n<!-- table -->\n| what |")
    again = put_between(once + "more\n", "table", "short")
    assert again == "# Page\n\ntext\n\n<!-- table -->\nshort\n<!-- /table -->\nmore\n"


def test_the_newest_row_is_the_last_one_of_an_update():
    source = ColumnDataSource({"x": [1.0], "y": [0.0]})
    document = Document()
    document.add_root(source)
    document.take()
    source.stream({"x": [2.0, 3.0], "y": [1.0, 2.0]}, 10)
    (changes,) = document.take()
    update = frame(PATCH, encode_changes(document, changes), 1, 1)
    assert newest_row("asgiplots", update) == (3.0, 2.0)


def test_the_newest_row_of_the_peer():
    data = {"type": "map", "entries": [["x", [2.0]], ["y", [1.0]]]}
    assert newest_row("bokeh", json.dumps({"events": [{"data": data}]}).encode()) == (2.0, 1.0)
