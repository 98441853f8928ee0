"""An app's own modules: found first, kept apart from those of other apps, and never in the way of anybody."""

import gc
import sys
import weakref

from app_files import Write, create

from asgiplots.apps.application import Application

SAY = "from asgiplots.document import curdoc\n"


def test_relative_and_plain_imports_give_the_same_module(folder: Write):
    app = Application(
        folder(
            {
                "main.py": SAY
                + "from .helper import value\nimport helper\nfrom helper import value as again\n"
                "import parts.inner\nfrom parts import inner\nfrom . import helper as third\n"
                "assert value is again and helper is third and parts.inner is inner\n"
                "curdoc().title = f'{value[0]} {inner.NAME}'",
                "helper.py": "value = ['helped']",
                "parts/__init__.py": "",
                "parts/inner.py": "from helper import value\nimport other\nNAME = value[0] + other.X",
                "other.py": "X = '!'",
            }
        )
    )
    assert create(app).title == "helped helped!"


def test_two_apps_may_have_modules_of_one_name(folder: Write):
    main = SAY + "import helper\ncurdoc().title = helper.NAME"
    one = Application(folder({"main.py": main, "helper.py": "NAME = 'one'"}, "one"))
    two = Application(folder({"main.py": main, "helper.py": "NAME = 'two'"}, "two"))
    assert [create(one).title, create(two).title, create(one).title] == ["one", "two", "one"]
    assert "helper" not in sys.modules


def test_a_helper_is_imported_once_for_all_sessions(folder: Write):
    app = Application(
        folder(
            {
                "main.py": SAY + "import helper\nhelper.count += 1\ncurdoc().title = str(helper.count)",
                "helper.py": "count = 0",
            }
        )
    )
    assert [create(app).title, create(app).title] == ["1", "2"]


def test_an_import_inside_a_callback_works_later(folder: Write):
    files = {
        "main.py": SAY + "def late():\n    from helper import NAME\n    return NAME\n"
        "curdoc().template_variables['late'] = late",
        "helper.py": "NAME = 'later'",
    }
    assert create(Application(folder(files))).template_variables["late"]() == "later"


def test_a_folder_of_data_does_not_hide_an_installed_package(folder: Write):
    files = {"main.py": SAY + "import json, data.deep\ncurdoc().title = json.dumps(data.deep.X)"}
    files |= {"json/readme.py": "", "data/deep.py": "X = [1]"}
    assert create(Application(folder(files))).title == "[1]"


def test_reload_reads_changed_modules_again(folder: Write):
    path = folder(
        {"main.py": SAY + "from helper import NAME\ncurdoc().title = NAME", "helper.py": "NAME = 'before'"}
    )
    app = Application(path)
    assert create(app).title == "before"
    (path / "helper.py").write_text("NAME = 'changed since'")
    app.forget()
    assert create(app).title == "changed since"


def test_a_session_that_is_gone_leaves_no_module(folder: Write):
    app = Application(
        folder({"main.py": SAY + "class Mine: pass\ncurdoc().template_variables['kind'] = Mine"})
    )
    document = create(app)
    kind = document.template_variables["kind"]
    assert sys.modules[kind.__module__].Mine is kind and kind.__module__.startswith("bokeh_app_")
    for callback in document.session_destroyed_callbacks:
        callback(None)
    gone = weakref.ref(kind)
    assert kind.__module__ not in sys.modules
    del document, kind, callback
    gc.collect()
    assert gone() is None


def test_an_edit_within_the_same_second_is_seen_and_so_are_new_files(folder: Write):
    path = folder(
        {"main.py": SAY + "from helper import NAME\ncurdoc().title = NAME", "helper.py": "NAME = 'a'"}
    )
    app = Application(path)
    assert create(app).title == "a"
    (path / "helper.py").write_text("from newer import NAME")
    (path / "newer.py").write_text("NAME = 'b'")
    app.forget()
    assert create(app).title == "b"
    (path / "newer.py").write_text("NAME = 'c'")
    app.forget()
    assert create(app).title == "c"
    assert not (path / "__pycache__").exists()
