"""What changed since the last frame: last write wins per field, appended rows concatenate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from asgiplots.document.operations import PatchColumns, SendEvent, Stream
from asgiplots.schema import Model


@dataclass(slots=True)
class ColumnChanges:
    """Changes of one source's columns, in order: replaced columns first, then appended rows and cells."""

    replaced: dict[str, None] = field(default_factory=dict[str, None])
    steps: list[Stream | PatchColumns] = field(default_factory=list[Stream | PatchColumns])

    def replace(self, names: list[str]) -> None:
        """Note whole columns; as they are read when the frame is made, earlier steps on them are void."""
        self.replaced.update(dict.fromkeys(names))
        if self.steps:
            self.steps = []

    def stream(self, step: Stream) -> None:
        last = self.steps[-1] if self.steps else None
        if isinstance(last, Stream) and set(last.columns) == set(step.columns):
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
    events: list[SendEvent] = field(default_factory=list[SendEvent])

    def __bool__(self) -> bool:
        return bool(
            self.added
            or self.fields
            or self.columns
            or self.dropped
            or self.roots is not None
            or self.title is not None
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
    return Stream(first.id, columns, _tighter(first.rollover, second.rollover))


def _tighter(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else min(first, second)


class Parts(list[Any]):
    """Appended pieces of one column, joined only when the frame is made."""


def _concatenated(first: Any, second: Any) -> Parts:
    parts = first if isinstance(first, Parts) else Parts([first])
    parts.append(second)
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
