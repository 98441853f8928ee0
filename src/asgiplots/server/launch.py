"""Run a site under uvicorn: the socket first, then the server, then the browser."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import threading
import webbrowser
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from struct import Struct
from types import FrameType
from typing import Any, cast

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

from asgiplots import __version__
from asgiplots.server.outlet import EXTENSION, Data
from asgiplots.server.settings import Settings, SettingsError
from asgiplots.server.site import Site

logger = logging.getLogger("asgiplots.server")

#: Bytes that the system may hold for one connection beyond what is on its way.
_UNSENT_BYTES = 128 * 1024

#: A websocket message's header: whole and binary, then its size in one of three forms.
_BINARY = 0x82
_SHORT, _MIDDLE, _LONG = Struct("!BB"), Struct("!BBH"), Struct("!BBQ")

#: How long an orderly end may take, seconds: first the sessions and the apps' hooks, then the connections.
_SITE_GRACE, _CONNECTIONS_GRACE = 6, 2


class Listener:
    """Where the server listens, a port or a unix socket; claimed at once, so that errors come early."""

    def __init__(self, host: str, port: int, unix_socket: str | None = None) -> None:
        self.unix_socket = unix_socket
        self.host = host
        self.socket = _unix(unix_socket) if unix_socket else _tcp(host, port)
        self.port: int = 0 if unix_socket else self.socket.getsockname()[1]

    @property
    def url(self) -> str:
        """The address that a browser on this machine opens."""
        if self.unix_socket:
            return f"unix:{self.unix_socket}"
        host = "localhost" if self.host in ("", "0.0.0.0", "::", "127.0.0.1", "::1") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def close(self) -> None:
        """Stop listening; a unix socket's file goes too."""
        self.socket.close()
        if self.unix_socket:
            Path(self.unix_socket).unlink(missing_ok=True)


class Websocket(WebSocketsSansIOProtocol):
    """Uvicorn's websocket, with a short way for the frames of a viewer that reads.

    One that answers no ping is let go at once: to flush what it does not read could take for ever.
    """

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == HTTPStatus.SWITCHING_PROTOCOLS:
            extensions = cast("dict[str, Any]", self.scope.get("extensions"))
            extensions[EXTENSION] = self.write

    def write(self, data: Data) -> bool:
        """Send `data` as one binary message now; false if it would have to wait, or the connection ends."""
        if self.close_sent or self.conn.state is not State.OPEN or not self.writable.is_set():
            return False
        if self.transport.is_closing():
            return False
        size = len(data)
        if size < 126:
            head = _SHORT.pack(_BINARY, size)
        elif size < 65536:
            head = _MIDDLE.pack(_BINARY, 126, size)
        else:
            head = _LONG.pack(_BINARY, 127, size)
        self.transport.write(b"".join((head, data)))
        return True

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self.transport.abort()


class Server(uvicorn.Server):
    """Says where it is once it is there, and opens the browser then; told to stop, it sends viewers away.

    signal ─→ not ready ─→ drain_seconds ─→ viewers told to come back, hooks run ─→ connections closed ─→ exit
    """

    def __init__(self, config: uvicorn.Config, site: Site, url: str, words: str, show: str | None) -> None:
        super().__init__(config)
        self._site = site
        self._url, self._words, self._show = url, words, show

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """At the first signal end in good order, at a second one at once."""
        self.force_exit = self.force_exit or self._site.is_draining
        self._site.is_draining = True
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._site.is_draining = True
        end = asyncio.get_running_loop().time() + self._site.settings.drain_seconds
        while asyncio.get_running_loop().time() < end and not self.force_exit:
            await asyncio.sleep(0.05)
        stopping = asyncio.ensure_future(self._site.stop())
        for _ in range(20 * _SITE_GRACE):
            if stopping.done() or self.force_exit:
                break
            await asyncio.wait([stopping], timeout=0.05)
        else:
            logger.error("the apps' hooks took more than %d s: the server ends without them", _SITE_GRACE)
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.should_exit:
            return
        logger.info("asgiplots %s %s at %s", __version__, self._words, self._url)
        if self._show is not None:
            open_browser(self._show)


def run(app: Any, listener: Listener, settings: Settings, words: str, show: bool = False) -> None:
    """Serve `app` until it is told to stop."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        ws=Websocket,
        ws_per_message_deflate=False,  # frames are mostly numbers: compressing them costs more than it saves
        ws_max_size=settings.max_message_bytes,
        ws_ping_interval=settings.ping_seconds,
        ws_ping_timeout=settings.ping_seconds,
        server_header=False,
        timeout_graceful_shutdown=_CONNECTIONS_GRACE,
    )
    url = f"{listener.url}{settings.prefix}/"
    server = Server(config, app.state.site, url, words, url if show and not listener.unix_socket else None)
    try:
        with suppress(KeyboardInterrupt):  # uvicorn has ended in good order by then
            server.run(sockets=[listener.socket])
    finally:
        listener.close()


def open_browser(url: str) -> None:
    """Open `url` in the browser that `$BROWSER` names, or else the machine's own, without waiting for it."""
    threading.Thread(target=webbrowser.open, args=(url,), name="asgiplots-browser", daemon=True).start()


def _tcp(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, OverflowError):
        raise SettingsError(
            f"cannot listen on host {host!r}, port {port}: there is no such address"
        ) from None
    family, kind, protocol, _, address = found[0]
    # asyncio has small frames not wait for acknowledgements, but only on a socket that names its protocol.
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        # What waits in the system for one who does not read is old when it is read: the journal knows better.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, _UNSENT_BYTES)
    try:
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        raise SettingsError(_reason(error, f"port {port} on {host}", "--port")) from None
    listening.setblocking(False)
    return listening


def _unix(path: str) -> socket.socket:
    probe = socket.socket(socket.AF_UNIX)
    with suppress(OSError):
        probe.connect(path)
        probe.close()
        raise SettingsError(f"unix socket {path} is already in use; choose another with --unix-socket")
    probe.close()
    listening = socket.socket(socket.AF_UNIX)
    try:
        if Path(path).is_socket():  # left over from a server that did not end well
            Path(path).unlink()
        listening.bind(path)
        Path(path).chmod(0o666)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        raise SettingsError(_reason(error, f"unix socket {path}", "--unix-socket")) from None
    listening.setblocking(False)
    return listening


def _reason(error: OSError, place: str, option: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{place} is already in use; choose another with {option}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"no permission to listen on {place}; choose another with {option}"
    return f"cannot listen on {place}: {error.strerror}"
