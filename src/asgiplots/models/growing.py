"""Columns as arrays that grow: appending k rows to n costs O(k), and dropping old rows costs nothing."""

import sys
from functools import cache
from typing import Any

from asgiplots.schema.arrays import numpy
from asgiplots.schema.names import show

LEAST = 16  # rows that a buffer has room for at least
LARGE = 65_536  # up to so many rows a buffer has room for as many again, from then on for an eighth of them
NUMBERS = "biuf"  # numpy's letters for booleans, whole numbers and floats


class GrowingArray:
    """A numpy array with room behind it.

        |  dropped  |  live  |  room  |

    ``live`` is the part in use: a view. Once the room is used up the rows move to the start of the buffer;
    where someone still holds a part of it, they move to another one, and what is held stays as it was.
    """

    __slots__ = ("_buffer", "_start", "_stop", "live")

    def __init__(self, values: Any) -> None:
        self._renew(values, len(values), values.dtype)

    def _renew(self, values: Any, wanted: int, dtype: Any) -> None:
        """Go over to a buffer with room for ``wanted`` rows and more."""
        count = len(values)
        buffer = numpy().empty((wanted + _spare(wanted), *values.shape[1:]), dtype=dtype)
        buffer[:count] = values
        self._buffer: Any = buffer
        self._use(0, count)

    def _use(self, start: int, stop: int) -> None:
        self._start, self._stop = start, stop
        self.live: Any = self._buffer[start:stop]

    def append(self, values: Any, rollover: int | None, holders: int = 0) -> Any:
        """Add rows, keep the last ``rollover`` of all, and return the part in use.

        The type widens as needed: whole numbers to floats, short strings to long ones. ``holders`` is how
        many references to ``live`` the caller has, who takes the new one in its place.
        """
        keep = self._stop - self._start
        if rollover is not None:
            values = values[max(len(values) - rollover, 0) :]
            keep = min(keep, rollover - len(values))
        dtype = self._buffer.dtype
        if values.dtype != dtype:
            dtype = numpy().result_type(dtype, values.dtype)
        if dtype != self._buffer.dtype or self._stop + len(values) > len(self._buffer):
            self._make_room(keep, len(values), dtype, holders)
        end = self._stop + len(values)
        self._buffer[self._stop : end] = values
        self._use(end - len(values) - keep, end)
        return self.live

    def _make_room(self, keep: int, more: int, dtype: Any, holders: int) -> None:
        first = self._stop - keep
        fits = dtype == self._buffer.dtype and first >= more and first >= _spare(keep) // 2
        if fits and _held(self) <= _alone() + holders:
            self._move(first, keep)
        else:
            self._renew(self._buffer[first : self._stop], keep + more, dtype)

    def _move(self, first: int, keep: int) -> None:
        """Move the rows from ``first`` on to the start, in pieces that do not overlap where they go."""
        buffer = self._buffer
        for at in range(0, keep, first):
            piece = min(first, keep - at)
            buffer[at : at + piece] = buffer[first + at : first + at + piece]
        self._use(0, keep)


def _spare(rows: int) -> int:
    return max(LEAST, rows if rows <= LARGE else max(LARGE, rows // 8))


def _held(array: GrowingArray) -> int:
    """Return how many references there are to the buffer and to the part in use."""
    return sys.getrefcount(array._buffer) + sys.getrefcount(array.live)


@cache
def _alone() -> int:
    """Return what `_held` says while nobody else has a part; how Python counts differs between versions."""
    return _held(GrowingArray(numpy().zeros(1)))


def like_column(name: str, column: Any, values: Any) -> Any:
    """Return values as an array that fits the array ``column``; ValueError for text where numbers are.

    Dates and objects follow the column's type, numbers may widen it, None among numbers is NaN.
    """
    np = numpy()
    if len(values) == 0:
        return np.empty((0, *column.shape[1:]), dtype=column.dtype)
    if column.dtype.kind in "MmO":
        return np.asarray(values, dtype=column.dtype)
    array = np.asarray(values)
    if column.dtype.kind not in NUMBERS or array.dtype.kind in NUMBERS:
        return array
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"column {name!r} holds numbers, got {show(values)}") from None
