"""Signed tokens: which session a page's websocket may open, for which app and which user.

A page comes with a token for its first connection. With that it gets another one, which lasts longer, to
come back with: after the network was away, after the server was started again.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

_ID = re.compile(r"[A-Za-z0-9_.~-]{1,128}")


class TokenError(ValueError):
    """A token that opens nothing; the message says why."""


@dataclass(frozen=True)
class Claims:
    """What a token says. `expired` tokens still lead a viewer back to a session that it was in."""

    session: str
    app: str
    user: str
    expired: bool = False


class Tokens:
    """Signs and reads tokens. They hold no cookie, no argument and no user name, and stay below 600 bytes.

    seconds: how long a page's token opens a session. return_seconds: how long it may be come back to.
    """

    def __init__(self, secret: str, seconds: int, return_seconds: int) -> None:
        self._first = _serializer(secret, "asgiplots.session")
        self._return = _serializer(secret, "asgiplots.return")
        self._secret = secret.encode()
        self._seconds = seconds
        self._return_seconds = return_seconds

    def sign(self, session: str, app: str, user: str = "") -> str:
        """A token for `session` of `app`, shown to `user`."""
        return self._first.dumps([session, app, self.mark(user)])  # pyright: ignore[reportReturnType]

    def sign_return(self, claims: Claims) -> str:
        """A token to come back with, for a viewer that is let in with these claims."""
        return self._return.dumps([claims.session, claims.app, claims.user])  # pyright: ignore

    def read(self, token: str) -> Claims:
        """What `token` says; `TokenError` if it is not one of ours."""
        for serializer, seconds in ((self._first, self._seconds), (self._return, self._return_seconds)):
            try:
                return self._claims(serializer.loads(token, max_age=seconds))
            except SignatureExpired as error:
                return self._claims(serializer.load_payload(error.payload or b""), expired=True)
            except BadData:
                continue
        raise TokenError("the page's token is not valid here: load the page again")

    def mark(self, user: str) -> str:
        """A user as tokens carry them: a keyed digest, empty for nobody."""
        if not user:
            return ""
        return hashlib.blake2b(user.encode(), key=self._secret[:64], digest_size=12).hexdigest()

    def _claims(self, payload: Any, expired: bool = False) -> Claims:
        match payload:
            case [str(session), str(app), str(user)]:
                return Claims(session, app, user, expired)
            case _:
                raise TokenError("the page's token is not valid here: load the page again")


def _serializer(secret: str, salt: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=salt, signer_kwargs={"digest_method": hashlib.sha256})


def new_session_id() -> str:
    """An id that nobody guesses."""
    return secrets.token_urlsafe(24)


def check_session_id(id: str) -> str:
    """The id as given; `TokenError` where it could not stand in an address."""
    if not _ID.fullmatch(id):
        raise TokenError(f"a session id has 1 to 128 of the characters A-Z a-z 0-9 _ . ~ -, got {id[:60]!r}")
    return id


def user_key(user: Any) -> str:
    """One string for the user in an ASGI scope, whoever put it there; empty for nobody."""
    if user is None or getattr(user, "is_authenticated", True) is False:
        return ""
    if isinstance(user, str):
        return user
    for name in ("identity", "pk", "id", "username", "display_name"):
        try:
            value = getattr(user, name, None)
        except NotImplementedError:  # Starlette's base class of users, where a site did not say
            continue
        if value not in (None, ""):
            return f"{name}:{value}"
    return str(user)
