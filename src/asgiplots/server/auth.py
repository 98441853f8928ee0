"""Who visits: a hook of the site's own says so for each page and each websocket, or lets nobody in."""

from __future__ import annotations

import inspect
import logging
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from asgiplots.apps.errors import AppError
from asgiplots.server.tokens import user_key
from asgiplots.session.timers import is_async

logger = logging.getLogger("asgiplots.server")

#: `user(connection)`, plain or async: a text or an object for who is logged in, None for nobody.
UserHook = Callable[[HTTPConnection], Any]


@dataclass(frozen=True)
class Auth:
    """How visitors are told apart.

    user: asked for every page, file and websocket; what it returns is `session_context.request.user`.
    login_url: where those go who are nobody, an address or a function of the request; by default they are
        told in a plain page.
    logout_url: given to apps as `session_context.logout_url`.
    """

    user: UserHook
    login_url: str | UserHook | None = None
    logout_url: str | None = None

    @classmethod
    def of_file(cls, path: str | Path) -> Auth:
        """The auth module at `path`: a Python file with `get_user` or `get_user_async`, and, if it likes,
        `login_url` or `get_login_url`, and `logout_url`. `AppError` says what is wrong with it."""
        if not Path(path).is_file():
            raise AppError(f"there is no auth module {Path(path).absolute()}")
        names = runpy.run_path(str(path))
        user = _one(path, names, "get_user", "get_user_async")
        if not callable(user):
            raise AppError(f"{path} must define get_user(request) or get_user_async(request)")
        return cls(user, _one(path, names, "login_url", "get_login_url"), names.get("logout_url"))

    async def admits(self, connection: HTTPConnection) -> bool:
        """Whether somebody is there; the scope's `user` is then who. A hook that fails lets nobody in."""
        try:
            user = await self._ask(self.user, connection)
        except Exception:
            logger.exception("the auth hook failed: nobody is let in")
            user = None
        connection.scope["user"] = user
        return bool(user) and user_key(user) != ""

    async def login(self, connection: HTTPConnection) -> str | None:
        """Where one who is nobody may log in."""
        url = self.login_url
        return await self._ask(url, connection) if callable(url) else url

    async def _ask(self, hook: UserHook, connection: HTTPConnection) -> Any:
        answer = hook(connection) if is_async(hook) else await run_in_threadpool(hook, connection)
        return await answer if inspect.isawaitable(answer) else answer


def _one(path: str | Path, names: dict[str, Any], first: str, second: str) -> Any:
    given = [name for name in (first, second) if names.get(name) is not None]
    if len(given) == 2:
        raise AppError(f"{path} must define {first} or {second}, not both")
    return names[given[0]] if given else None
