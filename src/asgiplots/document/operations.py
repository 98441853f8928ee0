"""The few operations that carry a document from one place to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ref:
    """A model named by its id inside a value, before the document looks it up."""

    id: str


@dataclass(frozen=True, slots=True)
class AddModels:
    """New models: (id, kind, values of fields that are not defaults)."""

    models: list[tuple[str, str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class SetFields:
    id: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SetColumns:
    """Replace some columns of a source and keep the others."""

    id: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stream:
    """Append rows; keep at most the last ``rollover`` rows."""

    id: str
    columns: Mapping[str, Any]
    rollover: int | None = None


@dataclass(frozen=True, slots=True)
class PatchColumns:
    """Overwrite cells: per column a list of (index, value or values).

    An index is a row, a slice of rows, or a row and then a number or slice for each axis of its array.
    """

    id: str
    patches: Mapping[str, list[tuple[Any, Any]]]


@dataclass(frozen=True, slots=True)
class SetRoots:
    ids: list[str]


@dataclass(frozen=True, slots=True)
class Drop:
    """Models that nothing in the document holds any more."""

    ids: list[str]


@dataclass(frozen=True, slots=True)
class SetTitle:
    title: str


@dataclass(frozen=True, slots=True)
class SetCollaborative:
    """Whether the viewers share how they look at the document."""

    collaborative: bool


@dataclass(frozen=True, slots=True)
class SendEvent:
    """A message from the app to the browser."""

    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Modules:
    """Where the browser finds the ES module of each custom kind."""

    urls: Mapping[str, str]


Operation = (
    AddModels
    | SetFields
    | SetColumns
    | Stream
    | PatchColumns
    | SetRoots
    | Drop
    | SetTitle
    | SetCollaborative
    | SendEvent
    | Modules
)
ColumnOperation = SetColumns | Stream | PatchColumns
