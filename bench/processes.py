"""Servers under measurement: started on a free port, their processor time and memory read from /proc."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

APPS = Path(__file__).parent / "apps"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A server that runs: which one, where, and its process."""

    kind: str
    base: str
    pid: int

    def url(self, app: str) -> str:
        return f"{self.base}/{app}"


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used, its threads included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_bytes(pid: int) -> int:
    """Memory that belongs to a process alone."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Private_Dirty:"):
            return int(line.split()[1]) * 1024
    raise ValueError(f"no Private_Dirty line for process {pid}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _command(kind: str, python: str, paths: list[str], port: int) -> list[str]:
    if kind == "uplot":
        return [python, "-m", "bench.uplot_page", str(port)]
    if kind == "bokeh":
        lasting = ["--session-token-expiration", "3600", "--log-level", "error"]
        return [python, "-m", "bokeh", "serve", *paths, "--port", str(port), *lasting]
    return [python, "-m", "asgiplots", "serve", *paths, "--port", str(port), "--alias"]


@contextmanager
def serve(
    kind: str, python: str, *apps: str, core: int | None = None, folder: Path = APPS
) -> Iterator[Server]:
    """Serves `apps` of `folder` until the block ends, on one processor core where `core` names it.

    Raises RuntimeError when nothing answers within 30 seconds.
    """
    port = free_port()
    pinned = [] if core is None else ["taskset", "--cpu-list", str(core)]
    paths = [str(folder / f"{app}.py") for app in apps]
    process = subprocess.Popen(
        [*pinned, *_command(kind, python, paths, port)],
        stdout=subprocess.DEVNULL,
        stderr=sys.stderr if os.environ.get("BENCH_VERBOSE") else subprocess.DEVNULL,
    )
    try:
        _wait_until_ready(f"http://127.0.0.1:{port}/{apps[0]}", process)
        yield Server(kind, f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(
                f"the server ended at once with code {process.returncode}; BENCH_VERBOSE=1 shows why"
            )
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"nothing answered at {url} within 30 seconds")
