"""From a path or a function to documents: what an app's code finds around it, and what goes with the app."""

import os
import sys
from pathlib import Path

import pytest
from app_files import Write, context, create

from asgiplots.apps.application import Application
from asgiplots.apps.errors import AppError
from asgiplots.apps.find import find_apps
from asgiplots.document import Document, curdoc
from asgiplots.models import Div
from asgiplots.plotting.themes import Theme

CURDOC = "from asgiplots.document import curdoc\n"


def test_a_folder_app_finds_its_data_beside_itself(folder: Write):
    main = f"""
        {CURDOC}
        from os.path import dirname, join
        with open(join(dirname(__file__), 'data', 'things.csv')) as file:
            curdoc().title = file.read()
        assert __name__ != '__main__' and __name__.startswith('bokeh_app_')
        assert __file__.endswith('main.py')
        """
    before = os.getcwd(), list(sys.path), list(sys.argv)
    app = Application(folder({"main.py": main, "data/things.csv": "a,b"}))
    assert create(app).title == "a,b"
    assert (os.getcwd(), sys.path, sys.argv) == before


def test_an_app_that_shows_nothing_is_told_how_to_once(folder: Write, caplog: pytest.LogCaptureFixture):
    app = Application(folder({"main.py": "from asgiplots.plotting import figure\nfigure()"}, "bare"))
    create(app)
    create(app)
    said = "bare shows nothing yet: curdoc().add_root(…) puts a plot on its page"
    assert caplog.messages == [said]


def test_each_session_runs_the_code_in_a_module_of_its_own(folder: Write):
    main = CURDOC + "import sys\ncount = 0\ndef add():\n    global count\n    count += 1\n    return count\n"
    main += "curdoc().template_variables.update(add=add, name=__name__)\n"
    app = Application(folder({"main.py": main}))
    one, two = create(app).template_variables, create(app).template_variables
    assert [one["add"](), one["add"](), two["add"]()] == [1, 2, 1]
    assert one["name"] != two["name"]


def test_the_code_is_compiled_once(folder: Write, monkeypatch: pytest.MonkeyPatch):
    app = Application(folder({"main.py": CURDOC + "curdoc().title = 'as it was'"}))
    assert create(app).title == "as it was"
    (app.folder / "main.py").write_text("1 / 0")
    assert app.create(context()).title == "as it was"


def test_a_module_may_be_an_app(folder: Write):
    path = folder(
        {
            "my plot.py": f'"""One line.\n\nMore."""\n{CURDOC}from side import T\ncurdoc().title = T',
            "side.py": "T = 1\nT = 'x'",
        }
    )
    app = Application(path / "my plot.py")
    assert create(app).title == "x"
    assert (app.name, app.title, app.description) == ("my-plot", "My plot", "One line.")


def test_a_function_may_be_an_app():
    def sea_level(doc: Document) -> None:
        """How high it stands.

        More.
        """
        assert curdoc() is doc
        doc.add_root(Div(name=doc.session_context.request.arguments["n"][0].decode()))

    app = Application(sea_level)
    assert create(app, n="five").roots[0].name == "five"
    assert (app.name, app.title, app.description) == ("sea_level", "Sea level", "How high it stands.")
    named = Application(sea_level, name="/deep/sea/", title="The sea", description="Deep.")
    assert (named.name, named.title, named.description) == ("deep/sea", "The sea", "Deep.")


def test_a_document_has_the_app_s_title_and_context_until_the_code_says_otherwise(folder: Write):
    app = Application(folder({"main.py": ""}, "wind_speed"))
    document = create(app)
    assert document.title == "Wind speed" and document.session_context.id == "s1"


def test_a_theme_is_that_of_the_folder_or_the_one_given(folder: Write):
    path = folder({"main.py": "", "theme.yaml": "attrs:\n  Div:\n    text: themed"})
    app = Application(path)
    document = create(app)
    div = Div()
    document.add_root(div)
    assert div.text == "themed"
    for given in ("night_sky", Theme(json={"attrs": {}}), path / "theme.yaml"):
        assert isinstance(create(Application(path, theme=given)).theme, Theme)


def test_custom_models_are_served_from_models_and_from_beside(folder: Write):
    declare = "from asgiplots.models import LayoutDOM\n"
    main = f"{CURDOC}{declare}class Mine(LayoutDOM):\n    __implementation__ = 'mine.js'\n    size: int = 3\n"
    main += "import parts\nclass Unused(LayoutDOM):\n    __implementation__ = 'sub/unused.js'\n"
    main += "curdoc().add_root(Mine(size=4))\ncurdoc().add_root(parts.Other())"
    parts = f"{declare}class Other(LayoutDOM):\n    __implementation__ = './other.mjs'\n"
    files = {
        "main.py": main,
        "parts.py": parts,
        "models/mine.js": "",
        "models/sub/unused.js": "",
        "other.mjs": "",
    }
    app = Application(folder(files))
    urls = create(app).modules
    assert {kind: url.partition("?v=")[0] for kind, url in urls.items()} == {
        "Mine": "models/mine.js",
        "Unused": "models/sub/unused.js",
        "Other": "models/other.mjs",
    }
    assert app.module_path("mine.js") == app.folder / "models" / "mine.js"
    assert app.module_path("other.mjs") == app.folder / "other.mjs"
    for name in ("../main.py", "nothing.js", "parts.py", "../other.mjs", ""):
        assert app.module_path(name) is None


def test_folders_of_apps_give_all_of_them(folder: Write):
    path = folder(
        {
            "one.py": "",
            "two/main.py": "",
            "_hidden.py": "",
            ".git/main.py": "",
            "data/x.csv": "",
            "notes.txt": "",
        }
    )
    assert [app.name for app in find_apps(path)] == ["one", "two"]
    assert [app.name for app in find_apps([path / "one.py", str(path / "two")])] == ["one", "two"]


def test_apps_may_be_named_by_a_mapping():
    def same(doc: Document) -> None:
        pass

    assert [app.name for app in find_apps({"/a": same, "b/c": Application(same), "/": same})] == [
        "a",
        "b/c",
        "",
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_relative_path_is_kept_whole(here: Path):
    (here / "app.py").write_text("")
    assert Application("app.py").folder == here
    with pytest.raises(AppError, match=f"there is no file or folder {here}/nothing"):
        Application("nothing")
