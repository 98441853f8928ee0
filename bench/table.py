"""The rows of the comparison: how each is measured, its goal and half-way mark, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from bench import experiments
from bench.experiments import Experiment


@dataclass(frozen=True)
class Row:
    """One row. `goal` and `half` bound our value: times the peer's if `relative`, else in the row's unit."""

    name: str
    experiment: Experiment
    key: str
    unit: str
    goal: float
    half: float
    relative: bool = True
    more_is_better: bool = False
    ours_only: bool = False

    def bound(self, limit: float, peer: float) -> float:
        return limit * peer if self.relative else limit

    def verdict(self, ours: float, peer: float) -> str:
        """ "goal", "half way" or "short"."""
        for limit, word in ((self.goal, "goal"), (self.half, "half way")):
            bound = self.bound(limit, peer)
            if ours >= bound if self.more_is_better else ours <= bound:
                return word
        return "short"

    def limit_text(self, limit: float) -> str:
        if not self.relative:
            return f"{limit:g} {self.unit}".strip()
        return f"{limit:g} x" if limit >= 1 else f"1/{1 / limit:.3g}"


#: Rows bounded in their own unit, and those of which there should be many.
UNIT: dict[str, bool] = {"relative": False}
MANY: dict[str, bool] = {"more_is_better": True}

# fmt: off
ROWS = (
    Row("80 points moved: CPU", experiments.updates, "cpu", "ms", 1 / 10, 1 / 4),
    Row("80 points moved: bytes", experiments.updates, "bytes", "", 740, 944, **UNIT),
    Row("80 points moved: messages", experiments.updates, "messages", "", 1.01, 1.01, **UNIT),
    Row("the same among 30 figures: CPU", experiments.many, "cpu", "ms", 1 / 10, 1 / 4),
    Row("appended row: CPU", experiments.rows, "cpu", "ms", 1 / 8, 1 / 4),
    Row("appended row: bytes", experiments.rows, "bytes", "", 120, 305, **UNIT),
    Row("sessions at 20 Hz on a core", experiments.held, "sessions", "", 10, 5, **MANY),
    Row("200 viewers: CPU a delivery", experiments.fan_out, "cpu", "ms", 1 / 10, 1 / 4),
    Row("200 viewers: updates a second", experiments.fan_out, "arriving", "", 19, 15, **UNIT, **MANY),
    Row("1,000 viewers: updates a second", experiments.fan_out_1000, "arriving", "", 19, 10, **UNIT, **MANY,
        ours_only=True),
    Row("gap while another sleeps 1 s", experiments.blocked, "gap", "ms", 100, 100, **UNIT),
    Row("slider to answer, idle: p50", experiments.slider_idle, "p50", "ms", 2, 20, **UNIT),
    Row("the same, 50 stream: p99", experiments.slider_busy, "p99", "ms", 1 / 5, 1 / 2.5),
    Row("opening a session: CPU", experiments.opening, "cpu", "ms", 1 / 8, 1 / 4),
    Row("16 opened at once: CPU of each", experiments.opening, "cpu16", "ms", 1 / 8, 1 / 4),
    Row("16 opened at once: p50", experiments.opening, "p50", "ms", 1 / 8, 1 / 4),
    Row("memory of a held session", experiments.memory, "kilobytes", "KB", 1 / 4, 1 / 2),
    Row("import of plotting", experiments.import_time, "ms", "ms", 1 / 4, 1 / 2),
    Row("JavaScript and style, gzip", experiments.javascript, "kilobytes", "KB", 90, 270, **UNIT),
    Row("first paint", experiments.first_paint, "ms", "ms", 1 / 4, 1 / 2),
)
# fmt: on


def heading() -> str:
    columns = f"{'Bokeh':>10} {'asgiplots':>10} {'ratio':>8} {'half way':>12} {'goal':>12}"
    return f"{'what':<36} {columns}  reached"


def line(row: Row, ours: float, peer: float) -> str:
    """One printed row; `peer` is NaN where only we are measured."""
    ratio = "" if peer != peer or not ours or not peer else _ratio(ours / peer)
    peer_text = "" if peer != peer else f"{peer:.4g}"
    limits = f"{row.limit_text(row.half):>12} {row.limit_text(row.goal):>12}"
    name = f"{row.name}, {row.unit}" if row.unit and row.unit not in row.name else row.name
    return f"{name:<36} {peer_text:>10} {ours:>10.4g} {ratio:>8} {limits}  {row.verdict(ours, peer)}"


def _ratio(value: float) -> str:
    return f"{value:.3g} x" if value >= 1 else f"1/{1 / value:.3g}"
