"""`python -m bench.render`: what five libraries make of the same work in headless Chromium, side by side."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench import peer
from bench.render import report
from bench.render.browser import NAN, Seen, opened, visit
from bench.render.libraries import LIBRARIES, Library, prepare

#: Libraries that paint fewer frames a second than this are not asked for ten times as many rows.
TOO_SLOW = 2.0


@dataclass(frozen=True)
class Bench:
    """What all parts need."""

    browser: Browser
    site: Path
    runs: int
    seconds: float

    def visit(self, library: Library | None, work: str, count: int, extra: str = "") -> Seen:
        """Medians of several visits, field by field."""
        seen = [
            visit(self.browser, self.site, library, work, count, seconds=self.seconds, extra=extra)
            for _ in range(self.runs)
        ]
        return Seen(*(statistics.median(values) for values in zip(*map(astuple, seen), strict=True)))


Results = dict[tuple[str, int], dict[str, Seen]]


def _growing(bench: Bench, work: str, counts: list[int], results: Results, extra: str = "") -> None:
    """`work` at more and more rows, for each library as long as it is fast enough."""
    for count in counts:
        row = results.setdefault((work + extra, count), {})
        for library in LIBRARIES:
            smaller = results.get((work + extra, count // 10), {}).get(library.name)
            slow = smaller is not None and not smaller.fps >= TOO_SLOW
            row[library.name] = Seen() if slow else bench.visit(library, work, count, extra)
        report.show(work + extra, count, row)


def rolling(bench: Bench, results: Results) -> None:
    """A line of n points, 100 appended each frame."""
    _growing(bench, "rolling", [10_000, 100_000, 1_000_000, 10_000_000], results)


def pan(bench: Bench, results: Results) -> None:
    """A line of a million points, its range moved each frame."""
    _growing(bench, "pan", [1_000_000], results)


def scatter(bench: Bench, results: Results) -> None:
    """A cloud of points, both ranges moved each frame."""
    _growing(bench, "scatter", [100_000, 200_000, 1_000_000], results)


def pale(bench: Bench, results: Results) -> None:
    """The same with half-transparent points, which may not be left out where they lie on each other."""
    _growing(bench, "scatter", [1_000_000], results, extra=", 0.5")


def small(bench: Bench, results: Results) -> None:
    """20 small plots, 1,000 points a second to each."""
    _growing(bench, "small", [5_000], results)


PARTS: dict[str, Callable[[Bench, Results], None]] = {
    part.__name__: part for part in (rolling, pan, scatter, pale, small)
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.render", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all when none is given")
    parser.add_argument(
        "--runs", type=int, default=1, help="visits of each, of which medians are taken (default 1)"
    )
    parser.add_argument("--quick", action="store_true", help="one second each: a look, not a result")
    parser.add_argument("--only", help="one library, by its name")
    parser.add_argument("--write", action="store_true", help="put the results into docs/performance.md")
    arguments = parser.parse_args()
    if arguments.only:
        LIBRARIES[:] = [library for library in LIBRARIES if library.name == arguments.only]
    site = prepare(peer.prepare())
    results: Results = {}
    with opened() as browser:
        bench = Bench(browser, site, arguments.runs, 1.0 if arguments.quick else 3.0)
        results["empty", 0] = {"": bench.visit(None, "empty", 0)}
        report.show("empty", 0, results["empty", 0])
        for name in arguments.parts or PARTS:
            PARTS[name](bench, results)
    report.goals(results)
    if arguments.write:
        report.write(results, peer.version(peer.prepare()))


if __name__ == "__main__":
    main()
