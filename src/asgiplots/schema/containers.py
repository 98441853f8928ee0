"""Lists, dictionaries and columns that tell the model which holds them when they change in place."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, SupportsIndex, cast

from asgiplots.schema.names import Mismatch


class ItemKind(Protocol):
    def coerce(self, value: Any) -> Any: ...


class Holder(Protocol):
    """What a container tells about itself: the model which holds it."""

    def _before_mutation(self, name: str) -> Any: ...
    def _after_mutation(self, name: str, old: Any, keys: list[str] | None) -> None: ...


class Observable:
    """Binding of a container to one field of one model; ``_key`` is the column's name for a column."""

    _holder: Holder | None = None
    _name = ""
    _key: str | None = None

    def bind(self, holder: Holder, name: str, key: str | None = None) -> None:
        """Tell ``holder`` of every later change under the field ``name``."""
        self._holder, self._name, self._key = holder, name, key

    def _check(self, kind: ItemKind | None, value: Any) -> Any:
        """Return an item as it is stored; ValueError names the model and the field."""
        try:
            return value if kind is None else kind.coerce(value)
        except Mismatch as error:
            place = f"{type(self._holder).__name__}.{self._name}" if self._holder is not None else "the value"
            raise error.at(place) from None

    def _old(self) -> Any:
        return self._holder._before_mutation(self._name) if self._holder is not None else None

    def _done(self, old: Any, keys: list[str] | None = None) -> None:
        if self._holder is not None:
            self._holder._after_mutation(self._name, old, [self._key] if self._key is not None else keys)


class ObservableList(list[Any], Observable):
    """A list; items put into it are checked like the whole field."""

    def __init__(self, items: Iterable[Any] = (), kind: ItemKind | None = None) -> None:
        super().__init__(items)
        self._kind = kind

    def _item(self, value: Any) -> Any:
        return self._check(self._kind, value)

    def append(self, value: Any, /) -> None:
        item = self._item(value)
        old = self._old()
        super().append(item)
        self._done(old)

    def extend(self, values: Iterable[Any], /) -> None:
        items = [self._item(v) for v in values]
        old = self._old()
        super().extend(items)
        self._done(old)

    def __iadd__(self, values: Iterable[Any], /) -> "ObservableList":  # type: ignore[override, misc]
        self.extend(values)
        return self

    def __imul__(self, count: SupportsIndex, /) -> "ObservableList":  # type: ignore[override, misc]
        old = self._old()
        super().__imul__(count)
        self._done(old)
        return self

    def insert(self, index: SupportsIndex, value: Any, /) -> None:
        item = self._item(value)
        old = self._old()
        super().insert(index, item)
        self._done(old)

    def __setitem__(self, index: Any, value: Any, /) -> None:
        item = list(map(self._item, value)) if type(index) is slice else self._item(value)
        old = self._old()
        super().__setitem__(index, item)
        self._done(old)

    def __delitem__(self, index: Any, /) -> None:
        old = self._old()
        super().__delitem__(index)
        self._done(old)

    def pop(self, index: SupportsIndex = -1, /) -> Any:
        old = self._old()
        item = super().pop(index)
        self._done(old)
        return item

    def remove(self, value: Any, /) -> None:
        old = self._old()
        super().remove(value)
        self._done(old)

    def clear(self) -> None:
        old = self._old()
        super().clear()
        self._done(old)

    def reverse(self) -> None:
        old = self._old()
        super().reverse()
        self._done(old)

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        old = self._old()
        super().sort(key=key, reverse=reverse)
        self._done(old)

    def __reduce__(self) -> Any:
        return (list, (list(self),))


class ObservableDict(dict[Any, Any], Observable):
    """A dictionary; keys and values put into it are checked like the whole field."""

    def __init__(
        self,
        items: Mapping[Any, Any] | None = None,
        key: ItemKind | None = None,
        item: ItemKind | None = None,
    ) -> None:
        super().__init__(items or {})
        self._key_kind, self._item_kind = key, item

    def _pair(self, key: Any, value: Any) -> tuple[Any, Any]:
        return self._check(self._key_kind, key), self._check(self._item_kind, value)

    def _put(self, pairs: dict[Any, Any]) -> None:
        old = self._old()
        super().update(pairs)
        self._done(old, list(pairs))

    def __setitem__(self, key: Any, value: Any, /) -> None:
        key, value = self._pair(key, value)
        self._put({key: value})

    def update(self, *args: Any, **kwargs: Any) -> None:
        self._put(dict(self._pair(k, v) for k, v in cast("dict[Any, Any]", dict(*args, **kwargs)).items()))

    def __ior__(self, other: Any, /) -> "ObservableDict":  # type: ignore[override, misc]
        self.update(other)
        return self

    def setdefault(self, key: Any, default: Any = None, /) -> Any:
        if key not in self:
            self[key] = default
        return self[key]

    def __delitem__(self, key: Any, /) -> None:
        old = self._old()
        super().__delitem__(key)
        self._done(old)

    def pop(self, key: Any, *default: Any) -> Any:
        if key not in self:
            return super().pop(key, *default)
        old = self._old()
        value = super().pop(key)
        self._done(old)
        return value

    def popitem(self) -> tuple[Any, Any]:
        old = self._old()
        pair = super().popitem()
        self._done(old)
        return pair

    def clear(self) -> None:
        old = self._old()
        super().clear()
        self._done(old)

    def __reduce__(self) -> Any:
        return (dict, (dict(self),))


class ObservableSet(set[Any], Observable):
    """A set; members put into it are checked like the whole field."""

    def __init__(self, items: Iterable[Any] = (), kind: ItemKind | None = None) -> None:
        super().__init__(items)
        self._kind = kind

    def add(self, value: Any, /) -> None:
        member = self._check(self._kind, value)
        if member in self:
            return
        old = self._old()
        super().add(member)
        self._done(old)

    def update(self, *others: Iterable[Any]) -> None:
        for other in others:
            for value in other:
                self.add(value)

    def discard(self, value: Any, /) -> None:
        if value in self:
            self.remove(value)

    def remove(self, value: Any, /) -> None:
        old = self._old()
        super().remove(value)
        self._done(old)

    def clear(self) -> None:
        old = self._old()
        super().clear()
        self._done(old)

    def __reduce__(self) -> Any:
        return (set, (list(self),))
