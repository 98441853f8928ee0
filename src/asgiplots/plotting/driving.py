"""Callbacks driven by a sequence: ``@cosine(w=0.03)`` makes a function of one value a function of none.

Each call hands the next value over, so that the result fits ``add_periodic_callback``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import iscoroutinefunction
from itertools import count as count_up
from itertools import cycle
from math import cos, sin
from typing import Any

Step = Callable[[Any], Any]
Driver = Callable[[Step], Callable[[], Any]]


def force(f: Step, sequence: Iterable[Any]) -> Callable[[], Any]:
    """Return a function that calls ``f`` with the next value of ``sequence`` each time."""
    values: Iterator[Any] = iter(sequence)

    def advance() -> Any:
        return f(next(values))

    async def advance_async() -> Any:
        return await f(next(values))

    driven = advance_async if iscoroutinefunction(f) else advance
    driven.__name__ = getattr(f, "__name__", driven.__name__)
    driven.__doc__ = f.__doc__
    return driven


def _driver(values: Callable[[], Iterable[Any]]) -> Driver:
    def drive(f: Step) -> Callable[[], Any]:
        return force(f, values())

    return drive


def bounce(sequence: Sequence[Any]) -> Driver:
    """Go through ``sequence`` forwards and backwards: 0, 1, 2, 2, 1, 0, 0, 1, …"""
    return _driver(lambda: cycle([*sequence, *reversed(sequence)]))


def repeat(sequence: Sequence[Any]) -> Driver:
    """Go through ``sequence`` again and again: 0, 1, 2, 0, 1, …"""
    return _driver(lambda: cycle(sequence))


def count() -> Driver:
    """Count up from 0."""
    return _driver(count_up)


def linear(m: float = 1, b: float = 0) -> Driver:
    """Go along a line: ``m * i + b`` at step i."""
    return _driver(lambda: (m * i + b for i in count_up()))


def cosine(w: float, A: float = 1, phi: float = 0, offset: float = 0) -> Driver:
    """Go along a cosine: ``A * cos(w * i + phi) + offset`` at step i, angles in radians."""
    return _driver(lambda: (A * cos(w * i + phi) + offset for i in count_up()))


def sine(w: float, A: float = 1, phi: float = 0, offset: float = 0) -> Driver:
    """Go along a sine: ``A * sin(w * i + phi) + offset`` at step i, angles in radians."""
    return _driver(lambda: (A * sin(w * i + phi) + offset for i in count_up()))
