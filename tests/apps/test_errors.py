"""What can be wrong with an app, each with its one clear sentence: the wording is part of the interface."""

import re
from collections.abc import Mapping

import pytest
from app_files import Write, context

from asgiplots.apps.application import Application
from asgiplots.apps.errors import AppError
from asgiplots.apps.find import find_apps
from asgiplots.apps.hooks import Hooks
from asgiplots.document import Document

ONE, BROKEN = "x = 1", "def f(:\n"
MODEL = "from asgiplots.models import LayoutDOM\nfrom asgiplots.document import curdoc\n"


def custom(implementation: str) -> str:
    declared = f"class Mine(LayoutDOM):\n    __implementation__ = {implementation}\n"
    return f"{MODEL}{declared}curdoc().add_root(Mine())"


#: What is wrong, the app's files, the error as its page tells it in development (`{here}`: the app's folder).
LOADING: list[tuple[str, Mapping[str, str], str]] = [
    ("syntax", {"main.py": BROKEN},
     "loading the app: SyntaxError: invalid syntax (main.py, line 1)"),
    ("bytes that are no text", {"main.py": "# coding: nothing\n"},
     "loading the app: SyntaxError: unknown encoding: nothing (main.py, line 0)"),
    ("theme is no YAML", {"main.py": ONE, "theme.yaml": "attrs: [\n"},
     "loading the app: AppError: {here}/theme.yaml is no valid YAML: expected the node content, but found "
     "'<stream end>' in line 2"),
    ("theme without attrs", {"main.py": ONE, "theme.yaml": "Plot: {width: 3}"},
     "loading the app: AppError: {here}/theme.yaml expected attrs, line_defaults, fill_defaults, "
     "text_defaults at its top, got 'Plot' (str)"),
    ("theme with an unknown field", {"main.py": ONE, "theme.yaml": "attrs:\n  Plot:\n    widht: 3"},
     "loading the app: AppError: {here}/theme.yaml: Plot has no field 'widht'; similar names: width, right"),
    ("theme with a wrong value", {"main.py": ONE, "theme.yaml": "attrs:\n  Title:\n    text_alpha: 7"},
     "loading the app: AppError: {here}/theme.yaml: Title.text_alpha expected a number from 0 to 1, "
     "got 7 (int)"),
    ("hooks that raise", {"main.py": ONE, "server_lifecycle.py": "raise OSError('no disk')"},
     "loading the app: OSError: no disk"),
    ("hooks with a wrong signature", {"main.py": ONE, "app_hooks.py": "def on_server_loaded(): pass"},
     "loading the app: AppError: on_server_loaded must take one argument (server_context), "
     "got on_server_loaded()"),
    ("hook that is no function", {"main.py": ONE, "app_hooks.py": "on_session_created = 3"},
     "loading the app: AppError: on_session_created must be a function of one argument (session_context), "
     "got 3 (int)"),
    ("package that raises", {"main.py": ONE, "__init__.py": "1 / 0"},
     "loading the app: ZeroDivisionError: division by zero"),
]  # fmt: skip

RUNNING: list[tuple[str, Mapping[str, str], str]] = [
    ("raises", {"main.py": "1 / 0"}, "ZeroDivisionError: division by zero"),
    ("exits", {"main.py": "import sys\nsys.exit('no licence')"}, "SystemExit: no licence"),
    ("helper is missing", {"main.py": "import helpers_of_mine"},
     "ModuleNotFoundError: No module named 'helpers_of_mine'"),
    ("helper lacks a name", {"main.py": "from helper import nothing", "helper.py": ""},
     "ImportError: cannot import name 'nothing' from 'asgiplots_app_N.helper' ({here}/helper.py)"),
    ("module of a custom model is missing", {"main.py": custom("'none.js'")},
     "AppError: Mine.__implementation__: there is no file 'none.js' in {here}, {here}/models"),
    ("module of a custom model is code", {"main.py": custom("'export default 3'")},
     "AppError: Mine.__implementation__ names an ES module, a .js file; got 'export default 3'"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "sentence"), [case[1:] for case in LOADING], ids=[case[0] for case in LOADING]
)
def test_an_app_that_cannot_be_loaded(folder: Write, files, sentence, caplog):
    path = folder(files)
    app = Application(path)
    app.load()
    assert app.failure is not None
    assert app.failure.title == sentence.format(here=path)
    assert f"app: loading the app failed (number {app.failure.id})" in caplog.text
    assert "asgiplots/apps" not in app.failure.text, "a traceback begins with the app's own lines"


@pytest.mark.parametrize(
    ("files", "sentence"), [case[1:] for case in RUNNING], ids=[case[0] for case in RUNNING]
)
def test_an_app_that_fails_when_it_runs(folder: Write, files, sentence):
    path = folder(files)
    app = Application(path)
    app.load()
    assert app.failure is None
    with pytest.raises((Exception, SystemExit)) as raised:
        app.create(context())
    text = re.sub(r"asgiplots_app_\d+", "asgiplots_app_N", f"{raised.type.__name__}: {raised.value}")
    assert text == sentence.format(here=path)


def plain(doc: Document) -> None:
    pass


def no_argument() -> None:
    pass


FINDING = [
    ("missing", lambda here: here / "nothing", "there is no file or folder {here}/nothing"),
    ("no main.py", lambda here: Application(here / "data"),
     "an app's folder has a main.py, there is none in {here}/data"),
    ("neither", lambda here: here / "notes.txt",
     "an app is a Python file or a folder with a main.py, got {here}/notes.txt"),
    ("empty folder", lambda here: here / "data",
     "there is no app in {here}/data: neither a main.py nor Python files or folders with one"),
    ("both files of hooks", lambda here: here / "both",
     "an app has one file of hooks, {here}/both has both server_lifecycle.py and app_hooks.py"),
    ("two of one name", lambda here: [here / "one.py", here / "one"],
     "two apps are called 'one': {here}/one.py and {here}/one; name one with App(…, name=…)"),
    ("name of the site", lambda here: {"static": plain},
     "an app cannot be called 'static', the site uses that address itself: {plain}"),
    ("name that is no address", lambda here: {"a b": plain},
     "an app's name has letters, digits and . _ ~ - only, parted by /, got 'a b'"),
    ("function without argument", lambda here: no_argument,
     "an app's function takes one argument, the document; got no_argument() -> None"),
    ("neither path nor function", lambda here: [3],
     "an app is a path or a function of one argument (doc), got 3 (int)"),
    ("unknown argument", lambda here: Application(plain, on_session_create=plain),
     "App takes no argument 'on_session_create'; similar names: on_session_created, on_session_destroyed, "
     "on_server_loaded, on_server_unloaded"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "sentence"), [case[1:] for case in FINDING], ids=[case[0] for case in FINDING]
)
def test_an_app_that_is_not_there(folder: Write, sources, sentence):
    files = {"one.py": ONE, "one/main.py": ONE, "notes.txt": "", "data/x.csv": "", "both/main.py": ONE}
    here = folder({**files, "both/server_lifecycle.py": "", "both/app_hooks.py": ""})
    with pytest.raises(AppError) as raised:
        find_apps(sources(here))
    assert str(raised.value) == sentence.format(here=here, plain=plain)


def test_hooks_may_be_given_beside_those_of_the_folder(folder: Write):
    hooks = Hooks(on_server_loaded=plain).over(
        Hooks.of({"on_server_loaded": print, "on_session_created": plain})
    )
    assert hooks == Hooks(on_server_loaded=plain, on_session_created=plain)
