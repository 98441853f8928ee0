"""`python -m bench`: measures both servers, run by run in turn, and prints medians, ratios and goals."""

from __future__ import annotations

import argparse
import statistics
import sys

from bench import peer, table
from bench.experiments import Experiment, Numbers, Side

NAN = float("nan")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "experiments", nargs="*", help="names such as updates, rows, opening; all when none is given"
    )
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--quick", action="store_true", help="one short run of each: a look, not a result")
    return parser.parse_args()


def _medians(runs: list[Numbers]) -> Numbers:
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def _measure(experiment: Experiment, sides: list[Side], runs: int) -> dict[str, Numbers]:
    seen: dict[str, list[Numbers]] = {side.kind: [] for side in sides}
    for _ in range(runs):
        for side in sides:
            seen[side.kind].append(experiment(side))
    return {kind: _medians(numbers) for kind, numbers in seen.items()}


def main() -> None:
    arguments = _arguments()
    python = peer.prepare()
    scale = 0.4 if arguments.quick else 1.0
    ours, theirs = Side("asgiplots", sys.executable, scale), Side("bokeh", python, scale)
    runs = 1 if arguments.quick else arguments.runs
    print(f"Bokeh {peer.version(python)} beside asgiplots, medians of {runs} runs")
    print(table.heading(), flush=True)
    done: dict[Experiment, dict[str, Numbers]] = {}
    for row in table.ROWS:
        if arguments.experiments and row.experiment.__name__ not in arguments.experiments:
            continue
        if row.experiment not in done:
            sides = [ours] if row.ours_only else [theirs, ours]
            done[row.experiment] = _measure(row.experiment, sides, runs)
        numbers = done[row.experiment]
        peer_value = numbers["bokeh"][row.key] if "bokeh" in numbers else NAN
        print(table.line(row, numbers["asgiplots"][row.key], peer_value), flush=True)


if __name__ == "__main__":
    main()
