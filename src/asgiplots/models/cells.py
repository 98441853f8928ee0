"""Patches: replaced cells of a source's columns, checked before anything changes."""

from collections.abc import Iterator, Mapping
from operator import index as whole
from typing import Any, cast

from asgiplots.models.growing import NUMBERS, like_column
from asgiplots.models.rows import is_sequence
from asgiplots.schema.arrays import is_array, numpy
from asgiplots.schema.names import show, similar

Index = int | slice | tuple[int | slice, ...]  # a row, rows, or a row and the place within its array
Change = tuple[Index, Any]


def checked_patches(columns: Mapping[str, Any], patches: Any) -> dict[str, list[Change]]:
    """Return patches with plain indices and full slices.

    What is written within the array of a row is named axis by axis, and its values have the array's type
    where that holds them. ValueError for a column or index that is not there, or a value that does not fit.
    """
    if not hasattr(patches, "items"):
        raise ValueError(f"patch() expected a dictionary of column names to changes, got {show(patches)}")
    checked: dict[str, list[Change]] = {}
    for name, changes in patches.items():
        if name not in columns:
            raise ValueError(f"patch() found no column {name!r}{similar(str(name), columns)}")
        checked[name] = [part for change in changes for part in _checked(name, columns[name], change)]
        if is_array(columns[name]):
            _wide_enough(name, columns[name], checked[name])
    return checked


def _checked(name: str, column: Any, change: Any) -> Iterator[Change]:
    if not is_sequence(change) or len(change) != 2:
        raise ValueError(f"patch() expected (index, value) pairs for column {name!r}, got {show(change)}")
    index: Any = change[0]
    value: Any = change[1]
    deep = is_array(column) and column.ndim > 1
    if type(index) is slice:
        rows = _span(f"column {name!r}", index, len(column))
        if not is_sequence(value) or len(value) != len(rows):
            raise ValueError(
                f"patch() expected {len(rows)} values for {index} of column {name!r}, got {show(value)}"
            )
        if deep:
            for row, part in zip(rows, value, strict=True):
                yield _within(name, column, (row,), part)
        else:
            yield slice(rows.start, rows.stop, rows.step), value
    elif type(index) is tuple:
        place = cast("tuple[Any, ...]", index)
        if len(place) < 2:
            raise ValueError(
                f"patch() expected (row, index within the row) for column {name!r}, got {show(place)}"
            )
        yield _within(name, column, place, value)
    elif deep:
        yield _within(name, column, (index,), value)
    else:
        yield _row(name, index, len(column)), value


def _row(name: str, index: Any, length: int) -> int:
    return _place(f"a row from 0 to {length - 1} for column {name!r}", f"column {name!r}", index, length)


def _place(expected: str, where: str, index: Any, length: int) -> int:
    try:
        place = index.__index__()
    except AttributeError:
        raise ValueError(f"patch() expected a row number or a slice for {where}, got {show(index)}") from None
    if not 0 <= place < length:
        raise ValueError(f"patch() expected {expected}, got {place}")
    return place


def _span(where: str, index: Any, length: int) -> range:
    given = (index.start, index.stop, index.step)
    try:
        start, stop, step = (
            default if end is None else whole(end) for end, default in zip(given, (0, length, 1), strict=True)
        )
    except TypeError:
        raise ValueError(f"patch() expected a slice of whole numbers for {where}, got {index}") from None
    if not 0 <= start < stop <= length or step < 1:
        raise ValueError(f"patch() expected a slice within 0 to {length} for {where}, got {index}")
    return range(start, stop, step)


def _within(name: str, column: Any, index: tuple[Any, ...], value: Any) -> Change:
    """Return a change of cells within a row's array: a full index, and one value or one for each cell."""
    row = _row(name, index[0], len(column))
    cells: Any = column[row]
    if not is_array(cells):
        raise ValueError(f"patch() expected an array in row {row} of column {name!r}, got {show(cells)}")
    within = _axes(f"row {row} of column {name!r}", index[1:], cells.shape)
    values = _like_cells(name, cells, value)
    shape = cells[within].shape
    if values.ndim == 0:
        return (row, *within), values[()]
    if values.size != numpy().prod(shape):
        raise ValueError(
            f"patch() expected values for {' by '.join(map(str, shape)) or 'no more than 1'} cells "
            f"within row {row} of column {name!r}, got {show(value)}"
        )
    values = values.reshape(shape)
    return (row, *within), values if shape else values[()]


def _axes(where: str, index: tuple[Any, ...], shape: tuple[int, ...]) -> tuple[int | slice, ...]:
    if len(index) > len(shape):
        raise ValueError(f"patch() expected at most {len(shape)} indices within {where}, got {len(index)}")
    full: list[int | slice] = []
    for length, part in zip(shape, index + (slice(None),) * (len(shape) - len(index)), strict=True):
        if type(part) is slice:
            span = _span(where, part, length)
            full.append(slice(span.start, span.stop, span.step))
        else:
            full.append(_place(f"an index from 0 to {length - 1} within {where}", where, part, length))
    return tuple(full)


def _like_cells(name: str, cells: Any, value: Any) -> Any:
    """Return values in the type of the cells where they lose nothing but digits, else in a wider one."""
    np = numpy()
    one = not is_sequence(value) or (is_array(value) and value.ndim == 0)
    values = like_column(name, cells, [value] if one else value)
    if one:
        values = values[0, ...]
    if cells.dtype.kind not in NUMBERS or values.dtype == cells.dtype:
        return values
    with np.errstate(invalid="ignore"):
        kept = values.astype(cells.dtype)
    both_floats = values.dtype.kind == cells.dtype.kind == "f"
    wider: Any = np.result_type(cells.dtype, values.dtype)
    return kept if both_floats or np.array_equal(kept, values) else values.astype(wider)


def patched(name: str, column: Any, changes: list[Change]) -> tuple[Any, list[Change] | None]:
    """Apply checked changes; return the column, and what to tell of it: None says that it must be sent whole.

    Arrays change in place where they can: one that is read-only is copied, one whose type is too narrow is
    widened.
    """
    if not is_array(column):
        return column, [_put_in_list(column, index, value) for index, value in changes]
    dtype = _wide_enough(name, column, changes)
    told = changes if dtype == column.dtype else None
    if told is None or not column.flags.writeable:
        column = column.astype(dtype)
    for index, value in changes:
        column[index] = value
    return column, told


def _put_in_list(column: Any, index: Index, value: Any) -> Change:
    """Apply a change, and return it as others must: an array that was widened goes whole."""
    plain: Any = list
    if not isinstance(index, tuple):
        plain.__setitem__(column, index, list(value) if isinstance(index, slice) else value)
        return index, value
    row, *within = index
    old: Any = column[row]
    dtype = old.dtype if old.dtype.kind in "MmO" else numpy().result_type(old.dtype, value.dtype)
    cells = old if dtype == old.dtype and old.flags.writeable else old.astype(dtype)
    cells[tuple(within)] = value
    if cells is not old:
        plain.__setitem__(column, row, cells)
    return (index, value) if dtype == old.dtype else (row, cells)  # pyright: ignore[reportReturnType]


def _wide_enough(name: str, column: Any, changes: list[Change]) -> Any:
    """Return the type that holds the column and all new values; ValueError for text where numbers are."""
    np = numpy()
    dtype = column.dtype
    if dtype.kind in "MmO":
        return dtype
    for index, value in changes:
        if isinstance(index, tuple):
            dtype = np.result_type(dtype, value.dtype)
        else:
            values = value if isinstance(index, slice) else [value]
            dtype = np.result_type(dtype, like_column(name, column, values).dtype)
    return dtype
