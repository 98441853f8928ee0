"""Fields: what a model class declares by annotation, and the descriptor that keeps each value."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from asgiplots.schema.containers import Observable
from asgiplots.schema.kinds import Kind
from asgiplots.schema.names import Mismatch

if TYPE_CHECKING:
    from asgiplots.schema.model import Model


class _Missing:
    def __repr__(self) -> str:
        return "<no value>"


MISSING: Any = _Missing()


class FieldOptions:
    """What ``field(…)`` says beyond the annotation."""

    def __init__(
        self, default: Any, factory: Callable[[], Any] | None, required: bool, writable: bool, view: bool
    ) -> None:
        self.default, self.factory, self.required = default, factory, required
        self.writable, self.view = writable, view


def field(
    *,
    default: Any = MISSING,
    factory: Callable[[], Any] | None = None,
    required: bool = False,
    writable: bool = False,
    view: bool = False,
) -> Any:
    """Declare a field beyond its annotation.

    default: the value of a model on which the field was never set.
    factory: makes that value anew for each model (lists, sub-models), at the first read.
    required: there is no default; a model whose field was never set cannot be sent.
    writable: a browser may write the field.
    view: so it may, and the field tells how a person looks at the document (zoom, selection, sizes):
        in a document that is not collaborative each viewer has its own.
    """
    return FieldOptions(default, factory, required, writable or view, view)


class UnsetValueError(ValueError):
    """A required field was read or sent before it was set."""


class FieldDescriptor:
    """One field of one model class; the kind is compiled from the annotation at first need."""

    __slots__ = ("_kind", "annotation", "default", "factory", "name", "owner", "required", "view", "writable")

    def __init__(self, owner: type["Model"], name: str, annotation: Any, declared: Any) -> None:
        options = (
            declared
            if isinstance(declared, FieldOptions)
            else FieldOptions(declared, None, False, False, False)
        )
        self.owner, self.name, self.annotation = owner, name, annotation
        self.factory, self.writable, self.view = options.factory, options.writable, options.view
        self.default = options.default
        self.required = options.required or (self.default is MISSING and self.factory is None)
        if isinstance(self.default, list | dict | set):
            self.factory, self.default = self.default.copy, MISSING  # pyright: ignore[reportUnknownMemberType]
        self._kind: Kind | None = None

    @property
    def kind(self) -> Kind:
        if self._kind is None:
            from asgiplots.schema.annotations import compile_annotation

            self._kind = compile_annotation(self.annotation, self.owner)
        return self._kind

    def coerce(self, value: Any, model: "type[Model] | None" = None) -> Any:
        """Return ``value`` as it is stored; ValueError says which field, what was expected and what came.

        ``model`` is the class that the error names, by default the one that declares the field.
        """
        try:
            return self.kind.coerce(value)
        except Mismatch as error:
            raise error.at(f"{(model or self.owner).__name__}.{self.name}") from None
        except ValueError as error:
            raise ValueError(f"{(model or self.owner).__name__}.{self.name}: {error}") from None

    @property
    def makes_models(self) -> bool:
        """Whether the default is, or holds, models; builtin containers begin empty."""
        return self.factory is not None and self.factory not in (list, dict, set)

    def make_default(self) -> Any:
        """Return a fresh default; MISSING when there is none."""
        return self.default if self.factory is None else self.coerce(self.factory())

    def __get__(self, model: "Model | None", owner: type["Model"] | None = None) -> Any:
        if model is None:
            return self
        try:
            return model._values[self.name]
        except KeyError:
            return self._fallback(model)

    def _fallback(self, model: "Model") -> Any:
        themed = model._themed
        if themed is not None and self.name in themed:
            return themed[self.name]
        if self.factory is not None:
            return self._materialize(model)
        if self.required:
            raise UnsetValueError(
                f"{type(model).__name__}.{self.name} has no value: it is required and was never set"
            )
        return self.default

    def _materialize(self, model: "Model") -> Any:
        """Make a default that can change: containers stay defaults until changed, sub-models are values."""
        made = model._made
        if made is not None and self.name in made:
            return made[self.name]
        value = self.make_default()
        if isinstance(value, Observable):
            value.bind(model, self.name)
        if isinstance(value, Observable) and not value:
            model.__dict__["_made"] = {**(made or {}), self.name: value}
        else:
            model._values[self.name] = value
        return value

    def __set__(self, model: "Model", value: Any) -> None:
        model._assign(self, self.coerce(value, type(model)))

    def __delete__(self, model: "Model") -> None:
        model.reset(self.name)
