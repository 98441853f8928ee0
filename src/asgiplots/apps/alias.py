"""The import alias: `import bokeh…` gives asgiplots, sub-modules included, so that scripts need no edit.

`bokeh.X` is not a copy: it is the very module `asgiplots.X` under a second name.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, spec_from_loader
from pkgutil import iter_modules
from types import ModuleType
from typing import Literal

from asgiplots.schema.names import similar

PEER, OURS = "bokeh", "asgiplots"

#: Modules whose contents live under another name here.
_MOVED = {
    "bokeh.client.session": "asgiplots.client",
    "bokeh.core": "asgiplots.schema",
    "bokeh.core.enums": "asgiplots.schema.enums",
    "bokeh.core.properties": "asgiplots.transform",
    "bokeh.document.document": "asgiplots.document",
    "bokeh.document.locking": "asgiplots.document",
    "bokeh.io.doc": "asgiplots.io",
    "bokeh.io.output": "asgiplots.io",
    "bokeh.io.saving": "asgiplots.io",
    "bokeh.io.showing": "asgiplots.io",
    "bokeh.model": "asgiplots.schema",
    "bokeh.sampledata": "bokeh_sampledata",
    "bokeh.themes.theme": "asgiplots.themes",
}


#: Modules that share one face here: `bokeh.models.widgets.sliders` is what `asgiplots.models` has of it.
_OF_MODELS = re.compile(
    r"bokeh\.models\.(annotations|axes|callbacks|canvas|comparisons|coordinates|css|dom|expressions|filters|formatters"
    r"|glyphs?|graphics|graphs|grids|labeling|layouts|map_plots|mappers|misc|nodes|plots|ranges|renderers|scales"
    r"|selections|selectors|sources|text|textures|tickers|tiles|tools|transforms|ui|widgets)(\.\w+)*"
)


class _SameModule(Loader):
    """Gives the module `target` under another name and leaves everything in it as it is."""

    def __init__(self, target: str) -> None:
        self._target = target

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(self._target)
        self._spec = module.__spec__
        if not hasattr(module, "__path__"):
            module.__path__ = []  # so that _Missing is asked for a name it lacks, and says what is similar
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec


class _Alias(MetaPathFinder):
    """Finds `bokeh` and everything below it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != PEER and not fullname.startswith(PEER + "."):
            return None
        found = _target(fullname)
        if found is None:
            raise ModuleNotFoundError(_no_module(fullname), name=fullname)
        return spec_from_loader(fullname, _SameModule(found), is_package=True)


class _Missing(MetaPathFinder):
    """Comes last: says which name a package of ours lacks, and which ones it has that look alike."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        package, _, name = fullname.rpartition(".")
        if package.partition(".")[0] == OURS and not name.startswith("_") and package in sys.modules:
            known = [known for known in dir(sys.modules[package]) if not known.startswith("_")]
            # Python takes this error as final only where its name is not the one that it looked for.
            raise ModuleNotFoundError(f"{package} has no name {name!r}{similar(name, known)}", name=name)


_FINDERS: tuple[MetaPathFinder, MetaPathFinder] = (_Alias(), _Missing())


def install(mode: Literal["auto", "on", "off"] = "auto") -> bool:
    """Make `import bokeh` mean asgiplots; `auto` does so only where the real package cannot be imported.

    Returns whether the alias is in force. ImportError if the real package was imported before.
    """
    if is_installed():
        return True
    if mode == "off" or (mode == "auto" and find_spec(PEER) is not None):
        return False
    if PEER in sys.modules:
        raise ImportError("the alias must be in force before bokeh is imported: import asgiplots.alias first")
    importlib.import_module(OURS)
    sys.meta_path.insert(0, _FINDERS[0])
    sys.meta_path.append(_FINDERS[1])
    return True


def is_installed() -> bool:
    """Whether `import bokeh` means asgiplots now."""
    return _FINDERS[0] in sys.meta_path


def _target(fullname: str) -> str | None:
    """Our module for a name of the peer's: the same path, else where it or a parent moved."""
    same = OURS + fullname[len(PEER) :]
    if _exists(same):
        return same
    if _OF_MODELS.fullmatch(fullname):
        return "asgiplots.models"
    name = fullname
    while "." in name:
        if name in _MOVED:
            rest = fullname[len(name) :] if not _MOVED[name].startswith(OURS) else ""
            return _MOVED[name] + rest if _exists(_MOVED[name] + rest) else None
        name = name.rpartition(".")[0]
    return None


def _no_module(fullname: str) -> str:
    """Say what is missing: a package to install, or a module of ours, by the first name that we lack."""
    parent, name = PEER, ""
    for name in fullname.split(".")[1:]:
        within = f"{parent}.{name}"
        moved = _MOVED.get(within, OURS)
        if not moved.startswith(OURS):
            return f"{within} is the package {moved}, which is not installed: pip install {moved}"
        if _target(within) is None:
            break
        parent = within
    package = importlib.import_module(_target(parent) or OURS)
    known = [module.name for module in iter_modules(getattr(package, "__path__", []))]
    return f"asgiplots has no module {fullname!r}{similar(name, known)}"


def _exists(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
