"""Heads of snapshots and patches: operations as arrays ``[name, …]``."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from asgiplots.document import operations as ops
from asgiplots.document.changes import ChangeSet, ColumnChanges, joined_parts
from asgiplots.document.document import Document
from asgiplots.document.operations import Operation
from asgiplots.protocol.values import ValueDecoder, ValueEncoder
from asgiplots.schema import Model, reach
from asgiplots.schema.arrays import is_array
from asgiplots.schema.fields import FieldDescriptor
from asgiplots.schema.kinds import DataSpec
from asgiplots.schema.specs import SPECS


def encode_field(field: FieldDescriptor, value: Any, encoder: ValueEncoder) -> Any:
    """Encode a field's value; a data spec always goes as an object."""
    if isinstance(field.kind, DataSpec) and not isinstance(value, SPECS):
        return {"value": encoder.encode(value)}
    return encoder.encode(value)


def encode_model(model: Model, encoder: ValueEncoder) -> list[Any]:
    """Return ``[id, kind, {field: value}]`` with what differs from the defaults that the browser knows."""
    return [model.id, model.wire_kind(), _encode_fields(model, model.sent_values(), encoder)]


def _encode_fields(model: Model, pairs: Iterable[tuple[str, Any]], encoder: ValueEncoder) -> dict[str, Any]:
    """Encode fields of one model; TypeError says which of them cannot be sent."""
    values: dict[str, Any] = {}
    for name, value in pairs:
        try:
            values[name] = encode_field(model._fields[name], value, encoder)
        except TypeError as error:
            raise TypeError(f"{type(model).__name__}.{name}: {error}") from None
    return values


def snapshot_head(document: Document, encoder: ValueEncoder) -> dict[str, Any]:
    """Return the head of a snapshot frame."""
    head: dict[str, Any] = {
        "title": document.title,
        "roots": [root.id for root in document.roots],
        "models": [encode_model(model, encoder) for model in reach(document.anchors())],
    }
    if document.js_event_callbacks:
        head["js_event_callbacks"] = encoder.encode(document.js_event_callbacks)
    if document.modules:
        head["modules"] = document.modules
    if not document.collaborative:
        head["collaborative"] = False
    if document.theme is not None and document.theme.scheme is not None:
        head["theme"] = document.theme.scheme
    return head


def patch_head(document: Document, changes: ChangeSet, encoder: ValueEncoder) -> list[Any]:
    """Return the operations of one change set."""
    head: list[Any] = []
    if changes.added:
        head.append(["add", [encode_model(model, encoder) for model in changes.added]])
    for model, names in changes.fields.items():
        if model not in changes.added:
            pairs = ((name, getattr(model, name)) for name in names)
            head.append(["set", model.id, _encode_fields(model, pairs, encoder)])
    for model, columns in changes.columns.items():
        if model not in changes.added:
            head.extend(_column_operations(model, columns, encoder))
    if changes.roots is not None:
        head.append(["roots", [root.id for root in changes.roots]])
    if changes.dropped:
        head.append(["drop", changes.dropped])
    if changes.title is not None:
        head.append(["title", changes.title])
    if changes.collaborative is not None:
        head.append(["collaborative", changes.collaborative])
    head.extend(["event", event.name, encoder.encode(event.values)] for event in changes.events)
    return head


def _column_operations(model: Model, changes: ColumnChanges, encoder: ValueEncoder) -> list[Any]:
    out: list[Any] = []
    if changes.replaced:
        data: Any = getattr(model, "data")  # noqa: B009
        out.append(["columns", model.id, encoder.columns_of({name: data[name] for name in changes.replaced})])
    for step in changes.steps:
        if isinstance(step, ops.Stream):
            rows = {name: joined_parts(part) for name, part in step.columns.items()}
            out.append(["stream", model.id, encoder.row_of(rows), step.rollover])
        else:
            patches = {name: [_cell(cell, encoder) for cell in cells] for name, cells in step.patches.items()}
            out.append(["patch", model.id, patches])
    return out


def _cell(cell: tuple[Any, Any], encoder: ValueEncoder) -> list[Any]:
    """Return ``[row, value]``, ``[[start, stop, step], values]`` or, in a row, ``[[row, axes], values]``."""
    index: Any = cell[0]
    value: Any = cell[1]
    if type(index) is slice:
        return [_axis(index), encoder.column(value)]
    if type(index) is tuple:
        row, *axes = cast("tuple[Any, ...]", index)
        values = value.reshape(-1) if is_array(value) else value
        return [[row, [_axis(axis) for axis in axes]], encoder.encode(values)]
    return [index, encoder.encode(value)]


def _axis(axis: Any) -> Any:
    return [axis.start, axis.stop, axis.step] if type(axis) is slice else axis


def read_snapshot(head: Any, decoder: ValueDecoder) -> list[Operation]:
    """Return the operations that make the snapshot's document from an empty one."""
    made: list[Operation] = [_add(["add", head["models"]], decoder), ops.SetRoots(_strings(head["roots"]))]
    if "title" in head:
        made.append(ops.SetTitle(head["title"]))
    if "collaborative" in head:
        made.append(ops.SetCollaborative(bool(head["collaborative"])))
    if "modules" in head:
        made.append(ops.Modules(head["modules"]))
    return made


def read_patch(head: Any, decoder: ValueDecoder) -> list[Operation]:
    """Return the operations of a patch; ValueError for a name that is none."""
    made: list[Operation] = []
    for operation in head:
        reader = _READERS.get(operation[0])
        if reader is None:
            raise ValueError(f"{operation[0]!r} is not an operation")
        made.append(reader(operation, decoder))
    return made


def _add(operation: Any, decoder: ValueDecoder) -> ops.AddModels:
    return ops.AddModels([(str(i), str(kind), decoder.decode(values)) for i, kind, values in operation[1]])


def _patches(value: Any, decoder: ValueDecoder) -> dict[str, list[tuple[Any, Any]]]:
    return {str(name): [(_place(i), decoder.decode(v)) for i, v in cells] for name, cells in value.items()}


def _place(index: Any) -> Any:
    if type(index) is not list:
        return index
    parts = cast("list[Any]", index)
    return (parts[0], *map(_place, parts[1])) if len(parts) == 2 else slice(*parts)


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):  # pyright: ignore
        raise ValueError(f"expected a list of ids, got {value!r:.80}")
    return value  # pyright: ignore[reportUnknownVariableType]


_READERS: dict[Any, Callable[[Any, ValueDecoder], Operation]] = {
    "add": _add,
    "set": lambda o, d: ops.SetFields(o[1], d.decode(o[2])),
    "columns": lambda o, d: ops.SetColumns(o[1], d.decode(o[2])),
    "stream": lambda o, d: ops.Stream(o[1], d.columns_of(o[2]), o[3]),
    "patch": lambda o, d: ops.PatchColumns(o[1], _patches(o[2], d)),
    "roots": lambda o, d: ops.SetRoots(_strings(o[1])),
    "drop": lambda o, d: ops.Drop(_strings(o[1])),
    "title": lambda o, d: ops.SetTitle(str(o[1])),
    "collaborative": lambda o, d: ops.SetCollaborative(bool(o[1])),
    "event": lambda o, d: ops.SendEvent(str(o[1]), d.decode(o[2])),
    "modules": lambda o, d: ops.Modules(o[1]),
}
