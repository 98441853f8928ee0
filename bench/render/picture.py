"""The picture of the results: frames a second over the length of a rolling line, drawn with asgiplots."""

from __future__ import annotations

import math
from pathlib import Path

from playwright.sync_api import sync_playwright

from asgiplots.embed import file_html
from asgiplots.models import ColumnDataSource
from asgiplots.plotting import figure
from bench.paint import FLAGS, chromium
from bench.render.browser import Seen

COLORS = ["#2563eb", "#e07a3f", "#b45309", "#16a34a", "#9333ea", "#c084fc", "#64748b", "#94a3b8"]


def draw(results: dict[tuple[str, int], dict[str, Seen]], path: Path) -> None:
    """Write the picture as PNG."""
    rows = {count: row for (work, count), row in results.items() if work == "rolling"}
    plot = figure(
        title="Rolling line, 100 points appended a frame",
        width=760,
        height=380,
        x_axis_type="log",
        x_axis_label="points in the line",
        y_axis_label="frames a second",
        y_range=(0, 64),
        toolbar_location=None,
        tools="",
    )
    for (name, color), number in zip(
        zip(next(iter(rows.values())), COLORS, strict=False), range(99), strict=False
    ):
        points = [(count, row[name].fps) for count, row in rows.items() if not math.isnan(row[name].fps)]
        source = ColumnDataSource({"n": [n for n, _ in points], "fps": [fps for _, fps in points]})
        width = 3.5 if number == 0 else 2
        plot.line("n", "fps", source=source, color=color, line_width=width, legend_label=name)
        plot.scatter("n", "fps", source=source, color=color, size=9 if number == 0 else 6, legend_label=name)
    plot.add_layout(plot.legend[0], "right")
    path.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(
            viewport={"width": 780, "height": 400}, device_scale_factor=2, bypass_csp=True
        )
        page.set_content(file_html(plot))
        page.wait_for_function("document.querySelector('.ap-figure canvas')?.width > 0")
        page.wait_for_timeout(300)
        page.locator(".ap-figure").first.screenshot(path=path)
        browser.close()
