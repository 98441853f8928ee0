"""Opening a page in the browser of the person at this machine."""

import logging
import threading
import webbrowser

logger = logging.getLogger("asgiplots.client")

_TARGETS = {"tab": 2, "window": 1}


def open_page(page: str, browser: str | None, new: str) -> None:
    """Open ``page`` in a ``new`` "tab" or "window"; ``browser`` is a name for ``webbrowser``, or "none"."""
    if new not in _TARGETS:
        raise ValueError(f"new expected 'tab' or 'window', got {new!r}")
    if browser != "none":
        chosen = webbrowser.get(browser)
        # Some browsers return only when they are closed.
        thread = threading.Thread(
            target=_open, args=(chosen, page, _TARGETS[new]), name="asgiplots-browser", daemon=True
        )
        thread.start()


def _open(browser: webbrowser.BaseBrowser, page: str, target: int) -> None:
    if not browser.open(page, new=target):
        logger.warning("no browser could be opened; the page is at %s", page)
