"""One viewer's websocket: a hello, then frames down and messages up, on raw ASGI.

connect ─→ origin? ─→ accept ─→ hello in time ─→ token? ─→ session ─→ attach ─┬→ outlet: take → send
                  └→ 403             └────── ended, and why ─────┘                └→ reader: receive → submit

Its states are those of `session/states.py`, drawn in docs/states.md.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect

from asgiplots.protocol import (
    CONTROL,
    FrameError,
    Hello,
    Leave,
    MessageError,
    decode_frame,
    decode_message,
    encode_control,
    frame,
)
from asgiplots.server.guard import objection
from asgiplots.server.host import AppFailed, Full, Held, Host, NotYours
from asgiplots.server.outlet import Outlet
from asgiplots.server.requests import app_request
from asgiplots.server.site import Site
from asgiplots.server.tokens import Claims, TokenError, user_key
from asgiplots.session import Cursor, Session, SessionClosed, Viewer
from asgiplots.session.logs import about
from asgiplots.session.meters import Meters
from asgiplots.session.rate import Rate
from asgiplots.session.states import CONNECTION, State

logger = logging.getLogger("asgiplots.server")

#: Seconds after which a viewer may come again that found no room.
_WHEN_FULL = 10

#: The subprotocol that is spoken with a page which says hello with its request.
PROTOCOL = "asgiplots"

#: With this code a browser closes the websockets of a page that is closed or left.
_GOING_AWAY = 1001

#: After so many messages that cannot be read the connection is closed.
_PATIENCE = 20


class Refusal(Exception):
    """Why a connection is closed: the code of the close frame, and the reason that the page is told."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Wire:
    """The two directions of one websocket, without Starlette's wrappers: this is the hot path."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, meters: Meters) -> None:
        self.state = State(CONNECTION)
        self.outlet = Outlet(scope, send, meters)
        self._receive = receive
        self._send = send

    def note(self, event: str) -> None:
        """Move on; the pump and the reader may both see the end, and who is second has nothing to add."""
        if self.state.may(event):
            self.state.move(event)

    async def receive(self) -> str | bytes:
        """The next message; `WebSocketDisconnect` when there will be no more."""
        message = await self._receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        text = message.get("text")
        return message["bytes"] if text is None else text

    async def control(self, message: MutableMapping[str, Any]) -> None:
        """Send a control frame outside any session."""
        await self._send({"type": "websocket.send", "bytes": frame(CONTROL, encode_control(message), 0, 0)})

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close from this side, once; nothing is sent after it."""
        if self.outlet.closed:
            return
        self.outlet.closed = True
        await self._send({"type": "websocket.close", "code": code, "reason": reason[:100]})


class Endpoint:
    """The websocket of one app; `trusted`: of Python clients, who send frames and may change everything."""

    def __init__(self, site: Site, host: Host, trusted: bool = False) -> None:
        self._site = site
        self._host = host
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        connection, wire = HTTPConnection(scope), Wire(scope, receive, send, self._host.meters)
        if not self._site.origins.allows(connection.headers, scope["scheme"] == "wss"):
            wire.state.move("turned away")
            await _forbid(scope, send, self._site.origins.objection(connection.headers))
            return
        if self._trusted and (reason := objection(connection, self._site.settings.push_key)):
            wire.state.move("turned away")
            await _forbid(scope, send, f"{reason}\n")
            return
        offered: list[str] = scope.get("subprotocols", [])
        await send({"type": "websocket.accept", **({"subprotocol": PROTOCOL} if PROTOCOL in offered else {})})
        wire.state.move("accepted")
        try:
            await self._serve(wire, connection, hello_in(offered))
        except Refusal as refusal:
            wire.state.move("refused")
            await wire.control({"type": "ended", "reason": str(refusal)})
            await wire.close(refusal.code, str(refusal))
        except Full as error:
            wire.state.move("refused")
            logger.warning("sent a viewer away: %s", error, extra=about(self._host.app.name))
            await wire.control({"type": "comeback", "after": _WHEN_FULL})
            await wire.close(1013, str(error))
        except (WebSocketDisconnect, OSError):
            pass
        finally:
            wire.state.move("lost")

    async def _serve(self, wire: Wire, connection: HTTPConnection, hello: Hello | None) -> None:
        hello = hello or await self._hello(wire)
        wire.state.move("hello")
        claims, owner = self._claims(hello, connection)
        reloaded = self._host.reloaded
        try:
            held = await self._open(claims, owner, hello, connection)
        except AppFailed as error:
            wire.state.move("app failed")
            await wire.control(self._host.error_message(error.failure))
            await self._wait(wire, reloaded)
            return
        greeting = {"token": self._site.tokens.sign_return(claims)}
        await self._view(wire, held, hello, greeting)

    async def _hello(self, wire: Wire) -> Hello:
        try:
            async with asyncio.timeout(self._site.settings.hello_seconds):
                message = decode_message(await wire.receive())
        except TimeoutError:
            raise Refusal(4408, "the page did not say hello in time") from None
        except MessageError as error:
            raise Refusal(4400, str(error)) from None
        if not isinstance(message, Hello):
            raise Refusal(4400, f"expected hello as the first message, got {type(message).__name__.lower()}")
        return message

    def _claims(self, hello: Hello, connection: HTTPConnection) -> tuple[Claims, str]:
        owner = user_key(connection.scope.get("user"))
        try:
            claims = self._site.tokens.read(hello.token)
        except TokenError as error:
            raise Refusal(4401, str(error)) from None
        if claims.app != self._host.app.name or claims.user != self._site.tokens.mark(owner):
            raise Refusal(4401, "the page's token is for another app or another user: load the page again")
        return claims, owner

    async def _open(self, claims: Claims, owner: str, hello: Hello, connection: HTTPConnection) -> Held:
        held = self._host.find(claims.session)
        if claims.expired and (held is None or not held.session.knows(hello.viewer)):
            raise Refusal(4401, "the page's token has expired: load the page again")
        page = connection.url.path.rpartition("/")[0] or "/"
        try:
            return await self._host.open(claims.session, owner, app_request(connection, page))
        except NotYours as error:
            raise Refusal(4403, str(error)) from None

    async def _view(self, wire: Wire, held: Held, hello: Hello, greeting: dict[str, Any]) -> None:
        session = held.session
        try:
            viewer = session.attach(
                hello.viewer,
                _cursor(hello),
                wire.outlet.wake,
                trusted=self._trusted,
                kept=hello.kept,
                greeting=greeting,
                heard=hello.heard,
            )
        except SessionClosed as error:
            raise Refusal(1012, str(error)) from None
        wire.state.move("attached")
        self._host.attached(held)
        pump = asyncio.create_task(self._pump(wire, viewer))
        closed = False
        try:
            closed = await self._read(wire, session, viewer)
        finally:
            session.leave(viewer, closed)
            pump.cancel()

    async def _pump(self, wire: Wire, viewer: Viewer) -> None:
        try:
            await wire.outlet.run(viewer)
            wire.note("session ended")
            await wire.close(1012 if viewer.may_return else 1000)
        except OSError:
            pass  # the reader hears of it too, and ends the connection

    async def _read(self, wire: Wire, session: Session, viewer: Viewer) -> bool:
        """Take in messages until the connection ends; true if the page said that it closes."""
        decode: Callable[[Any], Any] = decode_frame if self._trusted else decode_message
        patience, limit = _PATIENCE, self._site.settings.max_message_bytes
        counted = self._counter(session, viewer)
        while not viewer.overrun:
            try:
                data = await wire.receive()
            except WebSocketDisconnect as end:
                return end.code == _GOING_AWAY and not self._trusted
            await counted()
            if len(data) > limit:
                await wire.close(1009, f"a message has at most {limit} bytes, got {len(data)}")
                continue
            try:
                message = decode_message(data) if isinstance(data, str) else decode(data)
            except (MessageError, FrameError) as error:
                patience -= 1
                self._host.meters.refused += 1
                viewer.tell({"type": "refused", "n": 0, "reason": str(error)})
                if not patience:
                    wire.note("refused")
                    await wire.close(4400, "too many messages that cannot be read")
                continue
            if isinstance(message, Leave):
                wire.note("leave")
                return True
            if isinstance(message, Hello):
                viewer.tell({"type": "refused", "n": 0, "reason": "hello was said already"})
                continue
            session.submit(viewer, message)
        wire.note("sent away")
        name = self._host.app.name
        logger.warning(
            "viewer %d of %s reads too little of what it is told",
            viewer.number,
            name,
            extra=about(name, session.id, viewer.number),
        )
        return False

    def _counter(self, session: Session, viewer: Viewer) -> Callable[[], Awaitable[None]]:
        """Return what counts a message, and waits if the viewer sends too many a second."""
        settings = self._site.settings
        rate = Rate(settings.messages_per_second, 10 * settings.messages_per_second)
        loop = asyncio.get_running_loop()

        async def count() -> None:
            seconds = 0 if self._trusted else rate.delay(loop.time())
            if seconds > 0:
                if viewer.peer.is_news("rate"):
                    logger.warning(
                        "viewer %d sends too fast: it is read more slowly",
                        viewer.number,
                        extra=about(session.name, session.id, viewer.number),
                    )
                await asyncio.sleep(seconds)

        return count

    async def _wait(self, wire: Wire, reloaded: asyncio.Event) -> None:
        """Keep a page whose app failed: it is told to come back once the app was loaded afresh."""
        again = asyncio.create_task(reloaded.wait())
        again.add_done_callback(lambda _: None)
        reading = asyncio.create_task(_drain(wire))
        waiting = {again, reading}
        try:
            while not (await asyncio.wait(waiting, timeout=20, return_when=asyncio.FIRST_COMPLETED))[0]:
                await wire.control({"type": "pong"})  # a silent server would be given up
            if again.done():
                wire.state.move("app reloaded")
                await wire.control({"type": "comeback", "after": 0, "reload": True})
                await wire.close(1012, "the app was loaded afresh")
        finally:
            again.cancel()
            reading.cancel()


def hello_in(offered: list[str]) -> Hello | None:
    """Return the hello of a page that says it with the request, among the subprotocols: `hello.VIEWER.TOKEN`.

    It saves the page the time that a message takes. The page takes the answer `asgiplots` for "heard".
    """
    said = next((one for one in offered if one.startswith("hello.")), None) if PROTOCOL in offered else None
    if said is None:
        return None
    viewer, _, token = said.removeprefix("hello.").partition(".")
    return Hello(token, viewer)


def _cursor(hello: Hello) -> Cursor | None:
    if hello.epoch is None or hello.revision is None:
        return None
    return Cursor(hello.epoch, hello.revision)


async def _drain(wire: Wire) -> None:
    try:
        while True:
            await wire.receive()
    except WebSocketDisconnect:
        return


async def _forbid(scope: Scope, send: Send, reason: str) -> None:
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 4403, "reason": reason.strip()})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    start: Message = {"type": "websocket.http.response.start", "status": 403, "headers": headers}
    await send(start)
    await send({"type": "websocket.http.response.body", "body": reason.encode()})
