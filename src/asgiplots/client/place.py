"""Where a server expects Python clients: it tells at the address of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from asgiplots.client.errors import ClientError

DEFAULT_URL = "http://localhost:5006/"
_SECONDS = 20.0
_SCHEMES = {"ws": "http", "wss": "https", "http": "http", "https": "https"}


@dataclass(frozen=True, slots=True)
class Place:
    """A session of a server: the address that people open, the client's websocket, and what opens it."""

    page: str
    socket: str
    session: str
    token: str
    headers: Mapping[str, str]

    @property
    def is_local(self) -> bool:
        """Tell whether no proxy can lie between."""
        return is_local(self.page)


def page_address(url: str) -> str:
    """Return the address of an app's page: "default", a page, or (as older scripts have it) its websocket."""
    if url == "default":
        return DEFAULT_URL
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ValueError(f"the url of a server expected something like {DEFAULT_URL!r}, got {url!r}")
    path = parts.path
    if parts.scheme in ("ws", "wss"):
        path = path.removesuffix("ws")
    return urlunsplit((_SCHEMES[parts.scheme], parts.netloc, path.rstrip("/") + "/", parts.query, ""))


def is_local(url: str) -> bool:
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")


def with_session(page: str, session: str | None, arguments: Mapping[str, str] | None = None) -> str:
    """Return the address of a session's page."""
    parts = urlsplit(page)
    query = [*parse_qsl(parts.query), *(arguments or {}).items()]
    if session is not None:
        query.append(("session", session))
    return urlunsplit(parts._replace(query=urlencode(query)))


def find(url: str, session: str | None, arguments: Mapping[str, str], headers: Mapping[str, str]) -> Place:
    """Ask the server at ``url`` where Python clients connect; ClientError if it has no place for them."""
    page = page_address(url)
    answer = _ask(with_session(page, session, arguments), page, headers)
    if "push" not in answer:
        raise ClientError(
            f"the server at {page} lets no Python clients in: start it with `asgiplots serve --allow-push`"
        )
    given = str(answer["session"])
    shown = with_session(page, given, arguments)
    address = urlsplit(urljoin(shown, answer["push"]))
    scheme = "wss" if address.scheme == "https" else "ws"
    return Place(shown, urlunsplit(address._replace(scheme=scheme)), given, str(answer["token"]), headers)


def _ask(address: str, page: str, headers: Mapping[str, str]) -> dict[str, Any]:
    import httpx

    try:
        answer = httpx.get(
            address,
            headers={**headers, "accept": "application/json"},
            timeout=_SECONDS,
            trust_env=not is_local(page),
            follow_redirects=True,
        )
    except httpx.TransportError as error:
        raise ClientError(
            f"no server answers at {page}: start one with `asgiplots serve`, "
            f"or give the url of the one that runs ({error})"
        ) from None
    if answer.status_code != 200:
        raise ClientError(f"the server at {page} answered {answer.status_code} {answer.reason_phrase}")
    try:
        found: Any = answer.json()
        return {**found, "session": found["session"], "token": found["token"]}
    except (ValueError, TypeError, KeyError):
        raise ClientError(f"what answers at {page} is not an asgiplots server") from None
