"""How many bytes of JavaScript and style a page loads first, compressed."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path

STATIC = Path(__file__).parents[1] / "src" / "asgiplots" / "static"


def gzip_bytes(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def first_load() -> dict[str, int]:
    """Compressed bytes of each file that a page with a plot and a slider loads: entry, imports, style."""
    names: list[str] = json.loads((STATIC / "build.json").read_text())["first"]
    return {name: gzip_bytes(STATIC / name) for name in names}


def peer_first_load(python: str) -> int:
    """The same for the peer: its core and its widgets."""
    code = "import bokeh, pathlib; print(pathlib.Path(bokeh.__file__).parent / 'server' / 'static' / 'js')"
    folder = Path(
        subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
    return sum(gzip_bytes(folder / name) for name in ("bokeh.min.js", "bokeh-widgets.min.js"))
