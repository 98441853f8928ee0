"""Patches: replaced cells of a source's columns, checked before anything changes."""

from collections.abc import Mapping
from typing import Any

from asgiplots.models.growing import like_column
from asgiplots.models.rows import is_sequence
from asgiplots.schema.arrays import is_array, numpy
from asgiplots.schema.names import show, similar

Index = int | slice | tuple[Any, ...]  # a row, rows, or a place within the array of one row
Change = tuple[Index, Any]


def checked_patches(columns: Mapping[str, Any], patches: Any) -> dict[str, list[Change]]:
    """Return patches with plain indices and full slices.

    ValueError for a column or an index that is not there, or a value that does not fit.
    """
    if not hasattr(patches, "items"):
        raise ValueError(f"patch() expected a dictionary of column names to changes, got {show(patches)}")
    checked: dict[str, list[Change]] = {}
    for name, changes in patches.items():
        if name not in columns:
            raise ValueError(f"patch() found no column {name!r}{similar(str(name), columns)}")
        checked[name] = [_checked(name, columns[name], change) for change in changes]
        if is_array(columns[name]):
            _wide_enough(name, columns[name], checked[name])
    return checked


def _checked(name: str, column: Any, change: Any) -> Change:
    if not is_sequence(change) or len(change) != 2:
        raise ValueError(f"patch() expected (index, value) pairs for column {name!r}, got {show(change)}")
    index: Any = change[0]
    value: Any = change[1]
    if type(index) is slice:
        rows = _rows(name, index, len(column))
        if not is_sequence(value) or len(value) != len(rows):
            raise ValueError(
                f"patch() expected {len(rows)} values for {index} of column {name!r}, got {show(value)}"
            )
        return slice(rows.start, rows.stop, rows.step), value
    if type(index) is tuple:
        return _inner_index(name, column, index), value
    return _row(name, index, len(column)), value


def _row(name: str, index: Any, length: int) -> int:
    try:
        row = index.__index__()
    except AttributeError:
        raise ValueError(
            f"patch() expected a row number or a slice for column {name!r}, got {show(index)}"
        ) from None
    if not 0 <= row < length:
        raise ValueError(f"patch() expected a row from 0 to {length - 1} for column {name!r}, got {row}")
    return row


def _rows(name: str, index: Any, length: int) -> range:
    start = 0 if index.start is None else index.start
    stop = length if index.stop is None else index.stop
    step = 1 if index.step is None else index.step
    if not 0 <= start < stop <= length or step < 1:
        raise ValueError(f"patch() expected a slice within 0 to {length} for column {name!r}, got {index}")
    return range(start, stop, step)


def _inner_index(name: str, column: Any, index: Any) -> tuple[Any, ...]:
    if len(index) < 2:
        raise ValueError(
            f"patch() expected (row, index within the row) for column {name!r}, got {show(index)}"
        )
    row = _row(name, index[0], len(column))
    if not is_array(column[row]):
        raise ValueError(
            f"patch() expected an array in row {row} of column {name!r}, got {show(column[row])}"
        )
    return row, *index[1:]


def _shaped(value: Any, cells: Any) -> Any:
    """Return as many values as there are cells in the shape of the cells; others as they are."""
    values = numpy().asarray(value)
    return values.reshape(cells.shape) if is_array(cells) and values.size == cells.size else value


def patched(name: str, column: Any, changes: list[Change]) -> tuple[Any, bool]:
    """Apply checked changes; return the column, and whether it must be sent whole.

    Arrays change in place where they can: one that is read-only is copied, one whose type is too narrow is
    widened.
    """
    whole = any(isinstance(index, tuple) for index, _ in changes)
    if not is_array(column):
        for index, value in changes:
            _put_in_list(column, index, value)
        return column, whole
    dtype = _wide_enough(name, column, changes)
    if dtype != column.dtype or not column.flags.writeable:
        whole = whole or dtype != column.dtype
        column = column.astype(dtype)
    for index, value in changes:
        column[index] = value
    return column, whole


def _put_in_list(column: Any, index: Index, value: Any) -> None:
    if isinstance(index, tuple):
        cells: Any = column[index[0]]
        cells[index[1:]] = _shaped(value, cells[index[1:]])
    else:
        plain: Any = list
        plain.__setitem__(column, index, list(value) if isinstance(index, slice) else value)


def _wide_enough(name: str, column: Any, changes: list[Change]) -> Any:
    """Return the type that holds the column and all new values; ValueError for text where numbers are."""
    np = numpy()
    dtype = column.dtype
    for index, value in changes:
        values = value if isinstance(index, slice) else [value]
        if dtype.kind not in "MmO" and not isinstance(index, tuple):
            dtype = np.result_type(dtype, like_column(name, column, values).dtype)
    return dtype
