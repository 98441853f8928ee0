"""Whatever a field can hold comes back equal from the wire."""

import contextlib
import datetime as dt
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from asgiplots.protocol import PATCH, FrameError, MessageError, decode_frame, decode_message, frame, with_ack
from asgiplots.protocol.frames import HEADER, _body
from asgiplots.protocol.values import ValueEncoder

SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats() | st.text(max_size=20)
KEYS = st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
DTYPES = st.sampled_from(["f8", "f4", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "?", "M8[ns]", "m8[ns]"])


def through(value: Any, column: bool = False) -> Any:
    encoder = ValueEncoder()
    encoded = encoder.column(value) if column else encoder.encode(value)
    data = frame(PATCH, _body([["set", "p1", {"v": encoded}]], encoder), 1, 2)
    return decode_frame(data).operations[0].values["v"]


def same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return isinstance(b, dict) and list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    return type(a) is type(b) and a == b


@given(VALUES)
def test_plain_values_come_back(value: Any) -> None:
    assert same(value, through(value))


@given(
    DTYPES.flatmap(
        lambda dtype: npst.arrays(dtype, npst.array_shapes(min_dims=1, max_dims=3, max_side=6, min_side=0))
    )
)
def test_arrays_come_back_with_dtype_and_shape(array: Any) -> None:
    back = through(array)
    if array.dtype.kind in "mM":
        # Times travel as float64 milliseconds: exact to the microsecond for dates of this age.
        assert back.shape == array.shape
        np.testing.assert_array_equal(np.isnat(back), np.isnat(array))
        known = ~np.isnat(array)
        spread = np.abs(back.view("i8")[known].astype("f8") - array.view("i8")[known].astype("f8"))
        assert np.all(spread <= np.abs(array.view("i8")[known].astype("f8")) * 1e-15 + 1)
    else:
        assert back.dtype == array.dtype and back.shape == array.shape
        np.testing.assert_array_equal(back, array)


@pytest.mark.parametrize("nanoseconds", [2**63 - 1, -(2**63) + 1])
def test_the_first_and_the_last_time_come_back(nanoseconds: int) -> None:
    back = through(np.array([nanoseconds], "M8[ns]")).view("i8")[0]
    assert abs(int(back) - nanoseconds) <= abs(nanoseconds) * 1e-15 + 1


@given(st.lists(st.lists(st.floats(allow_nan=False), max_size=4), min_size=1, max_size=6))
def test_ragged_columns_come_back(rows: list[list[float]]) -> None:
    back = through(rows, column=True)
    assert [list(row) for row in back] == rows


@given(st.lists(st.sampled_from(["a", "b", "cc"]), max_size=60))
def test_repeated_strings_come_back(texts: list[str]) -> None:
    assert through(texts, column=True) == texts


def test_what_pandas_has_instead_of_none_is_sent_as_missing() -> None:
    dates = through([pd.Timestamp("2024-01-01"), pd.NaT], column=True)
    assert list(np.isnat(dates)) == [False, True]
    for dtype in ("string", "boolean"):
        column = through(pd.Series([None, None], dtype=dtype).to_numpy(), column=True)
        assert column == [None, None]
    assert through(pd.Series(["a", None], dtype="string").to_numpy(), column=True) == ["a", None]


def test_periods_are_dates_and_times_of_day_are_spans_since_midnight() -> None:
    assert through(pd.Period("1970-01-02", freq="D")) == 86_400_000
    assert through([dt.time(0, 1), dt.time(0, 2, tzinfo=dt.UTC)], column=True) == [60_000, 120_000]


def test_columns_start_at_multiples_of_eight() -> None:
    encoder = ValueEncoder()
    head = [
        [
            "columns",
            "p1",
            {"a": encoder.column([True]), "b": encoder.column([1.0]), "c": encoder.column([2.0])},
        ]
    ]
    data = frame(PATCH, _body(head, encoder), 1, 1)
    assert len(data) % 8 == 0
    assert all(part[2]["b"]["$"][1] % 8 == 0 for part in head)


def test_eighty_numbers_cost_their_bytes_and_at_most_a_hundred_more() -> None:
    encoder = ValueEncoder()
    head = [["columns", "p1234", {"y": encoder.column(np.linspace(0, 1, 80))}]]
    assert len(frame(PATCH, _body(head, encoder), 1, 1)) <= 640 + 100


def appended(columns: dict[str, Any]) -> bytes:
    encoder = ValueEncoder()
    head = [["stream", "p1234", encoder.row_of(columns), 100_000]]
    return frame(PATCH, _body(head, encoder), 1, 1)


@pytest.mark.parametrize("rows", [1, 100, 10_000])
def test_appended_rows_cost_their_bytes_and_at_most_ninety_more(rows: int) -> None:
    """A websocket's header has ten bytes at most: on the wire there are less than a hundred."""
    assert len(appended({"x": np.ones(rows), "y": np.zeros(rows)})) <= 16 * rows + 90


@given(st.dictionaries(KEYS, DTYPES, min_size=1, max_size=4), st.integers(0, 9))
def test_appended_columns_come_back_whether_they_are_alike_or_not(types: dict[str, str], rows: int) -> None:
    columns = {
        name: np.arange(place, place + rows).astype(dtype)
        for place, (name, dtype) in enumerate(types.items())
        if name[:1] != "$"
    }
    got = decode_frame(appended(columns)).operations[0].columns  # pyright: ignore[reportAttributeAccessIssue]
    assert list(got) == list(columns)
    for name, column in columns.items():
        assert got[name].dtype == column.dtype
        assert got[name].tolist() == column.tolist()


def test_appended_images_are_not_taken_for_numbers_of_the_same_count() -> None:
    flat, square = np.zeros(4), [np.eye(2)]
    got = decode_frame(appended({"x": flat, "y": np.eye(2), "z": square})).operations[0].columns  # pyright: ignore
    assert [np.shape(column) for column in got.values()] == [(4,), (2, 2), (1, 2, 2)]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ([["x", "y"], "f8", 0, 2], "does not fit"),
        ([["x", 1], "f8", 0, 1], "expected the names of columns"),
        (["xy", "f8", 0, 1], "expected the names of columns"),
        ([["x"], "f8", 0, -1], "does not describe a column"),
        ([["x"], "q8", 0, 1], "does not describe a column"),
        ([["x"], "f8"], "not enough values"),
    ],
)
def test_what_is_wrong_with_appended_columns_is_said(row: Any, text: str) -> None:
    encoder = ValueEncoder()
    encoder.column([1.0, 2.0])
    data = frame(PATCH, _body([["stream", "p1", row, None]], encoder), 1, 1)
    with pytest.raises(FrameError, match=text):
        decode_frame(data)


def test_the_acknowledgement_is_put_into_a_shared_frame() -> None:
    data = frame(PATCH, _body([]), 1, 2)
    assert decode_frame(with_ack(data, 77)).ack == 77
    assert decode_frame(data).ack == 0


def test_a_value_that_cannot_be_sent_is_named() -> None:
    with pytest.raises(TypeError, match="a value of type object cannot be sent"):
        ValueEncoder().encode(object())


@given(st.binary(max_size=200))
def test_any_bytes_are_a_frame_or_a_frame_error(data: bytes) -> None:
    with contextlib.suppress(FrameError):
        decode_frame(data)


@given(st.integers(0, 10_000), st.integers(0, 255), st.integers(0, 10_000))
def test_a_damaged_frame_is_a_frame_or_a_frame_error(at: int, byte: int, cut: int) -> None:
    encoder = ValueEncoder()
    head = [["columns", "p1", {"a": encoder.column([1.0, 2.0]), "s": encoder.column([[1.0], [2.0, 3.0]])}]]
    data = bytearray(frame(PATCH, _body(head, encoder), 1, 1))
    data[at % len(data)] = byte
    with contextlib.suppress(FrameError):
        decode_frame(bytes(data[: len(data) - cut % len(data)]))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "a frame has at least 24 bytes, got 0"),
        (b"\x00" * 24, "a frame begins with 0xa5, got 0x0"),
        (HEADER.pack(0xA5, 9, 1, 0, 0, 0, 0, 0, 0), "expected frames of version 1, got version 9"),
        (HEADER.pack(0xA5, 1, 7, 0, 0, 0, 0, 0, 0), "expected a frame of kind 1, 2 or 3, got 7"),
        (HEADER.pack(0xA5, 1, 2, 0, 99, 0, 0, 0, 0), "the head of 99 bytes does not fit into a frame of 24"),
        (frame(PATCH, _body([["fly", "p1"]]), 1, 1), "'fly' is not an operation"),
        (
            frame(PATCH, _body([["set", "p1", {"v": {"$": ["f8", 0, 4]}}]]), 1, 1),
            "does not fit into 0 bytes",
        ),
        (
            frame(PATCH, _body([["set", "p1", {"v": {"$pickle": 1}}]]), 1, 1),
            "'\\$pickle' is not a tag of the wire",
        ),
    ],
)
def test_what_is_wrong_with_a_frame_is_said(data: bytes, text: str) -> None:
    with pytest.raises(FrameError, match=text):
        decode_frame(data)


@given(st.text(max_size=200) | VALUES.map(lambda v: __import__("json").dumps(v)))
def test_any_text_is_a_message_or_a_message_error(text: str) -> None:
    with contextlib.suppress(MessageError):
        decode_message(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the message is not readable"),
        ('{"type":"dance"}', "Invalid value 'dance'"),
        ('{"type":"write","n":1}', "missing required field `writes`"),
        ('{"type":"write","n":1,"writes":[["p1","value",{"$":["f8",0,1]}]]}', "does not fit into 0 bytes"),
        ('{"type":"event","n":"x","name":"tap"}', "Expected `int`, got `str`"),
        ('{"type":"ping","extra":1}', "unknown field `extra`"),
    ],
)
def test_what_is_wrong_with_a_message_is_said(text: str, reason: str) -> None:
    with pytest.raises(MessageError, match=reason):
        decode_message(text)
