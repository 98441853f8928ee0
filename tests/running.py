"""Processes that tests start, and what they need: free ports, and waiting until something answers."""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    """A port of the loopback interface that nobody holds: below those that the system lends to
    clients (32768 and up), so that no connection of another program takes it meanwhile."""
    while not is_free(port := random.randrange(10_000, 32_000)):
        pass
    return port


def is_free(port: int) -> bool:
    """Whether a server could listen on `port` of the loopback interface."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def program(name: str) -> str:
    """Path of a program: beside this Python, on PATH, or where system programs are."""
    beside = Path(sys.executable).parent / name
    found = (
        str(beside) if beside.exists() else shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    )
    assert found, f"{name} is not installed: run `make needs`"
    return found


def wait_until(true: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Returns once `true()` is; fails with `what` after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"{what} within {seconds} seconds")


def answers(url: str, *, verify: bool | str = True, uds: str | None = None) -> bool:
    """Whether something healthy answers at `url`."""
    if uds and not _listens(uds):
        return False
    try:
        with httpx.Client(transport=httpx.HTTPTransport(verify=verify, uds=uds), timeout=2) as client:
            return client.get(url).status_code < 500
    except httpx.TransportError:
        return False


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(path) == 0


@contextmanager
def running(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Runs `command` while the block does, then ends it; its output is in the error when the block fails."""
    process = subprocess.Popen(
        command, env=env, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    failed = True
    try:
        yield process
        failed = False
    finally:
        process.terminate()
        try:
            output, _ = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
        if failed:
            print(f"output of {' '.join(command)}:\n{output}", file=sys.stderr)
