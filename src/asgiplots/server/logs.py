"""Log records as lines: for people, or one JSON object each for what gathers logs."""

from __future__ import annotations

import json
import logging
import math
from datetime import UTC, datetime
from typing import Any

from uvicorn.logging import ColourizedFormatter

from asgiplots.session import Failure

# What every record has, and what uvicorn adds for terminals.
_USUAL = {*vars(logging.makeLogRecord({})), "message", "asctime", "color_message"}


class JsonFormatter(logging.Formatter):
    """One JSON object a record, in one line of ASCII.

    It has `time` (ISO 8601, UTC), `level`, `logger` and `message`; what the log call gave as `extra`, ours
    give `app`, `session` (8 digits that stand for its id), `viewer`, `failure`; and `traceback`, if any.
    """

    def format(self, record: logging.LogRecord) -> str:
        given = {name: _plain(value) for name, value in vars(record).items() if name not in _USUAL}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **given,
        }
        failure = getattr(record, "failure", None)
        if isinstance(failure, Failure):
            line["message"] = record.getMessage().removesuffix(failure.text.rstrip()).rstrip()
            line["traceback"] = failure.text.rstrip()
        elif record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line)


def set_up(level: str, form: str) -> None:
    """Write the log to stderr, from `level` up, as `text` or `json`.

    As JSON, what apps and libraries log is written so too, from warnings up; text leaves theirs alone.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(
        JsonFormatter() if form == "json" else ColourizedFormatter("%(levelprefix)s %(message)s")
    )
    for name, at in (("asgiplots", level.upper()), ("uvicorn", "WARNING")):
        logger = logging.getLogger(name)
        logger.setLevel(at)
        logger.handlers = [handler]
        logger.propagate = False
    if form == "json":
        logging.getLogger().addHandler(handler)
        logging.captureWarnings(True)


def _plain(value: Any) -> Any:
    """Return what JSON can hold of `value`; a failure stands as its number."""
    if isinstance(value, Failure):
        return value.id
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
