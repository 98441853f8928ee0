"""What a log record says beside its words."""

from hashlib import blake2s
from typing import Any


def about(app: str = "", session: str = "", viewer: int | None = None) -> dict[str, Any]:
    """Return the ``extra`` of a log call: those given of app, session (as ``short`` has it) and viewer."""
    named = {"app": app, "session": short(session), "viewer": viewer}
    return {name: value for name, value in named.items() if value not in ("", None)}


def short(session: str) -> str:
    """Return 8 hexadecimal digits that stand for a session: its id itself opens it, so no log may have it."""
    return blake2s(session.encode(), digest_size=4).hexdigest() if session else ""
