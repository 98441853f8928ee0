"""Lifecycle hooks: `server_lifecycle.py` or `app_hooks.py` of an app, or functions given to `App`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import ModuleType
from typing import Any

from asgiplots.apps.errors import AppError
from asgiplots.schema.names import show

#: A plain or an `async` function of one argument.
Hook = Callable[[Any], Any]


@dataclass(frozen=True)
class Hooks:
    """What an app wants to be told; None where it does not care."""

    on_server_loaded: Hook | None = None
    on_server_unloaded: Hook | None = None
    on_session_created: Hook | None = None
    on_session_destroyed: Hook | None = None
    #: Returns a dictionary that is added to `session_context.token_payload`.
    process_request: Hook | None = None

    def __post_init__(self) -> None:
        for name, hook in self._given():
            _check(name, hook)

    def _given(self) -> Iterator[tuple[str, Any]]:
        pairs = ((f.name, getattr(self, f.name)) for f in fields(self))
        return ((name, hook) for name, hook in pairs if hook is not None)

    def over(self, other: Hooks) -> Hooks:
        """These hooks, and the other's where this has none."""
        return Hooks(**{**dict(other._given()), **dict(self._given())})

    @classmethod
    def of(cls, module: ModuleType | Mapping[str, Any]) -> Hooks:
        """The hooks that a module defines; other names in it are its own affair."""
        names = vars(module) if isinstance(module, ModuleType) else module
        return cls(**{f.name: names[f.name] for f in fields(cls) if f.name in names})


def _check(name: str, hook: Any) -> None:
    argument = {"session": "session_context", "server": "server_context"}.get(name.split("_")[1], "request")
    if not callable(hook):
        raise AppError(f"{name} must be a function of one argument ({argument}), got {show(hook)}")
    try:
        inspect.signature(hook).bind(None)
    except TypeError:
        raise AppError(
            f"{name} must take one argument ({argument}), got {name}{inspect.signature(hook)}"
        ) from None
