"""Visual keyword arguments of glyph methods: ``color`` and ``alpha`` for all, prefixes for other states."""

from typing import Any

from asgiplots.models.glyphs import Glyph

SHORTHANDS = ("color", "alpha")
_GROUPS = ("line_", "fill_", "text_", "global_")
_DEFAULT_COLOR = "#1f77b4"
_DEFAULTS = {"line_color": _DEFAULT_COLOR, "fill_color": _DEFAULT_COLOR}
STATES = {"selection": None, "nonselection": 0.1, "hover": None, "muted": 0.2}  # and the default alpha


def visual_names(cls: type[Glyph]) -> list[str]:
    """Return the names of a glyph's fields of looks."""
    return [name for name in cls._fields if name.startswith(_GROUPS)]


def take_looks(cls: type[Glyph], keywords: dict[str, Any]) -> dict[str, Any]:
    """Take the looks of the main glyph out of ``keywords``, shorthands expanded, defaults filled in."""
    looks = {name: value for name, value in _DEFAULTS.items() if name in cls._fields}
    return {**looks, **_take(cls, keywords, "")}


def take_states(cls: type[Glyph], keywords: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Take the prefixed looks out of ``keywords``, by state; a state that is not mentioned is left out."""
    found: dict[str, dict[str, Any]] = {}
    for state, alpha in STATES.items():
        prefix = f"{state}_"
        if not any(name.startswith(prefix) for name in keywords):
            continue
        looks = _take(cls, keywords, prefix)
        faint = {} if alpha is None else _spread(cls, "alpha", alpha)
        found[state] = {**faint, **looks}
    return found


def _take(cls: type[Glyph], keywords: dict[str, Any], prefix: str) -> dict[str, Any]:
    looks: dict[str, Any] = {}
    for shorthand in SHORTHANDS:
        if prefix + shorthand in keywords and shorthand not in cls._fields:
            looks |= _spread(cls, shorthand, keywords.pop(prefix + shorthand))
    for name in visual_names(cls):
        if prefix + name in keywords:
            looks[name] = keywords.pop(prefix + name)
    return looks


def _spread(cls: type[Glyph], shorthand: str, value: Any) -> dict[str, Any]:
    return {group + shorthand: value for group in _GROUPS if group + shorthand in cls._fields}
