"""The TypeScript side of the declarations: types, unions of kinds, defaults and writable fields."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from asgiplots.schema import enums
from asgiplots.schema.fields import MISSING, FieldDescriptor
from asgiplots.schema.kinds import DataSpec
from asgiplots.schema.model import Model
from asgiplots.schema.specs import SPECS, to_mapping

PREAMBLE = """\
// Written by `make generate`; do not edit.

/** What every model offers in the browser; implemented by `Model` in store/model.ts. */
export interface ModelBase {
  readonly id: string
  readonly type: string
  readonly properties: Record<string, PropertyHandle>
  readonly change: Signal
  on_change(listener: (field: string) => void): () => void
  on_change(field: string | string[], listener: (field: string) => void): () => void
  setv(values: Record<string, unknown>): void
%s}
export interface Signal {
  emit(): void
  connect(listener: () => void): () => void
}
export interface PropertyHandle {
  readonly change: Signal
  get_value(): unknown
  set_value(value: unknown): void
}

/** A glyph's looks: one value for all, a column of the source, or an expression over it. */
export type Spec<T> =
  | { value: T; transform?: Transform; units?: string }
  | { field: string; transform?: Transform; units?: string }
  | { expr: Expression; transform?: Transform; units?: string }
"""


def emit_models(classes: Iterable[type[Model]]) -> str:
    """Return the text of ``generated/models.ts`` for these classes, bases before what derives from them."""
    known = [cls for cls in classes if cls is not Model]
    parts = [PREAMBLE % "".join(_field_lines(Model._own_fields.values()))]
    parts.extend(_enum_lines())
    parts.append("")
    parts.extend(_interface(cls) for cls in known)
    parts.append(_by_kind(known))
    parts.extend(_unions(known))
    parts.append(_facts(known))
    return "\n".join(parts) + "\n"


def _enum_lines() -> list[str]:
    choices = {name: get_args(value) for name, value in vars(enums).items() if get_args(value)}
    return [
        f"export type {name} = {' | '.join(json.dumps(word) for word in words)}"
        for name, words in sorted(choices.items())
    ]


def _field_lines(fields: Iterable[FieldDescriptor]) -> list[str]:
    return [f"  {field.name}: {field.kind.ts}\n" for field in fields]


def _interface(cls: type[Model]) -> str:
    bases = [b.kind_name for b in cls.__bases__ if issubclass(b, Model) and b is not Model] or ["ModelBase"]
    body = "".join(_field_lines(cls._own_fields.values()))
    return f"export interface {cls.kind_name} extends {', '.join(bases)} {{\n{body}}}"


def _concrete(classes: Iterable[type[Model]]) -> list[type[Model]]:
    return [cls for cls in classes if not cls.is_abstract]


def _by_kind(classes: list[type[Model]]) -> str:
    lines = "".join(f"  {cls.kind_name}: {cls.kind_name}\n" for cls in _concrete(classes))
    return f"\nexport interface ModelByKind {{\n{lines}}}\nexport type ModelKind = keyof ModelByKind"


def _unions(classes: list[type[Model]]) -> Iterable[str]:
    """For each class that others derive from: the union of the concrete kinds below it."""
    for cls in classes:
        kinds = [json.dumps(c.kind_name) for c in _concrete(classes) if issubclass(c, cls)]
        if kinds and any(cls in other.__mro__[1:] for other in classes):
            yield f"export type {cls.kind_name}Kind = {' | '.join(kinds)}"


def _facts(classes: list[type[Model]]) -> str:
    rows = ",\n".join(
        f"{json.dumps(cls.kind_name)}:{json.dumps(_fact(cls), separators=(',', ':'))}" for cls in classes
    )
    text = rows.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return (
        "\n/** A kind's own defaults and what a browser may write (`view`: how a person looks at it, too); "
        "`base` has the rest. As text, which browsers read faster than code. */\n"
        "export const KINDS = JSON.parse(`{\n" + text + "\n}`) as Record<string, "
        "{ base: string | null; defaults: Record<string, unknown>; writable?: string[]; view?: string[] }>"
    )


def _fact(cls: type[Model]) -> dict[str, Any]:
    """Return the base and what differs from it; fields of further bases count as the class's own."""
    base = next((b for b in cls.__bases__ if issubclass(b, Model) and b is not Model), None)
    inherited = base._fields if base is not None else {}
    own = {name: field for name, field in cls._fields.items() if inherited.get(name) is not field}
    fact: dict[str, Any] = {"base": base.kind_name if base is not None else None, "defaults": {}}
    for name, field in own.items():
        default = _default(field)
        if default is not MISSING:
            fact["defaults"][name] = default
    view = [name for name, field in own.items() if field.view]
    writable = [name for name, field in own.items() if field.writable and not field.view]
    return {**fact, **({"writable": writable} if writable else {}), **({"view": view} if view else {})}


def _default(field: FieldDescriptor) -> Any:
    factory: Any = field.factory
    if isinstance(factory, type) and issubclass(factory, Model):
        return {"$new": factory.kind_name}
    if field.required:
        return MISSING
    value = field.make_default()
    if isinstance(value, Model):
        return {"$new": value.kind_name}
    encoded = _encode(value)
    return (
        {"value": encoded} if isinstance(field.kind, DataSpec) and not isinstance(value, SPECS) else encoded
    )


def _encode(value: Any) -> Any:
    """Encode a default as the wire does (protocol/values.py); defaults hold neither arrays nor models."""
    if isinstance(value, SPECS):
        return {key: _encode(item) for key, item in to_mapping(value).items()}
    if isinstance(value, float) and not math.isfinite(value):
        return {"$num": "nan" if math.isnan(value) else repr(value)}
    if isinstance(value, Mapping):
        return {str(key): _encode(item) for key, item in value.items()}  # pyright: ignore
    if isinstance(value, set | frozenset):
        return {"$set": sorted(_encode(item) for item in value)}  # pyright: ignore
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return value
