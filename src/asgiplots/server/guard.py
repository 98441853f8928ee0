"""Who may come in as a Python client: one that may change everything in a session's document."""

from __future__ import annotations

from hmac import compare_digest
from ipaddress import ip_address

from starlette.requests import HTTPConnection

KEY_HEADER = "x-asgiplots-push-key"

#: What a proxy adds: the client is then somewhere else than it seems.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def objection(connection: HTTPConnection, key: str | None) -> str | None:
    """Why a Python client may not come in, None if it may.

    A browser's page never may. With a `key` who shows it may; without, only who is on this machine.
    """
    headers = connection.headers
    if "origin" in headers:
        return "pages of a browser may not push documents"
    if key is not None:
        given = headers.get(KEY_HEADER, "")
        same = compare_digest(given.encode(), key.encode())
        return (
            None
            if same
            else "Python clients must show the server's key: set ASGIPLOTS_PUSH_KEY on both sides"
        )
    if not _is_here(connection) or any(name in headers for name in _FORWARDED):
        return "Python clients from other machines need a key: set ASGIPLOTS_PUSH_KEY on both sides"
    return None


def _is_here(connection: HTTPConnection) -> bool:
    try:
        return connection.client is not None and ip_address(connection.client.host).is_loopback
    except ValueError:
        return False
