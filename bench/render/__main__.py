"""`python -m bench.render`: what five libraries make of the same work in headless Chromium, side by side."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

from bench import peer
from bench.render import report
from bench.render.browser import Seen, Work, visit
from bench.render.libraries import FOLDER, LIBRARIES, LOOKS, Library, prepare
from bench.render.report import Results

#: Libraries that paint fewer frames a second than this are not asked for more rows.
TOO_SLOW = 2.0
KEPT = FOLDER / "results.json"


@dataclass(frozen=True)
class Bench:
    """What all parts need."""

    site: Path
    libraries: list[Library]
    runs: int
    seconds: float

    def visit(self, library: Library | None, name: str, count: int = 0, alpha: float = 1.0) -> Seen:
        """Medians of several visits, field by field."""
        work = Work(name, count, self.seconds, alpha)
        seen = [visit(self.site, library, work) for _ in range(self.runs)]
        return Seen(*(statistics.median(values) for values in zip(*map(astuple, seen), strict=True)))

    def ours(self) -> list[Library]:
        return [library for library in self.libraries if library.name == report.OURS]


def _growing(
    bench: Bench,
    name: str,
    counts: list[int],
    results: Results,
    *,
    alpha: float = 1.0,
    libraries: list[Library] | None = None,
) -> None:
    """The work at more and more rows, for each library as long as it is fast enough."""
    label = name if alpha == 1 else f"{name}, {alpha}"
    slow: set[str] = set()
    for count in counts:
        row = results.setdefault((label, count), {})
        for library in bench.libraries if libraries is None else libraries:
            seen = Seen() if library.name in slow else bench.visit(library, name, count, alpha)
            row[library.name] = seen
            if not seen.fps >= TOO_SLOW:
                slow.add(library.name)
        report.show(label, count, row)


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
    _growing(bench, "scatter", [1_000_000], results, alpha=0.5)


def looks(bench: Bench, results: Results) -> None:
    """Marks of many colours, with outlines, of many sizes, bars and half-transparent boxes, zoomed."""
    able = [library for library in bench.libraries if library.name in (report.OURS, "BokehJS")]
    for name in LOOKS:
        _growing(bench, name, [200_000, 1_000_000], results, libraries=able)


def drag(bench: Bench, results: Results) -> None:
    """A line and a cloud of a million, of ours, dragged with the mouse."""
    for name in ("drag line", "drag scatter"):
        _growing(bench, name, [1_000_000], results, libraries=bench.ours())


def paths(bench: Bench, results: Results) -> None:
    """Lines of a million points that no pixel column sums up, panned: x goes there and back, dashes."""
    others = [library for library in bench.libraries if not library.name.startswith("uPlot")]
    _growing(bench, "tangled", [1_000_000], results, libraries=others)
    _growing(bench, "dashed", [1_000_000], results)


def small(bench: Bench, results: Results) -> None:
    """20 small plots, 1,000 points a second to each."""
    _growing(bench, "small", [5_000], results)


PARTS: dict[str, Callable[[Bench, Results], None]] = {
    part.__name__: part for part in (rolling, pan, scatter, pale, looks, drag, paths, small)
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.render", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all when none is given")
    parser.add_argument(
        "--runs", type=int, default=1, help="visits of each, of which medians are taken (default 1)"
    )
    parser.add_argument("--quick", action="store_true", help="one second each: a look, not a result")
    parser.add_argument("--only", help="one library, by its name: a look as well")
    parser.add_argument("--write", action="store_true", help="put the results into docs/performance.md")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"expected parts of {', '.join(PARTS)}, got {', '.join(sorted(unknown))}")
    return arguments


def main() -> None:
    arguments = _arguments()
    chosen = [library for library in LIBRARIES if arguments.only in (None, library.name)]
    python = peer.prepare()
    seconds = 1.0 if arguments.quick else 3.0
    bench = Bench(prepare(python), chosen, arguments.runs, seconds)
    results: Results = {("empty", 0): {"": bench.visit(None, "empty")}}
    report.show("empty", 0, results["empty", 0])
    for name in arguments.parts or PARTS:
        PARTS[name](bench, results)
    report.goals(results)
    # Parts may be measured one by one: the docs get the last results of each.
    kept = results if arguments.quick or arguments.only else report.keep(KEPT, results)
    if arguments.write:
        report.write(kept, peer.version(python))


if __name__ == "__main__":
    main()
