"""The build hook bundles the front end once: it knows a bundle of the present sources."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import hatch_build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle made from the present sources, elsewhere than in the package."""
    folder = tmp_path_factory.mktemp("static")
    node = hatch_build.node_folder()
    env = os.environ | {"PATH": f"{node}{os.pathsep}{os.environ['PATH']}"}
    command = [str(node / "node"), "build.mjs", "--out", str(folder)]
    subprocess.run(command, cwd=hatch_build.FRONTEND, env=env, check=True, capture_output=True, timeout=60)
    return folder


def test_the_bundle_carries_the_stamp_of_its_sources(built: Path) -> None:
    assert json.loads((built / "build.json").read_text())["stamp"] == hatch_build.stamp()


def test_a_fresh_bundle_is_left_alone(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "STATIC", built)
    assert hatch_build.is_fresh()
    monkeypatch.setattr(hatch_build, "stamp", lambda: "other sources")
    assert not hatch_build.is_fresh()


def test_without_a_bundle_one_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hatch_build, "STATIC", tmp_path)
    assert not hatch_build.is_fresh()


def test_every_file_of_the_bundle_is_named(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    parts = manifest.pop("parts")
    assert set(manifest) == {"main.js", "main.css", "single.js"}
    first = json.loads((built / "build.json").read_text())["first"]
    files = {path.name for path in built.iterdir()}
    assert {*manifest.values(), *first} <= files
    assert parts
    for part in parts:
        assert part["kinds"]
        assert set(part["files"]) <= files - set(first)


def test_the_core_is_one_script(built: Path) -> None:
    """Whatever parts share with it: each further file would be a further request before the first picture."""
    manifest = json.loads((built / "manifest.json").read_text())
    assert json.loads((built / "build.json").read_text())["first"] == [
        manifest["main.js"],
        manifest["main.css"],
    ]
    assert 'from"./' not in (built / manifest["main.js"]).read_text()


def test_one_script_loads_what_it_needs_and_the_other_holds_it(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    first = json.loads((built / "build.json").read_text())["first"]
    later = {path.name for path in built.glob("chunk-*.js")} - set(first)
    main, single = ((built / manifest[name]).read_text() for name in ("main.js", "single.js"))
    assert later
    others = [(built / name).read_text() for name in later]
    assert any(f'import("./{name}")' in main for name in later)
    assert all(any(f'"./{name}"' in text for text in [main, *others]) for name in later)
    assert 'import("./' not in single and 'from"./' not in single
