"""Custom models: which ES module draws each kind, and which files the browser may fetch for that."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from asgiplots.apps.errors import AppError
from asgiplots.apps.files import inside

SUFFIXES = (".js", ".mjs")


class Modules:
    """The ES modules of one app, by the path under `models/` that they are served at."""

    def __init__(self, folder: Path, models: Path | None) -> None:
        self._folder = folder
        self._models = models
        self._declared: dict[str, Path] = {}

    def urls(self, kinds: Iterable[type[Any]]) -> dict[str, str]:
        """For each kind with an `__implementation__`, the module's address relative to the app's."""
        found: dict[str, str] = {}
        for kind in kinds:
            implementation = getattr(kind, "__implementation__", None)
            if implementation is not None:
                found[kind.kind_name] = self._url(kind, implementation)
        return found

    def path(self, name: str) -> Path | None:
        """The file behind `models/<name>`, None if there is none that may be fetched."""
        if name in self._declared:
            return self._declared[name]
        if self._models is None or not name.endswith(SUFFIXES):
            return None
        return inside(self._models, name)

    def _url(self, kind: type[Any], implementation: Any) -> str:
        path = self._find(kind, implementation)
        if self._models is not None and path.is_relative_to(self._models):
            name = path.relative_to(self._models).as_posix()
        else:
            name = path.name
            self._declared[name] = path
        # The version makes a browser fetch an edited module again: ES modules are kept by address.
        return f"models/{name}?v={path.stat().st_mtime_ns:x}"

    def _find(self, kind: type[Any], implementation: Any) -> Path:
        if not isinstance(implementation, str) or not implementation.endswith(SUFFIXES):
            shown = repr(implementation)[:60]
            raise AppError(f"{kind.__name__}.__implementation__ names an ES module, a .js file; got {shown}")
        names: Mapping[str, Any] = vars(sys.modules.get(kind.__module__, object))
        beside = Path(names["__file__"]).parent if names.get("__file__") else self._folder
        folders = dict.fromkeys(
            p for p in (beside, beside / "models", self._folder, self._models) if p is not None
        )
        for folder in folders:
            path = (folder / implementation).absolute()
            if path.is_file():
                return path
        places = ", ".join(str(folder) for folder in folders)
        raise AppError(f"{kind.__name__}.__implementation__: there is no file {implementation!r} in {places}")
