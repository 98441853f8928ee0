"""A site with a login in front of its apps: `uvicorn portal:site`, then be ada or grace, password plots.

A real site keeps its users elsewhere, sets PORTAL_SECRET, so that a restart logs nobody out, and
PORTAL_HTTPS=1, so that the cookie travels over https only.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from hmac import compare_digest
from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.templating import Jinja2Templates

from asgiplots.server import Auth, create_app

#: Name: salt, and what `digest` makes of the password.
USERS = {
    "ada": ("9f2c41d07be5a386", "84bbc1d89755f6ff661d9c1d8ac3b9bbbc7646e6b02030e2eda7ab231e032f7e"),
    "grace": ("41b07e5cd3a89f26", "fb3dd53e0b8f6936ea8d815c322a13a875e690ae22e98dc8e6ac0b1b598c743c"),
}
HERE = Path(__file__).parent
templates = Jinja2Templates(HERE)


def digest(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1, dklen=32).hex()


def is_right(name: str, password: str) -> bool:
    """Takes as long for a name that nobody has, so that time does not tell which names there are."""
    salt, kept = USERS.get(name, ("00" * 8, ""))
    return compare_digest(digest(password, salt), kept)


def page(request: Request, status: int = 200, **more: str) -> Response:
    """A page with a form, and in it what only this visitor's pages know: other sites' forms do not pass."""
    key = request.session.setdefault("form", secrets.token_urlsafe(16))
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors 'none'"}
    values = {"key": key, "user": request.session.get("user"), **more}
    return templates.TemplateResponse(request, "form.html", values, status, headers)


async def sent(request: Request) -> dict[str, str] | None:
    """The form that was sent, None if it is not from one of our pages."""
    values = {name: given[0] for name, given in parse_qs((await request.body()).decode()).items()}
    key = request.session.get("form", "")
    return values if key and compare_digest(values.get("key", "").encode(), key.encode()) else None


async def login(request: Request) -> Response:
    if request.method == "GET":
        return page(request)
    form = await sent(request)
    if form is None:
        return page(request, 403, error="This form has grown old. Try once more.")
    name = form.get("name", "").strip().lower()
    if not await run_in_threadpool(is_right, name, form.get("password", "")):
        return page(request, 403, error="Name and password do not match.", name=name)
    request.session.clear()
    request.session["user"] = name
    return RedirectResponse("/", 303)


async def logout(request: Request) -> Response:
    if request.method == "GET":
        return page(request) if "user" in request.session else RedirectResponse("/login", 303)
    if await sent(request) is not None:
        request.session.clear()
    return RedirectResponse("/login", 303)


def who(connection: HTTPConnection) -> str | None:
    return connection.session.get("user")


site = Starlette(
    routes=[
        Route("/login", login, methods=["GET", "POST"]),
        Route("/logout", logout, methods=["GET", "POST"]),
        Mount("/", create_app(HERE / "greeting.py", auth=Auth(who, "/login", "/logout"))),
    ],
    middleware=[
        Middleware(
            SessionMiddleware,
            secret_key=os.environ.get("PORTAL_SECRET") or secrets.token_urlsafe(32),
            session_cookie="portal",
            same_site="lax",
            max_age=8 * 3600,
            https_only=bool(os.environ.get("PORTAL_HTTPS")),
        )
    ],
)
