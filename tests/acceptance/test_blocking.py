"""A callback that blocks for five seconds delays its own session only."""

from __future__ import annotations

import os
import sys
import time
from itertools import pairwise
from pathlib import Path

from running import answers, free_port, running, wait_until
from site_suite import PATCH, Site

APP = """
import time
from asgiplots.models import Button, ColumnDataSource
from asgiplots.plotting import curdoc

button, source = Button(), ColumnDataSource({"tick": [0]})

def sleep():
    time.sleep(5)
    source.data = {"tick": [-1]}

def tick():
    source.data["tick"] = [source.data["tick"][0] + 1]

button.on_click(sleep)
curdoc().add_root(button)
curdoc().add_root(source)
curdoc().add_periodic_callback(tick, 50)
"""


def test_others_go_on(tmp_path: Path, record_property, capsys):
    (tmp_path / "sleeper.py").write_text(APP)
    port = free_port()
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "asgiplots", "serve", str(tmp_path / "sleeper.py"), "--port", str(port)]
    with running(command, env=environ):
        site = Site(f"http://localhost:{port}/")
        wait_until(lambda: answers(site.base), "the site answers")
        with site.open("sleeper") as sleeper, site.open("sleeper") as other:
            other.read_until(PATCH)
            sleeper.event("button_click", sleeper.of_kind("Button")[0])
            arrivals = arrivals_for(other, 6)
            sleeper.read_until(PATCH, lambda head: "-1" in str(head) or "tick" in str(head))
    gap = max(after - before for before, after in pairwise(arrivals))
    record_property("largest gap, ms", round(gap * 1e3))
    with capsys.disabled():
        print(f" largest gap beside a callback that sleeps 5 s: {gap * 1e3:.0f} ms")
    assert len(arrivals) > 100
    assert gap < 0.25


def arrivals_for(viewer, seconds: float) -> list[float]:
    """When patches came during the next `seconds`."""
    end = time.monotonic() + seconds
    arrivals: list[float] = []
    while time.monotonic() < end:
        viewer.read_until(PATCH)
        arrivals.append(time.monotonic())
    return arrivals
