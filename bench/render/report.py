"""Results as lines on the terminal, as a table and a picture in the docs, and beside the goals."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict
from pathlib import Path

from bench.render.browser import Seen
from bench.render.libraries import LOOKS
from bench.source_tree import ROOT

DOC = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "images" / "bench-render.png"
OURS = "asgiplots"
DASH = "\N{EN DASH}"

Results = dict[tuple[str, int], dict[str, Seen]]


def rows_in_words(count: int) -> str:
    """10000 as "10 k", 1000000 as "1 M"."""
    return (
        f"{count // 1_000_000} M"
        if count >= 1_000_000
        else f"{count // 1000} k"
        if count >= 1000
        else str(count)
    )


def number(value: float) -> str:
    """A figure with as many digits as it is worth; a dash where there is none."""
    if math.isnan(value):
        return DASH
    return f"{value:.0f}" if abs(value) >= 10 else f"{value:.1f}"


def show(work: str, count: int, row: dict[str, Seen]) -> None:
    """Print one work at one number of rows, a line for each library."""
    print(f"{work} {rows_in_words(count)}")
    for name, seen in row.items():
        print(
            f"    {name:<14} {number(seen.fps):>5} fps   p99 gap {number(seen.p99):>6} ms   "
            f"main thread {number(100 * seen.busy):>4} %   first {number(seen.first):>6} ms   "
            f"{number(seen.heap / max(count, 1)):>6} bytes/row",
            flush=True,
        )


def _peers(row: dict[str, Seen]) -> list[Seen]:
    return [seen for name, seen in row.items() if name != OURS]


def _first(seen: Seen) -> float:
    return math.inf if math.isnan(seen.first) else seen.first


def goals(results: Results) -> None:
    """Print what was aimed at and whether it was met, as far as it was measured."""
    empty = results["empty", 0][""]
    ceiling = 0.95 * empty.fps
    print(f"\nceiling {number(empty.fps)} fps, p99 gap {number(empty.p99)} ms on an empty page")
    for (work, count), row in results.items():
        ours = row.get(OURS)
        if ours is None:
            continue
        name = f"{work} {rows_in_words(count)}"
        for what, value, holds in _checks(work, count, ours, row, ceiling, empty.p99):
            print(f"{name:<18} {what:<48} {value:>8}  {'met' if holds else 'SHORT'}")


def _checks(
    work: str, count: int, ours: Seen, row: dict[str, Seen], ceiling: float, p99: float
) -> list[tuple[str, str, bool]]:
    checks: list[tuple[str, str, bool]] = []
    if work in ("rolling", "pan", "small", "drag line") or (work == "scatter" and count <= 200_000):
        checks.append((f"fps at the ceiling ({number(ceiling)})", number(ours.fps), ours.fps >= ceiling))
    if work == "rolling" and count == 1_000_000 and "uPlot" in row:
        ratio = ours.fps / row["uPlot"].fps if row["uPlot"].fps else math.inf
        checks.append(("times uPlot's frames, at least 2.4", number(ratio), ratio >= 2.4))
    if work == "rolling" and count == 10_000_000:
        size = ours.heap / count
        checks.append(("bytes a row in the browser, at most 20", number(size), size <= 20))
    if work in ("pan", "drag line"):
        checks.append(
            (f"p99 gap, at most 1.5 times {number(p99)} ms", number(ours.p99), ours.p99 <= 1.5 * p99)
        )
    if work in ("tangled", "dashed"):
        checks.append(("fps of a pan, at least 30", number(ours.fps), ours.fps >= 30))
    if work in LOOKS:
        least = 20 if work == "boxes" else 30
        checks.append((f"fps of a zoom, at least {least}", number(ours.fps), ours.fps >= least))
    if "scatter" in work and count == 1_000_000:
        checks.append(("fps of a pan, at least 30", number(ours.fps), ours.fps >= 30))
        best = min(map(_first, _peers(row)), default=math.inf)
        if math.isfinite(best):
            part = ours.first / best
            checks.append(("first picture, part of the best peer's, below 0.5", f"{part:.2f}", part < 0.5))
    return checks


def table(results: Results) -> str:
    """The results as a table in Markdown: frames a second, and times to the first picture of the clouds."""
    names = list(dict.fromkeys(name for (work, _), row in results.items() if work != "empty" for name in row))
    lines = ["| | " + " | ".join(f"**{name}**" if name == OURS else name for name in names) + " |"]
    lines.append("| --- |" + " --: |" * len(names))

    def add(label: str, row: dict[str, Seen], field: str) -> None:
        lines.append(
            f"| {label} | "
            + " | ".join(number(getattr(row.get(name, Seen()), field)) for name in names)
            + " |"
        )

    for (work, count), row in results.items():
        if work == "empty":
            continue
        label = LABELS[work].format(rows_in_words(count))
        add(f"{label}, fps", row, "fps")
        if work.startswith("scatter"):
            add(f"{label}: first picture, ms", row, "first")
        if work == "small":
            lines.append(
                f"| {label}: main thread busy, % | "
                + " | ".join(number(100 * row.get(name, Seen()).busy) for name in names)
                + " |"
            )
        if work == "rolling" and count >= 1_000_000:
            lines.append(
                f"| {label}: bytes a row | "
                + " | ".join(number(row.get(name, Seen()).heap / count) for name in names)
                + " |"
            )
    return "\n".join(lines)


LABELS = {
    "rolling": "rolling line, {}",
    "pan": "line of {}, panned",
    "scatter": "cloud of {}, panned",
    "scatter, 0.5": "cloud of {}, half transparent, panned",
    "mapped": "cloud of {} in 256 colours, zoomed",
    "outlined": "cloud of {} with white outlines, zoomed",
    "sized": "cloud of {}, a size each, zoomed",
    "bars": "{} bars, zoomed",
    "boxes": "{} half-transparent boxes, zoomed",
    "drag line": "line of {}, dragged with the mouse",
    "drag scatter": "cloud of {}, dragged with the mouse",
    "tangled": "line of {} whose x falls too, panned",
    "dashed": "dashed line of {}, panned",
    "small": "20 plots, 1,000 points a second each",
}


def replaced(text: str, mark: str, content: str) -> str:
    """`text` with what stands between the marks `<!-- mark -->` and `<!-- /mark -->` replaced."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    if start not in text or end not in text:
        raise ValueError(f"expected the marks {start} and {end}")
    return re.sub(f"{start}.*?{end}", lambda _: f"{start}\n{content}\n{end}", text, flags=re.DOTALL)


def keep(path: Path, results: Results) -> Results:
    """Join new results with those that the file holds, which they replace, and keep them there."""
    joined = kept(path) | results
    rows = [
        [work, count, {name: asdict(seen) for name, seen in row.items()}]
        for (work, count), row in joined.items()
    ]
    path.write_text(json.dumps(rows, indent=1))
    return joined


def kept(path: Path) -> Results:
    """The results that the file holds; none where there is no such file."""
    rows: list[tuple[str, int, dict[str, dict[str, float]]]] = (
        json.loads(path.read_text()) if path.exists() else []
    )
    return {(work, count): {name: Seen(**seen) for name, seen in row.items()} for work, count, row in rows}


def write(results: Results, bokeh: str) -> None:
    """Put the table into the docs, and draw the picture beside it."""
    from bench.render import picture

    empty = results["empty", 0][""]
    note = (
        f"Frames a second; an empty page reaches {number(empty.fps)}. BokehJS is {bokeh}. "
        f"“{DASH}” is too slow to try, or failed."
    )
    DOC.write_text(
        replaced(DOC.read_text(encoding="utf-8"), "bench-render", f"{table(results)}\n\n{note}"),
        encoding="utf-8",
    )
    if any(work == "rolling" for work, _ in results):
        picture.draw(results, PICTURE)
