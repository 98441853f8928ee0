"""The whole site: its apps, started once, whoever runs it, and stopped once."""

from __future__ import annotations

import asyncio
import atexit
import logging

from asgiplots.apps.application import Application
from asgiplots.document import Document
from asgiplots.server.addresses import Locator
from asgiplots.server.assets import Assets, MissingFrontEnd
from asgiplots.server.auth import Auth
from asgiplots.server.engine import Engine
from asgiplots.server.host import Host
from asgiplots.server.keys import key_of_this_user
from asgiplots.server.origins import Origins
from asgiplots.server.pages import Pages
from asgiplots.server.settings import Settings
from asgiplots.server.tokens import Tokens
from asgiplots.server.watch import watch

logger = logging.getLogger("asgiplots.server")


# Viewers that are told to come back are spread over so much time that about as many come at once.
_RETURNS_PER_SECOND = 250


class Site:
    """Apps and everything that they share.

    It starts with the server's lifespan, or with the first request under a server or an outer site that tells
    of none. It then stops with the loop, or at the latest when the interpreter ends.
    """

    def __init__(
        self, apps: list[Application], settings: Settings, assets: Assets, auth: Auth | None = None
    ) -> None:
        #: What the index lists.
        self.apps = apps
        self.settings = settings
        self.assets = assets
        by_default = not apps or settings.push_key is not None
        self.push = by_default if settings.allow_push is None else settings.allow_push
        logout_url = auth.logout_url if auth else None
        self.hosts = {app.name: Host(app, settings, logout_url) for app in [*apps, *self._pushed()]}
        self.pages = Pages(assets, settings.dev)
        self.origins = Origins(settings.allow_origin)
        self.tokens = Tokens(
            settings.secret_key or key_of_this_user(), settings.token_seconds, settings.return_seconds
        )
        self.locator = Locator(settings.prefix, self.hosts)
        #: The server was told to stop: visitors are sent elsewhere, sessions go on until `stop`.
        self.is_draining = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._started: asyncio.Task[Engine] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

    def _pushed(self) -> list[Application]:
        """The app of pushed documents, at the root: empty until somebody pushes."""
        taken = not self.push or any(app.name == "" for app in self.apps)
        return [] if taken else [Application(_empty, name="", title="asgiplots")]

    @property
    def front(self) -> Host | None:
        """The app that the root shows: the only one, or the one that was put there."""
        return self.hosts[self.apps[0].name] if len(self.apps) == 1 else self.hosts.get("")

    @property
    def is_ready(self) -> bool:
        """Whether it has started, in the loop that asks, and is not stopping."""
        if self._started is None or self._loop is not asyncio.get_running_loop():
            return False
        return self._started.done() and not self._started.cancelled()

    @property
    def engine(self) -> Engine:
        """What the sessions share; only once the site has started."""
        assert self._started is not None, "the site has not started"
        return self._started.result()

    async def start(self, lifespan: bool = False) -> None:
        """Start, or wait until it has started. `lifespan`: somebody will call `stop`."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop or self._started is None:
            self._loop = loop
            self._started = loop.create_task(self._start())
            self._keeper = None if lifespan else loop.create_task(self._keep())
        await asyncio.shield(self._started)

    async def _start(self) -> Engine:
        engine = Engine(self.settings.threads, self.settings.max_waiting, self.settings.slow_callback_seconds)
        self._check_front_end()
        await asyncio.gather(*(host.start(engine) for host in self.hosts.values()))
        if self.settings.dev:
            self._watching = engine.loop.create_task(watch(list(self.hosts.values())))
        atexit.register(self._last_words)
        return engine

    async def stop(self) -> None:
        """End every session, run its hooks, let the threads go; nothing where nothing was started."""
        started, self._started, self._loop = self._started, None, None
        if self._keeper is not None and self._keeper is not asyncio.current_task():
            self._keeper.cancel()
        if started is None:
            return
        engine = await started
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.wait([self._watching])
        viewers = sum(len(s.viewers) for host in self.hosts.values() for s in host.sessions.values())
        message = {"type": "comeback", "after": 1 + viewers / _RETURNS_PER_SECOND}
        await asyncio.gather(*(host.stop(message) for host in self.hosts.values()))
        await engine.close()
        atexit.unregister(self._last_words)

    async def _keep(self) -> None:
        """Without a lifespan, the loop's end is the site's end: it cancels what still waits."""
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            await self.stop()
            raise

    def _last_words(self) -> None:
        for host in self.hosts.values():
            host.unload_now()

    def _check_front_end(self) -> None:
        try:
            _ = self.assets.front_end
        except MissingFrontEnd as error:
            logger.error("%s", error)


def _empty(doc: Document) -> None:
    """A document that a Python client will fill."""
