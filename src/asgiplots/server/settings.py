"""Every setting of the server, typed, with its default; `ASGIPLOTS_<NAME>` in the environment sets one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from asgiplots.schema.names import show, similar
from asgiplots.server.csp import POLICY

PREFIX = "ASGIPLOTS_"


_POSITIVE = (
    "token_seconds",
    "return_seconds",
    "hello_seconds",
    "max_message_bytes",
    "max_sessions",
    "max_viewers",
    "messages_per_second",
    "max_waiting",
    "threads",
    "slow_callback_seconds",
    "ping_seconds",
)


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it, what was expected and what came."""


@dataclass(frozen=True)
class Settings:
    """What `create_app` and `asgiplots serve` can be told."""

    #: Files and folders to serve, in the environment separated as in PATH.
    apps: tuple[str, ...] = ("apps",)
    #: Path that a proxy in front keeps in the requests, such as `/plots`.
    prefix: str = ""
    #: Further origins whose pages may open a websocket: `https://host`, `host:port`, `*.example.org` or `*`.
    allow_origin: tuple[str, ...] = ()
    #: Python file that says who visits: `get_user(request)`, `login_url`, `logout_url`.
    auth_module: str | None = None
    #: All who open an app's page view one document.
    shared: bool = False
    #: Tracebacks in the page, and apps reloaded when their files change.
    dev: bool = False
    #: Signs the pages' tokens; by default a key that is made once for the user who runs the server.
    secret_key: str | None = None
    #: Seconds from a page's request to the first use of its websocket.
    token_seconds: int = 300
    #: Seconds after its last connection that an open page may come back, also to a server started again.
    return_seconds: int = 7 * 24 * 3600
    #: Seconds that a session is kept whose viewers were all cut off; that of a closed page ends at once.
    detached_seconds: float = 120.0
    #: Sessions of one app, at most, that are kept for viewers that were cut off; the oldest end first.
    max_detached: int = 1000
    #: Sessions, at most; who comes beyond is told to come back later.
    max_sessions: int = 10_000
    #: Viewers of one session, at most.
    max_viewers: int = 10_000
    #: Messages a second that are read from one viewer, after a burst of ten seconds' worth.
    messages_per_second: float = 200.0
    #: Messages that may wait for one session's callbacks; more are refused.
    max_waiting: int = 10_000
    #: Seconds after which the log names a callback that still runs.
    slow_callback_seconds: float = 10.0
    #: Seconds that an open websocket may take to say hello.
    hello_seconds: float = 10.0
    #: Seconds between pings; a viewer that does not answer one within as many more is cut off.
    ping_seconds: float = 20.0
    #: Largest message from a viewer, bytes.
    max_message_bytes: int = 20 * 1024 * 1024
    #: Seconds that a server goes on, not ready, once it is told to stop, so that proxies notice.
    drain_seconds: float = 0.0
    #: Content-Security-Policy of pages, `{nonce}` in it is each page's own; `off` for none.
    content_security_policy: str = POLICY
    #: Whether `/metrics` answers.
    metrics: bool = True
    #: Threads for blocking code, at most.
    threads: int = 64
    #: Whether Python clients may push documents; by default where no app is served, or where there is a key.
    allow_push: bool | None = None
    #: What Python clients from other machines show; without one only those of this machine come in.
    push_key: str | None = None
    #: `import bokeh` means asgiplots: `auto` where the real package is not installed.
    alias: Literal["auto", "on", "off"] = "auto"

    def __post_init__(self) -> None:
        for name, kind in get_type_hints(type(self)).items():
            _check(name, getattr(self, name), kind)
        for name in _POSITIVE:
            if getattr(self, name) <= 0:
                raise SettingsError(f"{name} must be more than 0, got {getattr(self, name)}")
        for name in ("detached_seconds", "max_detached", "drain_seconds"):
            if getattr(self, name) < 0:
                raise SettingsError(f"{name} must not be negative, got {getattr(self, name)}")
        object.__setattr__(self, "prefix", clean_prefix(self.prefix))

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None, **given: Any) -> Settings:
        """The settings of the environment, with those `given` (and not None) over them."""
        environ = os.environ if environ is None else environ
        hints = get_type_hints(cls)
        found = {
            f.name: _parse(f.name, environ[PREFIX + f.name.upper()], hints[f.name])
            for f in fields(cls)
            if environ.get(PREFIX + f.name.upper())
        }
        return cls(**found).over(given)

    def over(self, given: Mapping[str, Any]) -> Settings:
        """These settings with those `given` (and not None) instead; an unknown name is an error."""
        known = [f.name for f in fields(self)]
        for name in given:
            if name not in known:
                raise SettingsError(f"there is no setting {name!r}{similar(name, known)}")
        return replace(self, **{name: value for name, value in given.items() if value is not None})


def clean_prefix(prefix: str) -> str:
    """`/a/b` for `a/b`, `/a/b/` and the like; empty for `/`."""
    inner = prefix.strip("/")
    return f"/{inner}" if inner else ""


_EXPECTED = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}


def _check(name: str, value: Any, kind: Any) -> None:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        raise SettingsError(f"{name} expected {_expected(kind)}, got {show(value)}") from None


def _expected(kind: Any) -> str:
    if kind == tuple[str, ...]:
        return "several texts"
    if get_origin(kind) is Literal:
        return f"one of {', '.join(map(repr, get_args(kind)))}"
    return " or ".join("None" if one is type(None) else _EXPECTED[one] for one in get_args(kind) or (kind,))


def _parse(name: str, text: str, kind: Any) -> Any:
    if kind == tuple[str, ...]:
        separator = os.pathsep if name == "apps" else ","
        return tuple(part.strip() for part in text.split(separator) if part.strip())
    try:
        return msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError:
        expected = _expected(kind).removesuffix(" or None")
        raise SettingsError(f"{PREFIX}{name.upper()} expected {expected}, got {text!r}") from None
