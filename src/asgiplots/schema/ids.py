"""Identifiers of models: short, unique in a process or in one document, renumbered only where two meet."""

import os
from collections.abc import Iterator
from contextvars import ContextVar
from itertools import count

Numbers = Iterator[int]

_FIRST = 1001
_numbers = count(_FIRST)
_prefix = "p"
_own: ContextVar[Numbers | None] = ContextVar("asgiplots_numbers", default=None)


def next_id() -> str:
    """Return a new identifier such as ``"p1001"``."""
    own = _own.get()
    return f"{_prefix}{next(_numbers)}" if own is None else f"p{next(own)}"


def own_numbers() -> Numbers:
    """Return numbers that begin afresh: an app that runs again gives its models the same identifiers."""
    return count(_FIRST)


def use(numbers: Numbers | None) -> None:
    """Take the numbers of models made in the current context from ``numbers``, None for the process's own."""
    _own.set(numbers)


def randomize() -> None:
    """Give the identifiers made from now on a random prefix, for a process whose models go to another."""
    global _prefix
    if _prefix == "p":
        _prefix = f"c{os.urandom(3).hex()}-"


def restart(first: int = _FIRST) -> None:
    """Number from ``first`` again, so that a test sees the same identifiers each time."""
    global _numbers
    _numbers = count(first)
