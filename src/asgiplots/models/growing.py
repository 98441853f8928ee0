"""Columns as arrays that grow: appending k rows to n costs O(k), and dropping old rows costs nothing."""

from typing import Any

from asgiplots.schema.arrays import numpy
from asgiplots.schema.names import show

SPARE = 2  # a new buffer has room for so many times the rows it must hold
LEAST = 16  # and at least for so many
NUMBERS = "biuf"  # numpy's letters for booleans, whole numbers and floats


class GrowingArray:
    """A numpy array with room behind it.

    ``live`` is the part in use: a view, never moved while someone holds it.
    """

    __slots__ = ("_buffer", "_start", "_stop", "live")

    def __init__(self, values: Any) -> None:
        self._renew(values, len(values), values.dtype)

    def _renew(self, values: Any, wanted: int, dtype: Any) -> None:
        count = len(values)
        room = max(wanted * SPARE, LEAST)
        self._buffer: Any = numpy().empty((room, *values.shape[1:]), dtype=dtype)
        self._buffer[:count] = values
        self._start, self._stop = 0, count
        self.live: Any = self._buffer[:count]

    def append(self, values: Any, rollover: int | None) -> Any:
        """Add rows, keep the last ``rollover`` of all, and return the part in use.

        The type widens as needed: whole numbers to floats, short strings to long ones.
        """
        keep = self._stop - self._start
        if rollover is not None:
            values = values[max(len(values) - rollover, 0) :]
            keep = min(keep, rollover - len(values))
        dtype = self._buffer.dtype
        if values.dtype != dtype:
            dtype = numpy().result_type(dtype, values.dtype)
        end = self._stop + len(values)
        if dtype != self._buffer.dtype or end > len(self._buffer):
            self._renew(self._buffer[self._stop - keep : self._stop], keep + len(values), dtype)
            end = self._stop + len(values)
        self._buffer[self._stop : end] = values
        self._start, self._stop = end - len(values) - keep, end
        self.live = self._buffer[self._start : end]
        return self.live


def like_column(name: str, column: Any, values: Any) -> Any:
    """Return values as an array that fits the array ``column``; ValueError for text where numbers are.

    Dates and objects follow the column's type, numbers may widen it, None among numbers is NaN.
    """
    np = numpy()
    if column.dtype.kind in "MmO" or len(values) == 0:
        return np.asarray(values, dtype=column.dtype)
    array = np.asarray(values)
    if column.dtype.kind not in NUMBERS or array.dtype.kind in NUMBERS:
        return array
    try:
        return np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"column {name!r} holds numbers, got {show(values)}") from None
