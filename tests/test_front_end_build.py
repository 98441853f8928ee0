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
    assert set(manifest) == {"main.js", "main.css", "single.js"}
    first = json.loads((built / "build.json").read_text())["first"]
    files = {path.name for path in built.iterdir()}
    assert {*manifest.values(), *first} <= files


def test_one_script_loads_what_it_needs_and_the_other_holds_it(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    first = json.loads((built / "build.json").read_text())["first"]
    later = {path.name for path in built.glob("chunk-*.js")} - set(first)
    single = (built / manifest["single.js"]).read_text()
    parts = "".join(path.read_text() for path in built.glob("*.js") if path.name != manifest["single.js"])
    assert later
    assert any(f'import("./{name}")' in parts for name in later)
    assert all(f'"./{name}"' in parts for name in later)
    assert 'import("./' not in single and 'from"./' not in single
