"""How long a module takes to import beyond what the interpreter itself takes."""

from __future__ import annotations

import subprocess
import time


def _seconds(python: str, code: str) -> float:
    start = time.perf_counter()
    subprocess.run([python, "-c", code], check=True)
    return time.perf_counter() - start


def import_seconds(python: str, module: str, runs: int = 7) -> float:
    """Seconds of `import module` in a fresh interpreter, an empty one's start taken off.

    The shortest of several runs: what else the machine does can only add to them.
    """
    _seconds(python, f"import {module}")  # byte code and file cache
    starts, imports = zip(
        *((_seconds(python, "pass"), _seconds(python, f"import {module}")) for _ in range(runs)), strict=True
    )
    return min(imports) - min(starts)
