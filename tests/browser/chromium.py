"""The browser of the tests: the system's Chromium where there is one, else Playwright's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A test that answers for the server would otherwise be refused its websocket.
    "--disable-features=LocalNetworkAccessChecks",
]


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium without a GPU."""
    system = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
