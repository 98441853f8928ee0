"""From a field's annotation to the kind that checks its values."""

import sys
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ForwardRef, Literal, Union, get_args, get_origin

from asgiplots.schema import kinds
from asgiplots.schema.kinds import Kind
from asgiplots.schema.names import Mismatch, article
from asgiplots.schema.registry import REGISTRY

if TYPE_CHECKING:
    from asgiplots.schema.model import Model


class Instance(Kind):
    """A model of a class or of one that derives from it."""

    def __init__(self, cls: type) -> None:
        self.cls = cls
        other = getattr(cls, "_converts", None)
        self.expected = article(cls.__name__) + (f" or {other}" if other else "")
        self.ts = "ModelBase" if cls.__name__ == "Model" else getattr(cls, "kind_name", "unknown")

    def coerce(self, value: Any) -> Any:
        if isinstance(value, self.cls):
            return value
        convert = getattr(self.cls, "_convert", None)
        made = convert(value) if convert is not None else None
        if made is None:
            raise Mismatch(self.expected, value)
        return made


_PLAIN: dict[Any, Callable[[], Kind]] = {
    Any: Kind,
    object: Kind,
    bool: kinds.Bool,
    int: lambda: kinds.Number(integer=True),
    float: kinds.Number,
    str: kinds.Text,
    bytes: kinds.Bytes,
    None: kinds.Null,
    type(None): kinds.Null,
}


def compile_annotation(annotation: Any, owner: "type[Model]") -> Kind:
    """Return the kind of an annotation found on the model class ``owner``.

    Strings are read in the class's module and among all model names: forward references resolve at first use.
    """
    if isinstance(annotation, ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        annotation = _evaluate(annotation, owner)
    if hasattr(annotation, "__value__"):
        return compile_annotation(annotation.__value__, owner)
    try:
        make = _PLAIN.get(annotation)
    except TypeError:
        make = None
    if make is not None:
        return make()
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return _class(annotation)
    return _generic(annotation, owner)


def _evaluate(text: str, owner: "type[Model]") -> Any:
    from asgiplots.schema import types as named

    module = sys.modules.get(owner.__module__)
    names = {**vars(named), **REGISTRY.names(), **(vars(module) if module else {}), owner.__name__: owner}
    return eval(text, names)


def _class(cls: type) -> Kind:
    if cls in (list, tuple, Sequence):
        return kinds.ListOf(Kind())
    if cls in (dict, Mapping):
        return kinds.MapOf(Kind(), Kind())
    return Instance(cls)


def _generic(annotation: Any, owner: "type[Model]") -> Kind:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return next((a for a in reversed(args) if isinstance(a, Kind)), None) or compile_annotation(
            args[0], owner
        )
    if origin is Literal:
        return kinds.Choice(args)
    inner = [compile_annotation(a, owner) for a in args if a is not Ellipsis]
    if origin in (Union, types.UnionType):
        return kinds.Either(inner)
    if origin in (list, Sequence, Iterable) or (origin is tuple and args[-1] is Ellipsis):
        return kinds.ListOf(inner[0])
    if origin is tuple:
        return kinds.TupleOf(inner)
    if origin in (dict, Mapping):
        return kinds.MapOf(inner[0], inner[1])
    if origin in (set, frozenset):
        return kinds.SetOf(inner[0])
    raise TypeError(f"{owner.__name__}: the annotation {annotation!r} is not one that a field can have")
