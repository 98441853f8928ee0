"""The headless client: what a person at a browser would do and see, as calls of a test."""

import inspect
import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import urljoin

from asgiplots.apps.application import Application
from asgiplots.document import Document
from asgiplots.models.events import ButtonClick, Event
from asgiplots.models.widgets import AbstractButton, Toggle
from asgiplots.schema import Model
from asgiplots.server.factory import create_app
from asgiplots.server.settings import Settings
from asgiplots.testing.asgi import ASGI, Closed, Connection
from asgiplots.testing.errors import AppFailed, Disconnected, NotSeen, Refused
from asgiplots.testing.replica import Replica
from asgiplots.testing.stage import Stage
from asgiplots.testing.telling import source_of

Seen = TypeVar("Seen")
Source = str | Path | Callable[[Document], Any] | Application | ASGI


class Client:
    """One viewer of one session, connected to an app that runs in this process: no browser, no socket.

    The app runs in a thread of its own, as it would under a server. What the client shows changes only inside
    calls of this object, so a test may look at ``document`` in peace; a plain test and an async one use it
    alike. Use it as a context manager, or call ``close``.

    source: a path (Python file, app folder, or folder of apps), a function ``app(doc)``, an ``App``, or an
        ASGI application such as the one that ``create_app`` returns or that it is mounted in.
    path: of the page in the site, by default the root, which shows the only app.
    session: id of the session to open or to join, by default a new one.
    arguments, headers: of the page's request, by default none.
    timeout: seconds that each call waits at most unless it says otherwise.

    Raises AppFailed if the app's code raises, Disconnected if there is no such page, and AppError for a
    source that is none.
    """

    def __init__(
        self,
        source: Source,
        *,
        path: str = "/",
        session: str | None = None,
        arguments: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 5.0,
    ) -> None:
        stage = Stage(_application(source))
        try:
            self._open(stage, True, path, session, arguments or {}, headers or {}, timeout)
        except BaseException:
            stage.stop()
            raise

    def _open(
        self,
        stage: Stage,
        owns_stage: bool,
        path: str,
        session: str | None,
        arguments: Mapping[str, str],
        headers: Mapping[str, str],
        timeout: float,
    ) -> None:
        self.timeout = timeout
        self._stage = stage
        self._owns_stage = owns_stage
        self._headers = headers
        self._replica = Replica(f"test-{secrets.token_hex(6)}")
        self._connection: Connection | None = None
        self._closed = False
        query = {**arguments, **({} if session is None else {"session": session})}
        self._page = stage.call(stage.page(path, query, headers))
        self._path, self._arguments = path, arguments
        self._connect()
        self.event("document_ready")

    # Looking

    @property
    def document(self) -> Document:
        """The document as this viewer has it: models have the names and fields that they have in Python.

        A model found in it stays the same object, and its fields follow, until a snapshot replaces all (see
        ``snapshots``). Change it with ``set``: RuntimeError if it was changed directly.
        """
        self._read()
        return self._replica.document

    @property
    def session(self) -> str:
        """The id of the session."""
        return str(self._page["session"])

    @property
    def snapshots(self) -> int:
        """How often the whole document came: 1, and more only if ``resume`` could not go on where it was."""
        self._read()
        return self._replica.snapshots

    @property
    def messages(self) -> list[tuple[str, Mapping[str, Any]]]:
        """What the app sent with ``curdoc().send_event``: (name, values), oldest first."""
        self._read()
        return self._replica.messages

    def wait_for(self, condition: Callable[[Document], Seen], timeout: float | None = None) -> Seen:
        """Wait until ``condition(document)`` is true and return its value; what it raises goes to the test.

        Raises NotSeen after ``timeout`` seconds, by default the client's, and AppFailed once the app raises.
        """
        end = time.monotonic() + (self.timeout if timeout is None else timeout)
        self._replica.told.clear()
        while not (value := condition(self.document)):
            # It may ask for something besides the document, of which no frame tells.
            if not self._step(min(end, time.monotonic() + 0.05)) and time.monotonic() >= end:
                raise NotSeen(f"this did not come true: {source_of(condition)}\n{self._came()}")
        return value

    # Acting

    def set(self, model: Model, /, **fields: Any) -> None:
        """Set fields as a person at the browser does, and return once the app has taken them.

        What a plain handler changed is there afterwards; for what comes later use ``wait_for``. Nothing else
        is set: a slider's ``value_throttled`` is a field of its own. While disconnected it waits for
        ``resume``. Raises Refused for a field that browsers may not write, and for a value that does not fit.
        """
        if not isinstance(model, Model):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"set expected a model of the client's document, got {model!r}")
        self._may_use(model)
        if not fields:
            raise TypeError("set expected at least one field, such as set(slider, value=3)")
        self._post(self._replica.write([(model, name, value) for name, value in fields.items()]))

    def click(self, button: Model) -> None:
        """Press a button: an event, or the next state for a toggle. Raises as ``set`` does."""
        if not isinstance(button, AbstractButton):
            raise TypeError(f"click expected a button, got {button!r}; other events go with event()")
        self._may_use(button)
        if isinstance(button, Toggle):
            self.set(button, active=not button.active)
        else:
            self.event(ButtonClick, button)

    def event(self, event: str | type[Event], model: Model | None = None, /, **values: Any) -> None:
        """Report an event, by name or class, on a model or on the document; return once handlers have run.

        Raises Refused for an unknown event, and for values that it does not have.
        """
        name = event if isinstance(event, str) else event.event_name
        self._post(self._replica.event(name, model, values))

    # Connections

    def drop(self) -> None:
        """Lose the connection, and all that was on its way and not read yet; again does nothing."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._stage.call(connection.cut())

    def resume(self) -> None:
        """Connect again as the same page: what was missed comes, what was set meanwhile is sent, once."""
        self.drop()
        self._connect()

    def join(self) -> "Client":
        """Return another viewer of the same session; it ends with this client's server, or when closed."""
        return self._beside(self.session)

    def visit(self, path: str | None = None, arguments: Mapping[str, str] | None = None) -> "Client":
        """Return a viewer of a new session on the same server, by default of the same page."""
        return self._beside(None, path, arguments)

    def _beside(
        self, session: str | None, path: str | None = None, arguments: Mapping[str, str] | None = None
    ) -> "Client":
        self._need_open()
        other = Client.__new__(Client)
        path = self._path if path is None else path
        arguments = self._arguments if arguments is None else arguments
        other._open(self._stage, False, path, session, arguments, self._headers, self.timeout)
        return other

    def close(self) -> None:
        """Leave; the client that was opened first ends the app too, after its hooks. Again does nothing.

        Raises AppFailed if the app has failed and the test was not told yet.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if self._connection is not None:
                self._read()
                self._catch_up()
        except Disconnected:
            pass
        finally:
            connection, self._connection = self._connection, None
            if connection is not None and self._stage.runs:
                self._stage.call(connection.leave())
            if self._owns_stage:
                self._stage.stop()

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except AppFailed:
            if error is None:
                raise

    # Inside

    def _connect(self) -> None:
        self._need_open()
        url = urljoin(str(self._page["page"]), str(self._page["ws"]))
        self._hellos = self._pings = self._pongs = 0
        connection = self._connection = Connection(self._stage.app, url, self._headers)
        self._stage.loop.call_soon_threadsafe(lambda: self._stage.loop.create_task(connection.run()))
        self._send(self._replica.hello(str(self._page["token"])))
        self._until(lambda: self._hellos, "the server did not say hello")
        self._until(lambda: self._replica.snapshots, "the document did not come")
        for text in self._replica.unacknowledged():
            self._send(text)
        self._settle()

    def _post(self, text: str) -> None:
        self._read()
        if self._connection is not None:
            self._send(text)
            self._settle()

    def _settle(self) -> None:
        """Wait until the app has taken all that was sent, and all that it said until then has come."""
        replica, last = self._replica, self._replica.sent
        self._until(lambda: replica.acked >= last, "the app did not take it, perhaps a handler still runs")
        self._catch_up()

    def _catch_up(self) -> None:
        """Wait until all has come that the app said before this call."""
        self._pings += 1
        self._send('{"type":"ping"}')
        self._until(lambda: self._pongs >= self._pings, "the server did not answer")

    def _send(self, text: str) -> None:
        assert self._connection is not None
        self._stage.loop.call_soon_threadsafe(self._connection.send, text)

    def _until(self, condition: Callable[[], object], otherwise: str) -> None:
        end = time.monotonic() + self.timeout
        while not condition():
            if not self._step(end):
                raise NotSeen(f"{otherwise}; waited {self.timeout:g} s\n{self._came()}")

    def _step(self, end: float) -> bool:
        """Take in one frame; false if none came until ``end``."""
        if self._connection is None:
            raise Disconnected("the client is not connected: resume() first")
        try:
            self._take(self._connection.arrived.get(timeout=max(0.0, end - time.monotonic())))
        except Empty:
            return False
        return True

    def _read(self) -> None:
        """Take in what has come; raise what the app or the server complained about."""
        if self._replica.document.take():
            raise RuntimeError(
                "the client's document was changed directly; use client.set(model, field=value)"
            )
        while self._connection is not None and not self._connection.arrived.empty():
            self._take(self._connection.arrived.get())

    def _take(self, data: bytes | Closed) -> None:
        if isinstance(data, Closed):
            self._connection = None
            raise Disconnected(f"the server ended the connection ({data.code}): {data.reason}")
        self._replica.receive(data)
        self._hear()

    def _hear(self) -> None:
        """Take note of control messages; raise what they complain about."""
        while self._replica.controls:
            self._heed(self._replica.controls.popleft())

    def _heed(self, message: Mapping[str, Any]) -> None:
        kind = message.get("type")
        self._hellos += kind == "hello"
        self._pongs += kind == "pong"
        if kind == "refused":
            raise Refused(str(message.get("reason")))
        if kind == "ended":
            raise Disconnected(f"the session has ended: {message.get('reason')}")
        if kind == "error":
            self._fail(f"{message.get('title')}", f"{message.get('detail')}")

    def _fail(self, title: str, detail: str) -> None:
        failure = self._stage.failure(detail)
        if failure is None:
            raise AppFailed(f"{title}: {detail}")
        if failure.id not in self._stage.raised:
            self._stage.raised.add(failure.id)
            raise AppFailed(failure.title) from failure.error

    def _may_use(self, model: Model) -> None:
        if getattr(model, "disabled", False):
            raise Refused(f"{model!r} is disabled: a person could not use it")

    def _need_open(self) -> None:
        if self._closed:
            raise Disconnected("the client is closed")

    def _came(self) -> str:
        told = list(self._replica.told)
        return "meanwhile came: " + "\n    ".join(["", *told]) if told else "meanwhile nothing changed"


def _application(source: Source) -> ASGI:
    if callable(source) and not isinstance(source, Application):
        try:
            inspect.signature(source).bind(None, None, None)
        except TypeError:
            pass
        else:
            return source  # type: ignore[return-value]
    return create_app(source, settings=Settings(allow_push=False))  # type: ignore[arg-type]
