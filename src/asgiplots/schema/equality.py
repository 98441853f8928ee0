"""Whether a field's new value differs from the old one, and copies of what was."""

from typing import Any

from asgiplots.schema.columns import ColumnDict
from asgiplots.schema.containers import Observable


def copied(value: Any) -> Any:
    """Return a plain copy, so that a handler can compare what was with what is."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}  # pyright: ignore
    return list(value) if isinstance(value, list) else set(value) if isinstance(value, set) else value  # pyright: ignore


def same(old: Any, new: Any) -> bool:
    """Tell whether setting ``new`` over ``old`` changes nothing.

    Columns always count as changed: an array may have been written to in place since it was set.
    """
    if isinstance(new, ColumnDict):
        return False
    if old is new:
        return True
    if type(old) is not type(new) or isinstance(old, Observable):
        return isinstance(old, Observable) and type(old) is type(new) and _same_items(old, new)
    try:
        return bool(old == new)
    except (TypeError, ValueError):
        return False


def _same_items(old: Any, new: Any) -> bool:
    """Compare containers of plain values; those of arrays count as changed."""
    try:
        return len(old) == len(new) and bool(old == new)
    except (TypeError, ValueError):
        return False
