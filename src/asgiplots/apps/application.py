"""An app: what builds a fresh document for each session, and everything that goes with it."""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from asgiplots.apps.code import Code, forget
from asgiplots.apps.context import SessionContext
from asgiplots.apps.errors import AppError
from asgiplots.apps.files import Files
from asgiplots.apps.hooks import Hook, Hooks
from asgiplots.apps.imports import Package
from asgiplots.apps.modules import Modules
from asgiplots.document import Document, set_curdoc
from asgiplots.plotting.themes import Theme, read_theme
from asgiplots.schema import REGISTRY, Model, ids
from asgiplots.schema.names import show, similar
from asgiplots.session import Failure
from asgiplots.session.errors import failure
from asgiplots.session.timers import is_async

#: A plain or `async` function that fills the document it is given.
Modify = Callable[[Document], Any]

logger = logging.getLogger("asgiplots.apps")

_NAME = re.compile(r"[\w.~-]+(/[\w.~-]+)*", re.ASCII)


class Application:
    """One app, from a folder, a file or a function.

    source: path of a folder with a `main.py`, path of a Python file, or a function `def app(doc)`.
    name: path of its page below the site's root, by default the name of the folder, file or function;
        empty for the root itself.
    title, description: shown in the index; by default from the name and the first line of the docstring.
    theme: name of a built-in theme, path of a theme file, or a theme; by default the folder's `theme.yaml`.
    template, static_dir: page template and folder of static files; by default those of the app's folder.
    shared: all who open the page view one document, made for the first of them, kept while the server runs.
        Zoom and selection are each viewer's own, unless the app sets `curdoc().collaborative = True`.
    hooks: lifecycle functions by name, besides those of the folder.
    """

    def __init__(
        self,
        source: str | Path | Modify,
        *,
        name: str | None = None,
        title: str | None = None,
        description: str | None = None,
        theme: Any = None,
        template: str | Path | None = None,
        static_dir: str | Path | None = None,
        shared: bool = False,
        **hooks: Hook,
    ) -> None:
        unknown = set(hooks) - set(Hooks.__dataclass_fields__)
        if unknown:
            raise AppError(
                f"App takes no argument {min(unknown)!r}{similar(min(unknown), Hooks.__dataclass_fields__)}"
            )
        self.source = source
        self.shared = shared
        self._options = {"theme": theme, "title": title, "description": description}
        self._places = {"template": template, "static_dir": static_dir}
        self._given_hooks = Hooks(**hooks)
        self.files = _files(source)
        self.name = check_name(_name(source, self.files) if name is None else name.strip("/"))
        self.folder = self.files.folder if self.files else _folder_of(source)
        self._package = Package(self.folder)
        self._modules = Modules(self.folder, None)
        self._code: Code | None = None
        self._was_empty = False
        self.hooks = self._given_hooks
        self.theme: Theme | None = None
        #: Why the app cannot run at all; None for an app in good health.
        self.failure: Failure | None = None

    def load(self) -> None:
        """Compile the code, run the file of hooks, read the theme; what goes wrong becomes `failure`."""
        self.failure = None
        try:
            self._load()
        except AppError as error:
            self.failure = failure(self.name, "", "loading the app", error.with_traceback(None))
        except (Exception, SystemExit) as error:
            self.failure = failure(self.name, "", "loading the app", error)

    def forget(self) -> None:
        """Forget every module of the app: `load` then reads all its files again."""
        self._package.close()
        self._package = Package(self.folder)

    def _load(self) -> None:
        self.files = _files(self.source)
        self._modules = Modules(self.folder, self.files and self.files.models)
        self.theme = self._read_theme()
        if self.files is None:
            return
        self._code = Code(self.files.main, self._package)
        self._package.open()
        if self.files.hooks:
            self.hooks = self._given_hooks.over(Hooks.of(self._package.load(self.files.hooks.stem)))

    def _read_theme(self) -> Theme | None:
        try:
            return read_theme(self._options["theme"] or (self.files and self.files.theme))
        except (ValueError, OSError) as error:
            raise AppError(str(error)) from None

    @property
    def template(self) -> Path | None:
        """The page's template, if the app brings one."""
        return self._place("template", self.files and self.files.template)

    @property
    def static_dir(self) -> Path | None:
        """The folder that is served as `<app>/static/`."""
        return self._place("static_dir", self.files and self.files.static)

    def _place(self, name: str, found: Path | None) -> Path | None:
        given = self._places[name]
        return Path(given) if given else found

    def has_file(self, path: Path) -> bool:
        """Whether `path` is a file of this app: in its folder, or imported by its one file."""
        if self.files is None:
            return False
        if self.files.main.name == "main.py":
            return path.is_relative_to(self.folder)
        return path == self.files.main or path in self._package.files()

    @property
    def title(self) -> str:
        """What people call the app: `Sea level` for an app named `sea_level`."""
        words = re.sub(r"[-_/]+", " ", self.name).strip() or "asgiplots"
        return self._options["title"] or words[0].upper() + words[1:]

    @property
    def description(self) -> str:
        """One line about the app, or an empty string."""
        text = (
            self._code.doc
            if self._code
            else ""
            if isinstance(self.source, str | Path)
            else self.source.__doc__ or ""
        )
        return self._options["description"] or text.strip().partition("\n")[0]

    @property
    def is_async(self) -> bool:
        """Whether the app is an `async` function, to be run with `create_async`."""
        return is_async(self.source)

    def create(self, context: SessionContext) -> Document:
        """Build a session's document by running the app's code; what that raises goes to the caller."""
        document, module = self._document(context), None
        with set_curdoc(document):
            if callable(self.source):
                self.source(document)
            else:
                module = self._run(document)
        document.modules = self._modules.urls(self._kinds(document, module))
        return document

    async def create_async(self, context: SessionContext) -> Document:
        """The same for an app that is an `async` function."""
        document = self._document(context)
        with set_curdoc(document):
            assert callable(self.source)
            await self.source(document)
        document.modules = self._modules.urls(self._kinds(document, None))
        return document

    def module_path(self, name: str) -> Path | None:
        """The file behind `<app>/models/<name>`, None if there is none that may be fetched."""
        return self._modules.path(name)

    def _kinds(self, document: Document, module: ModuleType | None) -> set[type[Model]]:
        """The classes of models that the document has or may get: its own and all of the app's."""
        own = {type(model) for model in document.models}
        source = getattr(self.source, "__module__", self._package.name)
        for kind in REGISTRY.names().values():
            if "__implementation__" in vars(kind) and f"{kind.__module__}.".startswith(f"{source}."):
                own.add(kind)
        return own | {
            kind
            for kind in vars(module or object).values()
            if isinstance(kind, type) and issubclass(kind, Model)
        }

    def _document(self, context: SessionContext) -> Document:
        document = Document(theme=self.theme, title=self.title)
        document.session_context = context
        document.collaborative = not context.shared
        document.numbers = ids.own_numbers()
        return document

    def _run(self, document: Document) -> ModuleType:
        assert self._code is not None, "an app is loaded before it runs"
        module = self._code.run(document)
        if not document.roots and not self._was_empty:
            self._was_empty = True
            logger.warning("%s shows nothing yet: curdoc().add_root(…) puts a plot on its page", self.name)
        document.on_session_destroyed(partial(_forget, module))
        return module

    def __repr__(self) -> str:
        return f"<Application {self.name!r}>"


def _forget(module: ModuleType, session_context: SessionContext) -> None:
    forget(module)


def check_name(name: str) -> str:
    """The name as given; `AppError` where it cannot be part of an address."""
    if name and not _NAME.fullmatch(name):
        raise AppError(f"an app's name has letters, digits and . _ ~ - only, parted by /, got {name!r}")
    return name


def _files(source: str | Path | Modify) -> Files | None:
    if isinstance(source, str | Path):
        return Files.of(source)
    if not callable(source):
        raise AppError(f"an app is a path or a function of one argument (doc), got {show(source)}")
    try:
        inspect.signature(source).bind(None)
    except TypeError:
        shown = f"{getattr(source, '__name__', 'app')}{inspect.signature(source)}"
        raise AppError(f"an app's function takes one argument, the document; got {shown}") from None
    return None


def _name(source: str | Path | Modify, files: Files | None) -> str:
    return files.name if files else getattr(source, "__name__", "app").strip("<>")


def _folder_of(source: Any) -> Path:
    code = getattr(inspect.unwrap(source), "__code__", None)
    return Path(code.co_filename).absolute().parent if code else Path.cwd()
