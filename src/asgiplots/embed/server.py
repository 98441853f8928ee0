"""An app of a running server inside another site's page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode, urlsplit


def server_document(url: str, arguments: Mapping[str, str] | None = None, *, height: int | str = 600) -> str:
    """An element that shows the app at `url`, which may be another host's.

    arguments: added to the address; the app finds them in `curdoc().session_context.request.arguments`.
    height: in pixels, or a CSS length. The width is all that there is.
    """
    if urlsplit(url).scheme not in ("", "http", "https"):
        raise ValueError(f"expected an http or https address of an app, got {url!r}")
    query = urlencode(arguments or {})
    address = f"{url}{'&' if '?' in url else '?'}{query}" if query else url
    length = f"{height}px" if isinstance(height, int) else height
    style = f"border: 0; width: 100%; height: {length}"
    return f'<iframe src="{escape(address)}" style="{escape(style)}" title="asgiplots"></iframe>'
