"""Applying what came from outside: viewers' writes, checked; a client's operations, trusted."""

from collections.abc import Iterable, Mapping
from typing import Any

from asgiplots.document.document import Document
from asgiplots.document.operations import (
    AddModels,
    ColumnOperation,
    Drop,
    Modules,
    Operation,
    Ref,
    SendEvent,
    SetCollaborative,
    SetColumns,
    SetFields,
    SetRoots,
    SetTitle,
    Stream,
)
from asgiplots.schema import REGISTRY, Model
from asgiplots.schema.fields import FieldDescriptor

Write = tuple[str, str, Any]


class Refused(ValueError):
    """A write from outside that the document does not accept; the text says why."""


def apply_writes(document: Document, writes: Iterable[Write], origin: int) -> None:
    """Set fields that a viewer wrote: all of them, then the handlers, or none if one is not acceptable.

    Refused: a model that is not in the document, a field that browsers may not write, a wrong value.
    """
    checked = check_writes(document, writes)
    changes = [(model, model._store(field, value, origin)) for model, field, value in checked]
    for model, change in changes:
        if change is not None:
            model._run_change_handlers(*change)


def check_writes(document: Document, writes: Iterable[Write]) -> list[tuple[Model, FieldDescriptor, Any]]:
    """Return models, fields and values as they would be stored; Refused says what is not acceptable."""
    checked: list[tuple[Model, FieldDescriptor, Any]] = []
    for model_id, name, value in writes:
        try:
            model = document.need_model(model_id)
        except ValueError as error:
            raise Refused(str(error)) from None
        checked.append((model, *_writable(document, model, name, value)))
    return checked


def _writable(document: Document, model: Model, name: str, value: Any) -> tuple[FieldDescriptor, Any]:
    field = model._fields.get(name)
    if field is None:
        raise Refused(str(model._unknown(name)))
    if not document.may_write(model, name):
        if field.view:
            raise Refused(f"{model.kind_name}.{name} is each viewer's own: the document is not collaborative")
        raise Refused(
            f"{model.kind_name}.{name} is not a field that a browser may write; "
            f'open it with curdoc().allow_writes(model, "{name}")'
        )
    try:
        return field, field.coerce(resolve(document, value))
    except ValueError as error:
        raise Refused(str(error)) from None


def resolve(document: Document, value: Any) -> Any:
    """Return ``value`` with every Ref replaced by its model; ValueError for an unknown one."""
    if isinstance(value, Ref):
        return document.need_model(value.id)
    if isinstance(value, Mapping):
        return {key: resolve(document, item) for key, item in value.items()}  # pyright: ignore
    if isinstance(value, list):
        return [resolve(document, item) for item in value]  # pyright: ignore
    return value


def apply_operations(document: Document, operations: Iterable[Operation], origin: int = 0) -> None:
    """Apply operations from a trusted client in one go; handlers run for changed fields."""
    made: dict[str, Model] = {}
    for operation in operations:
        if isinstance(operation, AddModels):
            made.update(_make(document, operation, made, origin))
        elif isinstance(operation, SetFields):
            _set_fields(document, operation, made, origin)
        elif isinstance(operation, SetColumns | Stream) or hasattr(operation, "patches"):
            with document.authored(origin):
                _change_columns(document, operation)  # type: ignore[arg-type]
        elif isinstance(operation, SetRoots):
            document.set_roots([made.get(i) or document.need_model(i) for i in operation.ids], origin)
        elif isinstance(operation, SetTitle):
            with document.authored(origin):
                document.set_title(operation.title)
        elif isinstance(operation, SetCollaborative):
            with document.authored(origin):
                document.collaborative = operation.collaborative
        elif isinstance(operation, Modules):
            document.modules.update(operation.urls)
        elif isinstance(operation, SendEvent):
            with document.authored(origin):
                document.send_event(operation.name, dict(operation.values))
        else:
            assert isinstance(operation, Drop)  # the document itself finds what nothing holds any more


def _make(document: Document, operation: AddModels, made: dict[str, Model], origin: int) -> dict[str, Model]:
    """Create models without values first, then set the values: references may go either way.

    A model that is here already, as one's own that comes back among others, is set like any other.
    """
    fresh = {
        i: REGISTRY.get(kind).blank(i)
        for i, kind, _ in operation.models
        if document.get_model_by_id(i) is None
    }
    known = {**made, **fresh}
    for model_id, _, values in operation.models:
        model = fresh.get(model_id)
        if model is None:
            _set_fields(document, SetFields(model_id, values), known, origin)
            continue
        for name, value in values.items():
            model._keep(name, model.need_descriptor(name).coerce(_resolved(document, value, known)))
    return fresh


def _resolved(document: Document, value: Any, made: Mapping[str, Model]) -> Any:
    if isinstance(value, Ref):
        return made.get(value.id) or document.need_model(value.id)
    if isinstance(value, Mapping):
        return {key: _resolved(document, item, made) for key, item in value.items()}  # pyright: ignore
    if isinstance(value, list):
        return [_resolved(document, item, made) for item in value]  # pyright: ignore
    return value


def _set_fields(document: Document, operation: SetFields, made: Mapping[str, Model], origin: int) -> None:
    model = made.get(operation.id) or document.need_model(operation.id)
    for name, value in operation.values.items():
        field = model.need_descriptor(name)
        change = model._store(field, field.coerce(_resolved(document, value, made)), origin)
        if change is not None:
            model._run_change_handlers(*change)


def _change_columns(document: Document, operation: ColumnOperation) -> None:
    source: Any = document.need_model(operation.id)
    if isinstance(operation, SetColumns):
        source.data.update(operation.columns)
    elif isinstance(operation, Stream):
        source.stream(dict(operation.columns), operation.rollover)
    else:
        source.patch(dict(operation.patches))
