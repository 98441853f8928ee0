"""The rows of the result, each with its goal, as text and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.experiments import Numbers, Side
from bench.stream import parts

Part = Callable[[Side], Numbers]
NAN = float("nan")


@dataclass(frozen=True)
class Goal:
    """Our value is at most `limit` (at least, if `more`): times the peer's if `relative`, else in a unit."""

    limit: float
    relative: bool = False
    more: bool = False

    def is_met(self, ours: float, peer: float) -> bool:
        """A relative goal is met, too, where the peer gets nowhere at all."""
        bound = self.limit * peer if self.relative else self.limit
        return ours >= bound if self.more else ours <= bound

    def __str__(self) -> str:
        size = f"{self.limit:,g}" if self.limit >= 1 else f"1/{1 / self.limit:.3g}"
        return f"{'≥' if self.more else '≤'} {size}{' x' if self.relative else ''}"


@dataclass(frozen=True)
class Row:
    """One line of the result: the number `key` of a part. Without a goal it is told, not judged."""

    name: str
    part: Part
    key: str
    unit: str = ""
    goal: Goal | None = None

    def cells(self, ours: Numbers, peers: Numbers) -> list[str]:
        """Name, peer's value, ours, their ratio, the goal and whether it is met; empty if not measured."""
        own, peer = ours.get(self.key, NAN), peers.get(self.key, NAN)
        name = f"{self.name}, {self.unit}" if self.unit else self.name
        ratio = f"{own / peer:.3g}" if peer == peer and peer else ""
        verdict = "" if self.goal is None else "met" if self.goal.is_met(own, peer) else "short"
        return [name, _number(peer), _number(own), ratio, str(self.goal or ""), verdict]


def _number(value: float) -> str:
    if value != value:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


HEADING = ["what", "Bokeh", "asgiplots", "ratio", "goal", ""]
#: Parts that are measured on our side only.
OURS: tuple[Part, ...] = (parts.memory,)
#: Parts that search or count, and so are run once.
ONCE: tuple[Part, ...] = (parts.sustained, parts.wire, parts.memory)

TEN_TIMES, EIGHT_TIMES = (Goal(times, relative=True, more=True) for times in (10, 8))

# fmt: off
ROWS = (
    Row("callback to pixels, 100 k points, p50", parts.latency, "p50", "ms", Goal(1 / 3, relative=True)),
    Row("callback to pixels, 100 k points, p99", parts.latency, "p99", "ms", Goal(1 / 2, relative=True)),
    Row("— of a processor, server", parts.latency, "server", "%"),
    Row("— of a processor, page's main thread", parts.latency, "main", "%"),
    Row("points a second painted, 1 M kept, 30 Hz", parts.sustained, "points", "", TEN_TIMES),
    Row("— Bokeh in two appends a second", parts.sustained, "any"),
    Row("— callback to pixels, p95", parts.sustained, "lag", "ms"),
    Row("— of a processor, server", parts.sustained, "server", "%"),
    Row("— of a processor, page's main thread", parts.sustained, "main", "%"),
    Row("100 rows to 10 k: server CPU", parts.appends, "few", "µs"),
    Row("100 rows to 10 M (Bokeh 1 M): server CPU", parts.appends, "many", "µs"),
    Row("— the second by the first", parts.appends, "ratio", "", Goal(1.2)),
    Row("— the same without rollover", parts.appends, "growing", "", Goal(1.2)),
    Row("single rows a second to one viewer", parts.singles, "rate", "", EIGHT_TIMES),
    Row("— server CPU of each", parts.singles, "cpu", "µs"),
    Row("— from callback to client", parts.singles, "lag", "ms"),
    Row("bytes of an append beyond payload, 1 row", parts.wire, "1", "", Goal(100)),
    Row("— 100 rows", parts.wire, "100", "", Goal(100)),
    Row("— 10,000 rows", parts.wire, "10000", "", Goal(100)),
    Row("server's memory a point, 10 M of two columns", parts.memory, "bytes", "bytes", Goal(20)),
)
# fmt: on


def text_line(cells: list[str]) -> str:
    """One line of the table on a terminal."""
    name, peer, ours, ratio, goal, verdict = cells
    return f"{name:<48}{peer:>11}{ours:>12}{ratio:>9}{goal:>10}  {verdict}".rstrip()


def markdown(lines: list[list[str]]) -> str:
    """The table in Markdown."""
    ruler = ["---", *["---:"] * 4, "---"]
    return "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in [HEADING, ruler, *lines])


def put_between(text: str, mark: str, content: str) -> str:
    """Replaces what stands between `<!-- mark -->` and `<!-- /mark -->`; appends both if they are missing."""
    begin, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    if begin not in text or end not in text:
        text = f"{text.rstrip()}\n\n{begin}\n{end}\n"
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n{content}\n{end}{after}"
