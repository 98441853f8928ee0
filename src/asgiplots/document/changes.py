"""What changed since the last frame: last write wins per field, appended rows concatenate."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from asgiplots.document.operations import PatchColumns, SendEvent, Stream
from asgiplots.schema import Model

# Of a value in a list, about.
_BYTES = 32


@dataclass(slots=True)
class ColumnChanges:
    """Changes of one source's columns, in order: replaced columns first, then appended rows and cells.

    Replaced columns are read when the frame is made, so no step may touch them: it would count twice.
    """

    replaced: dict[str, None] = field(default_factory=dict[str, None])
    steps: list[Stream | PatchColumns] = field(default_factory=list[Stream | PatchColumns])

    def replace(self, names: list[str]) -> None:
        """Note whole columns: steps on them are void. Where rows were appended, the others go whole too."""
        self.replaced.update(dict.fromkeys(names))
        steps, self.steps = self.steps, []
        for step in steps:
            if isinstance(step, Stream):
                self.replaced.update(dict.fromkeys(step.columns))
        for step in steps:
            if isinstance(step, PatchColumns):
                self.patch(step)

    def patch(self, step: PatchColumns) -> None:
        """Note cells; their values are copied, whatever becomes of the arrays that they came in."""
        patches = {
            name: [(index, copy(value)) for index, value in cells]
            for name, cells in step.patches.items()
            if name not in self.replaced
        }
        if patches:
            self.steps.append(PatchColumns(step.id, patches))

    def stream(self, step: Stream) -> None:
        if self.replaced:
            self.replace(list(step.columns))
            return
        last = self.steps[-1] if self.steps else None
        if isinstance(last, Stream) and set(last.columns) == set(step.columns) and _as_tight(last, step):
            self.steps[-1] = _joined(last, step)
        else:
            self.steps.append(step)


@dataclass(slots=True)
class ChangeSet:
    """The pending changes of one origin. Values are read from the models when the frame is made."""

    origin: int = 0
    added: dict[Model, None] = field(default_factory=dict[Model, None])
    fields: dict[Model, dict[str, None]] = field(default_factory=dict[Model, dict[str, None]])
    columns: dict[Model, ColumnChanges] = field(default_factory=dict[Model, ColumnChanges])
    dropped: list[str] = field(default_factory=list[str])
    roots: list[Model] | None = None
    title: str | None = None
    collaborative: bool | None = None
    events: list[SendEvent] = field(default_factory=list[SendEvent])

    def __bool__(self) -> bool:
        return bool(
            self.added
            or self.fields
            or self.columns
            or self.dropped
            or self.roots is not None
            or self.title is not None
            or self.collaborative is not None
            or self.events
        )

    def note_field(self, model: Model, name: str) -> None:
        names = self.fields.get(model)
        if names is None:
            self.fields[model] = {name: None}
        else:
            names[name] = None
        if name == "data":
            self.columns.pop(model, None)

    def forget_field(self, model: Model, name: str) -> None:
        """Drop a field that another origin wrote later."""
        names = self.fields.get(model)
        if names is not None and names.pop(name, 0) is None and not names:
            del self.fields[model]

    def names_models(self) -> bool:
        """Tell whether these changes may refer to models that came lately."""
        return bool(self.added or self.roots) or any(
            model._fields[name].kind.refs for model, names in self.fields.items() for name in names
        )

    def has_columns(self, model: Model) -> bool:
        """Tell whether columns of ``model`` wait here, all of them or some."""
        return model in self.added or model in self.columns or "data" in self.fields.get(model, ())

    def forget_columns(self, model: Model) -> None:
        """Drop what waits of a source's columns; a model that is added goes with all it has anyway."""
        self.columns.pop(model, None)
        self.forget_field(model, "data")

    def column_changes(self, model: Model) -> ColumnChanges | None:
        """Return where column changes of ``model`` go; None when all its data goes anyway."""
        if model in self.added or "data" in self.fields.get(model, ()):
            return None
        return self.columns.setdefault(model, ColumnChanges())

    def forget_model(self, model: Model) -> None:
        self.added.pop(model, None)
        self.fields.pop(model, None)
        self.columns.pop(model, None)


def _joined(first: Stream, second: Stream) -> Stream:
    columns = {name: _concatenated(first.columns[name], second.columns[name]) for name in first.columns}
    if second.rollover is not None:
        for parts in columns.values():
            parts.keep(second.rollover)
    return Stream(first.id, columns, second.rollover)


def _as_tight(first: Stream, second: Stream) -> bool:
    """Tell whether dropping old rows at the end only leaves the same as dropping them after either step."""
    return first.rollover is None or (second.rollover is not None and second.rollover <= first.rollover)


def size(part: Any) -> int:
    """About how many bytes of memory rows or a cell take."""
    return getattr(part, "nbytes", 0) or _BYTES * getattr(part, "__len__", lambda: 1)()


class Parts(list[Any]):
    """Appended pieces of one column, joined only when the frame is made."""

    def __init__(self, first: Any) -> None:
        super().__init__([first])
        self.rows: int = len(first)
        self.nbytes = size(first)

    def add(self, piece: Any) -> None:
        self.append(piece)
        self.rows += len(piece)
        self.nbytes += size(piece)

    def keep(self, rows: int) -> None:
        """Drop what later rows push out, once it is as much as the last ``rows`` that stay."""
        if self.rows <= 2 * rows:
            return
        at = len(self) - 1
        kept = len(self[at])
        while kept < rows:
            at -= 1
            kept += len(self[at])
        self[: at + 1] = [self[at][kept - rows :]]
        self.nbytes = self.nbytes * rows // self.rows
        self.rows = rows


def _concatenated(first: Any, second: Any) -> Parts:
    parts = first if isinstance(first, Parts) else Parts(first)
    parts.add(second)
    return parts


def joined_parts(column: Any) -> Any:
    """Return a column whose appended pieces are joined: an array if all are arrays, else a list."""
    if not isinstance(column, Parts):
        return column
    if all(hasattr(part, "dtype") for part in column):
        import numpy as np

        return np.concatenate(column)
    out: list[Any] = []
    for part in column:
        out.extend(part)
    return out


Columns = Mapping[str, Any]
