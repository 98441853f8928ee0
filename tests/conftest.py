"""Apps on disk: `folder({"main.py": "…"})` writes one and gives its path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from app_files import Write


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    def write(files: Mapping[str, str], name: str = "app") -> Path:
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(dedent(text))
        return tmp_path / name

    return write
