"""The document that plain code means when it says ``curdoc()``."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import Context, ContextVar
from typing import Any

from asgiplots.document.document import Document
from asgiplots.schema import ids

MARK = "__asgiplots_document__"

_current: ContextVar[Document | None] = ContextVar("asgiplots_document", default=None)
_default: list[Document] = []


def curdoc() -> Document:
    """Return the current document: the one whose app or callback is running, in any thread or task.

    A script outside any app has one document of its own.
    """
    document = _current.get() or _document_of_caller()
    if document is not None:
        return document
    if not _default:
        _default.append(Document())
    return _default[0]


def _document_of_caller() -> Document | None:
    """Look for the app's module among the callers: a thread that an app started has no context of its own."""
    frame: Any = sys._getframe(2)
    while frame is not None:
        document = frame.f_globals.get(MARK)
        if document is not None:
            return document
        frame = frame.f_back
    return None


@contextmanager
def set_curdoc(document: Document) -> Generator[Document, None, None]:
    """Make ``document`` the current one inside the ``with`` block."""
    before = _current.get()
    _enter(document)
    try:
        yield document
    finally:
        _enter(before)


patch_curdoc = set_curdoc


def context_of(document: Document) -> Context:
    """Return a fresh context in which ``document`` is the current one; run copies of it, in any thread."""
    context = Context()
    context.run(_enter, document)
    return context


def _enter(document: Document | None) -> None:
    _current.set(document)
    ids.use(None if document is None else document.numbers)


def reset_default() -> None:
    """Forget the script's own document, so that the next ``curdoc()`` makes a new one."""
    _default.clear()
