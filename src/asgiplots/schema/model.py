"""The base of everything that can be put into a document."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar, Self, TypeVar

from asgiplots.schema import ids, query
from asgiplots.schema.callbacks import CallbackHost, ChangeHandler, EventHandler, event_name
from asgiplots.schema.containers import Observable
from asgiplots.schema.equality import copied, same
from asgiplots.schema.fields import MISSING, FieldDescriptor, UnsetValueError, field
from asgiplots.schema.names import similar
from asgiplots.schema.registry import REGISTRY
from asgiplots.schema.specs import SPECS

ModelClass = TypeVar("ModelClass", bound="type[Model]")


def abstract(cls: ModelClass) -> ModelClass:
    """Mark a model class as one of which no instances are made."""
    cls.is_abstract = True
    return cls


class Model(CallbackHost):
    """A set of typed fields that stays equal in Python and in every browser that views it.

    Subclasses declare fields as annotations, with a default or ``field(…)``. Setting a field checks the value
    (ValueError says what was expected and what came), tells Python handlers, and reaches the viewers in the
    next frame. Only what differs from the defaults is stored.
    """

    _fields: ClassVar[dict[str, FieldDescriptor]] = {}
    kind_name: ClassVar[str] = "Model"
    is_abstract: ClassVar[bool] = True
    is_expression: ClassVar[bool] = False
    _own_fields: ClassVar[dict[str, FieldDescriptor]]
    _holding: ClassVar[list[FieldDescriptor]]
    _id: ClassVar[str]
    _values: ClassVar[dict[str, Any]]
    _made: ClassVar[dict[str, Any] | None]
    _themed: ClassVar[Mapping[str, Any] | None]

    name: str | None = None
    tags: list[Any] = field(factory=list)
    js_property_callbacks: dict[str, list["Model"]] = field(factory=dict)
    js_event_callbacks: dict[str, list["Model"]] = field(factory=dict)
    subscribed_events: set[str] = field(factory=set)
    open_fields: set[str] = field(factory=set)  # fields that browsers may write in this model (allow_writes)
    syncable: bool = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._collect_fields()
        cls.kind_name = cls.__dict__.get("__kind__", cls.__name__)
        cls.is_abstract = False
        REGISTRY.add(cls)

    @classmethod
    def _collect_fields(cls) -> None:
        fields: dict[str, FieldDescriptor] = {}
        for base in reversed(cls.__mro__[1:]):
            for name, inherited in base.__dict__.get("_own_fields", {}).items():
                fields[name] = inherited
        own = {
            name: FieldDescriptor(cls, name, annotation, cls.__dict__.get(name, MISSING))
            for name, annotation in _annotations(cls).items()
            if not name.startswith("_") and not _is_class_var(annotation)
        }
        for name, descriptor in own.items():
            setattr(cls, name, descriptor)
        cls._own_fields = own
        cls._fields = {**fields, **own}

    def __init__(self, **values: Any) -> None:
        if type(self).is_abstract:
            raise TypeError(
                f"{type(self).__name__} is a base class: make one of the classes that derive from it"
            )
        self.__dict__.update(
            _id=values.pop("id", None) or ids.next_id(),
            _values={},
            _made=None,
            _themed=None,
            _observer=None,
            _change_handlers=None,
            _event_handlers=None,
        )
        for name, value in values.items():
            descriptor = self._fields.get(name)
            if descriptor is None:
                if not hasattr(type(self), name):
                    raise self._unknown(name)
                setattr(self, name, value)
            else:
                self._keep(name, descriptor.coerce(value, type(self)))

    @property
    def id(self) -> str:
        """The identifier of this model in its document and on the wire."""
        return self._id

    def __setattr__(self, name: str, value: Any) -> None:
        if name in self._fields or name.startswith("_") or hasattr(type(self), name):
            object.__setattr__(self, name, value)
        else:
            raise self._unknown(name)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise self._unknown(name, dir(type(self)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={self.id!r})"

    def _unknown(self, name: str, also: Iterable[str] = ()) -> AttributeError:
        kind = type(self).__name__
        return AttributeError(f"{kind} has no field {name!r}{similar(name, [*self._fields, *also])}")

    @classmethod
    def blank(cls, model_id: str) -> Self:
        """Return a model with this id and no values, whatever its constructor would ask for."""
        model = cls.__new__(cls)
        Model.__init__(model, id=model_id)
        return model

    @classmethod
    def need_descriptor(cls, name: str) -> FieldDescriptor:
        """Return the descriptor of a field; ValueError with similar names if there is none."""
        cls._need_field(name)
        return cls._fields[name]

    # Values

    def _keep(self, name: str, value: Any) -> None:
        if self._made is not None:
            self._made.pop(name, None)
        if isinstance(value, Observable):
            value.bind(self, name)
        self._values[name] = value

    def _assign(self, descriptor: FieldDescriptor, value: Any) -> None:
        """Store a checked value, note the change and run the handlers; an equal value changes nothing."""
        change = self._store(descriptor, value)
        if change is not None:
            self._run_change_handlers(*change)

    def _store(self, descriptor: FieldDescriptor, value: Any, origin: int = 0) -> tuple[str, Any, Any] | None:
        """Store and note without running handlers; return their arguments, or None if nothing changed."""
        name = descriptor.name
        old = self._values.get(name, MISSING)
        if old is MISSING:
            old = self._read(descriptor)
        if same(old, value):
            return None
        self._keep(name, value)
        if self._observer is not None:
            refs = descriptor.kind.refs and (_holds_model(old) or _holds_model(value))
            self._observer.note_field(self, name, refs, origin)
        return name, None if old is MISSING else old, value

    def _read(self, descriptor: FieldDescriptor) -> Any:
        try:
            return descriptor.__get__(self)
        except UnsetValueError:
            return MISSING

    def reset(self, *names: str) -> None:
        """Set fields back to their defaults."""
        for name in names:
            self._need_field(name)
            default = self._fields[name].make_default()
            if default is MISSING:
                self._values.pop(name, None)
            else:
                setattr(self, name, default)

    def update(self, **values: Any) -> None:
        """Set several fields; either all values are right or none is set."""
        checked: list[tuple[FieldDescriptor | str, Any]] = []
        for name, value in values.items():
            descriptor = self._fields.get(name)
            if descriptor is None and not hasattr(type(self), name):
                raise self._unknown(name)
            if descriptor is None:
                checked.append((name, value))
            else:
                checked.append((descriptor, descriptor.coerce(value, type(self))))
        for target, value in checked:
            if isinstance(target, str):
                setattr(self, target, value)
            else:
                self._assign(target, value)

    # Changes in place (the holder of containers)

    def _before_mutation(self, name: str) -> Any:
        watched = self._change_handlers is not None and self._change_handlers.get(name)
        if not watched:
            return None
        return copied(getattr(self, name))

    def _after_mutation(self, name: str, old: Any, keys: list[str] | None) -> None:
        if self._made is not None and name in self._made:
            self._values[name] = self._made.pop(name)
        descriptor = self._fields[name]
        if self._observer is not None:
            if keys is not None and name == "data":
                self._observer.note_columns(self, keys, 0)
            else:
                self._observer.note_field(self, name, descriptor.kind.refs, 0)
        self._run_change_handlers(name, old, self._values.get(name))

    def _exclusive(self) -> AbstractContextManager[Any]:
        """Hold while a column's data and the note of its change must go together."""
        return self._observer.exclusive() if self._observer is not None else nullcontext()

    def _note_stream(self, columns: dict[str, Any], rollover: int | None, origin: int = 0) -> None:
        if self._observer is not None:
            self._observer.note_stream(self, columns, rollover, origin)

    def _note_patch(self, patches: dict[str, list[tuple[Any, Any]]], origin: int = 0) -> None:
        if self._observer is not None:
            self._observer.note_patch(self, patches, origin)

    # Reading

    @classmethod
    def wire_kind(cls) -> str:
        """Return the kind that a browser is told: the nearest shipped class, or a custom one's own name."""
        return cls.kind_name if cls.is_custom() else cls._nearest_shipped().kind_name

    @classmethod
    def is_custom(cls) -> bool:
        """Tell whether the browser knows nothing of this class: it has its own module, or only holds data."""
        return hasattr(cls, "__implementation__") or cls._nearest_shipped().is_abstract

    @classmethod
    def _nearest_shipped(cls) -> "type[Model]":
        return next(c for c in cls.__mro__ if issubclass(c, Model) and c.__module__.startswith("asgiplots."))

    def sent_values(self) -> Iterator[tuple[str, Any]]:
        """Yield the fields a browser must be told: those set or themed, all of them for a custom kind.

        Raises UnsetValueError for a required field that was never set.
        """
        own, themed = self._values, self._themed
        custom = self.is_custom()
        for name, descriptor in self._fields.items():
            if name in own:
                yield name, own[name]
            elif descriptor.required or custom or (themed is not None and name in themed):
                yield name, descriptor.__get__(self)

    @property
    def document(self) -> Any:
        """The document that holds this model, or None."""
        observer = self._observer
        return observer if observer is not None and observer.holds(self) else None

    @classmethod
    def properties(cls) -> set[str]:
        """Return the names of all fields."""
        return set(cls._fields)

    def properties_with_values(self, include_defaults: bool = True) -> dict[str, Any]:
        """Return field values by name; required fields never set are left out."""
        if not include_defaults:
            return dict(self._values)
        pairs = ((name, self._read(descriptor)) for name, descriptor in self._fields.items())
        return {name: value for name, value in pairs if value is not MISSING}

    def direct_references(self) -> "Iterator[Model]":
        """Yield the models that this one's fields hold; default sub-models are made on the way."""
        values = self._values
        for descriptor in self._holding_fields():
            if descriptor.name in values or descriptor.makes_models:
                yield from models_in(descriptor.__get__(self))

    @classmethod
    def _holding_fields(cls) -> list[FieldDescriptor]:
        """Return the fields that can hold models."""
        holding = cls.__dict__.get("_holding")
        if holding is None:
            holding = cls._holding = [d for d in cls._fields.values() if d.kind.refs]
        return holding

    def references(self) -> "set[Model]":
        """Return this model and all that it reaches."""
        return set(reach([self]))

    def select(self, selector: Any) -> "list[Any]":
        """Return the models reached from here that fit a name, a class or a dictionary of field values."""
        return query.find(reach([self]), selector)

    def select_one(self, selector: Any) -> Any:
        """Return the only model that fits, or None; ValueError when several do."""
        return query.find_one(reach([self]), selector)

    def set_select(self, selector: Any, updates: Mapping[str, Any]) -> None:
        """Set fields on every model that fits."""
        for model in self.select(selector):
            model.update(**updates)

    def clone(self, **overrides: Any) -> Self:
        """Return a new model with the same field values (sub-models are shared), some of them replaced."""
        return type(self)(**{**self._values, **overrides})

    # JavaScript callbacks

    def js_on_change(self, event: str, *callbacks: Any) -> None:
        """Run ``CustomJS`` callbacks in the browser when a field changes."""
        key = f"change:{event}" if event in self._fields else event
        _extend(self.js_property_callbacks, key, callbacks)

    def js_on_event(self, event: Any, *callbacks: Any) -> None:
        """Run ``CustomJS`` callbacks in the browser when a UI event happens on this model."""
        name = event_name(event, f"{type(self).__name__}.js_on_event")
        _extend(self.js_event_callbacks, name, callbacks)

    def js_link(
        self, attr: str, other: "Model", other_attr: str, attr_selector: int | str | None = None
    ) -> None:
        """Keep ``other.other_attr`` equal to ``attr`` (or to one item of it), in the browser."""
        self._need_field(attr)
        other._need_field(other_attr)
        item = "" if attr_selector is None else f"[{attr_selector!r}]"
        custom_js = REGISTRY.get("CustomJS")
        code = f"other.{other_attr} = this.{attr}{item}"
        self.js_on_change(attr, custom_js(args={"other": other}, code=code))


def _extend(table: Any, key: str, callbacks: Iterable[Any]) -> None:
    known: list[Any] = list(table.get(key, []))
    table[key] = known + [c for c in callbacks if c not in known]


def _annotations(cls: type) -> dict[str, Any]:
    return inspect.get_annotations(cls)


def _is_class_var(annotation: Any) -> bool:
    text = annotation if isinstance(annotation, str) else str(annotation)
    return "ClassVar" in text


def _holds_model(value: Any) -> bool:
    return next(models_in(value), None) is not None


def models_in(value: Any) -> Iterator[Model]:
    """Yield the models held by a value, however deep in lists, tuples, sets, dictionaries and specs."""
    if isinstance(value, Model):
        yield value
    elif isinstance(value, SPECS):
        yield from models_in(value.transform)
        yield from models_in(getattr(value, "expr", None))
    elif isinstance(value, Mapping):
        for item in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from models_in(item)
    elif isinstance(value, list | tuple | set):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from models_in(item)


def reach(models: Iterable[Model]) -> list[Model]:
    """Return all models reached from ``models``, each once, those held before those that hold them."""
    done: dict[Model, None] = {}
    entered: set[Model] = set()
    stack: list[tuple[Model, Iterator[Model]]] = []
    for root in models:
        if root not in entered:
            entered.add(root)
            stack.append((root, root.direct_references()))
        while stack:
            model, held = stack[-1]
            child = next((m for m in held if m not in entered), None)
            if child is None:
                done[model] = None
                stack.pop()
            else:
                entered.add(child)
                stack.append((child, child.direct_references()))
    return list(done)


Handler = ChangeHandler | EventHandler | Callable[..., Any]
Model._collect_fields()
REGISTRY.add(Model)
