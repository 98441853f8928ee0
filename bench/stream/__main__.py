"""`python -m bench.stream`: from a callback to pixels, both servers in turn: medians, ratios and goals."""

from __future__ import annotations

import argparse
import statistics
import sys

from bench import peer
from bench.experiments import Numbers, Side
from bench.source_tree import ROOT
from bench.stream import table
from bench.stream.table import HEADING, ONCE, OURS, ROWS, Part

PAGE = ROOT / "docs" / "performance.md"
#: What `--quick` leaves of each measurement's time.
QUICK = 0.4


def _arguments() -> argparse.Namespace:
    names = list(dict.fromkeys(row.part.__name__ for row in ROWS))
    parser = argparse.ArgumentParser(prog="python -m bench.stream", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"{', '.join(names)}; all when none is given")
    parser.add_argument("--runs", type=int, default=3, help="how often each part is measured (default 3)")
    parser.add_argument("--quick", action="store_true", help="one short run of each: a look, not a result")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.parts if name not in names]:
        parser.error(f"expected parts among {', '.join(names)}, got {', '.join(unknown)}")
    return arguments


def _medians(runs: list[Numbers]) -> Numbers:
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def _measure(part: Part, ours: Side, theirs: Side, runs: int) -> tuple[Numbers, Numbers]:
    """Our numbers and the peer's, run by run in turn."""
    own: list[Numbers] = []
    peers: list[Numbers] = []
    for _ in range(1 if part in ONCE else runs):
        if part not in OURS:
            peers.append(part(theirs))
        own.append(part(ours))
    return _medians(own), _medians(peers) if peers else {}


def main() -> None:
    arguments = _arguments()
    python = peer.prepare()
    scale = QUICK if arguments.quick else 1.0
    runs = 1 if arguments.quick else arguments.runs
    ours, theirs = Side("asgiplots", sys.executable, scale), Side("bokeh", python, scale)
    once = ", ".join(part.__name__ for part in ONCE)
    caption = f"Bokeh {peer.version(python)} beside asgiplots, medians of {runs} runs ({once}: one run)"
    print(caption)
    print(table.text_line(HEADING), flush=True)
    done: dict[Part, tuple[Numbers, Numbers]] = {}
    lines: list[list[str]] = []
    for row in ROWS:
        if arguments.parts and row.part.__name__ not in arguments.parts:
            continue
        if row.part not in done:
            done[row.part] = _measure(row.part, ours, theirs, runs)
        lines.append(row.cells(*done[row.part]))
        print(table.text_line(lines[-1]), flush=True)
    if arguments.write:
        content = f"`make bench-stream`: {caption}.\n\n{table.markdown(lines)}"
        PAGE.write_text(table.put_between(PAGE.read_text(), "bench-stream", content))


if __name__ == "__main__":
    main()
