"""The sentences of errors: what was expected, what came, which names are similar."""

import difflib
from collections.abc import Iterable


def similar(name: str, names: Iterable[str], most: int = 4) -> str:
    """Return ``"; similar names: a, b"`` for the closest of ``names``, or an empty string."""
    known = sorted({n for n in names if not n.startswith("_")})
    close = difflib.get_close_matches(name, known, n=most, cutoff=0.6)
    parts = set(name.split("_"))
    for candidate in known:
        if len(close) < most and candidate not in close and parts & set(candidate.split("_")) - {""}:
            close.append(candidate)
    return f"; similar names: {', '.join(close)}" if close else ""


def show(value: object, most: int = 60) -> str:
    """Return a short text of a value and its type for an error message."""
    text = repr(value)
    if len(text) > most:
        text = text[: most - 1] + "…"
    return f"{text} ({type(value).__name__})"


def article(name: str) -> str:
    """Return ``name`` behind "a" or "an"; UI is said "you eye"."""
    vowel = name[:1].lower() in "aeiou" and not name.startswith("UI")
    return f"{'an' if vowel else 'a'} {name}"


class Mismatch(ValueError):
    """A value that a kind does not accept; ``where`` is the place inside a container, such as ``[2]``."""

    def __init__(self, expected: str, value: object, where: str = "") -> None:
        super().__init__(f"expected {expected}, got {show(value)}")
        self.expected, self.value, self.where = expected, value, where

    def at(self, place: str) -> ValueError:
        """Return the error that names the place, such as ``Plot.renderers``."""
        return ValueError(f"{place}{self.where} expected {self.expected}, got {show(self.value)}")
