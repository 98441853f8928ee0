"""What an app did wrong, as a person wants to read it."""

import ast
import logging
import secrets
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

logger = logging.getLogger("asgiplots.session")

# Frames that say nothing to an app's author: this package's, the import machinery's, the parser's.
_MACHINERY = (str(Path(__file__).parents[1]), "<frozen importlib", ast.__file__)


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
    """Log an exception of an app and return it as a ``Failure``."""
    text = "".join(traceback.format_exception(type(error), error, _own_lines(error)))
    report = Failure(app, session, where, error, text)
    place = f"{app or 'app'} in session {session}" if session else app or "app"
    logger.error("%s: %s failed (number %s)\n%s", place, where, report.id, text.rstrip())
    return report


def _own_lines(error: BaseException) -> TracebackType | None:
    """Leave out the machinery's frames before the app's first; a syntax error tells its own place."""
    first = error.__traceback__
    while first is not None and first.tb_frame.f_code.co_filename.startswith(_MACHINERY):
        first = first.tb_next
    return first or (None if isinstance(error, SyntaxError) else error.__traceback__)
