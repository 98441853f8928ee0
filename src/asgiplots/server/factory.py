"""`create_app`: from apps and settings to an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware

from asgiplots.apps.alias import install
from asgiplots.apps.application import Application
from asgiplots.apps.errors import AppError
from asgiplots.apps.find import Sources, find_apps
from asgiplots.server.assets import Assets
from asgiplots.server.auth import Auth, UserHook
from asgiplots.server.gate import Gate
from asgiplots.server.routes import Door, site_routes
from asgiplots.server.settings import Settings
from asgiplots.server.site import Site


def create_app(
    apps: Sources = None,
    *,
    settings: Settings | None = None,
    prefix: str | None = None,
    allow_origin: Iterable[str] | None = None,
    dev: bool | None = None,
    secret_key: str | None = None,
    auth: Auth | UserHook | None = None,
    assets: Assets | None = None,
    **more: Any,
) -> Starlette:
    """The ASGI application that serves `apps`, for uvicorn or to be mounted in another one.

    apps: a path, a function `def app(doc)`, an `App`, a list of these, or a mapping of names to these; None
        takes the paths of `ASGIPLOTS_APPS`, by default the folder `apps`; an empty list waits for what Python
        clients push.
    settings: all settings at once; by default those of the environment. `prefix`, `allow_origin`, `dev`,
        `secret_key` and `more` (see `Settings`) go over them.
    auth: `auth(connection)`, plain or async, says who visits, None for nobody, who is then not let in; or an
        `Auth`, which also knows where to log in and out. By default the site's own middleware decides: its
        `scope["user"]` is the user, and everybody is let in.

    Raises `AppError` for apps that cannot be found, and `SettingsError` for settings that cannot be used.
    """
    given: dict[str, Any] = {"prefix": prefix, "dev": dev, "secret_key": secret_key, **more}
    if isinstance(allow_origin, Iterable):
        allow_origin = (allow_origin,) if isinstance(allow_origin, str) else tuple(allow_origin)
    given["allow_origin"] = allow_origin
    settings = (settings or Settings.from_environment()).over(given)
    install(settings.alias)
    found = _apps_of(settings) if apps is None else find_apps(apps)
    auth = _auth_of(auth, settings)
    return _application(Site(found, settings, assets or Assets(), auth), auth)


def _application(site: Site, auth: Auth | None) -> Starlette:
    routes, answers = site_routes(site)
    gate = [Middleware(Gate, site=site, auth=auth)] if auth else []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncGenerator[None, None]:
        await site.start(lifespan=True)
        try:
            yield
        finally:
            await site.stop()

    app = Starlette(
        routes=routes,
        middleware=[Middleware(Door, site=site), *gate],
        lifespan=lifespan,
        exception_handlers={404: answers.missing, 405: answers.missing},
    )
    app.router.redirect_slashes = False
    app.state.site = site
    return app


def _apps_of(settings: Settings) -> list[Application]:
    try:
        return find_apps(settings.apps)
    except AppError as error:
        raise AppError(f"{error}; ASGIPLOTS_APPS names the files and folders to serve") from None


def _auth_of(auth: Auth | UserHook | None, settings: Settings) -> Auth | None:
    if auth is None and settings.auth_module:
        return Auth.of_file(settings.auth_module)
    return Auth(auth) if callable(auth) else auth
