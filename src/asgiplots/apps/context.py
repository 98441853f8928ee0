"""What an app is told about the server it runs on and the session it runs for."""

from __future__ import annotations

import weakref
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from asgiplots.document import Document
from asgiplots.document.timers import SessionCallback
from asgiplots.session import Session


@dataclass(frozen=True)
class Request:
    """The page's request, as far as an app may want it.

    `arguments` maps a name of the query string to its values, each of them bytes; `headers` looks names up
    whatever their case; `user` is what the site's own authentication put into the ASGI scope, or None.
    """

    arguments: Mapping[str, list[bytes]] = field(default_factory=dict[str, list[bytes]])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cookies: Mapping[str, str] = field(default_factory=dict[str, str])
    path: str = "/"
    query: str = ""
    protocol: str = "http"
    host: str = ""
    remote_ip: str = ""
    user: Any = None
    method: str = "GET"

    @property
    def uri(self) -> str:
        """Path and query string."""
        return f"{self.path}?{self.query}" if self.query else self.path


class ServerContext:
    """One app on one server: its sessions, and callbacks that run whether or not somebody looks."""

    def __init__(self, name: str, callbacks: Callable[[], Document]) -> None:
        self.name = name
        self._callbacks = callbacks
        self._contexts: dict[str, SessionContext] = {}

    @property
    def sessions(self) -> list[SessionContext]:
        """The contexts of the sessions that are alive now, oldest first."""
        return list(self._contexts.values())

    @property
    def application_context(self) -> ServerContext:
        """This object; the name is kept for apps that look their sessions up through it."""
        return self

    def add(self, context: SessionContext) -> None:
        """Note that a session begins."""
        self._contexts[context.id] = context

    def discard(self, context: SessionContext) -> None:
        """Note that a session has ended."""
        if self._contexts.get(context.id) is context:
            del self._contexts[context.id]

    def add_periodic_callback(self, callback: Callable[[], Any], period_milliseconds: int) -> SessionCallback:
        """Call `callback` every `period_milliseconds` until removed or until the server stops."""
        return self._callbacks().add_periodic_callback(callback, period_milliseconds)

    def add_timeout_callback(self, callback: Callable[[], Any], timeout_milliseconds: int) -> SessionCallback:
        """Call `callback` once, `timeout_milliseconds` from now."""
        return self._callbacks().add_timeout_callback(callback, timeout_milliseconds)

    def add_next_tick_callback(self, callback: Callable[[], Any]) -> SessionCallback:
        """Call `callback` once, as soon as possible."""
        return self._callbacks().add_next_tick_callback(callback)

    def remove_periodic_callback(self, callback: Any) -> None:
        """Stop a callback that `add_periodic_callback` returned."""
        self._callbacks().remove_periodic_callback(callback)

    def remove_timeout_callback(self, callback: Any) -> None:
        """Stop a callback that `add_timeout_callback` returned, if its time has not come."""
        self._callbacks().remove_timeout_callback(callback)

    def remove_next_tick_callback(self, callback: Any) -> None:
        """Stop a callback that `add_next_tick_callback` returned, if it has not run."""
        self._callbacks().remove_next_tick_callback(callback)


class SessionContext:
    """One session of an app: `curdoc().session_context`, and what the session hooks are given."""

    def __init__(
        self,
        id: str,
        server_context: ServerContext,
        request: Request,
        logout_url: str | None = None,
        shared: bool = False,
    ) -> None:
        self.id = id
        self.server_context = server_context
        self.request = request
        self.logout_url = logout_url
        #: Whether all who open the app's page view this session; the request is then nobody's in particular.
        self.shared = shared
        self.token_payload: dict[str, Any] = {}
        self.destroyed = False
        self._session: weakref.ref[Session] | None = None

    @property
    def session(self) -> Session | None:
        """The session, None before the app's code has built its document and after the session's end."""
        return self._session() if self._session is not None else None

    def bind(self, session: Session) -> None:
        """Note the session that this context is for."""
        self._session = weakref.ref(session)

    async def with_locked_document(self, func: Callable[[Document], Awaitable[None] | None]) -> None:
        """Run `func(document)`, plain or async, as one transaction of the session."""
        session = self.session
        if session is None:
            raise RuntimeError(f"session {self.id} has no document {'any more' if self.destroyed else 'yet'}")
        document = session.document
        await session.run(lambda: func(document))
