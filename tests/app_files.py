"""What tests of apps share: how an app's files are written down, and a document made from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from asgiplots.apps.application import Application
from asgiplots.apps.context import Request, ServerContext, SessionContext
from asgiplots.document import Document

Write = Callable[..., Path]


def context(id: str = "s1", **arguments: str) -> SessionContext:
    request = Request(arguments={name: [value.encode()] for name, value in arguments.items()})
    return SessionContext(id, ServerContext("app", Document), request)


def create(app: Application, **arguments: str) -> Document:
    """A document of `app`, which has to be in good health."""
    app.load()
    assert app.failure is None, app.failure
    return app.create(context(**arguments))
