"""ColumnDataSource: what it is made of, appended rows, patched cells, and what it tells its document."""

import math
from contextlib import nullcontext
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asgiplots.models import ColumnDataSource


class Notes:
    """Stands in for a document: keeps what the source notes."""

    def __init__(self, source: ColumnDataSource) -> None:
        self.streams, self.patches, self.columns, self.fields = [], [], [], []
        source.__dict__["_observer"] = self

    def exclusive(self):
        return nullcontext()

    def note_stream(self, model, columns, rollover, origin):
        self.streams.append(({name: list(column) for name, column in columns.items()}, rollover))

    def note_patch(self, model, patches, origin):
        self.patches.append(patches)

    def note_columns(self, model, names, origin):
        self.columns.append(names)

    def note_field(self, model, name, refs, origin):
        self.fields.append(name)


def listed(source: ColumnDataSource) -> dict[str, list]:
    return {name: plain(list(column)) for name, column in source.data.items()}


def plain(value: Any) -> Any:
    """Values with the arrays in them as lists."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.tolist() if isinstance(value, np.ndarray) else value


# Making one


def test_arrays_stay_arrays_and_lists_stay_lists():
    x, y = np.arange(3), [1, 2, 3]
    source = ColumnDataSource(data={"x": x, "y": y})
    assert source.data["x"] is x
    assert source.data["y"] == y
    assert isinstance(source.data["y"], list)
    assert source.column_names == ["x", "y"]
    assert source.length == 3


def test_a_pandas_frame_gives_its_columns_and_index():
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    assert listed(ColumnDataSource(frame)) == {"index": [0, 1], "a": [1, 2], "b": ["x", "y"]}
    assert listed(ColumnDataSource(frame.set_index("b"))) == {"b": ["x", "y"], "a": [1, 2]}
    assert set(ColumnDataSource.from_df(frame)) == {"index", "a", "b"}


def test_a_polars_frame_gives_its_columns():
    assert listed(ColumnDataSource(pl.DataFrame({"a": [1, 2]}))) == {"a": [1, 2]}


def test_a_group_by_gives_statistics_of_each_group():
    groups = pd.DataFrame({"kind": ["a", "a", "b"], "weight": [1.0, 3.0, 5.0]}).groupby("kind")
    data = listed(ColumnDataSource(groups))
    assert data["kind"] == ["a", "b"]
    assert data["weight_mean"] == [2.0, 5.0]


def test_to_df_gives_the_columns_back():
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    assert ColumnDataSource(frame).to_df()[["a", "b"]].equals(frame)


def test_columns_must_be_equally_long():
    with pytest.raises(ValueError, match="equally long, but 'x' has 2, 'y' has 1"):
        ColumnDataSource(data={"x": [1, 2], "y": [1]})
    source = ColumnDataSource(data={"x": [1, 2]})
    with pytest.raises(ValueError, match="equally long, but 'x' has 2, 'y' has 1"):
        source.data = {"x": [1, 2], "y": [1]}
    assert listed(source) == {"x": [1, 2]}


def test_what_is_no_data_is_refused():
    with pytest.raises(ValueError, match=r"ColumnDataSource\.data expected a dictionary of column names"):
        ColumnDataSource(data=3)


def test_columns_are_added_and_removed_by_name():
    source = ColumnDataSource()
    assert source.add([1, 2]) == "Series 0"
    assert source.add([3, 4]) == "Series 1"
    assert source.add([5, 6], "z") == "z"
    source.remove("Series 0")
    assert source.column_names == ["Series 1", "z"]
    with pytest.raises(ValueError, match="no column 'zz' to remove"):
        source.remove("zz")


# Appending rows


def test_rows_are_appended_and_noted_once():
    source = ColumnDataSource(data={"x": np.arange(3), "y": [1, 2, 3]})
    notes = Notes(source)
    source.stream({"x": [3], "y": [4]})
    assert listed(source) == {"x": [0, 1, 2, 3], "y": [1, 2, 3, 4]}
    assert notes.streams == [({"x": [3], "y": [4]}, None)]
    assert not notes.columns
    assert not notes.fields


def test_rollover_keeps_the_last_rows():
    source = ColumnDataSource(data={"x": np.arange(3), "y": [1, 2, 3]})
    source.stream({"x": [3, 4], "y": [4, 5]}, rollover=3)
    assert listed(source) == {"x": [2, 3, 4], "y": [3, 4, 5]}
    source.stream({"x": [5, 6, 7, 8], "y": [6, 7, 8, 9]}, 2)
    assert listed(source) == {"x": [7, 8], "y": [8, 9]}
    source.stream({"x": [9], "y": [9]}, 0)
    assert source.length == 0


def test_a_change_handler_sees_the_old_and_the_new_columns():
    source = ColumnDataSource(data={"x": [1]})
    seen = []
    source.on_change("data", lambda attr, old, new: seen.append((attr, dict(old), dict(new))))
    source.stream({"x": [2]})
    assert seen == [("data", {"x": [1]}, {"x": [1, 2]})]


def test_types_widen_as_needed():
    source = ColumnDataSource(
        data={"n": np.array([1, 2]), "s": np.array(["a", "b"]), "o": np.array([1.5, 2.5])}
    )
    source.stream({"n": [2.5], "s": ["longer"], "o": [None]})
    assert listed(source)["n"] == [1.0, 2.0, 2.5]
    assert listed(source)["s"] == ["a", "b", "longer"]
    assert np.isnan(source.data["o"][2])


def test_dates_follow_the_column():
    source = ColumnDataSource(data={"t": np.array(["2024-01-01"], dtype="datetime64[ns]")})
    source.stream({"t": [pd.Timestamp("2024-01-02")]})
    assert source.data["t"].dtype == "datetime64[ns]"
    assert str(source.data["t"][1]).startswith("2024-01-02")


def test_frames_and_single_rows_can_be_streamed():
    source = ColumnDataSource(pd.DataFrame({"a": [1]}))
    source.stream(pd.DataFrame({"a": [2]}, index=[7]))
    assert listed(source) == {"index": [0, 7], "a": [1, 2]}
    plain = ColumnDataSource(data={"a": [1], "b": ["x"]})
    plain.stream(pd.Series({"a": 2, "b": "y"}))
    assert listed(plain) == {"a": [1, 2], "b": ["x", "y"]}


def test_old_views_of_a_column_keep_their_rows():
    source = ColumnDataSource(data={"x": np.arange(4)})
    views = []
    for step in range(50):
        source.stream({"x": [step]}, 4)
        views.append((source.data["x"], list(source.data["x"])))
    assert all(list(view) == rows for view, rows in views)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"x": [1]}, "missing: 'y'$"),
        ({"x": [1], "y": [1], "yy": [1]}, "extra: 'yy'"),
        ({"x": [1], "z": [1]}, "missing: 'y'; extra: 'z'"),
        ({"x": [1], "y": [1, 2]}, "as many new rows in every column, but 'x' has 1, 'y' has 2"),
        ({"x": [1], "y": 2}, "a sequence of new rows for column 'y', got 2"),
        ({"x": [1], "y": "ab"}, "a sequence of new rows for column 'y', got 'ab'"),
        ({"x": ["a"], "y": [1]}, "column 'x' holds numbers, got"),
        ({"x": [[1, 2]], "y": [1]}, r"rows of shape \(\) for column 'x', got \(2,\)"),
        (7, "expected a dictionary of columns or a data frame, got 7"),
    ],
)
def test_rows_that_do_not_fit_are_refused_and_change_nothing(rows, message):
    source = ColumnDataSource(data={"x": np.arange(2), "y": [1, 2]})
    notes = Notes(source)
    with pytest.raises(ValueError, match=message):
        source.stream(rows)
    assert listed(source) == {"x": [0, 1], "y": [1, 2]}
    assert not notes.streams


@pytest.mark.parametrize("rollover", [-1, 2.5, "3", True])
def test_rollover_is_a_number_of_rows(rollover):
    with pytest.raises(ValueError, match="rollover to be a number of rows or None"):
        ColumnDataSource(data={"x": [1]}).stream({"x": [2]}, rollover)


chunks = st.lists(st.lists(st.floats(allow_nan=False, width=32), max_size=6), max_size=12)


@given(start=st.lists(st.integers(-9, 9), max_size=8), chunks=chunks, rollover=st.none() | st.integers(0, 9))
def test_streaming_equals_concatenation_whatever_the_kind_of_column(start, chunks, rollover):
    source = ColumnDataSource(data={"array": np.array(start, dtype=float), "list": list(start)})
    rows = [float(value) for value in start]
    for chunk in chunks:
        source.stream({"array": chunk, "list": np.array(chunk)}, rollover)
        rows += chunk
        rows = rows if rollover is None else rows[len(rows) - min(rollover, len(rows)) :]
        assert list(source.data["array"]) == rows
        assert list(source.data["list"]) == rows


@pytest.mark.parametrize("start", [[], np.empty((0, 3), "f4")], ids=["list", "array"])
def test_rows_that_are_arrays_keep_their_type(start):
    source = ColumnDataSource(data={"image": start})
    rows = np.arange(6, dtype="f4").reshape(2, 3)
    source.stream({"image": rows})
    source.stream({"image": []}, 2)
    source.stream({"image": rows[:1]}, 2)
    rows[:] = 9
    assert listed(source) == {"image": [[3, 4, 5], [0, 1, 2]]}
    assert {row.dtype for row in source.data["image"]} == {np.dtype("f4")}


def test_appending_to_a_long_column_does_not_copy_it():
    source = ColumnDataSource(data={"x": np.zeros(100_000)})
    source.stream({"x": [1.0]})
    buffer = source.data["x"].base
    for _ in range(1000):
        source.stream({"x": [1.0]}, 100_000)
    assert source.data["x"].base is buffer


# Patching cells


def test_cells_rows_and_slices_are_replaced():
    source = ColumnDataSource(data={"x": np.arange(5), "y": list("abcde")})
    notes = Notes(source)
    source.patch({"x": [(0, 9), (slice(3), [7, 8, 9])], "y": [(slice(0, 5, 2), ["A", "C", "E"]), (1, "B")]})
    assert listed(source) == {"x": [7, 8, 9, 3, 4], "y": ["A", "B", "C", "d", "E"]}
    assert notes.patches == [
        {
            "x": [(0, 9), (slice(0, 3, 1), [7, 8, 9])],
            "y": [(slice(0, 5, 2), ["A", "C", "E"]), (1, "B")],
        }
    ]


def test_a_patch_reaches_into_the_array_of_one_row():
    source = ColumnDataSource(data={"image": [np.zeros((2, 3))]})
    notes = Notes(source)
    source.patch({"image": [((0, 1, slice(None)), [1, 2, 3])]})
    assert source.data["image"][0].tolist() == [[0, 0, 0], [1, 2, 3]]
    [((index, values),)] = [patches["image"] for patches in notes.patches]
    assert (index, values.tolist(), notes.columns) == ((0, 1, slice(0, 3, 1)), [1, 2, 3], [])


def test_values_within_a_row_take_the_type_of_its_array():
    source = ColumnDataSource(data={"image": [np.zeros((2, 3), "f4"), np.zeros(4, "u1")]})
    notes = Notes(source)
    source.patch({"image": [((0, 1), 0.1), ((1, slice(2)), [7, 255])]})
    assert [row.dtype for row in source.data["image"]] == ["f4", "u1"]
    assert [values.dtype for _, values in notes.patches[0]["image"]] == ["f4", "u1"]


@pytest.mark.parametrize("value", [300, -1, 0.5, math.nan])
def test_an_array_too_narrow_is_widened_and_its_row_sent_whole(value: float):
    source = ColumnDataSource(data={"image": [np.zeros(3, "u1"), np.zeros(3, "u1")]})
    notes = Notes(source)
    source.patch({"image": [((1, 0), value), ((1, 1), 1)]})
    [(row, sent), _] = notes.patches[0]["image"]
    assert (row, sent.tolist()) == (1, pytest.approx([value, 1, 0], nan_ok=True))
    assert source.data["image"][0].dtype == "u1"


def test_rows_of_an_array_of_rows_are_told_cell_by_cell():
    source = ColumnDataSource(data={"image": np.zeros((3, 2), "f4")})
    notes = Notes(source)
    source.patch({"image": [(slice(2), [[1, 2], [3, 4]]), (2, 5)]})
    assert listed(source) == {"image": [[1, 2], [3, 4], [5, 5]]}
    told = [(index, values.tolist()) for index, values in notes.patches[0]["image"]]
    whole = slice(0, 2, 1)
    assert told == [((0, whole), [1, 2]), ((1, whole), [3, 4]), ((2, whole), 5)]


def test_a_read_only_array_of_one_row_is_copied():
    image = np.zeros((2, 2))
    image.flags.writeable = False
    source = ColumnDataSource(data={"image": [image]})
    source.patch({"image": [((0, 0, 1), 5)]})
    assert source.data["image"][0].tolist() == [[0, 5], [0, 0]]
    assert image.max() == 0


def test_a_type_too_narrow_is_widened_and_sent_whole():
    source = ColumnDataSource(data={"x": np.arange(3)})
    notes = Notes(source)
    source.patch({"x": [(1, 0.5)]})
    assert listed(source) == {"x": [0, 0.5, 2]}
    assert notes.columns == [["x"]]


def test_a_read_only_column_is_copied():
    source = ColumnDataSource(data={"x": np.arange(3)})
    source.data["x"].flags.writeable = False
    source.patch({"x": [(1, 7)]})
    assert listed(source) == {"x": [0, 7, 2]}


@pytest.mark.parametrize(
    ("patches", "message"),
    [
        ({"xx": [(0, 1)]}, "found no column 'xx'"),
        ({"x": [(5, 1)]}, "a row from 0 to 2 for column 'x', got 5"),
        ({"x": [(-1, 1)]}, "a row from 0 to 2 for column 'x', got -1"),
        ({"x": [("a", 1)]}, "a row number or a slice for column 'x', got 'a'"),
        ({"x": [(slice(0, 9), [1])]}, "a slice within 0 to 3 for column 'x'"),
        ({"x": [(slice(0, 2), [1])]}, "expected 2 values for"),
        ({"x": [(slice(0, 2), 1)]}, "expected 2 values for"),
        ({"x": [3]}, r"\(index, value\) pairs for column 'x', got 3"),
        ({"x": [((0, 1), 5)]}, "an array in row 0 of column 'x'"),
        ({"x": [((0,), 5)]}, r"\(row, index within the row\)"),
        ({"x": [(0, "a")]}, "column 'x' holds numbers"),
        ({"x": [(slice(0.5, 2), [1])]}, "a slice of whole numbers for column 'x'"),
        ({"image": [((9, 0), 1)]}, "a row from 0 to 2 for column 'image', got 9"),
        ({"image": [((0, 2, 0), 1)]}, "an index from 0 to 1 within row 0 of column 'image', got 2"),
        ({"image": [((0, 0, -1), 1)]}, "an index from 0 to 2 within row 0 of column 'image', got -1"),
        ({"image": [((0, "a"), 1)]}, "a row number or a slice for row 0 of column 'image', got 'a'"),
        ({"image": [((0, slice(3)), 1)]}, "a slice within 0 to 2 for row 0 of column 'image'"),
        ({"image": [((0, 0, 0, 0), 1)]}, "at most 2 indices within row 0 of column 'image', got 3"),
        ({"image": [((0, 0), [1, 2])]}, "values for 3 cells within row 0 of column 'image', got"),
        (
            {"image": [((0, 0, 0), [1, 2])]},
            "values for no more than 1 cells within row 0",
        ),
        ({"image": [((0, 0), "a")]}, "column 'image' holds numbers"),
        ({"rows": [(0, [1])]}, "values for 2 cells within row 0 of column 'rows'"),
        ([1], "a dictionary of column names to changes"),
    ],
)
def test_patches_that_do_not_fit_are_refused_and_change_nothing(patches, message):
    source = ColumnDataSource(
        data={
            "x": np.arange(3),
            "y": [1, 2, 3],
            "image": [np.zeros((2, 3)) for _ in range(3)],
            "rows": np.zeros((3, 2)),
        }
    )
    notes = Notes(source)
    before = listed(source)
    with pytest.raises(ValueError, match=message):
        source.patch({"y": [(0, 9)], **patches} if isinstance(patches, dict) else patches)
    assert listed(source) == before
    assert not notes.patches


def test_cells_within_a_row_take_as_many_values_in_any_shape():
    source = ColumnDataSource(data={"image": [np.zeros((2, 2))]})
    source.patch({"image": [((0, slice(2), slice(1)), [5, 6])]})
    assert source.data["image"][0].tolist() == [[5, 0], [6, 0]]
