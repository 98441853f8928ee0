"""The same apps pass one suite whichever way they are served."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import answers, free_port, running, wait_until
from site_suite import APPS, Site, each_check

SITES = Path(__file__).parent / "sites"
UVICORN = [sys.executable, "-m", "uvicorn", "--log-level", "warning"]

#: How it is started (with the port still to come), and the path of the site's root.
WAYS: dict[str, tuple[list[str], str]] = {
    "asgiplots serve": ([sys.executable, "-m", "asgiplots", "serve", *map(str, APPS), "--alias"], "/"),
    "asgiplots serve with a prefix": (
        [sys.executable, "-m", "asgiplots", "serve", *map(str, APPS), "--alias", "--prefix", "/plots"],
        "/plots/",
    ),
    "uvicorn asgiplots:app": ([*UVICORN, "asgiplots:app"], "/"),
    "mounted in Starlette": ([*UVICORN, "in_starlette:app"], "/plots/"),
    "mounted in FastAPI": ([*UVICORN, "in_fastapi:app"], "/plots/"),
    "beside Django": ([*UVICORN, "--lifespan", "off", "in_django:app"], "/plots/"),
}


@pytest.fixture(scope="module", params=WAYS, ids=list(WAYS))
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The apps, served in one of the ways."""
    command, path = WAYS[request.param]
    port = free_port()
    environ = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*filter(None, sys.path), str(SITES)]),
        "ASGIPLOTS_APPS": os.pathsep.join(map(str, APPS)),
        "ASGIPLOTS_ALIAS": "on",
    }
    with running([*command, "--port", str(port)], env=environ):
        site = Site(f"http://localhost:{port}{path}")
        wait_until(lambda: answers(f"{site.base}readyz"), f"{request.param} answers")
        yield site


@each_check
def test_site(site: Site, check: Callable[[Site], None]):
    check(site)
