"""A throw-away virtual environment with the newest Bokeh that installs here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".cache" / "bench-venv"
PYTHON = VENV / "bin" / "python"


def prepare() -> str:
    """Returns the path of a Python that has Bokeh. Makes its environment the first time."""
    if not PYTHON.exists():
        print(f"Installing Bokeh into {VENV.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    if subprocess.run([str(PYTHON), "-c", "import bokeh"], capture_output=True).returncode:
        subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", "bokeh"], check=True)
    return str(PYTHON)


def version(python: str) -> str:
    """The peer's version."""
    code = "import bokeh; print(bokeh.__version__)"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def static_files(python: str) -> Path:
    """The folder of the peer's scripts."""
    code = "import bokeh, pathlib; print(pathlib.Path(bokeh.__file__).parent / 'server' / 'static' / 'js')"
    return Path(
        subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
