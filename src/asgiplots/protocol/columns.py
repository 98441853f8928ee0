"""Raw columns of a frame: little-endian, each starting at a multiple of eight bytes."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

# What a dtype tag of the wire is in memory. "dt" and "td" are milliseconds, "i8" is int64 carried as float64.
STORED = {
    "f8": "<f8",
    "f4": "<f4",
    "i1": "i1",
    "u1": "u1",
    "i2": "<i2",
    "u2": "<u2",
    "i4": "<i4",
    "u4": "<u4",
    "b1": "u1",
    "dt": "<f8",
    "td": "<f8",
    "i8": "<f8",
    "I8": "<i8",
}
_SAFE = 2**53
_LAST_NANOSECOND = 2.0**63 - 1024  # the largest float64 that int64 holds


def tagged(array: Array) -> tuple[str, Array]:
    """Return the wire's dtype tag and the array as it is laid into the frame."""
    kind, size = array.dtype.kind, array.dtype.itemsize
    if kind == "b":
        return "b1", array.view("u1")
    if kind == "f":
        return (
            ("f4", array.astype("<f4", copy=False)) if size <= 4 else ("f8", array.astype("<f8", copy=False))
        )
    if kind in "iu":
        return _integers(array, kind, size)
    if kind in "Mm":
        unit = "datetime64[ns]" if kind == "M" else "timedelta64[ns]"
        exact = array.astype(unit, copy=False)
        values = exact.view("i8").astype("<f8") / 1e6
        values[np.isnat(exact)] = np.nan
        return ("dt" if kind == "M" else "td"), values
    raise TypeError(f"a column of {array.dtype} cannot travel as raw numbers")


def _integers(array: Array, kind: str, size: int) -> tuple[str, Array]:
    if size < 8:
        return f"{kind}{size}", array.astype(f"<{kind}{size}", copy=False)
    if array.size and (array.max() > _SAFE or (kind == "i" and array.min() < -_SAFE)):
        return ("I8", array.astype("<i8", copy=False)) if kind == "i" else ("f8", array.astype("<f8"))
    return "i8", array.astype("<f8")


def untagged(tag: str, values: Array) -> Array:
    """Return the array that ``tagged`` was given."""
    if tag == "b1":
        return values.view(np.bool_)
    if tag == "i8":
        with np.errstate(invalid="ignore"):  # a client may send what is no whole number
            return values.astype("<i8")
    if tag in ("dt", "td"):
        with np.errstate(over="ignore"):  # clipped in a moment
            nanoseconds = np.round(np.nan_to_num(values) * 1e6)
        exact = np.clip(nanoseconds, -_LAST_NANOSECOND, _LAST_NANOSECOND).astype("i8")
        out = exact.view("datetime64[ns]" if tag == "dt" else "timedelta64[ns]")
        out[np.isnan(values)] = "NaT"
        return out
    return values


class ColumnWriter:
    """Collects the columns of one frame and gives each its place."""

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self.size = 0

    def add(self, array: Array) -> list[Any]:
        """Take an array and return its descriptor ``[dtype, offset, count(, shape)]``."""
        tag, stored = tagged(array)
        descriptor: list[Any] = [tag, self.bytes(_raw(stored)), int(array.size)]
        if array.ndim != 1:
            descriptor.append(list(array.shape))
        return descriptor

    def bytes(self, data: Any) -> int:
        """Take raw bytes and return their offset."""
        offset = self.size
        self.parts.append(data)
        padding = _padding(len(data))
        if padding:
            self.parts.append(bytes(padding))
        self.size += len(data) + padding
        return offset


class ColumnReader:
    """Views the columns of a frame in place."""

    def __init__(self, area: memoryview) -> None:
        self.area = area

    def get(self, descriptor: Any) -> Array:
        """Return the array of ``[dtype, offset, count(, shape)]``; ValueError if it is not in the frame."""
        tag, offset, count, *shape = descriptor
        if tag not in STORED or not _is_size(offset) or not _is_size(count):
            raise ValueError(f"{descriptor!r} does not describe a column")
        dtype = np.dtype(STORED[tag])
        if offset + count * dtype.itemsize > len(self.area):
            raise ValueError(f"the column {descriptor!r} does not fit into {len(self.area)} bytes")
        values = untagged(tag, np.frombuffer(self.area, dtype, count, offset))
        return values.reshape(shape[0]) if shape else values

    def row(self, descriptor: Any) -> dict[str, Array]:
        """Return the arrays of ``[names, dtype, offset, count]``, which lie one after the other.

        Raises ValueError if they are not in the frame.
        """
        names, tag, offset, count = descriptor
        first = self.get([tag, offset, count])
        if type(names) is not list or not all(type(name) is str for name in names):  # pyright: ignore
            raise ValueError(f"expected the names of columns, got {names!r:.80}")
        size = count * np.dtype(STORED[tag]).itemsize
        step = size + _padding(size)
        others = (self.get([tag, offset + step * place, count]) for place in range(1, len(names)))  # pyright: ignore
        return dict(zip(names, (first, *others), strict=True))  # pyright: ignore

    def bytes(self, offset: int, length: int) -> bytes:
        if not _is_size(offset) or not _is_size(length) or offset + length > len(self.area):
            raise ValueError(f"{length!r} bytes at {offset!r} do not fit into {len(self.area)} bytes")
        return bytes(self.area[offset : offset + length])


def _raw(array: Array) -> Any:
    """View an array's memory as bytes; copied only if it is not contiguous."""
    return np.ascontiguousarray(array).reshape(-1).view("u1").data


def _padding(size: int) -> int:
    return -size % 8


def _is_size(value: object) -> bool:
    return type(value) is int and value >= 0
