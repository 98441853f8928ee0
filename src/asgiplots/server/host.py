"""One app on this server: its sessions from the first viewer to the last, and its lifecycle hooks."""

from __future__ import annotations

import asyncio
import inspect
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any, NamedTuple

from asgiplots.apps.application import Application
from asgiplots.apps.context import Request, ServerContext, SessionContext
from asgiplots.apps.hooks import Hook
from asgiplots.document import Document, set_curdoc
from asgiplots.server.blocking import off_loop
from asgiplots.server.engine import Engine
from asgiplots.server.settings import Settings
from asgiplots.server.tokens import check_session_id, new_session_id
from asgiplots.session import Failure, Session
from asgiplots.session.errors import failure
from asgiplots.session.meters import Meters
from asgiplots.session.states import SESSION, State
from asgiplots.session.timers import is_async

_SHARED = "shared"
# A page that is loaded again closes first, and comes back within this time.
_CLOSED_SECONDS = 1.0
# Who asked for a new session looks at it within this time, however busy the loop is.
_FIRST_SECONDS = 5.0
# Failures that are kept to be looked at, and how much of each.
_MOST_FAILURES, _TITLE_SIGNS = 20, 500


class AppFailed(Exception):
    """The app's code raised while it built a session's document."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.title)
        self.failure = failure


class Full(Exception):
    """There is no room for one more session or viewer now."""


class NotYours(PermissionError):
    """The session belongs to somebody else."""


class Noted(NamedTuple):
    """What is kept of a failure: words only, for the exception would keep alive what it saw."""

    time: datetime
    session: str
    title: str
    id: str


@dataclass(eq=False)
class Held:
    """A session that the server keeps, whose it is, and the timer that ends it when nobody looks."""

    session: Session
    context: SessionContext
    owner: str
    state: State = field(default_factory=lambda: State(SESSION))
    expiry: asyncio.TimerHandle | None = field(default=None)


class Host:
    """Opens, shares and ends the sessions of `app`; everything here runs on the loop."""

    def __init__(self, app: Application, settings: Settings, logout_url: str | None = None) -> None:
        self.app = app
        #: Whether all viewers share one session.
        self.shared = app.name != "" and (app.shared or settings.shared)
        #: Set, and replaced, whenever the app was loaded afresh.
        self.reloaded = asyncio.Event()
        #: The last failures of the app's code, the newest last.
        self.failures: deque[Noted] = deque(maxlen=_MOST_FAILURES)
        #: The kinds of models that the app's first document had.
        self.kinds: frozenset[str] = frozenset()
        self._settings = settings
        self._logout_url = logout_url
        self._engine: Engine
        self._opening: dict[str, asyncio.Task[Held]] = {}
        self._held: dict[str, Held] = {}
        # Those that nobody looks at, who was left first comes first.
        self._detached: dict[Held, None] = {}
        self._loaded = False
        self.context = ServerContext(app.name, lambda: self._timers.document)

    @property
    def meters(self) -> Meters:
        """What the server counts, all its apps together."""
        return self._engine.meters

    @property
    def sessions(self) -> dict[str, Session]:
        """The sessions alive now, by id."""
        return {id: held.session for id, held in self._held.items()}

    @property
    def held(self) -> list[Held]:
        """The same with what the server knows of them, the youngest last."""
        return list(self._held.values())

    @property
    def opening(self) -> int:
        """How many sessions the app's code builds now."""
        return len(self._opening)

    @cached_property
    def _timers(self) -> Session:
        """A session that nobody sees: it runs the callbacks of the server context."""
        session = self._session(Document(title=self.app.title), f"server of {self.app.name}")
        session.on_error = self._note
        return session

    # Life of the app

    async def start(self, engine: Engine) -> None:
        """Load the app and tell it that the server is there."""
        self._engine = engine
        await off_loop(self._engine.pool, self.app.load)
        if self.app.failure is not None:
            return
        self._loaded = True
        await self._tell(self.app.hooks.on_server_loaded, self.context, "on_server_loaded")

    async def stop(self, comeback: dict[str, Any]) -> None:
        """End all sessions, telling their viewers to `comeback`, and tell the app that the server goes."""
        for task in tuple(self._opening.values()):
            with suppress(Exception):
                await task
        stopped = list(self._held.values())
        for held in stopped:
            self._forget(held, "stopped")
        await asyncio.gather(*(self._end(held, comeback) for held in stopped))
        if "_timers" in self.__dict__:
            self._timers.close()
            del self._timers
        if self._loaded:
            self._loaded = False
            await self._tell(self.app.hooks.on_server_unloaded, self.context, "on_server_unloaded")

    def unload_now(self) -> None:
        """Tell the app that the server goes, when there is no loop any more."""
        hook, self._loaded = self._loaded and self.app.hooks.on_server_unloaded, False
        if hook:
            result = hook(self.context)
            if inspect.iscoroutine(result):
                asyncio.run(result)

    async def reload(self) -> None:
        """Load the app afresh; viewers are told to come back, and find the new one."""
        await self.stop({"type": "comeback", "after": 0, "reload": True})
        await off_loop(self._engine.pool, self.app.forget)
        await self.start(self._engine)
        self.kinds = frozenset()
        self.reloaded.set()
        self.reloaded = asyncio.Event()

    # Life of a session

    def session_id(self, given: str | None) -> str:
        """The session that a page is for: the shared one, or the one asked for, or a new one.

        `TokenError` for an id that could not stand in an address.
        """
        return _SHARED if self.shared else check_session_id(given or new_session_id())

    def find(self, id: str) -> Held | None:
        """The session `id` if it is alive."""
        return self._held.get(id)

    async def open(self, id: str, owner: str, request: Request) -> Held:
        """The session `id`, made now if it is not alive.

        Viewers that come at the same time get the same one. `AppFailed` if the app's code raises, `NotYours`
        if the session was opened by another user, `Full` if there is no room.
        """
        if self.shared:  # what one visitor's request says is not for all the others
            owner, request = "", Request(path=request.path)
        held = self._held.get(id)
        if held is None:
            task = self._opening.get(id)
            if task is None:
                if self.meters.sessions + len(self._opening) >= self._settings.max_sessions:
                    raise Full(f"there are {self._settings.max_sessions} sessions already")
                task = self._opening[id] = asyncio.ensure_future(self._open(id, owner, request))
                task.add_done_callback(lambda _: self._opening.pop(id, None))
            held = await asyncio.shield(task)
        if held.owner != owner:
            raise NotYours("the session belongs to another user")
        if len(held.session.viewers) >= self._settings.max_viewers:
            raise Full(f"the session has {self._settings.max_viewers} viewers already")
        return held

    async def _open(self, id: str, owner: str, request: Request) -> Held:
        context = SessionContext(id, self.context, request, self._logout_url, self.shared)
        await self._add_payload(context)
        await self._tell(self.app.hooks.on_session_created, context, "on_session_created")
        try:
            document = await self._create(context)
            self.kinds = self.kinds or frozenset(model.kind_name for model in document.models)
            session = self._session(document, id)
        except (Exception, SystemExit) as error:
            context.destroyed = True
            await self._tell(self.app.hooks.on_session_destroyed, context, "on_session_destroyed")
            raise AppFailed(self._failed(id, "the app", error)) from error
        context.bind(session)
        held = self._held[id] = Held(session, context, owner)
        held.state.move("built")
        self.meters.sessions_opened += 1
        self.context.add(context)
        session.on_empty = partial(self._empty, held)
        session.on_error = partial(self._report, session)
        if not self.shared:
            loop = asyncio.get_running_loop()
            held.expiry = loop.call_later(_FIRST_SECONDS, self._expire, held)
        return held

    async def _create(self, context: SessionContext) -> Document:
        if self.app.is_async:
            return await self.app.create_async(context)
        return await off_loop(self._engine.pool, self.app.create, context)

    def _session(self, document: Document, id: str) -> Session:
        engine = self._engine
        return Session(
            document,
            id=id,
            runtime=engine.runtime,
            scheduler=engine.scheduler,
            policy=engine.policy,
            name=self.app.name,
        )

    def _empty(self, held: Held, session: Session, closed: bool) -> None:
        """Nobody looks at the session any more."""
        seconds = self._settings.detached_seconds
        held.state.move("all closed" if closed else "all cut off")
        self._wait(held, min(seconds, _CLOSED_SECONDS) if closed else seconds)

    def attached(self, held: Held) -> None:
        """Somebody looks at the session: it does not end."""
        if held.state.name != "watched":
            held.state.move("attached")
        self._stop_waiting(held)

    def _wait(self, held: Held, seconds: float) -> None:
        """Let the session end soon unless somebody comes; a shared one waits without end."""
        if self.shared:
            return
        self._stop_waiting(held)
        held.expiry = asyncio.get_running_loop().call_later(seconds, self._expire, held)
        self._detached[held] = None
        if len(self._detached) > self._settings.max_detached:
            self._expire(next(iter(self._detached)))

    def _stop_waiting(self, held: Held) -> None:
        self._detached.pop(held, None)
        if held.expiry is not None:
            held.expiry.cancel()
            held.expiry = None

    def _expire(self, held: Held) -> None:
        self._forget(held, "expired")
        self._engine.spawn(self._end(held))

    def _forget(self, held: Held, event: str) -> None:
        """From now on the session's id is free: who asks for it gets a new one."""
        held.state.move(event)
        self._stop_waiting(held)
        del self._held[held.session.id]
        self.meters.sessions_closed += 1

    async def _end(self, held: Held, comeback: dict[str, Any] | None = None) -> None:
        session, context = held.session, held.context
        session.close("nobody looked at it", comeback)
        self.context.discard(context)
        with set_curdoc(session.document):
            for callback in session.document.session_destroyed_callbacks:
                await self._tell(callback, context, "on_session_destroyed")
        await self._tell(self.app.hooks.on_session_destroyed, context, "on_session_destroyed")
        context.destroyed = True

    def _report(self, session: Session, report: Failure) -> None:
        self._note(report)
        session.tell(self.error_message(report))

    def _failed(self, session: str, where: str, error: BaseException) -> Failure:
        report = failure(self.app.name, session, where, error)
        self._note(report)
        return report

    def _note(self, report: Failure) -> None:
        now = datetime.now(UTC).replace(microsecond=0)
        self.failures.append(Noted(now, report.session, report.title[:_TITLE_SIGNS], report.id))

    def error_message(self, report: Failure) -> dict[str, Any]:
        """What a page shows of a failure: all of it in development, otherwise its number in the log."""
        if self._settings.dev:
            return {"type": "error", "title": report.title, "detail": report.text}
        return {"type": "error", "title": "Something went wrong in this app", "detail": f"number {report.id}"}

    # Hooks

    async def _add_payload(self, context: SessionContext) -> None:
        request = context.request
        context.token_payload = {
            "arguments": dict(request.arguments),
            "headers": dict(request.headers),
            "cookies": dict(request.cookies),
        }
        extra = await self._tell(self.app.hooks.process_request, request, "process_request")
        if isinstance(extra, dict):
            context.token_payload.update(extra)  # pyright: ignore[reportUnknownArgumentType]

    async def _tell(self, hook: Hook | None, argument: Any, name: str) -> Any:
        """Run a hook; what it raises is logged and goes no further."""
        if hook is None:
            return None
        try:
            if is_async(hook):
                return await hook(argument)
            return await off_loop(self._engine.pool, hook, argument)
        except (Exception, SystemExit) as error:
            self._failed(getattr(argument, "id", ""), name, error)
            return None
