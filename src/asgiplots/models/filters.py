"""Filters: which rows of a source a renderer shows."""

from typing import Any

from asgiplots.schema import Model, abstract, field


@abstract
class Filter(Model):
    """The base of filters."""


class AllIndices(Filter):
    """Shows each row."""


class IndexFilter(Filter):
    """Shows the rows with the given numbers; None shows all."""

    indices: list[int] | None = None

    def __init__(self, indices: Any = None, **fields: Any) -> None:
        """Make a filter of row numbers."""
        super().__init__(**fields, **({} if indices is None else {"indices": indices}))


class BooleanFilter(Filter):
    """Shows the rows at whose places ``booleans`` is true; None shows all."""

    booleans: list[bool] | None = None

    def __init__(self, booleans: Any = None, **fields: Any) -> None:
        """Make a filter of one boolean a row."""
        super().__init__(**fields, **({} if booleans is None else {"booleans": booleans}))


class GroupFilter(Filter):
    """Shows the rows whose value in the column ``column_name`` equals ``group``."""

    column_name: str = field(required=True)
    group: Any = field(required=True)
