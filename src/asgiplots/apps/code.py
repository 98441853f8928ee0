"""Run an app's main file: compiled once, executed in a fresh module for each session."""

from __future__ import annotations

import ast
import sys
from itertools import count
from pathlib import Path
from types import CodeType, ModuleType

from asgiplots.apps.errors import AppError
from asgiplots.apps.imports import Package
from asgiplots.document import Document
from asgiplots.document.current import MARK

_numbers = count(1)


class Code:
    """A Python file compiled once; `run` executes it in a module of its own."""

    def __init__(self, path: Path, package: Package) -> None:
        """Compile the file at `path`; a `SyntaxError` is the caller's to report."""
        self.path = path
        self.package = package
        try:
            tree = ast.parse(path.read_bytes(), str(path))
        except OSError as error:
            raise AppError(f"cannot read {path}: {error.strerror}") from None
        #: The file's docstring, or an empty string.
        self.doc = ast.get_docstring(tree) or ""
        self._code: CodeType = compile(tree, str(path), "exec", dont_inherit=True)

    def run(self, document: Document) -> ModuleType:
        """Execute the file for `document`. The module stays importable by its name until `forget`."""
        self.package.open()
        module = self._module(document)
        sys.modules[module.__name__] = module
        try:
            exec(self._code, vars(module))
        except BaseException:
            forget(module)
            raise
        return module

    def _module(self, document: Document) -> ModuleType:
        # Apps ask `__name__.startswith("bokeh_app")` to know that a server runs them.
        module = ModuleType(f"bokeh_app_{next(_numbers)}")
        vars(module).update(
            {
                "__file__": str(self.path),
                "__package__": self.package.name,
                "__builtins__": self.package.builtins,
                MARK: document,
            }
        )
        return module


def forget(module: ModuleType) -> None:
    """Take a session's module out of `sys.modules`; what still refers to it keeps it alive."""
    sys.modules.pop(module.__name__, None)
