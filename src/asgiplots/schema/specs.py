"""What a glyph's visual may be: one value for all rows, a column, or a computed column."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Value:
    """One value for every row; ``transform`` and ``units`` are optional."""

    value: Any
    transform: Any = None
    units: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the glyph's data source, by name; ``transform`` and ``units`` are optional."""

    field: str
    transform: Any = None
    units: str | None = None


@dataclass(frozen=True, slots=True)
class Expr:
    """A column computed in the browser by an ``Expression`` model."""

    expr: Any
    transform: Any = None
    units: str | None = None


Spec = Value | Field | Expr
SPECS = (Value, Field, Expr)
_KEYS = {"value": Value, "field": Field, "expr": Expr}


def from_mapping(value: Mapping[str, Any]) -> Spec | None:
    """Return the spec that a plain dictionary such as ``{"field": "x"}`` stands for, or None."""
    kinds = [key for key in _KEYS if key in value]
    if len(kinds) != 1 or not set(value) <= {kinds[0], "transform", "units"}:
        return None
    return _KEYS[kinds[0]](value[kinds[0]], value.get("transform"), value.get("units"))


def to_mapping(spec: Spec) -> dict[str, Any]:
    """Return the plain dictionary of a spec, without what is not set."""
    key = next(k for k, kind in _KEYS.items() if type(spec) is kind)
    out: dict[str, Any] = {key: getattr(spec, key)}
    if spec.transform is not None:
        out["transform"] = spec.transform
    if spec.units is not None:
        out["units"] = spec.units
    return out
