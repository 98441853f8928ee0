"""Options of the test run. Apps on disk: `folder({"main.py": "…"})` writes one and gives its path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from app_files import Write


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="keep the pictures of this run as the right ones"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    def write(files: Mapping[str, str], name: str = "app") -> Path:
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(dedent(text))
        return tmp_path / name

    return write
