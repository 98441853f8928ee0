"""Finding models by class, name or field values: ``select({"type": Line, "name": "a"})``."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from asgiplots.schema.names import show

if TYPE_CHECKING:
    from asgiplots.schema.model import Model

OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": lambda have, want: have == want,
    "$neq": lambda have, want: have != want,
    "$gt": lambda have, want: have > want,
    "$geq": lambda have, want: have >= want,
    "$lt": lambda have, want: have < want,
    "$leq": lambda have, want: have <= want,
    "$in": lambda have, want: have in want,
}


def matches(model: "Model", selector: Any) -> bool:
    """Tell whether ``model`` fits a name, a model class, or a dictionary of field values and operators."""
    if isinstance(selector, str):
        return model.name == selector
    if isinstance(selector, type):
        return isinstance(model, selector)
    if not isinstance(selector, Mapping):
        raise ValueError(f"a selector is a name, a model class or a dictionary, got {show(selector)}")
    return all(_fits(model, key, want) for key, want in selector.items())  # pyright: ignore


def _fits(model: "Model", key: str, want: Any) -> bool:
    if key == "type":
        return isinstance(model, want) if isinstance(want, type) else model.kind_name == want
    if key == "tags":
        wanted: list[Any] = [want] if isinstance(want, str) else list(want)
        return any(tag in model.tags for tag in wanted)
    if key == "$or":
        return any(matches(model, option) for option in want)
    if key == "$and":
        return all(matches(model, option) for option in want)
    if key not in type(model)._fields:
        return False
    have = getattr(model, key)
    if isinstance(want, Mapping):
        return all(OPERATORS[op](have, value) for op, value in want.items())  # pyright: ignore
    return bool(have == want)


def find(models: "Iterable[Model]", selector: Any) -> "list[Model]":
    """Return the models that fit ``selector``, in order."""
    return [model for model in models if matches(model, selector)]


def find_one(models: "Iterable[Model]", selector: Any) -> "Model | None":
    """Return the one model that fits, or None; ValueError when several do."""
    found = find(models, selector)
    if len(found) > 1:
        raise ValueError(
            f"expected one model for {selector!r}, found {len(found)}: {', '.join(map(repr, found[:4]))}"
        )
    return found[0] if found else None
