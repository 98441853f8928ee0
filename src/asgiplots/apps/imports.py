"""Imports of an app: its own files come first, and no two apps ever share a module by accident.

Each app has a package of its own whose `__path__` is the app's folder. `from .helper import x` is then plain
Python; `from helper import x` is the same import, because the app's modules run with an `__import__` that
looks into the folder first. Two apps may thus both have a `helper.py`, and `sys.path` stays as it was.
"""

from __future__ import annotations

import builtins
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from importlib.abc import MetaPathFinder
from importlib.machinery import (
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    ModuleSpec,
    SourceFileLoader,
)
from itertools import count
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

_numbers = count(1)


class _Loader(SourceFileLoader):
    """Runs a module of the app with the app's `__import__`."""

    def __init__(self, names: Mapping[str, Any], fullname: str, path: str) -> None:
        super().__init__(fullname, path)
        self._names = names

    def get_code(self, fullname: str) -> CodeType:
        """Compile the source as it is now: a cached version may be of an edit within the same second."""
        return self.source_to_code(self.get_data(self.path), self.path)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__builtins__"] = self._names
        super().exec_module(module)


class Package(MetaPathFinder):
    """The package that one app's modules live in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = f"asgiplots_app_{next(_numbers)}"
        self._loaders: tuple[tuple[Any, list[str]], ...] = (
            (partial(_Loader, self.builtins), SOURCE_SUFFIXES),
            (ExtensionFileLoader, EXTENSION_SUFFIXES),
        )

    @cached_property
    def builtins(self) -> dict[str, Any]:
        """The names that every module of the app starts with: Python's own, with the app's `__import__`."""
        return {**vars(builtins), "__import__": self._import}

    def open(self) -> None:
        """Make the package importable; running `__init__.py` if the folder has one. May be called again."""
        if self.name in sys.modules:
            return
        sys.meta_path.insert(0, self)
        init = self.folder / "__init__.py"
        if not init.is_file():
            sys.modules[self.name] = package = ModuleType(self.name)
            package.__path__ = [str(self.folder)]
            return
        loader = _Loader(self.builtins, self.name, str(init))
        spec = importlib.util.spec_from_file_location(
            self.name, init, loader=loader, submodule_search_locations=[str(self.folder)]
        )
        assert spec is not None
        sys.modules[self.name] = package = importlib.util.module_from_spec(spec)
        try:
            loader.exec_module(package)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Forget the app's modules, so that a changed file is read again."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for name in [name for name in sys.modules if name == self.name or name.startswith(self.name + ".")]:
            del sys.modules[name]

    def load(self, name: str) -> ModuleType:
        """The app's module `name`, imported once."""
        self.open()
        return importlib.import_module(f"{self.name}.{name}")

    def files(self) -> set[Path]:
        """The files of the app's modules that were imported so far."""
        modules = (module for name, module in sys.modules.items() if name.startswith(self.name + "."))
        return {Path(file) for module in modules if (file := getattr(module, "__file__", None))}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if path is None or not fullname.startswith(self.name + "."):
            return None
        found = (FileFinder(entry, *self._loaders).find_spec(fullname) for entry in path)
        return next((spec for spec in found if spec is not None), None)

    def _import(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        top = name.partition(".")[0]
        if level or not self._owns(top):
            return builtins.__import__(name, globals, locals, fromlist or (), level)
        module = builtins.__import__(f"{self.name}.{name}", globals, locals, fromlist or (), 0)
        return module if fromlist else sys.modules[f"{self.name}.{top}"]

    def _owns(self, top: str) -> bool:
        owned = self._own.get(top)
        if owned is None:  # a folder without __init__.py yields to an installed package, as on sys.path
            owned = self._own[top] = (
                (self.folder / top).is_dir() and _has_code(self.folder / top) and not _known(top)
            )
        return owned

    @cached_property
    def _own(self) -> dict[str, bool]:
        suffixes = tuple(SOURCE_SUFFIXES + EXTENSION_SUFFIXES)
        modules = {p.name.partition(".")[0] for p in self.folder.iterdir() if p.name.endswith(suffixes)}
        packages = {p.parent.name for p in self.folder.glob("*/__init__.py")}
        return dict.fromkeys(modules | packages, True)


def _has_code(folder: Path) -> bool:
    return next(folder.glob("*.py"), None) is not None


def _known(top: str) -> bool:
    return top in sys.modules or importlib.util.find_spec(top) is not None
