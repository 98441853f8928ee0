"""The golden frames are what this version writes, and read back to what was written."""

import json

import pytest
from golden import FOLDER, expectation, frames


@pytest.mark.parametrize("name", sorted(frames()))
def test_bytes_are_the_golden_ones(name: str) -> None:
    assert frames()[name] == (FOLDER / f"{name}.bin").read_bytes()


@pytest.mark.parametrize("name", sorted(frames()))
def test_reading_gives_what_the_golden_text_says(name: str) -> None:
    data = (FOLDER / f"{name}.bin").read_bytes()
    assert expectation(data) == json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
