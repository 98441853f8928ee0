"""A document of this process, shown by a server."""

import atexit
import logging
import weakref
from collections.abc import Mapping
from typing import Any, Literal

from asgiplots.client.background import Background, background
from asgiplots.client.browser import open_page
from asgiplots.client.errors import ClientError
from asgiplots.client.handshake import Handshake
from asgiplots.client.link import Link
from asgiplots.client.place import DEFAULT_URL, Place, find, page_address
from asgiplots.client.uplink import JOURNAL_BYTES, LocalSession, Uplink
from asgiplots.document import Document, curdoc
from asgiplots.document.apply import apply_operations
from asgiplots.schema import Model
from asgiplots.session import Cursor, Failure

logger = logging.getLogger("asgiplots.client")

MAX_MESSAGE_SIZE = 20 * 1024 * 1024
RECONNECT_SECONDS = 60.0
_PATIENCE = 60.0
_GOODBYE = 2.0


class ClientSession:
    """A document and the connection that keeps it equal with a session of a server.

    Changes reach the server at once, from any thread. Callbacks, and what people do in their browsers, wait
    for ``loop_until_closed``; plain callbacks run in the thread that calls it.

    session_id: of the server's session, by default a new one. url: the address of the app's page.
    arguments: of the page's request, for the app. headers: of all requests, such as ``Authorization`` or
        ``Cookie``, where a site asks who visits. max_message_size: of one frame from the server, bytes.
    reconnect_seconds: how long to try when the connection is lost, 0 for not at all. A server that was
        started again gets the pushed document again.
    """

    def __init__(
        self,
        session_id: str | None = None,
        url: str = DEFAULT_URL,
        *,
        arguments: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        max_message_size: int = MAX_MESSAGE_SIZE,
        reconnect_seconds: float = RECONNECT_SECONDS,
    ) -> None:
        self._reconnect_seconds = reconnect_seconds
        self._wanted = session_id
        self._page = page_address(url)
        self._arguments = dict(arguments or {})
        self._headers = dict(headers or {})
        self._max_message_size = max_message_size
        self._background: Background = background()
        self._document: Document | None = None
        self._place: Place | None = None
        self._link: Link | None = None
        self._uplink: Uplink | None = None
        self._refused = ""
        self._exit: SystemExit | None = None

    # What it is

    @property
    def document(self) -> Document:
        """The document; RuntimeError before ``push`` or ``pull``."""
        if self._document is None:
            raise RuntimeError("the session has no document yet: push one, or pull the server's")
        return self._document

    @property
    def id(self) -> str:
        """The id of the server's session."""
        return self._need_place().session

    @property
    def token(self) -> str:
        """What opens the server's session."""
        return self._need_place().token

    @property
    def url(self) -> str:
        """The address of the app's page, without the session."""
        return self._page

    @property
    def connected(self) -> bool:
        """Whether there is a connection now."""
        return self._uplink is not None and self._link is not None and self._link.is_up

    @property
    def _has_ended(self) -> bool:
        return self._uplink is None or self._link is None or bool(self._link.reason)

    @property
    def error_reason(self) -> str | None:
        """Why the connection ended, None while it has not."""
        return (self._link.reason or None) if self._link is not None else None

    # Connecting

    def push(self, document: Document | None = None) -> None:
        """Let the server show ``document``, by default the current one; return once it has it.

        Raises ClientError if there is no server or it refuses, RuntimeError for another document than before.
        """
        if self._document is None:
            self._open(document if document is not None else curdoc())
        elif document is not None and document is not self._document:
            raise RuntimeError("this session has a document already: push another one with push_session()")
        else:
            self.force_roundtrip()

    def pull(self) -> None:
        """Get the server's document; once there is one, what changed in it since."""
        if self._document is None:
            self._open(None)
        else:
            self.check_connection_errors()
            self._background.call(self._catch_up())

    def _open(self, document: Document | None) -> None:
        self._place = find(self._page, self._wanted, self._arguments, self._headers)
        try:
            self._background.call(self._connect(self._place, document))
        except BaseException:
            self.close("not accepted")
            raise
        _open_sessions.add(self)

    async def _connect(self, place: Place, document: Document | None) -> None:
        handshake = Handshake(place, self._max_message_size)
        socket, snapshot = await handshake.come_in()
        link = self._link = Link(handshake, socket, self._background.nudge, self._reconnect_seconds)
        known = document is None
        if document is None:
            document = Document()
            apply_operations(document, snapshot.operations)
        back = self._background
        local = LocalSession(
            document,
            id=place.session,
            runtime=back.runtime,
            scheduler=back.scheduler,
            policy=back.policy,
            name="client",
            on_error=self._failed,
            journal_bytes=JOURNAL_BYTES,
        )
        position = Cursor(snapshot.epoch, snapshot.revision)
        self._uplink = Uplink(local, link.wake.set, self._control, position, known)
        link.start(self._uplink)
        if not known:
            await self._settle()
        self._document = document

    # Using it

    def show(
        self,
        obj: Model | None = None,
        browser: str | None = None,
        new: Literal["tab", "window"] = "tab",
    ) -> None:
        """Open the session's page in a browser, ``obj`` added to the document's roots if it is not there.

        browser: a name that the ``webbrowser`` module knows, "none" for none, by default ``$BROWSER``.
        """
        if obj is not None:
            self.document.add_root(obj)
        if not self.document.roots:
            logger.warning("the page is empty: give show() a plot, or the document with curdoc().add_root(…)")
        open_page(self._need_place().page, browser, new)

    def loop_until_closed(self) -> None:
        """Run callbacks and handlers in this thread until the connection ends, or Ctrl-C; then close."""
        self.check_connection_errors()
        assert self._uplink is not None
        try:
            self._background.serve(self._uplink.begin, self._is_over)
        except KeyboardInterrupt:
            logger.info("stopped by Ctrl-C")
        finally:
            self.close()
        if self._exit is not None:
            raise self._exit

    def _is_over(self) -> bool:
        return self._exit is not None or self._has_ended

    def force_roundtrip(self) -> None:
        """Return once the server has everything that changed so far; ClientError if it does not take it."""
        self.check_connection_errors()
        self.document.flush()
        self._background.call(self._settle())

    def close(self, why: str = "closed") -> None:
        """Send what is left and end the connection; pages keep what they show. Again does nothing."""
        _open_sessions.discard(self)
        uplink, link = self._uplink, self._link
        if uplink is not None and link is not None:
            self._uplink = None
            uplink.local.flush()
            closing = self._close(uplink, link, why)
            if self._background.runtime.on_loop():
                self._background.spawn(closing)
            else:
                self._background.call(closing)

    def check_connection_errors(self) -> None:
        """Raise ClientError unless there is a connection, or one that is being opened again."""
        if self._has_ended:
            reason = self.error_reason or "push a document, or pull the server's"
            raise ClientError(f"not connected to {self._page}: {reason}")

    # In the background

    async def _settle(self) -> None:
        """Wait until the server has everything; ClientError if it does not take it."""
        link, uplink = self._link, self._uplink
        assert link is not None and uplink is not None
        settled = await link.until(lambda: uplink.is_settled or self._refused, _PATIENCE)
        reason, self._refused = self._refused or link.reason, ""
        if reason or not settled:
            raise ClientError(
                f"the server at {self._page} did not take the document: {reason or 'no answer'}"
            )

    async def _catch_up(self) -> None:
        assert self._uplink is not None and self._link is not None
        await self._link.round_trip(_PATIENCE)
        self._uplink.release()
        await self._uplink.local.run(lambda: None)

    async def _close(self, uplink: Uplink, link: Link, why: str) -> None:
        if not link.reason:
            await link.until(lambda: uplink.is_settled or self._refused, _GOODBYE)
        uplink.local.close()
        await link.close(why)

    def _control(self, message: dict[str, Any]) -> None:
        kind = message.get("type")
        if kind == "pong" and self._link is not None:
            self._link.answered += 1
        elif kind == "refused":
            self._refused = str(message.get("reason"))
            logger.error("the server refused a change: %s", self._refused)
        elif kind == "error":
            logger.error("the server could not go on: %s\n%s", message.get("title"), message.get("detail"))
        elif kind == "ended":
            logger.warning("the session has ended: %s", message.get("reason"))
            if self._link is not None:
                self._link.end(f"the session has ended: {message.get('reason')}")

    def _failed(self, failure: Failure) -> None:
        """Let ``sys.exit()`` in a callback end the script; other errors were logged, and it goes on."""
        if isinstance(failure.error, SystemExit):
            self._exit = failure.error
            self._background.nudge()
        elif self._document is None and self._link is not None:
            self._refused = str(failure.error)
            self._link.look()

    def _need_place(self) -> Place:
        if self._place is None:
            raise RuntimeError("the session is not connected yet: push a document, or pull the server's")
        return self._place


_open_sessions: "weakref.WeakSet[ClientSession]" = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """Let the last changes of a script that ends arrive."""
    for session in tuple(_open_sessions):
        session.close()
