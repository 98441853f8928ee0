"""Whose pages may open a websocket: the site's own, and those that a setting names."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple
from urllib.parse import urlsplit

from asgiplots.server.settings import SettingsError

logger = logging.getLogger("asgiplots.server")

#: Anybody may send us any number of origins; the log need not have them all.
_MOST_TOLD = 100
#: As browsers write one; a setting may have stars in it.
_ORIGIN = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9._*-]+)(:\d{1,5})?", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """Scheme (empty: any), host in lower case, port (None: the scheme's own)."""

    scheme: str
    host: str
    port: int | None


class Origins:
    """Decides about the `Origin` header of a websocket's handshake."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._any = False
        self._told: set[str] = set()
        self._allowed: list[Origin] = []
        for text in allowed:
            if text == "*":
                self._any = True
            else:
                self._allowed.append(_setting(text))

    def objection(self, headers: Mapping[str, str]) -> str:
        """What a page that may not connect is told; the first time that its origin comes, the log too."""
        origin, host = headers.get("origin", ""), headers.get("host", "")
        reason = f"the origin {origin} is not allowed at {host}: see --allow-origin"
        if origin not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(origin)
            logger.warning("refused a websocket: %s", reason)
        return f"{reason}\n"

    def allows(self, headers: Mapping[str, str], secure: bool = False) -> bool:
        """Whether a handshake with these (lower-case) headers may go on.

        Without an `Origin` it does not come from a browser's page and may. `secure`: it came through TLS.
        """
        text = headers.get("origin")
        if text is None or self._any:
            return True
        origin = _parse(text)
        if origin is None:
            return False
        secure = secure or _first(headers.get("x-forwarded-proto", "")) in ("https", "wss")
        if not (secure and origin.scheme == "http") and _port(origin) in _own(headers, origin):
            return True
        return any(_matches(origin, allowed) for allowed in self._allowed)


def _own(headers: Mapping[str, str], origin: Origin) -> set[tuple[str, int | None]]:
    """Host and port under which the browser reached us, as the server and proxies before it tell."""
    hosts = (headers.get("host", ""), _first(headers.get("x-forwarded-host", "")))
    parsed = [_parse(f"{origin.scheme}://{host}") for host in hosts if host]
    own = {_port(found) for found in parsed if found is not None}
    forwarded = _first(headers.get("x-forwarded-port", ""))
    if forwarded.isdigit():
        own |= {(host, int(forwarded)) for host, _ in own}
    return own


def _port(origin: Origin) -> tuple[str, int | None]:
    return origin.host, origin.port or _PORTS.get(origin.scheme)


def _matches(origin: Origin, allowed: Origin) -> bool:
    scheme = allowed.scheme in ("", origin.scheme)
    port = (allowed.port is None and not allowed.scheme) or _port(origin)[1] == (
        allowed.port or _PORTS[origin.scheme]
    )
    return scheme and port and fnmatchcase(origin.host, allowed.host)


def _parse(text: str) -> Origin | None:
    if not _ORIGIN.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or parts.path or parts.query or parts.username:
        return None
    return Origin(parts.scheme, parts.hostname, port)


def _setting(text: str) -> Origin:
    origin = _parse(text if "://" in text else f"http://{text}")
    if origin is None:
        raise SettingsError(f"an allowed origin is https://host, host:port, *.example.org or *, got {text!r}")
    return origin if "://" in text else origin._replace(scheme="")


def _first(header: str) -> str:
    return header.partition(",")[0].strip()
