"""The columns of a data source: arrays and lists of equal length under their names."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from asgiplots.schema.arrays import is_array, numpy
from asgiplots.schema.containers import Holder, ObservableDict, ObservableList
from asgiplots.schema.names import show


class ColumnList(ObservableList):
    """A column that the user gave as a list: ``source.data['x'].append(…)`` changes this column only."""


class ColumnDict(ObservableDict):
    """The columns of a source by name."""

    def bind(self, holder: Holder, name: str, key: str | None = None) -> None:
        super().bind(holder, name, key)
        self._bind_columns(list(self))

    def _bind_columns(self, names: Iterable[str]) -> None:
        for name in names:
            column: Any = self.get(name)
            if isinstance(column, ColumnList) and self._holder is not None:
                column.bind(self._holder, self._name, name)

    def _pair(self, key: Any, value: Any) -> tuple[Any, Any]:
        return key, column(key, value)

    def _put(self, pairs: dict[Any, Any]) -> None:
        super()._put(pairs)
        self._bind_columns(pairs)


def lengths_differ(columns: Mapping[str, Any]) -> str:
    """Return how long each column is, as text, if they are not equally long; else an empty string."""
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) < 2:
        return ""
    return ", ".join(f"{name!r} has {count}" for name, count in lengths.items())


def need_equal_lengths(columns: Mapping[str, Any]) -> None:
    """Raise ValueError, naming each column's length, unless all are equally long."""
    differ = lengths_differ(columns)
    if differ:
        raise ValueError(f"the columns of a source must be equally long, but {differ}")


def column(name: str, value: Any) -> Any:
    """Return a column as it is stored: arrays as they are, a series as its array, other sequences as a list.

    Raises ValueError for what is no sequence.
    """
    if is_array(value):
        if value.ndim == 0:
            raise ValueError(f"expected a sequence for column {name!r}, got {show(value)}")
        return value
    if isinstance(value, ColumnList):
        return ColumnList(value)
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise ValueError(f"expected a sequence for column {name!r}, got {show(cast('object', value))}")
    items = cast("Iterable[Any]", value)
    series = None if isinstance(items, list | tuple | range | set | frozenset) else _series(items)
    return series if series is not None else ColumnList(items)


def _series(value: Any) -> Any:
    to_numpy = getattr(value, "to_numpy", None)
    if callable(to_numpy):
        return to_numpy()
    return numpy().asarray(value) if hasattr(value, "__array__") else None
