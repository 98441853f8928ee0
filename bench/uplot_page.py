"""A hand-written page with uPlot, from disk by Starlette under uvicorn: `python -m bench.uplot_page PORT`."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

import hatch_build
from bench.peer import ROOT

FOLDER = ROOT / ".cache" / "uplot"
VERSION = "1.6.32"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>uPlot</title>
<link rel="stylesheet" href="uPlot.min.css">
<script src="uPlot.iife.min.js"></script>
</head>
<body>
<script>
const data = {data}
const axis = {{ stroke: "#555", grid: {{ stroke: "#ddd", width: 1 }} }}
new uPlot({{
  width: 800, height: 400, scales: {{ x: {{ time: false }} }}, axes: [axis, axis],
  series: [{{}}, {{ stroke: "#123456", width: 2 }}],
}}, data, document.body)
</script>
</body>
</html>
"""


def prepare() -> Path:
    """The folder of the page. Fetches uPlot with the packaged npm the first time."""
    site = FOLDER / "site"
    package = FOLDER / "node_modules" / "uplot" / "dist"
    if not package.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "package.json").write_text('{"private": true}')
        node = hatch_build.node_folder()
        npm = node.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        command = [node / "node", npm, "install", "--no-audit", "--no-fund", f"uplot@{VERSION}"]
        subprocess.run(command, cwd=FOLDER, check=True, capture_output=True)
    site.mkdir(exist_ok=True)
    for name in ("uPlot.iife.min.js", "uPlot.min.css"):
        shutil.copyfile(package / name, site / name)
    x = np.linspace(0, 10, 1000)
    y = np.sin(3 * x) * np.exp(-0.1 * x)
    (site / "index.html").write_text(PAGE.format(data=json.dumps([x.tolist(), y.tolist()])))
    return site


def main() -> None:
    site = prepare()

    async def page(request: Request) -> FileResponse:
        return FileResponse(site / "index.html")

    app = Starlette(routes=[Route("/first", page), Mount("/", StaticFiles(directory=site))])
    uvicorn.run(app, port=int(sys.argv[1]), log_level="error")


if __name__ == "__main__":
    main()
