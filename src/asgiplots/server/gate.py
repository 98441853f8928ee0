"""The gate behind the door, where a site has an auth hook: only who is somebody comes through."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from asgiplots.protocol import CONTROL, encode_control, frame
from asgiplots.server.auth import Auth
from asgiplots.server.site import Site

#: For everybody: probes, counts, and the front end, which is the same on every site.
_OPEN = re.compile(r"/(livez|readyz|metrics|static/asgiplots/[^/]+)")
_REASON = "log in first, then load the page again"


class Gate:
    """Asks `auth` who visits. Nobody: a page leads to the login, a websocket is told why and closed."""

    def __init__(self, app: ASGIApp, site: Site, auth: Auth) -> None:
        self._app = app
        self._site = site
        self._auth = auth

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or _OPEN.fullmatch(scope["local_path"]):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        if await self._auth.admits(connection):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await _turn_away(receive, send, self._site.settings.hello_seconds)
        else:
            await (await self._refusal(connection))(scope, receive, send)

    async def _refusal(self, connection: HTTPConnection) -> Response:
        """To the login for people; for scripts, pictures and the like a plain no."""
        headers = {"Cache-Control": "no-store"}
        wants_page = "text/html" in connection.headers.get("accept", "")
        url = await self._auth.login(connection) if wants_page else None
        if url:
            return RedirectResponse(url, 303, headers)
        text = "This page is for people who are logged in."
        return HTMLResponse(self._site.pages.message("Log in first", text), 401, headers)


async def _turn_away(receive: Receive, send: Send, seconds: float) -> None:
    """Accepted only to say why: a page would not learn it from a refused handshake, a client not while it
    still says hello."""
    await receive()
    await send({"type": "websocket.accept"})
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            if (await receive())["type"] == "websocket.disconnect":
                return
    with suppress(OSError):
        told = frame(CONTROL, encode_control({"type": "ended", "reason": _REASON}), 0, 0)
        await send({"type": "websocket.send", "bytes": told})
        await send({"type": "websocket.close", "code": 4401, "reason": _REASON})
