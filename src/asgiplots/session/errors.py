"""What an app did wrong, as a person wants to read it."""

import logging
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

logger = logging.getLogger("asgiplots.session")

_HOME = str(Path(__file__).parents[1])


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception in an app's code; ``where`` names the callback, ``text`` traces the app's own lines."""

    app: str
    session: str
    where: str
    error: BaseException
    text: str

    @property
    def title(self) -> str:
        """One line: what failed and why."""
        return f"{self.where}: {type(self.error).__name__}: {self.error}"


def failure(app: str, session: str, where: str, error: BaseException) -> Failure:
    """Log an exception of an app and return it as a ``Failure``."""
    text = "".join(traceback.format_exception(type(error), error, _own_lines(error.__traceback__)))
    logger.error("%s in session %s: %s failed\n%s", app or "app", session, where, text)
    return Failure(app, session, where, error, text)


def _own_lines(trace: TracebackType | None) -> TracebackType | None:
    """Leave out the frames of this package that lie before the app's first; all stay if there is no other."""
    first = trace
    while first is not None and first.tb_frame.f_code.co_filename.startswith(_HOME):
        first = first.tb_next
    return first or trace
