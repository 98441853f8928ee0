"""What an app did wrong, as a person wants to read it."""

import ast
import importlib
import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from traceback import FrameSummary, StackSummary, TracebackException

from asgiplots.session.logs import about, short

logger = logging.getLogger("asgiplots.session")

_HOME = Path(__file__).parents[1]
# Frames that say nothing to an app's author: what imports and runs the app's files.
_MACHINERY = (str(_HOME / "apps"), "<frozen importlib", importlib.__file__, ast.__file__)
# Before the app's first line all of this package is machinery; after it, it is what the app called.
_ABOVE = (*_MACHINERY, str(_HOME))


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception in an app's code; ``where`` names the callback, ``text`` traces the app's own lines.

    ``id`` is what people are told where they must not see more; the log has the rest under it.
    """

    app: str
    session: str
    where: str
    error: BaseException
    text: str
    id: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def title(self) -> str:
        """One line: what failed and why."""
        return f"{self.where}: {type(self.error).__name__}: {self.error}"


def failure(app: str, session: str, where: str, error: BaseException) -> Failure:
    """Log an exception of an app and return it as a ``Failure``; the log record has it as ``failure``."""
    text = _text(error)
    report = Failure(app, session, where, error, text)
    place = f"{app or 'app'} in session {short(session)}" if session else app or "app"
    extra = {**about(app, session), "failure": report}
    logger.error("%s: %s failed (number %s)\n%s", place, where, report.id, text.rstrip(), extra=extra)
    return report


def _text(error: BaseException) -> str:
    """Return the traceback without the machinery's frames; a syntax error tells its own place."""
    told = TracebackException.from_exception(error)
    for part in _chain(told):
        part.stack = StackSummary.from_list(_own_frames(part.stack))
    if not told.stack and not isinstance(error, SyntaxError):
        told = TracebackException.from_exception(error)
    return "".join(told.format())


def _chain(told: TracebackException | None) -> Iterator[TracebackException]:
    while told is not None:
        yield told
        told = told.__cause__ or told.__context__


def _own_frames(stack: StackSummary) -> list[FrameSummary]:
    above = next((n for n, frame in enumerate(stack) if not frame.filename.startswith(_ABOVE)), len(stack))
    return [frame for frame in stack[above:] if not frame.filename.startswith(_MACHINERY)]
