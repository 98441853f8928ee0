"""Operations in words, for the message of a test that failed."""

import inspect
from collections.abc import Callable
from typing import Any

from asgiplots.document import Document
from asgiplots.document.operations import AddModels, Operation, PatchColumns, SetColumns, SetFields, Stream
from asgiplots.schema.names import show


def describe(document: Document, operation: Operation) -> list[str]:
    """Return lines about what ``operation`` changed in ``document``."""
    if isinstance(operation, SetFields):
        model = _name(document, operation.id)
        return [f"{model}.{field} = {show(value)}" for field, value in operation.values.items()]
    if isinstance(operation, Stream):
        rows = max((len(part) for part in operation.columns.values()), default=0)
        return [f"{_name(document, operation.id)}: {rows} rows appended"]
    if isinstance(operation, SetColumns):
        return [f"{_name(document, operation.id)}: columns {', '.join(operation.columns)} set"]
    if isinstance(operation, PatchColumns):
        return [f"{_name(document, operation.id)}: cells of {', '.join(operation.patches)} patched"]
    if isinstance(operation, AddModels):
        return [f"{len(operation.models)} models added"]
    return [type(operation).__name__]


def _name(document: Document, id: str) -> str:
    model = document.get_model_by_id(id)
    if model is None:
        return id
    return f"{model.kind_name} {model.name!r}" if model.name else f"{model.kind_name} {id}"


def source_of(predicate: Callable[..., Any]) -> str:
    """Return the line that a condition is written in, or its name."""
    try:
        lines = inspect.getsource(predicate).strip().splitlines()
    except (OSError, TypeError):
        lines = []
    return lines[0].strip() if lines else getattr(predicate, "__qualname__", repr(predicate))
