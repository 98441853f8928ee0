"""What the site answers, and where.

/                        index of apps, or the page of the only one
/<app>, /<app>/          the app's page; as `Accept: application/json` what the page would start from
/<app>/ws, /<app>/push   websockets of viewers and of Python clients
/<app>/static/…          the app's static files
/<app>/models/….js       ES modules of its custom models
/static/asgiplots/…      the front end
/livez, /readyz          probes
/metrics                 what the site counts, for Prometheus
/inspect                 what it does now, in development only; also as `Accept: application/json`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from asgiplots.apps.files import inside
from asgiplots.schema.names import similar
from asgiplots.server.addresses import up
from asgiplots.server.assets import MissingFrontEnd, media_type
from asgiplots.server.csp import nonce_of, policy_headers
from asgiplots.server.host import Host
from asgiplots.server.pump import Endpoint
from asgiplots.server.requests import arguments, given_session
from asgiplots.server.site import Site
from asgiplots.server.tokens import TokenError, user_key
from asgiplots.session.errors import failure

#: What a server still answers that is about to stop: probes, and files for the pages that it has given out.
_DURING_DRAIN = re.compile(r"/(livez|readyz|metrics|static/.*|.+/(static|models)/.*)$")
#: A page carries a token for one visitor.
_PAGE_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

#: A file of an app is asked for again each time, and sent again when it changed.
_FILE_HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}


class AppRoutes:
    """The answers of one app."""

    def __init__(self, site: Site, host: Host) -> None:
        self._site = site
        self._host = host
        self._static: dict[Any, StaticFiles] = {}

    def routes(self) -> list[BaseRoute]:
        """In the order in which they are tried."""
        base = f"/{self._host.app.name}" if self._host.app.name else ""
        pages = [Route(path, self.page) for path in (base, f"{base}/") if path not in ("", "/")]
        push = (
            [WebSocketRoute(f"{base}/push", Endpoint(self._site, self._host, trusted=True))]
            if self._site.push
            else []
        )
        return [
            *pages,
            WebSocketRoute(f"{base}/ws", Endpoint(self._site, self._host)),
            *push,
            Route(f"{base}/static/{{path:path}}", self.static),
            Route(f"{base}/models/{{path:path}}", self.module),
        ]

    async def page(self, request: Request) -> Response:
        """The app's page. It makes no session: that is for the page's websocket to do."""
        app, pages, nonce = self._host.app, self._site.pages, nonce_of(request)
        headers = {
            **_PAGE_HEADERS,
            **policy_headers(request, nonce, self._site.settings.content_security_policy),
        }
        if app.failure is not None:
            return HTMLResponse(pages.failed(app.title, app.failure, nonce), 500, headers)
        try:
            session = self._host.session_id(given_session(request))
        except TokenError as error:
            return HTMLResponse(pages.message("No such session", str(error)), 400, headers)
        way = up(_local(request))
        payload = self._payload(request, session, way)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(payload, headers=_PAGE_HEADERS)
        try:
            return HTMLResponse(pages.app(app, way, payload, nonce, self._host.kinds), headers=headers)
        except MissingFrontEnd as error:
            return HTMLResponse(pages.message("Not ready", str(error)), 503, headers)
        except Exception as error:  # the app's own template
            report = failure(app.name, "", "the template", error)
            return HTMLResponse(pages.failed(app.title, report, nonce), 500, headers)

    def _payload(self, request: Request, session: str, way: str) -> dict[str, Any]:
        app = self._host.app
        base = f"{way}{app.name}/" if app.name else way
        # A proxy may choose the worker by the session; the app's own arguments reach it with the websocket.
        query = urlencode([("session", session), *arguments(request.url.query)])
        token = self._site.tokens.sign(session, app.name, user_key(request.scope.get("user")))
        payload = {"token": token, "session": session, "ws": f"{base}ws?{query}", "title": app.title}
        return {**payload, "push": f"{base}push?{query}"} if self._site.push else payload

    async def static(self, request: Request) -> Response:
        """A file of the app's static folder."""
        folder = self._host.app.static_dir
        name: str = request.path_params["path"]
        if folder is None or inside(folder, name) is None:
            raise HTTPException(404)
        files = self._static.get(folder)
        if files is None:
            files = self._static[folder] = StaticFiles(directory=folder, check_dir=False)
        response = await files.get_response(name, request.scope)
        response.headers.update(_FILE_HEADERS)
        return response

    async def module(self, request: Request) -> Response:
        """The ES module of a custom model, as it is."""
        path = self._host.app.module_path(request.path_params["path"])
        if path is None:
            raise HTTPException(404)
        return FileResponse(path, media_type=media_type(path.name), headers=_FILE_HEADERS)


class Answers:
    """What belongs to the site and not to an app."""

    def __init__(self, site: Site, apps: dict[str, AppRoutes]) -> None:
        self._site = site
        self._apps = apps

    async def root(self, request: Request) -> Response:
        """The index; the page of the only app; a pushed document, where the request names its session."""
        front, pushed = self._site.front, self._site.hosts.get("")
        if pushed is not None and (
            given_session(request) or pushed.app in self._site.apps or _wants_json(request)
        ):
            return await self._apps[""].page(request)
        if front is not None and front.app.name:
            return await self._apps[front.app.name].page(request)
        html = self._site.pages.index(self._site.apps, up(_local(request)), self._site.push)
        policy = policy_headers(request, nonce_of(request), self._site.settings.content_security_policy)
        return HTMLResponse(html, headers={**_PAGE_HEADERS, **policy})

    async def live(self, request: Request) -> Response:
        """The process answers."""
        return PlainTextResponse("ok\n")

    async def ready(self, request: Request) -> Response:
        """Apps are loaded, and the site is not stopping."""
        ready = self._site.is_ready and not self._site.is_draining
        return PlainTextResponse("ready\n" if ready else "not ready\n", 200 if ready else 503)

    async def metrics(self, request: Request) -> Response:
        """What the site counts."""
        from asgiplots.server.metrics import MEDIA_TYPE, exposition  # only who asks waits for the import

        return Response(exposition(self._site), headers={"Content-Type": MEDIA_TYPE})

    async def inspect(self, request: Request) -> Response:
        """What the server does now."""
        from asgiplots.server.inspector import inspection  # only development needs it

        found = inspection(self._site)
        if _wants_json(request):
            return JSONResponse(found, headers=_PAGE_HEADERS)
        nonce = nonce_of(request)
        policy = policy_headers(request, nonce, self._site.settings.content_security_policy)
        html = self._site.pages.inspector(found, up(_local(request)), nonce)
        return HTMLResponse(html, headers={**_PAGE_HEADERS, **policy})

    async def missing(self, request: Request, error: Exception) -> Response:
        """There is nothing here: says so, and which app was probably meant."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        name = _local(request).strip("/")
        names = [app.name for app in self._site.apps]
        text = f"There is nothing at /{name}{similar(name, names)}." if status == 404 else str(error)
        return HTMLResponse(
            self._site.pages.message("Not found" if status == 404 else "Not possible", text), status
        )


def site_routes(site: Site) -> tuple[Sequence[BaseRoute], Answers]:
    """All routes of a site, and its own answers."""
    apps = {host.app.name: AppRoutes(site, host) for host in site.hosts.values()}
    answers = Answers(site, apps)
    own = [
        Route("/", answers.root),
        Route("/static/asgiplots/{name}", site.assets.serve),
        Route("/livez", answers.live),
        Route("/readyz", answers.ready),
        *([Route("/metrics", answers.metrics)] if site.settings.metrics else []),
    ]
    by_length = [apps[name] for name in sorted(apps, key=len, reverse=True)]
    of_apps = [route for routes in by_length for route in routes.routes()]
    inspect = [Route("/inspect", answers.inspect)] if site.settings.dev else []
    return [*own, *of_apps, *inspect], answers


class Door:
    """Everything comes in here: the site is started, and the path is split into prefix and our own part."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        prefix, local = self._site.locator.split(scope, Headers(scope=scope))
        if self._site.is_draining and not _DURING_DRAIN.match(local):
            await _send_away(scope, receive, send)
            return
        if not (self._site.is_ready or self._site.is_draining):
            await self._site.start()
        root = scope.get("root_path", "") + prefix
        await self._app(
            {**scope, "root_path": root, "path": root + (local or "/"), "local_path": local}, receive, send
        )


async def _send_away(scope: Scope, receive: Receive, send: Send) -> None:
    """Refuse a visitor of a server that is about to stop: the next one is for them."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1012, "reason": "the server is about to stop"})
        return
    headers = {"Retry-After": "2", "Cache-Control": "no-store"}
    await PlainTextResponse("the server is about to stop\n", 503, headers)(scope, receive, send)


def _local(request: Request) -> str:
    return request.scope["local_path"]


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")
