"""A real Chromium, a real server for an app given as text, and pages that may not complain."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from textwrap import dedent

import pytest
from browser.chromium import open_browser
from browser.pages import Pages
from playwright.sync_api import Browser, Page
from running import ROOT, answers, free_port, running, wait_until

OUTPUT = ROOT / "tests" / "output"

Serve = Callable[..., str]
Shoot = Callable[..., Path]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: while Playwright runs, its event loop is the one of this thread."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of all browser tests."""
    with open_browser() as browser:
        yield browser


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Opens pages, each in a context of its own; at the end none may have complained on its console."""
    pages = Pages(browser)
    yield pages
    pages.close()
    assert pages.complaints == []


@pytest.fixture
def browser_page(pages: Pages) -> Page:
    """A page of 1000 by 800 that may not complain on its console."""
    return pages.open()


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """Serves an app given as Python source, as long as the module runs: `serve(source)` is its address.

    `files` are texts of files beside the app's, by name.
    """
    with ExitStack() as servers:

        def start(source: str, *options: str, name: str = "app", files: dict[str, str] | None = None) -> str:
            path = tmp_path_factory.mktemp("app") / f"{name}.py"
            for beside, text in {path.name: source, **(files or {})}.items():
                (path.parent / beside).write_text(dedent(text), encoding="utf-8")
            port = free_port()
            command = [sys.executable, "-m", "asgiplots", "serve", str(path), "--port", str(port), *options]
            servers.enter_context(running(command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}))
            url = f"http://127.0.0.1:{port}/"
            wait_until(lambda: answers(url), f"an answer of {url}")
            return url

        yield start


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Shoot:
    """Writes a picture of a page, or of a part of it, to tests/output/, to be looked at."""

    def write(page: Page, name: str = "", **options: object) -> Path:
        OUTPUT.mkdir(parents=True, exist_ok=True)
        test = request.node.name.replace("[", "_").strip("]")
        path = OUTPUT / f"{test}{'_' if name else ''}{name}.png"
        page.screenshot(path=path, **options)  # pyright: ignore[reportArgumentType]
        return path

    return write
