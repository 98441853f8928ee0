"""What is measured: each part runs one side and returns named numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.experiments import Numbers, Side, load, percentile
from bench.processes import Server, serve
from bench.source_tree import ROOT
from bench.stream.append_cost import Case
from bench.stream.browser import Flow, Seen, watched
from bench.stream.lags import keeps_up, lags

APPS = Path(__file__).parent / "apps"
#: The peer paints a million points a few times a second: it may be further behind, if it stays there.
LIMITS = {"asgiplots": 0.25, "bokeh": 3.0}
#: Rows an append to begin the search with, each 30 times a second, a million kept.
FIRST = {"asgiplots": 2_000, "bokeh": 125}
HERTZ, WINDOW = 30, 1_000_000
MOST_ROWS = WINDOW // 2
HELD = 10_000_000


def _run(side: Side, module: str, arguments: dict[str, Any], core: int | None = None) -> Any:
    """Runs a module of the benchmark under a side's Python; returns what it prints as JSON."""
    pinned = [] if core is None else ["taskset", "--cpu-list", str(core)]
    command = [*pinned, side.python, "-m", module, json.dumps(arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=ROOT, env=environment)
    if done.returncode:
        raise RuntimeError(f"{module} failed: {done.stderr[-600:]}")
    return json.loads(done.stdout)


def _look(server: Server, flow: Flow, settle: float, seconds: float) -> Seen:
    with watched(server, flow) as page:
        page.page.wait_for_timeout(settle * 1000)
        return page.look(seconds)


def latency(side: Side) -> Numbers:
    """From the callback to the pixels: 100 rows appended 20 times a second to a line of 100,000 points."""
    with serve(side.kind, side.python, "line", folder=APPS) as server:
        seen = _look(server, Flow(100, 20, 100_000), 2, 12 * side.scale)
    behind = lags(seen.painted)
    return {
        "p50": percentile(behind, 50) * 1e3,
        "p99": percentile(behind, 99) * 1e3,
        "server": seen.server * 100,
        "main": seen.main * 100,
    }


def sustained(side: Side) -> Numbers:
    """The most points a second that a page receives and paints without falling behind, a million kept.

    Rows are doubled until the page falls behind twice, then tried half way.
    """
    rows, best = FIRST[side.kind], {"points": 0.0, "lag": float("nan"), "server": 0.0, "main": 0.0}
    while rows <= MOST_ROWS and (found := _sustains(side, rows) or _sustains(side, rows)):
        best, rows = found, rows * 2
    if best["points"] and (found := _sustains(side, rows * 3 // 4)):
        best = found
    return best


def _sustains(side: Side, rows: int) -> Numbers | None:
    """What was seen at so many rows an append, None if the page falls behind."""
    with serve(side.kind, side.python, "line", folder=APPS) as server:
        seen = _look(server, Flow(rows, HERTZ, WINDOW), 2, 5 * side.scale)
    if not keeps_up(seen.painted, round(HERTZ * seen.seconds), LIMITS[side.kind]):
        return None
    return {
        "points": len(seen.painted) * rows / seen.seconds,
        "lag": percentile(lags(seen.painted), 95) * 1e3,
        "server": seen.server * 100,
        "main": seen.main * 100,
    }


def appends(side: Side) -> Numbers:
    """Processor time of `source.stream` with 100 rows, in a session with a viewer, by the rows there are.

    Ours goes once through the room behind ten million rows: what moving them costs is in it.
    """

    def cost(held: int, count: int, rolling: bool = True) -> float:
        case = Case(side.kind, held, appends=round(count * side.scale), rolling=rolling)
        return _run(side, "bench.stream.append_cost", asdict(case)) * 1e6

    if side.kind == "bokeh":
        few, many = cost(10_000, 4000), cost(1_000_000, 200)
        return {"few": few, "many": many, "ratio": many / few}
    few, many = cost(10_000, 13_000), cost(HELD, 13_000)
    growing = cost(HELD, 13_000, False) / cost(10_000, 13_000, False)
    return {"few": few, "many": many, "ratio": many / few, "growing": growing}


def singles(side: Side) -> Numbers:
    """Rows that one server appends one by one, each in a callback of its own, and one viewer reads."""
    with serve(side.kind, side.python, "single", core=0, folder=APPS) as server:
        plan = {"kind": server.kind, "base": server.base, "pid": server.pid, "app": "single"}
        client = Side(side.kind, sys.executable)
        seen = _run(client, "bench.stream.singles", {**plan, "settle": 2, "seconds": 5 * side.scale}, core=1)
    return {
        "rate": seen["rows"] / seen["seconds"],
        "cpu": seen["cpu"] / seen["rows"] * 1e6,
        "lag": seen["lag"] * 1e3,
    }


def wire(side: Side) -> Numbers:
    """Bytes of an append beyond its 16 for each row of two float64 columns."""
    beyond: Numbers = {}
    with serve(side.kind, side.python, "line", folder=APPS) as server:
        for rows in (1, 100, 10_000):
            query = f"line?rows={rows}&window=100000"
            seen = load(server, app=query, settle=0.5, seconds=3 * side.scale)
            beyond[f"{rows}"] = seen.bytes / seen.updates - 16 * rows
    return beyond


def memory(side: Side) -> Numbers:
    """The server's memory a point of two float64 columns of ten million, while they roll on."""
    with serve(side.kind, side.python, "held", folder=APPS) as server:
        app = f"held?window={HELD}&rows=10000"
        seen = load(server, app=app, settle=20 * side.scale, seconds=0)
    return {"bytes": seen.memory / HELD}
