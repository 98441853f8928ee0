"""Options of the test run. Apps on disk: `folder({"main.py": "…"})` writes one and gives its path."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from app_files import Write


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="keep the pictures of this run as the right ones"
    )


def pytest_configure(config: pytest.Config) -> None:
    # The key of servers that are given none is not kept beside that of the person who runs the tests.
    os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="asgiplots-state-")


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    def write(files: Mapping[str, str], name: str = "app") -> Path:
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(dedent(text))
        return tmp_path / name

    return write
