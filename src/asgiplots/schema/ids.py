"""Identifiers of models: short, unique in a process, renumbered only where two processes meet."""

import os
from itertools import count

_numbers = count(1001)
_prefix = "p"


def next_id() -> str:
    """Return a new identifier such as ``"p1001"``."""
    return f"{_prefix}{next(_numbers)}"


def randomize() -> None:
    """Give the identifiers made from now on a random prefix, for a process whose models go to another."""
    global _prefix
    if _prefix == "p":
        _prefix = f"c{os.urandom(3).hex()}-"


def restart(first: int = 1001) -> None:
    """Number from ``first`` again, so that a test sees the same identifiers each time."""
    global _numbers
    _numbers = count(first)
