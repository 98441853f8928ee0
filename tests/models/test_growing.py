"""Arrays that grow: what they hold, what is left alone, how much memory they take."""

from __future__ import annotations

import tracemalloc

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from asgiplots.models import ColumnDataSource
from asgiplots.models.growing import LARGE, GrowingArray

steps = st.lists(
    st.tuples(
        st.one_of(st.integers(0, 40), st.integers(LARGE - 50, LARGE + 50)),
        st.none() | st.integers(0, 60) | st.integers(LARGE - 20, LARGE + 20),
        st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_rows_are_those_of_a_plain_list_and_parts_held_stay_as_they_were(steps):
    source = ColumnDataSource(data={"x": np.arange(3.0)})
    plain = np.arange(3.0)
    held: list[tuple[np.ndarray, np.ndarray]] = []
    for number, (count, rollover, hold) in enumerate(steps):
        if hold:
            held.append((source.data["x"], source.data["x"].copy()))
        rows = np.arange(count) + number / 16
        source.stream({"x": rows}, rollover)
        plain = np.concatenate([plain, rows])
        plain = plain if rollover is None else plain[max(len(plain) - rollover, 0) :]
        assert np.array_equal(source.data["x"], plain)
    for part, copy in held:
        assert np.array_equal(part, copy)


def test_rows_of_its_own_may_be_appended():
    source = ColumnDataSource(data={"x": np.arange(40.0)})
    for _ in range(30):
        source.stream({"x": source.data["x"][:10]}, 40)
    assert len(source.data["x"]) == 40


def test_a_long_column_that_rolls_over_takes_little_more_than_its_rows():
    count = 40 * LARGE
    source = ColumnDataSource(data={"x": np.zeros(count)})
    rows = np.ones(20_000)
    source.stream({"x": rows}, count)
    assert source._growing["x"]._buffer.nbytes <= 1.2 * count * 8  # pyright: ignore
    tracemalloc.start()
    for _ in range(3 * count // len(rows)):
        source.stream({"x": rows}, count)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 * rows.nbytes  # it moves within its buffer
    assert source.data["x"].sum() == count


def test_a_long_column_that_is_held_moves_to_another_buffer():
    array = GrowingArray(np.arange(2.0 * LARGE))
    held, buffer = array.live, array._buffer
    for _ in range(3):
        array.append(np.ones(LARGE), 2 * LARGE)
    assert array._buffer is not buffer
    assert np.array_equal(held, np.arange(2.0 * LARGE))
