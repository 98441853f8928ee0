"""Sources: columns of data, what is selected in them, and which rows a renderer shows."""

from importlib import import_module
from typing import Any

from asgiplots.models.cells import Change, checked_patches, patched
from asgiplots.models.filters import AllIndices, Filter
from asgiplots.models.growing import GrowingArray
from asgiplots.models.rows import checked_rows, columns_of, extend, put_silently
from asgiplots.schema import Model, abstract, field
from asgiplots.schema.names import similar
from asgiplots.schema.types import ColumnData


class Selection(Model):
    """The selected rows of a source: row numbers, and for a line the numbers of its segments."""

    indices: list[int] = field(factory=list, view=True)
    line_indices: list[int] = field(factory=list, view=True)


@abstract
class DataSource(Model):
    """The base of sources."""

    selected: Selection = field(factory=Selection)


class CDSView(Model):
    """The rows of a source that a renderer shows."""

    filter: Filter = field(factory=AllIndices)


@abstract
class ColumnarDataSource(DataSource):
    """The base of sources whose data is columns of equal length."""


class ColumnDataSource(ColumnarDataSource):
    """Columns by name: lists, arrays, pandas or polars series.

    A whole data frame gives its columns and index.
    """

    data: ColumnData = field(factory=dict)

    def __init__(self, data: Any = None, **fields: Any) -> None:
        """Make a source of a dictionary of columns, a data frame or a pandas group-by.

        Raises ValueError for columns of unequal lengths.
        """
        if data is not None:
            fields["data"] = columns_of(data)
        super().__init__(**fields)

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
        return list(self.data)

    @property
    def length(self) -> int:
        """The number of rows: the length of the longest column, 0 without columns."""
        return max(map(len, self.data.values()), default=0)

    def add(self, data: Any, name: str | None = None) -> str:
        """Add a column and return its name, by default ``"Series <number>"``."""
        number = len(self.data)
        while name is None or (name.startswith("Series ") and name in self.data):
            name, number = f"Series {number}", number + 1
        self.data[name] = data
        return name

    def remove(self, name: str) -> None:
        """Remove a column; ValueError if there is none of that name."""
        if name not in self.data:
            raise ValueError(f"the source has no column {name!r} to remove{similar(name, self.data)}")
        del self.data[name]

    @classmethod
    def from_df(cls, data: Any) -> dict[str, Any]:
        """Return the columns of a data frame, its index included, as ``data`` takes them."""
        return columns_of(data)

    @classmethod
    def from_groupby(cls, data: Any) -> dict[str, Any]:
        """Return columns such as ``weight_mean`` that describe each group of a pandas group-by."""
        return columns_of(data)

    def to_df(self) -> Any:
        """Return the columns as a pandas data frame; RuntimeError where pandas is not installed."""
        try:
            pandas: Any = import_module("pandas")
        except ImportError:
            raise RuntimeError("ColumnDataSource.to_df() needs pandas, which is not installed") from None
        return pandas.DataFrame({name: pandas.Series(column) for name, column in self.data.items()})

    def stream(self, new_data: Any, rollover: int | None = None) -> None:
        """Append rows to every column, then keep only the last ``rollover`` rows.

        ``new_data`` is a dictionary of equally long columns, a data frame or a row of one, with exactly the
        source's columns; else ValueError says which are missing or extra.
        """
        rows = checked_rows(self.data, new_data, rollover)
        with self._exclusive():
            old = self._before_mutation("data")
            growing: dict[str, GrowingArray] = self.__dict__.setdefault("_growing", {})
            for name, values in rows.items():
                extend(growing, self.data, name, values, rollover)
            self._note_stream(rows, rollover)
        self._run_change_handlers("data", old, self.data)

    def patch(self, patches: dict[str, list[tuple[Any, Any]]]) -> None:
        """Replace single rows or slices: ``{"x": [(3, 1.5), (slice(0, 2), [7, 8])]}``.

        A tuple such as ``(0, 2, slice(4))`` reaches into an array that is one row of the column. ValueError
        says which column or index does not exist; nothing is changed then.
        """
        checked = checked_patches(self.data, patches)
        told: dict[str, list[Change]] = {}
        whole: list[str] = []
        with self._exclusive():
            old = self._before_mutation("data")
            for name, changes in checked.items():
                column, news = patched(name, self.data[name], changes)
                put_silently(self.data, name, column)
                if news is None:
                    whole.append(name)
                else:
                    told[name] = news
            self._note_patch(told)
        if whole:
            self._after_mutation("data", old, whole)
        else:
            self._run_change_handlers("data", old, self.data)
