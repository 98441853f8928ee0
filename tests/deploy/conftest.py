"""Workers behind the shipped nginx.conf, each variant of it as one site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from certificates import certificate
from proxies import nginx
from running import answers, free_port, running, wait_until
from site_suite import APPS, Site

#: Variant: files of deploy/nginx/ in use, the scheme and path that visitors see.
VARIANTS = {
    "root": (("workers-tcp", "root"), "http", "/"),
    "prefix stripped": (("workers-tcp", "prefix-stripped"), "http", "/plots/"),
    "prefix kept": (("workers-tcp", "prefix-kept"), "http", "/plots/"),
    "TLS": (("workers-tcp", "root", "tls"), "https", "/"),
    "unix sockets": (("workers-unix", "root"), "http", "/"),
}


@contextmanager
def workers(folder: Path, *, sockets: bool, prefix: str, number: int = 2) -> Iterator[list[str]]:
    """Runs some workers as `uvicorn asgiplots:app`; gives their upstream addresses."""
    environ = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "ASGIPLOTS_SECRET_KEY": "one key for all workers of this test",
        "ASGIPLOTS_APPS": os.pathsep.join(map(str, APPS)),
        "ASGIPLOTS_PREFIX": prefix,
        "ASGIPLOTS_ALIAS": "on",
    }
    with ExitStack() as stack:
        servers: list[str] = []
        for worker in range(number):
            port, path = free_port(), str(folder / f"worker-{worker}.sock")
            place = ["--uds", path] if sockets else ["--port", str(port)]
            command = [sys.executable, "-m", "uvicorn", "asgiplots:app", *place, "--log-level", "warning"]
            stack.enter_context(running(command, env=environ))
            servers.append(f"unix:{path}" if sockets else f"127.0.0.1:{port}")
            url, uds = (
                (f"http://worker{prefix}/livez", path)
                if sockets
                else (f"http://{servers[-1]}{prefix}/livez", None)
            )
            wait_until(lambda url=url, uds=uds: answers(url, uds=uds), f"worker {worker} answers")
        yield servers


@pytest.fixture(scope="module", params=VARIANTS, ids=list(VARIANTS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The example apps behind nginx."""
    variants, scheme, path = VARIANTS[request.param]
    folder = tmp_path_factory.mktemp("nginx")
    prefix = "/plots" if "prefix-kept" in variants else ""
    authority = certificate(folder) if scheme == "https" else None
    with (
        workers(folder, sockets="workers-unix" in variants, prefix=prefix) as servers,
        nginx(folder, variants, servers, probe=f"{prefix}/livez" if prefix else f"{path}livez") as ports,
    ):
        yield Site(f"{scheme}://localhost:{ports[scheme]}{path}", authority)
