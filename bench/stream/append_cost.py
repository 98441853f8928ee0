"""Processor time of one `source.stream`, in process: `python -m bench.stream.append_cost '{…}'`, in seconds.

Runs under the Python of either side. The source is in a document that one viewer sees, and each append is a
callback of its own whose message is encoded for the viewer.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WARM = 300  # appends before the measured ones


@dataclass(frozen=True)
class Case:
    """`appends` of `rows` rows to `held` rows of two float64 columns; without `rolling` the source grows."""

    kind: str
    held: int
    rows: int = 100
    appends: int = 2000
    rolling: bool = True


def _source(case: Case, make: Callable[[dict[str, Any]], Any]) -> tuple[Any, Callable[[], None]]:
    """A source in which all `held` rows are there, and what appends to it."""
    import numpy as np

    source = make({"x": np.arange(case.held, dtype=float), "y": np.zeros(case.held)})
    x, y = np.arange(case.rows, dtype=float), np.ones(case.rows)
    rollover = case.held if case.rolling else None

    def append() -> None:
        source.stream({"x": x.copy(), "y": y.copy()}, rollover)

    return source, append


def asgiplots_cost(case: Case) -> float:
    """Callbacks of a session, one after the other; its viewer takes what is sent and leaves it unread."""
    from asgiplots.models import ColumnDataSource
    from asgiplots.plotting import figure
    from asgiplots.testing import Client

    seen: list[float] = []
    done = threading.Event()

    def app(document: Any) -> None:
        source, append = _source(case, lambda data: ColumnDataSource(data))
        plot = figure()
        plot.line("x", "y", source=source)
        document.add_root(plot)
        left = WARM + case.appends

        def tick() -> None:
            nonlocal left
            if left in (case.appends, 0):
                seen.append(time.process_time())
            if left == 0:
                done.set()
                return
            left -= 1
            append()
            document.add_next_tick_callback(tick)

        document.on_event("document_ready", lambda event: document.add_next_tick_callback(tick))

    with Client(app, timeout=120):
        if not done.wait(300):
            raise RuntimeError(f"{case.appends} appends took more than 300 seconds")
    return (seen[1] - seen[0]) / case.appends


def bokeh_cost(case: Case) -> float:
    """The document's change becomes the message that its server would send; no server, no socket."""
    from bokeh.document import Document
    from bokeh.models import ColumnDataSource
    from bokeh.plotting import figure
    from bokeh.protocol import Protocol

    source, append = _source(case, lambda data: ColumnDataSource(data))
    plot = figure()
    plot.line("x", "y", source=source)
    document, protocol, sent = Document(), Protocol(), 0
    document.add_root(plot)

    def send(event: Any) -> None:
        nonlocal sent
        message = protocol.create("PATCH-DOC", [event])
        sent += len(message.header_json) + len(message.metadata_json) + len(message.content_json)

    document.on_change(send)
    for _ in range(min(WARM, case.appends // 4)):
        append()
    start = time.process_time()
    for _ in range(case.appends):
        append()
    return (time.process_time() - start) / case.appends


if __name__ == "__main__":
    asked = Case(**json.loads(sys.argv[1]))
    print(json.dumps((asgiplots_cost if asked.kind == "asgiplots" else bokeh_cost)(asked)))
