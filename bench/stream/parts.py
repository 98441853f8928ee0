"""What is measured: each part runs one side and returns named numbers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench.experiments import Numbers, Side, load, percentile
from bench.processes import Server, serve
from bench.source_tree import ROOT
from bench.stream.append_cost import Case
from bench.stream.browser import Flow, Seen, watched
from bench.stream.lags import keeps_up, lags

APPS = Path(__file__).parent / "apps"
#: Seconds that pixels may be behind: much is forgiven the peer, which needs one third to paint a million.
LIMITS = {"asgiplots": 0.25, "bokeh": 3.0}
#: Rows an append to begin the search with.
FIRST = {"asgiplots": 4_000, "bokeh": 100}
WINDOW = 1_000_000
NOWHERE = {"points": 0.0, "lag": float("nan"), "server": float("nan"), "main": float("nan")}
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
        seen = _look(server, Flow(100, 20, 100_000), 2, 10 * side.scale)
    behind = lags(seen.painted)
    return {
        "p50": percentile(behind, 50) * 1e3,
        "p99": percentile(behind, 99) * 1e3,
        "server": seen.server * 100,
        "main": seen.main * 100,
    }


def sustained(side: Side) -> Numbers:
    """The most points a second that a page receives and paints without falling behind, a million kept.

    They come 30 times a second. The peer, which falls behind at that, also gets them twice a second: what an
    append costs it hardly depends on the rows in it.
    """
    found = _most(side, Flow(FIRST[side.kind], 30, WINDOW), 2, 5)
    slow = NOWHERE if side.kind == "asgiplots" else _most(side, Flow(60_000, 2, WINDOW), 3, 6)
    return {**found, "any": max(found["points"], slow["points"])}


def _most(side: Side, flow: Flow, settle: float, seconds: float) -> Numbers:
    """Doubles the rows of an append until the page falls behind twice, then tries half way."""
    best, rows = NOWHERE, flow.rows

    def keeps(rows: int) -> bool:
        nonlocal best
        found = _sustains(side, replace(flow, rows=rows), settle, max(4, seconds * side.scale))
        best = found or best
        return found is not None

    while rows <= WINDOW // 2 and (keeps(rows) or (best is not NOWHERE and keeps(rows))):
        rows *= 2
    if best is not NOWHERE and rows <= WINDOW // 2:
        keeps(rows * 3 // 4)
    return best


def _sustains(side: Side, flow: Flow, settle: float, seconds: float) -> Numbers | None:
    """What was seen of such a flow, None if the page falls behind."""
    with serve(side.kind, side.python, "line", folder=APPS) as server:
        try:
            seen = _look(server, flow, settle, seconds)
        except TimeoutError:
            return None
    if not keeps_up(seen.painted, int(flow.hertz * seen.seconds), LIMITS[side.kind]):
        return None
    return {
        "points": len(seen.painted) * flow.rows / seen.seconds,
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
