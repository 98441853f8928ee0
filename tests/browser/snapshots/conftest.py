"""A page with the painters of the front end, and nothing else of it."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.snapshots.pictures import check, decode
from PIL import Image
from playwright.sync_api import Browser, Page

MODULES = Path(__file__).parents[3] / "frontend" / "node_modules"
BUNDLER = MODULES / ".bin" / "esbuild"
FONTS = MODULES / "@fontsource" / "noto-sans" / "files"


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bundled page script."""
    out = tmp_path_factory.mktemp("page") / "page.js"
    source = MODULES.parent / "test" / "painters" / "page.ts"
    subprocess.run(
        [BUNDLER, source, "--bundle", "--format=iife", f"--outfile={out}", "--log-level=warning"], check=True
    )
    return out.read_text("utf-8")


def face(weight: int) -> str:
    """A style sheet's rule that makes every system's Helvetica the same font."""
    font = base64.b64encode((FONTS / f"noto-sans-latin-{weight}-normal.woff2").read_bytes()).decode()
    return f"""@font-face {{
        font-family: helvetica; font-weight: {weight}; src: url(data:font/woff2;base64,{font})
    }}"""


@pytest.fixture(scope="session")
def canvas_page(browser: Browser, script: str) -> Iterator[Page]:
    """A blank page that draws cases."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content("<!doctype html><title>Painters</title><body></body>")
    page.add_style_tag(content=face(400) + face(700))
    for weight in (400, 700):
        page.evaluate(f"() => document.fonts.load('{weight} 16px helvetica')")
    page.add_script_tag(content=script)
    page.wait_for_function("() => window.page !== undefined")
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
