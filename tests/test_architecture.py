"""ARCHITECTURE.md tells the truth: its paths exist, its rooms are the rooms, dependencies have reasons."""

from __future__ import annotations

import re

import pytest

from bench.budgets import GIVEN, dependencies
from bench.source_tree import ROOMS, ROOT, modules

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
BUILT = ("src/asgiplots/static/",)


def _paths() -> list[str]:
    """Everything in backquotes that looks like a path of this repository."""
    quoted = re.findall(r"`([^`\s]+)`", TEXT)
    return [text for text in quoted if "/" in text and not text.startswith((*BUILT, "http", "/"))]


def test_it_names_paths():
    assert len(_paths()) > 20


@pytest.mark.parametrize("path", sorted(set(_paths())))
def test_every_path_it_names_exists(path: str):
    places = (ROOT, ROOT / "src" / "asgiplots", ROOT / "frontend" / "src")
    assert any((place / path).exists() for place in places), (
        f"ARCHITECTURE.md names {path}, which is not there"
    )


def test_it_lists_the_rooms_in_their_order():
    table = re.findall(r"^\| `(\w+)/` \|", TEXT, re.MULTILINE)
    assert tuple(table[: len(ROOMS)]) == ROOMS


def test_it_is_about_a_page():
    assert len(TEXT.split()) < 1500


@pytest.mark.parametrize("name", dependencies())
def test_each_dependency_has_its_reason(name: str):
    assert re.search(rf"^\| {re.escape(name)} \| \S.{{10,}} \|$", TEXT, re.MULTILINE)


def test_no_more_than_eight_dependencies_of_our_own():
    assert len(set(dependencies()) - GIVEN) <= 8


def test_modules_and_functions_are_small():
    counted = [module for module in modules() if module.room != "models" and not module.is_generated]
    assert not {module.name: module.lines for module in counted if module.lines > 400}
    functions = [function for module in counted for function in module.functions()]
    assert not [function for function in functions if function.lines > 40]
