"""The libraries and their pages: fetched once with the packaged npm, never part of the product."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import hatch_build
from asgiplots.embed import file_html
from asgiplots.layouts import gridplot
from asgiplots.models import ColumnDataSource
from asgiplots.plotting import figure
from asgiplots.transform import linear_cmap
from bench import peer
from bench.source_tree import ROOT

FOLDER = ROOT / ".cache" / "bench-render"
PAGES = Path(__file__).parent / "pages"
PACKAGES = {"uplot": "1.6.32", "echarts": "6.1.0", "plotly.js-dist-min": "4.1.2"}
#: Works whose marks look otherwise than those of "scatter"; the third column holds numbers between SIZES.
LOOKS = ("mapped", "outlined", "sized", "bars", "boxes")
SIZES = (2, 8)
WIDTH, HEIGHT, SMALL = 800, 400, (200, 150)
COLOR = "#1f77b4"

SHELL = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{styles}{scripts}
<style>body {{ margin: 0; display: flex; flex-wrap: wrap; width: 1000px; }}</style></head>
<body></body></html>
"""


@dataclass(frozen=True)
class Library:
    """One way to draw: its name, the adapter in `pages/`, and the files that the page loads."""

    name: str
    adapter: str
    options: str = "{}"  # what the adapter reads as `window.options`
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    webgl: bool = False


_BOKEH = ("bokeh.min.js", "bokeh-api.min.js", "bokeh-gl.min.js")
_UPLOT = ("uPlot.iife.min.js",)
LIBRARIES = [
    Library("asgiplots", "asgiplots.js"),
    Library("uPlot", "uplot.js", "{typed: false}", _UPLOT, ("uPlot.min.css",)),
    Library("uPlot, typed", "uplot.js", "{typed: true}", _UPLOT, ("uPlot.min.css",)),
    Library("ECharts", "echarts.js", scripts=("echarts.min.js",)),
    Library("BokehJS", "bokeh.js", '{output_backend: "canvas"}', _BOKEH),
    Library("BokehJS WebGL", "bokeh.js", '{output_backend: "webgl"}', _BOKEH, webgl=True),
    Library("Plotly", "plotly.js", '{suffix: ""}', ("plotly.min.js",)),
    Library("Plotly WebGL", "plotly.js", '{suffix: "gl"}', ("plotly.min.js",), webgl=True),
]


def prepare(python: str) -> Path:
    """The folder that holds each library's files and pages. `python` is the one that has Bokeh."""
    modules = FOLDER / "node_modules"
    if any(_installed(modules / name) != version for name, version in PACKAGES.items()):
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text('{"private": true}')
        node = hatch_build.node_folder()
        npm = node.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
        command = [node / "node", npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *wanted]
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True)
    site = FOLDER / "site"
    site.mkdir(exist_ok=True)
    for path in (
        *(modules / "uplot" / "dist" / name for name in ("uPlot.iife.min.js", "uPlot.min.css")),
        modules / "echarts" / "dist" / "echarts.min.js",
        modules / "plotly.js-dist-min" / "plotly.min.js",
        *(peer.static_files(python) / name for name in _BOKEH),
    ):
        shutil.copyfile(path, site / path.name)
    for library in LIBRARIES:
        if library.adapter != "asgiplots.js":
            _write_shell(site, library)
    _write_own(site)
    (site / "empty.html").write_text(SHELL.format(title="empty", styles="", scripts=""))
    return site


def _installed(package: Path) -> str | None:
    """The version of a package in node_modules; None where it is not there."""
    manifest = package / "package.json"
    return json.loads(manifest.read_text())["version"] if manifest.exists() else None


def page_of(library: Library, work: str) -> str:
    """The page on which this library does `work`: "line", "dashed", "scatter", "small" or a look."""
    return f"asgiplots-{work}.html" if library.adapter == "asgiplots.js" else f"{library.adapter[:-3]}.html"


def _write_shell(site: Path, library: Library) -> None:
    scripts = "".join(f'<script src="{name}"></script>' for name in library.scripts)
    styles = "".join(f'<link rel="stylesheet" href="{name}">' for name in library.styles)
    text = SHELL.format(title=library.name, styles=styles, scripts=scripts)
    (site / page_of(library, "")).write_text(text)


def _looks() -> dict[str, figure]:
    """Marks and boxes that differ from row to row, or of which more than one shows in a pixel."""
    plots = {name: figure(width=WIDTH, height=HEIGHT, tools="", toolbar_location=None) for name in LOOKS}
    source = {name: ColumnDataSource({"x": [0.0], "y": [0.0], "v": [2.0]}) for name in LOOKS}
    mapped = linear_cmap("v", "Viridis256", *SIZES)
    plots["mapped"].scatter("x", "y", source=source["mapped"], size=4, color=mapped, line_color=None)
    plots["outlined"].scatter("x", "y", source=source["outlined"], size=6, color=COLOR, line_color="white")
    plots["sized"].scatter("x", "y", source=source["sized"], size="v", color=COLOR, line_color=None)
    plots["bars"].vbar("x", 4, "y", source=source["bars"], color=COLOR, line_color=None)
    plots["boxes"].rect(
        "x", "y", 0.05, 0.1, source=source["boxes"], color=COLOR, fill_alpha=0.5, line_color=None
    )
    return plots


def _write_own(site: Path) -> None:
    """Pages of ours as a user makes them: the models come from Python, the benchmark fills their columns."""
    line = figure(width=WIDTH, height=HEIGHT, tools="pan,wheel_zoom", toolbar_location=None)
    line.line("x", "y", source=ColumnDataSource({"x": [0.0], "y": [0.0]}), color=COLOR)
    dashed = figure(width=WIDTH, height=HEIGHT, tools="pan,wheel_zoom", toolbar_location=None)
    dashed.line("x", "y", source=ColumnDataSource({"x": [0.0], "y": [0.0]}), color=COLOR, line_dash="dashed")
    scatter = figure(width=WIDTH, height=HEIGHT, tools="pan,wheel_zoom", toolbar_location=None)
    scatter.scatter(
        "x", "y", source=ColumnDataSource({"x": [0.0], "y": [0.0]}), size=4, color=COLOR, line_color=None
    )
    small: list[figure] = []
    for _ in range(20):
        plot = figure(width=SMALL[0], height=SMALL[1], toolbar_location=None, tools="")
        plot.line("x", "y", source=ColumnDataSource({"x": [0.0], "y": [0.0]}), color=COLOR)
        small.append(plot)
    grid = gridplot([small[at : at + 5] for at in range(0, 20, 5)], toolbar_location=None)
    pages = {"line": line, "dashed": dashed, "scatter": scatter, "small": grid, **_looks()}
    for name, root in pages.items():
        (site / f"asgiplots-{name}.html").write_text(file_html(root, title=name), encoding="utf-8")
