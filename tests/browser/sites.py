"""`asgiplots serve` in a process of its own, for apps that are files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from running import ROOT, answers, free_port, running, wait_until

ENVIRON = os.environ | {"PYTHONPATH": str(ROOT / "src")}


@contextmanager
def serving_files(*paths: Path, options: tuple[str, ...] = ()) -> Iterator[str]:
    """Serves apps while the block runs; gives the site's address."""
    port = free_port()
    command = [sys.executable, "-m", "asgiplots", "serve", *map(str, paths), "--port", str(port), *options]
    with running(command, env=ENVIRON):
        url = f"http://127.0.0.1:{port}/"
        wait_until(lambda: answers(url), f"an answer of {url}")
        yield url
