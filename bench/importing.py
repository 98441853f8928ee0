"""How long a module takes to import beyond what the interpreter itself takes."""

from __future__ import annotations

import statistics
import subprocess
import time


def _seconds(python: str, code: str) -> float:
    start = time.perf_counter()
    subprocess.run([python, "-c", code], check=True)
    return time.perf_counter() - start


def import_seconds(python: str, module: str, runs: int = 7) -> float:
    """Median seconds of `import module` in a fresh interpreter, an empty one's start taken off."""
    _seconds(python, f"import {module}")  # byte code and file cache
    differences = [_seconds(python, f"import {module}") - _seconds(python, "pass") for _ in range(runs)]
    return statistics.median(differences)
