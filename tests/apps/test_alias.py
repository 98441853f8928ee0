"""`import bokeh` means asgiplots: the same modules, all of them, and clear words about what is not there."""

import subprocess
import sys

import pytest

INSTALL = "import asgiplots.alias\n"


def python(code: str, **options: object) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_modules_are_the_same_objects_and_stay_what_they_were():
    python(
        INSTALL
        + """
import bokeh, bokeh.models, bokeh.plotting as bp
from bokeh.models.sources import ColumnDataSource
from bokeh.io import curdoc
import asgiplots, asgiplots.models, asgiplots.plotting, asgiplots.io
assert bokeh is asgiplots and bokeh.models is asgiplots.models and bp is asgiplots.plotting
assert ColumnDataSource is asgiplots.models.ColumnDataSource
assert bokeh.models.__name__ == bokeh.models.__spec__.name == "asgiplots.models"
import importlib
assert importlib.import_module("bokeh.layouts") is asgiplots.layouts
import pickle
assert pickle.loads(pickle.dumps(ColumnDataSource)) is ColumnDataSource
"""
    )


def test_the_seed_s_imports_work():
    python(
        INSTALL
        + """
from bokeh.client import push_session
from bokeh.driving import cosine
from bokeh.plotting import figure, curdoc, vplot
from bokeh.models import Button
from bokeh.palettes import RdYlBu3
"""
    )


def test_modules_that_live_elsewhere_here_are_found():
    python(
        INSTALL
        + """
import asgiplots.models, asgiplots.io
from bokeh.io.doc import curdoc
from bokeh.models.widgets.sliders import Slider
from bokeh.models.annotations.labels import Title
from bokeh.document.document import Document
import bokeh.model
from bokeh.core.enums import Anchor
from bokeh.core.properties import expr, field, value
assert Slider is asgiplots.models.Slider
assert value("a").value == "a" and field("a").field == "a"
"""
    )


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "from bokeh.models import Buton",
            "asgiplots.models has no name 'Buton'; similar names: Button, MenuItemClick",
        ),
        ("from bokeh.layouts import colum", "asgiplots.layouts has no name 'colum'; similar names: column"),
        ("from bokeh import modles", "asgiplots has no name 'modles'; similar names: models"),
        ("import bokeh.plot", "asgiplots has no module 'bokeh.plot'; similar names: plotting"),
        (
            "from bokeh.sampledata.nothing import x",
            "bokeh.sampledata is the package bokeh_sampledata, which is not installed",
        ),
        ("import bokeh.models.nothing.here", "bokeh.models.nothing"),
    ],
)
def test_what_is_missing_is_named_with_what_is_similar(statement: str, message: str):
    code = f"{INSTALL}try:\n    {statement}\nexcept ImportError as error:\n    print(error)\n"
    assert message.partition("; similar")[0] in python(code)


def test_looking_for_a_name_does_not_raise_anything_else():
    python(INSTALL + "import bokeh.models\nassert not hasattr(bokeh.models, 'Nothing')")
    code = INSTALL + "import bokeh.models\ntry:\n    bokeh.models.Nothing\nexcept AttributeError:\n    pass"
    python(code)


def test_by_itself_it_is_on_only_where_the_real_package_is_missing(tmp_path):
    code = "from asgiplots.apps.alias import install\nprint(install('{}'))"
    real = tmp_path / "bokeh" / "__init__.py"
    real.parent.mkdir()
    real.write_text("REAL = True")
    hide = "import sys, importlib.machinery\n"
    hide += "class Hide:\n    def find_spec(self, name, path, target=None): return None\n"
    assert python(f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n" + code.format("auto")) == "False"
    assert python(f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n" + code.format("on")) == "True"
    assert python(code.format("off")) == "False"


def test_it_comes_too_late_after_the_real_package(tmp_path):
    (tmp_path / "bokeh.py").write_text("")
    code = f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport bokeh\n"
    code += "try:\n    import asgiplots.alias\nexcept ImportError as error:\n    print(error)"
    assert python(code) == "the alias must be in force before bokeh is imported: import asgiplots.alias first"


def test_importing_it_stays_light():
    heavy = "{'starlette', 'jinja2', 'yaml', 'numpy', 'uvicorn'}"
    assert python(f"{INSTALL}import sys, bokeh.plotting\nprint(sorted({heavy} & set(sys.modules)))") == "[]"
