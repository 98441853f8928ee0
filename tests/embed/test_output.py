"""`output_file`, `save` and `show` write where they say and open what $BROWSER names."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from asgiplots.document import Document, set_curdoc
from asgiplots.embed.output import output_file, show
from asgiplots.models import Div

SCRIPT = """
from asgiplots.plotting import figure, show
plot = figure(title="from a script")
plot.line([1, 2], [3, 4])
show(plot)
"""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment whose browser writes down the address that it should open."""
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "BROWSER": str(browser), "PYTHONPATH": os.pathsep.join(sys.path)}


def run(path: Path, text: str, environ: dict[str, str]) -> None:
    path.write_text(text)
    done = subprocess.run(
        [sys.executable, str(path)], env=environ, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_show_alone_writes_beside_the_script_and_opens_the_browser(tmp_path, environ):
    run(tmp_path / "waves.py", SCRIPT, environ)
    assert "<title>" in (tmp_path / "waves.html").read_text()
    assert (tmp_path / "opened").read_text().strip() == (tmp_path / "waves.html").as_uri()


def test_output_file_says_where_and_save_opens_nothing(tmp_path, environ):
    text = SCRIPT.replace("figure, show", "figure, output_file, save").replace("show(plot)", "save(plot)")
    text = text.replace(
        "plot = figure", f"output_file({str(tmp_path / 'named.html')!r}, title='Named')\nplot = figure"
    )
    run(tmp_path / "waves.py", text, environ)
    assert "<title>Named</title>" in (tmp_path / "named.html").read_text()
    assert not (tmp_path / "opened").exists() and not (tmp_path / "waves.html").exists()


def test_the_current_document_is_shown_when_nothing_is_named(tmp_path, environ):
    text = SCRIPT.replace("figure, show", "curdoc, figure, show").replace(
        "show(plot)", "curdoc().add_root(plot)\nshow()"
    )
    run(tmp_path / "waves.py", text, environ)
    assert (tmp_path / "waves.html").exists()


def test_a_name_that_is_missing_is_named():
    with pytest.raises(ImportError, match="output_notebook"):
        from asgiplots.io import output_notebook  # type: ignore[attr-defined]  # noqa: F401


def test_a_served_app_makes_no_file_and_opens_no_browser(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    document = Document()
    document.session_context = object()
    with set_curdoc(document):
        output_file(tmp_path / "plot.html")
        show(Div(text="shown"))
    assert list(tmp_path.iterdir()) == []
    assert "show() does nothing in an app that is served: use curdoc().add_root(…)" in caplog.text
