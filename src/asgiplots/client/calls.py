"""One call each: push a document, pull one, show a session."""

from collections.abc import Mapping
from typing import Literal

from asgiplots.client.browser import open_page
from asgiplots.client.place import DEFAULT_URL, page_address, with_session
from asgiplots.client.session import MAX_MESSAGE_SIZE, RECONNECT_SECONDS, ClientSession
from asgiplots.document import Document

DEFAULT_SESSION_ID = "default"


def push_session(
    document: Document | None = None,
    session_id: str | None = None,
    url: str = DEFAULT_URL,
    *,
    headers: Mapping[str, str] | None = None,
    max_message_size: int = MAX_MESSAGE_SIZE,
    reconnect_seconds: float = RECONNECT_SECONDS,
) -> ClientSession:
    """Let the server at ``url`` show ``document``, by default the current one, while this process runs.

    session_id: under which people find it, by default a new one. headers: of all requests, such as
    ``Authorization`` or ``Cookie``, where a site asks who visits. Raises ClientError if that is not possible.
    """
    session = ClientSession(
        session_id,
        url,
        headers=headers,
        max_message_size=max_message_size,
        reconnect_seconds=reconnect_seconds,
    )
    session.push(document)
    return session


def pull_session(
    session_id: str | None = None,
    url: str = DEFAULT_URL,
    arguments: Mapping[str, str] | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    max_message_size: int = MAX_MESSAGE_SIZE,
    reconnect_seconds: float = RECONNECT_SECONDS,
) -> ClientSession:
    """Join a session of the app at ``url``, by default a new one; its document is ``.document``.

    arguments: of the page's request, for the app. headers: of all requests, as for ``push_session``. Raises
    ClientError if that is not possible.
    """
    session = ClientSession(
        session_id,
        url,
        arguments=arguments,
        headers=headers,
        max_message_size=max_message_size,
        reconnect_seconds=reconnect_seconds,
    )
    session.pull()
    return session


def show_session(
    session_id: str | None = None,
    url: str = DEFAULT_URL,
    session: ClientSession | None = None,
    browser: str | None = None,
    new: Literal["tab", "window"] = "tab",
) -> None:
    """Open a session's page in a browser: give its id and the app's address, or the session itself."""
    if session is not None:
        session.show(browser=browser, new=new)
    else:
        open_page(with_session(page_address(url), session_id), browser, new)
