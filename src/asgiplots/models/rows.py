"""Checks and changes of a source's rows: whole frames and appended rows."""

from collections.abc import Mapping
from typing import Any, cast

from asgiplots.models.growing import GrowingArray, like_column
from asgiplots.schema.arrays import from_frame, is_array
from asgiplots.schema.columns import lengths_differ
from asgiplots.schema.names import show, similar


def columns_of(data: Any) -> Any:
    """Return the columns of a dictionary, a data frame or a pandas group-by; other things as they are."""
    if isinstance(data, Mapping):
        return data  # pyright: ignore[reportUnknownVariableType]
    if hasattr(data, "groups") and hasattr(data, "describe"):
        data = data.describe()
    columns = from_frame(data)
    return data if columns is None else columns


def checked_rows(columns: Mapping[str, Any], new_data: Any, rollover: int | None) -> dict[str, Any]:
    """Return new rows as equally long columns that fit ``columns``; ValueError says what does not."""
    if rollover is not None and (not isinstance(rollover, int) or isinstance(rollover, bool) or rollover < 0):  # pyright: ignore
        raise ValueError(f"stream() expected rollover to be a number of rows or None, got {show(rollover)}")
    rows = _as_mapping(new_data)
    _need_same_names(columns, rows)
    for name, values in rows.items():
        if not is_sequence(values):
            raise ValueError(
                f"stream() expected a sequence of new rows for column {name!r}, got {show(values)}"
            )
    differ = lengths_differ(rows)
    if differ:
        raise ValueError(f"stream() expected as many new rows in every column, but {differ}")
    return {name: _fitting(name, column, rows[name]) for name, column in columns.items()}


def _as_mapping(new_data: Any) -> Mapping[str, Any]:
    """Return columns of a dictionary, a data frame, or a pandas series which is one row."""
    rows = columns_of(new_data)
    if isinstance(rows, Mapping):
        return cast("Mapping[str, Any]", rows)
    index = getattr(new_data, "index", None)
    if hasattr(index, "to_list") and hasattr(new_data, "to_dict"):
        return {str(name): [value] for name, value in new_data.to_dict().items()}
    raise ValueError(f"stream() expected a dictionary of columns or a data frame, got {show(new_data)}")


def _need_same_names(columns: Mapping[str, Any], rows: Mapping[str, Any]) -> None:
    if columns.keys() == rows.keys():
        return
    missing = [name for name in columns if name not in rows]
    extra = [name for name in rows if name not in columns]
    parts = [f"missing: {', '.join(map(repr, missing))}"] if missing else []
    if extra:
        hint = similar(extra[0], columns)
        parts.append(f"extra: {', '.join(map(repr, extra))}{hint}")
    raise ValueError(f"stream() expected new rows for exactly the source's columns, {'; '.join(parts)}")


def _fitting(name: str, column: Any, values: Any) -> Any:
    if not is_array(column):
        return listed(values)
    rows = like_column(name, column, values)
    if rows.shape[1:] != column.shape[1:]:
        raise ValueError(
            f"stream() expected rows of shape {column.shape[1:]} for column {name!r}, got {rows.shape[1:]}"
        )
    return rows


def is_sequence(value: Any) -> bool:
    """Tell whether ``value`` can be rows of a column: it has a length and is no text and no mapping."""
    return type(value) is list or (hasattr(value, "__len__") and not isinstance(value, str | bytes | Mapping))


def put_silently(columns: Any, name: str, column: Any) -> None:
    """Store a column without telling anyone; the caller notes what changed."""
    plain: Any = dict
    plain.__setitem__(columns, name, column)


def listed(values: Any) -> list[Any]:
    """Return values as a list; dates of an array stay dates, and rows that are arrays stay arrays."""
    if not is_array(values) or values.dtype.kind in "Mm":
        return list(values)
    return values.tolist() if values.ndim == 1 else list(values.copy())


def extend(
    growing: dict[str, GrowingArray], columns: Any, name: str, rows: Any, rollover: int | None
) -> None:
    """Put new rows behind a column and keep only its last ``rollover`` rows, without telling anyone.

    ``growing`` keeps the arrays that have room behind them, by name, from one call to the next.
    """
    if not is_array(columns[name]):
        plain: Any = list
        column = columns[name]
        plain.extend(column, rows)
        if rollover is not None and len(column) > rollover:
            plain.__delitem__(column, slice(0, len(column) - rollover))
        return
    grown = growing.get(name)
    if grown is None or grown.live is not columns[name]:
        grown = growing[name] = GrowingArray(columns[name])
    put_silently(columns, name, grown.append(rows, rollover, holders=1))
