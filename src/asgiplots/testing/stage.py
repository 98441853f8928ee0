"""An ASGI application that runs in a thread of its own, without a socket.

    the test's thread                    the stage's thread
Stage.call(work)   ────────────────→ loop: lifespan, pages, websockets, the app's callbacks
Connection.arrived ←─ bytes ──────── Connection._send
"""

import asyncio
import logging
import threading
from collections.abc import Coroutine, Mapping
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

import httpx

from asgiplots.session import Failure
from asgiplots.testing.asgi import ASGI
from asgiplots.testing.errors import AppFailed, Disconnected

Result = TypeVar("Result")
HOST = "testclient"


class _Failures(logging.Handler):
    """Keeps what went wrong in apps, by number: the wire tells viewers no more than that."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.by_id: dict[str, Failure] = {}

    def emit(self, record: logging.LogRecord) -> None:
        failure = getattr(record, "failure", None)
        if isinstance(failure, Failure):
            self.by_id[failure.id] = failure


class Stage:
    """Starts ``app`` and its lifespan; RuntimeError with its words if it does not start."""

    def __init__(self, app: ASGI) -> None:
        self.app = app
        #: Numbers of failures that a test was told.
        self.raised: set[str] = set()
        self._failures = _Failures()
        logging.getLogger("asgiplots.session").addHandler(self._failures)
        self._lifespan: asyncio.Queue[str] = asyncio.Queue()
        ready: Future[asyncio.AbstractEventLoop] = Future()
        work = self._work(ready)
        self._thread = threading.Thread(
            target=asyncio.run, args=(work,), name="asgiplots-testing", daemon=True
        )
        self._thread.start()
        try:
            self.loop = ready.result()
        except BaseException:
            self._forget()
            raise

    def call(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run ``work`` on the stage's loop and return its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def failure(self, told: str) -> Failure | None:
        """Return the failure whose number is among the words that a viewer was told."""
        return next((found for id, found in self._failures.by_id.items() if id in told), None)

    @property
    def runs(self) -> bool:
        """Whether it was not stopped yet."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """End the lifespan and with it all sessions; their hooks have run when this returns."""
        self.loop.call_soon_threadsafe(self._lifespan.put_nowait, "lifespan.shutdown")
        self._forget()

    def _forget(self) -> None:
        self._thread.join()
        logging.getLogger("asgiplots.session").removeHandler(self._failures)

    async def _work(self, ready: "Future[asyncio.AbstractEventLoop]") -> None:
        said: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        over = asyncio.Event()

        async def receive() -> dict[str, str]:
            kind = await self._lifespan.get()
            if kind == "lifespan.shutdown":
                over.set()
            return {"type": kind}

        async def run() -> None:
            scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
            with suppress(Exception):  # an application that knows no lifespan raises
                await self.app(scope, receive, said.put)
            await said.put({"type": "none"})

        self._lifespan.put_nowait("lifespan.startup")
        life = asyncio.create_task(run())
        answer = await said.get()
        if answer["type"] == "lifespan.startup.failed":
            ready.set_exception(RuntimeError(f"the application did not start: {answer.get('message', '')}"))
            return
        ready.set_result(asyncio.get_running_loop())
        if answer["type"] == "none":
            await self._lifespan.get()  # "startup", which nobody read
            await self._lifespan.get()
        await life

    async def page(
        self, path: str, query: Mapping[str, str], headers: Mapping[str, str]
    ) -> Mapping[str, Any]:
        """Return what the page at ``path`` would start from, its address under "page"."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        told = {**headers, "accept": "application/json"}
        async with httpx.AsyncClient(
            transport=transport, base_url=f"http://{HOST}", headers=told, follow_redirects=True
        ) as client:
            answer = await client.get("/" + path.lstrip("/"), params=dict(query) or None)
        found: Any = None
        with suppress(ValueError):
            found = answer.json()
        if answer.status_code != 200 or not isinstance(found, dict) or "ws" not in found:
            if (failure := self.failure(answer.text)) is not None:
                self.raised.add(failure.id)
                raise AppFailed(failure.title) from failure.error
            is_page = answer.headers.get("content-type", "").startswith("text/html")
            said = answer.reason_phrase if is_page else answer.text.strip().replace("\n", " ")[:200]
            raise Disconnected(f"{answer.url.path} is not an app's page: {answer.status_code} {said}")
        return {**found, "page": str(answer.url)}  # pyright: ignore[reportUnknownVariableType]
