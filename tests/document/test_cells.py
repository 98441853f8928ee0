"""Patches within the arrays of rows: a document that sees only frames ends with the same numbers."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from asgiplots.document import Document
from asgiplots.document.apply import apply_operations
from asgiplots.models import ColumnDataSource
from asgiplots.protocol import PATCH, SNAPSHOT, decode_frame, encode_changes, encode_snapshot
from asgiplots.protocol.frames import frame

dtypes = st.sampled_from(["f8", "f4", "u1", "i2", "i4", "i8", "?"])
shapes = arrays.array_shapes(max_dims=3, max_side=4)
numbers = st.one_of(
    st.booleans(), st.integers(-300, 300), st.floats(-1e3, 1e3, width=32), st.sampled_from([float("nan")])
)


@st.composite
def spans(draw: st.DrawFn, length: int) -> slice:
    """A slice with at least one place, its ends given or not."""
    start = draw(st.integers(0, length - 1))
    stop = draw(st.integers(start + 1, length))
    return slice(
        draw(st.sampled_from([start, None])) if start == 0 else start,
        draw(st.sampled_from([stop, None])) if stop == length else stop,
        draw(st.sampled_from([None, 1, 2, 3])),
    )


@st.composite
def columns(draw: st.DrawFn) -> Any:
    """Rows that are arrays: of shapes and types of their own in a list, or all alike in one array."""
    count = draw(st.integers(1, 3))
    if draw(st.booleans()):
        return np.zeros((count, *draw(shapes)), draw(dtypes))
    return [np.zeros(draw(shapes), draw(dtypes)) for _ in range(count)]


@st.composite
def changes(draw: st.DrawFn, column: Any) -> tuple[Any, Any]:
    """A change of one place or region within a row."""
    row = draw(st.integers(0, len(column) - 1))
    within = tuple(
        draw(st.one_of(st.integers(0, side - 1), spans(side)))
        for side in column[row].shape[: draw(st.integers(1, column[row].ndim))]
    )
    cells = column[row][within]
    if not draw(st.booleans()):
        return (row, *within), draw(numbers)
    values = draw(st.lists(numbers, min_size=cells.size, max_size=cells.size))
    return (row, *within), np.array(values).reshape(cells.shape) if draw(st.booleans()) else values


class Pair:
    """A source, and one that only sees frames."""

    def __init__(self, column: Any) -> None:
        self.source = ColumnDataSource(data={"rows": column})
        self.first, self.second = Document(), Document()
        self.first.add_root(self.source)
        self.first.take()
        self._apply(SNAPSHOT, encode_snapshot(self.first))

    def _apply(self, kind: int, body: Any) -> None:
        apply_operations(self.second, decode_frame(frame(kind, body, 1, 1)).operations)
        self.second.take()

    def send(self) -> None:
        for change in self.first.take():
            self._apply(PATCH, encode_changes(self.first, change))

    def need_equal(self) -> None:
        ours = list(self.source.data["rows"])
        theirs: Any = list(self.second.need_model(self.source.id).data["rows"])
        assert [row.dtype for row in theirs] == [row.dtype for row in ours]
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(b, a)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_copy_ends_equal_after_any_patches(data: st.DataObject):
    pair = Pair(data.draw(columns()))
    for _ in range(data.draw(st.integers(1, 5))):
        column = pair.source.data["rows"]
        pair.source.patch({"rows": data.draw(st.lists(changes(column), min_size=1, max_size=3))})
        if data.draw(st.booleans()):
            pair.send()
    pair.send()
    pair.need_equal()


def test_appended_rows_are_patched_in_the_same_frame():
    pair = Pair(np.zeros((2, 3), "f4"))
    pair.source.stream({"rows": np.ones((1, 3), "f4")}, 2)
    pair.source.patch({"rows": [((1, slice(1, None)), [7, 8])]})
    pair.send()
    pair.need_equal()
    assert pair.source.data["rows"].tolist() == [[0, 0, 0], [1, 7, 8]]


def test_cells_travel_alone():
    pair = Pair([np.zeros((1000, 100), "f4")])
    pair.source.patch({"rows": [((0, slice(10, 11), slice(None)), np.ones(100))]})
    [change] = pair.first.take()
    body = encode_changes(pair.first, change)
    assert len(body.data) < 400 + 150


def test_a_scalar_fills_a_region_and_travels_as_one_number():
    pair = Pair([np.zeros((1000, 1000), "u1")])
    pair.source.patch({"rows": [((0, slice(None), slice(0, 900, 2)), 9)]})
    [change] = pair.first.take()
    assert len(encode_changes(pair.first, change).data) < 150
    pair._apply(PATCH, encode_changes(pair.first, change))
    pair.need_equal()
