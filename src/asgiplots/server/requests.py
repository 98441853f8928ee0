"""From an ASGI connection to what an app may know of it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.requests import HTTPConnection

from asgiplots.apps.context import Request

#: Query arguments that are the site's own, not the app's.
SESSION_ARGUMENTS = ("session", "bokeh-session-id")


def arguments(query: str) -> list[tuple[str, str]]:
    """Names and values of a query string without those that name a session."""
    return [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if name not in SESSION_ARGUMENTS
    ]


def given_session(connection: HTTPConnection) -> str | None:
    """The session id that a request asks for, None if it leaves the choice to the site."""
    for name in SESSION_ARGUMENTS:
        if value := connection.query_params.get(name):
            return value
    return connection.headers.get("bokeh-session-id")


def app_request(connection: HTTPConnection, page: str) -> Request:
    """The request as its app sees it; `page` is the path of the app's page."""
    pairs = arguments(connection.url.query)
    found: dict[str, list[bytes]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value.encode())
    headers = connection.headers
    forwarded = headers.get("x-forwarded-proto", "").partition(",")[0].strip()
    secure = (forwarded or connection.url.scheme) in ("https", "wss")
    return Request(
        arguments=found,
        headers=headers,
        cookies=connection.cookies,
        path=page,
        query=urlencode(pairs),
        protocol="https" if secure else "http",
        host=headers.get("host", ""),
        remote_ip=connection.client.host if connection.client else "",
        user=connection.scope.get("user"),
    )
