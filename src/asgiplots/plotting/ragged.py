"""Columns whose rows are sequences of places, one for each line or polygon."""

from collections.abc import Mapping
from typing import Any, cast

from asgiplots.schema.arrays import is_array
from asgiplots.schema.names import show


def ragged(method: str, xs: Any, ys: Any) -> dict[str, Any]:
    """Return ``xs`` and ``ys`` as columns of rows; names of columns and specs stay as they are.

    A two-dimensional array has one row for each line. ValueError names the first row that is no sequence, or
    that is not as long in ``xs`` as in ``ys``.
    """
    columns = {name: _rows(method, name, values) for name, values in (("xs", xs), ("ys", ys))}
    if all(isinstance(rows, list) for rows in columns.values()):
        for row, (x, y) in enumerate(zip(columns["xs"], columns["ys"], strict=False)):
            if len(x) != len(y):
                got = f"{len(x)} and {len(y)} in row {row}"
                raise ValueError(f"{method}() expected as many places in xs as in ys, got {got}")
    return columns


def _rows(method: str, name: str, values: Any) -> Any:
    """Return the rows of a column as a list, checked; what is no column as it is."""
    if isinstance(values, str | Mapping) or not hasattr(values, "__len__"):
        return cast(Any, values)
    rows: list[Any] = list(values)
    for row, cells in enumerate(rows):
        if isinstance(cells, str) or not hasattr(cells, "__len__") or (is_array(cells) and cells.ndim > 1):
            got = f"{show(cells)} in row {row}"
            raise ValueError(f"{method}() expected sequences of places as rows of {name!r}, got {got}")
    return rows
