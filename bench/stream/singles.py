"""Reads rows off one websocket, a process of its own: `python -m bench.stream.singles '{…}'` prints JSON."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass

from asgiplots.protocol import decode_frame
from bench.load import Plan, open_viewer
from bench.processes import cpu_seconds


@dataclass(frozen=True)
class Reading:
    """What came in a while: rows, the server's processor seconds, seconds that the last row was under way."""

    seconds: float
    rows: float
    cpu: float
    lag: float


def newest_row(kind: str, payload: bytes) -> tuple[float, float]:
    """The last row (x, y) that an update of the app `single` appended: when it was made, and its number."""
    if kind == "asgiplots":
        (stream,) = decode_frame(payload).operations
        columns = stream.columns  # pyright: ignore[reportAttributeAccessIssue]
    else:
        (event,) = json.loads(payload)["events"]
        columns = dict(event["data"]["entries"])
    return float(columns["x"][-1]), float(columns["y"][-1])


async def read(plan: Plan) -> Reading:
    """Opens the app, waits, then reads for a while."""
    viewer, _ = await open_viewer(plan, plan.app)
    await asyncio.sleep(plan.settle)
    _, before = newest_row(plan.kind, viewer.newest)
    start, cpu = time.perf_counter(), cpu_seconds(plan.pid)
    await asyncio.sleep(plan.seconds)
    seconds, cpu = time.perf_counter() - start, cpu_seconds(plan.pid) - cpu
    made, number = newest_row(plan.kind, viewer.newest)
    lag = time.time() - made
    viewer.socket.close()
    return Reading(seconds, number - before, cpu, lag)


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(read(Plan(**json.loads(sys.argv[1])))))))
