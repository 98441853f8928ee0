"""The modules that apps import, and what an import may cost."""

import subprocess
import sys

import pytest

import asgiplots.plotting as plotting
from asgiplots import events, layouts, models

HEAVY = ("numpy", "pandas", "narwhals", "starlette", "jinja2", "yaml", "asyncio", "msgspec", "uvicorn")


def test_importing_plotting_stays_light():
    code = f"import sys, asgiplots.plotting; print([m for m in {HEAVY} if m in sys.modules])"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.strip() == "[]"


def test_the_documents_names_are_found_at_first_use():
    assert plotting.curdoc is plotting.curdoc
    assert plotting.Document.__name__ == "Document"


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match=r"asgiplots\.plotting has no 'figur'; similar names: figure"):
        _ = plotting.figur


@pytest.mark.parametrize("module", [plotting, models, events, layouts])
def test_what_a_module_promises_is_there(module):
    later = {"output_file", "reset_output", "save", "show"}
    for name in set(module.__all__) - later:
        assert getattr(module, name) is not None


def test_models_are_found_under_their_modules_too():
    from asgiplots.models.sources import ColumnDataSource
    from asgiplots.models.tools import HoverTool
    from asgiplots.models.widgets import Slider

    assert (ColumnDataSource, HoverTool, Slider) == (models.ColumnDataSource, models.HoverTool, models.Slider)
