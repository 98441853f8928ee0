"""What `make generate` writes is what stands in the tree."""

from pathlib import Path

import pytest

from asgiplots.generate import outputs

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("path", sorted(outputs(ROOT)), ids=lambda path: path.name)
def test_generated_file_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == outputs(ROOT)[path], "stale: run `make generate`"
