"""The shipped supervisord.conf: four workers, started again when one dies, behind nginx."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from proxies import nginx, supervised
from running import wait_until
from site_suite import APPS, Site


def _process(site: Site) -> int:
    with site.open("who") as viewer:
        return int(viewer.named("process")[1]["text"])


@pytest.mark.parametrize("sockets", [False, True], ids=["ports", "unix sockets"])
def test_workers_run_and_come_back(tmp_path: Path, sockets: bool):
    workers = "workers-unix" if sockets else "workers-tcp"
    with (
        supervised(tmp_path, APPS[1], sockets=sockets) as servers,
        nginx(tmp_path, (workers, "root"), servers) as ports,
    ):
        site = Site(f"http://localhost:{ports['http']}/")
        seen = {_process(site) for _ in range(24)}
        assert len(seen) == 4
        killed = seen.pop()
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: not (seen | {killed}) >= {_process(site)}, "a fresh worker answers", 30)
