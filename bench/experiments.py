"""What is measured: each experiment runs one server and one load client, and returns named numbers."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench import importing, paint, weight
from bench.load import Result
from bench.processes import Server, serve


@dataclass(frozen=True)
class Side:
    """One of the two servers: its name and the Python that runs it; `scale` shortens the runs."""

    kind: str
    python: str
    scale: float = 1.0


Numbers = dict[str, float]
Experiment = Callable[[Side], Numbers]


def load(server: Server, **plan: Any) -> Result:
    """Runs the load client, a process of its own. Raises RuntimeError if it fails."""
    arguments = {"kind": server.kind, "base": server.base, "pid": server.pid, **plan}
    command = [sys.executable, "-m", "bench.load", json.dumps(arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    if done.returncode:
        raise RuntimeError(f"the load client failed: {done.stderr[-600:]}")
    return Result(**json.loads(done.stdout))


def percentile(values: list[float], percent: float) -> float:
    """NaN of no values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else float("nan")


def updates(side: Side) -> Numbers:
    """40 sessions, near what the peer can hold, each with a line of 80 points moved 20 times a second."""
    with serve(side.kind, side.python, "cosine") as server:
        seen = load(server, app="cosine", viewers=40, seconds=8 * side.scale)
    return {
        "cpu": seen.cpu / seen.updates * 1e3,
        "bytes": seen.bytes / seen.updates,
        "messages": seen.messages / seen.updates,
    }


def many(side: Side) -> Numbers:
    """The same in a document of 30 figures."""
    with serve(side.kind, side.python, "many") as server:
        seen = load(server, app="many", viewers=8, at_once=2, settle=3, seconds=8 * side.scale)
    return {"cpu": seen.cpu / seen.updates * 1e3}


def rows(side: Side) -> Numbers:
    """40 sessions, each appending one row 20 times a second."""
    with serve(side.kind, side.python, "rows") as server:
        seen = load(server, app="rows", viewers=40, seconds=8 * side.scale)
    return {"cpu": seen.cpu / seen.updates * 1e3, "bytes": seen.bytes / seen.updates}


def held(side: Side) -> Numbers:
    """The most sessions at 20 updates a second whose p99 gap stays under 100 ms, the server on one core.

    Found by steps of a quarter more until one fails twice: neither side has a ceiling.
    """
    best, viewers = 0, 20 if side.kind == "bokeh" else 100
    while _holds(side, viewers) or _holds(side, viewers):
        best, viewers = viewers, round(viewers * 1.25)
    return {"sessions": best}


def _holds(side: Side, viewers: int) -> bool:
    with serve(side.kind, side.python, "cosine", core=0) as server:
        seen = load(server, app="cosine", viewers=viewers, at_once=8, settle=2, seconds=6 * side.scale)
    return percentile(seen.gaps, 99) < 0.1 and seen.updates >= 0.9 * 20 * viewers * seen.window


def fan_out(side: Side, viewers: int = 200) -> Numbers:
    """One session shown to many viewers, 20 updates a second."""
    with serve(side.kind, side.python, "cosine") as server:
        seen = load(
            server, app="cosine", viewers=viewers, shared=True, at_once=8, settle=2, seconds=8 * side.scale
        )
    return {
        "cpu": seen.cpu / seen.updates * 1e3,
        "arriving": seen.updates / viewers / seen.window,
        "client": seen.own_cpu / seen.window,
    }


def fan_out_1000(side: Side) -> Numbers:
    """The same to a thousand viewers."""
    return fan_out(side, 1000)


def blocked(side: Side) -> Numbers:
    """The longest gap that streaming sessions see while another one's handler sleeps a second."""
    with serve(side.kind, side.python, "cosine", "sleeper") as server:
        seen = load(server, app="cosine", viewers=5, slider_app="sleeper", slider_moves=3, seconds=5)
    return {"gap": max(seen.gaps) * 1e3}


def slider_idle(side: Side) -> Numbers:
    """From a slider's event to the answer, nothing else going on."""
    with serve(side.kind, side.python, "slider") as server:
        seen = load(server, app="slider", slider_app="slider", slider_moves=int(100 * side.scale), seconds=0)
    return {"p50": statistics.median(seen.answers) * 1e3}


def slider_busy(side: Side) -> Numbers:
    """The same while 50 sessions stream."""
    with serve(side.kind, side.python, "cosine", "slider") as server:
        slider = {"slider_app": "slider", "slider_moves": int(200 * side.scale)}
        seen = load(server, app="cosine", viewers=50, seconds=0, **slider)
    return {"p99": percentile(seen.answers, 99) * 1e3}


def opening(side: Side) -> Numbers:
    """A figure with a line, two sliders and a button: opened one after another, then 16 at once."""
    with serve(side.kind, side.python, "opening") as server:
        load(server, app="opening", viewers=5, seconds=0)
        alone = load(server, app="opening", viewers=25, at_once=1, seconds=0)
        together = load(server, app="opening", viewers=48, at_once=16, seconds=0)
    return {
        "cpu": alone.open_cpu / len(alone.opened) * 1e3,
        "cpu16": together.open_cpu / len(together.opened) * 1e3,
        "p50": statistics.median(together.opened) * 1e3,
    }


def memory(side: Side) -> Numbers:
    """Memory that a held session takes."""
    with serve(side.kind, side.python, "opening") as server:
        load(server, app="opening", viewers=20, seconds=0)
        seen = load(server, app="opening", viewers=150, settle=1, seconds=0)
    return {"kilobytes": seen.memory / 150 / 1024}


def import_time(side: Side) -> Numbers:
    """Importing the plotting module."""
    return {"ms": importing.import_seconds(side.python, f"{side.kind}.plotting") * 1e3}


def javascript(side: Side) -> Numbers:
    """What a page loads first."""
    size = (
        sum(weight.first_load().values()) if side.kind == "asgiplots" else weight.peer_first_load(side.python)
    )
    return {"kilobytes": size / 1024}


def first_paint(side: Side) -> Numbers:
    """From asking for the page until the line is on the canvas."""
    with serve(side.kind, side.python, "opening") as server:
        return {"ms": paint.first_paint_ms(server.url("opening"))}
