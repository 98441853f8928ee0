"""A page with the painters of the front end, and nothing else of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.snapshots.pictures import check, decode
from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]
BUNDLER = ROOT / "frontend" / "node_modules" / ".bin" / "esbuild"


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bundled page script."""
    out = tmp_path_factory.mktemp("page") / "page.js"
    source = ROOT / "frontend" / "test" / "painters" / "page.ts"
    subprocess.run(
        [BUNDLER, source, "--bundle", "--format=iife", f"--outfile={out}", "--log-level=warning"], check=True
    )
    return out.read_text("utf-8")


@pytest.fixture(scope="session")
def canvas_page(browser: Browser, script: str) -> Iterator[Page]:
    """A blank page that draws cases."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content("<!doctype html><title>Painters</title><body></body>")
    page.add_script_tag(content=script)
    yield page
    page.close()
    assert errors == []


Draw = Callable[..., Image.Image]


@pytest.fixture
def draw(canvas_page: Page) -> Draw:
    """Draws a case: `draw(case)`, or `draw(case, "legend")`, `draw(case, "stroke")` in other ways."""

    def run(case: dict[str, Any], how: str = "draw") -> Image.Image:
        return decode(canvas_page.evaluate(f"what => page.{how}(what)", case))

    return run


@pytest.fixture
def same_as_kept(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Compares a picture with the kept one of a name."""

    def run(picture: Image.Image, name: str, most: int = 12) -> None:
        check(picture, name, update=request.config.getoption("--update-snapshots"), most=most)

    return run
