"""Pages of a browser test: opened in contexts of their own, their complaints kept."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

_READY = "() => window.asgiplots?.documents?.[0] && document.querySelector('.asgiplots > *') !== null"
#: A figure is busy until its tools are there; one that is not shown stays so.
_FRAMES = """() => new Promise((done) => {
  const busy = () => [...document.querySelectorAll(".ap-figure[aria-busy]")].some((el) => el.clientWidth > 0)
  const look = () => requestAnimationFrame(() => busy() ? look() : requestAnimationFrame(done))
  look()
})"""


class Pages:
    """Opens pages and remembers what they complained of: errors, and warnings on the console."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def open(self, url: str | None = None, *, width: int = 1000, height: int = 800, **options: Any) -> Page:
        """A page of this size, shown `url` if there is one; `options` are those of a Playwright context.

        Waiting for a function is done with eval: the page's policy counts only with `bypass_csp=False`.
        """
        options = {"bypass_csp": True, **options}
        context = self._browser.new_context(viewport={"width": width, "height": height}, **options)
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", self._hear)
        page.on("pageerror", self._fail)
        if url is not None:
            show(page, url)
        return page

    def close(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _fail(self, error: Error) -> None:
        self.complaints.append(f"error: {error}")


def show(page: Page, url: str) -> None:
    """Open an app's page and wait until its document is there and painted, and its tools work."""
    page.goto(url)
    page.wait_for_function(_READY)
    settle(page)


def settle(page: Page) -> None:
    """Wait for two animation frames, and for tools that are on their way: what was asked for is painted."""
    page.evaluate(_FRAMES)
