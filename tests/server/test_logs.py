"""The log as JSON: every line is one object, and none has the id of a session."""

import json
import logging
import math
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from app_files import Write
from serve_command import Serving
from serving import payload, socket_url
from websockets.sync.client import connect

from asgiplots.server.logs import JsonFormatter
from asgiplots.session.errors import failure
from asgiplots.session.logs import short
from asgiplots.testing import Replica

SESSION = "a-secret-session"
APP = """
    import logging
    import warnings
    from asgiplots.models import Button, Div
    from asgiplots.plotting import curdoc

    logging.getLogger("mine").warning("two\\nlines", extra={"rows": 3})
    warnings.warn("this is old")
    button, fixed = Button(name="button"), Div(name="fixed", text="")
    curdoc().add_root(button)
    curdoc().add_root(fixed)

    def broken():
        raise RuntimeError("the app did this")

    button.on_click(broken)
"""


def test_a_server_writes_json_only_and_no_session_s_id(folder: Write):
    path = folder({"demo.py": APP}) / "demo.py"
    with Serving(str(path), "--port", "0", ASGIPLOTS_LOG_FORMAT="json") as server:
        url = _find(server, "message", lambda text: " at " in text)["message"].rpartition(" at ")[2]
        start = payload(f"{url}?session={SESSION}")
        page = Replica("page 1")
        with connect(socket_url(url, start), proxy=None) as socket:
            socket.send(page.hello(start["token"]))
            while not page.snapshots:
                page.receive(socket.recv(10))
            find: Any = page.document.get_model_by_name
            socket.send(page.write([(find("fixed"), "text", "not allowed")]))
            socket.send(page.event("button_click", find("button"), {}))
            while page.unacknowledged():
                page.receive(socket.recv(10))
        assert httpx.get(url).status_code == 200
    lines = _parsed(server)
    assert not [line for line in server.lines if SESSION in line]
    assert all({"time", "level", "logger", "message"} <= set(line) for line in lines)
    refused = next(line for line in lines if "refused message" in line["message"])
    told = (refused["app"], refused["session"], refused["viewer"], refused["level"])
    assert told == ("demo", short(SESSION), 1, "warning")
    failed = next(line for line in lines if "failure" in line)
    assert failed["session"] == short(SESSION) and failed["app"] == "demo"
    assert failed["message"].endswith(f"failed (number {failed['failure']})")
    assert failed["traceback"].endswith("RuntimeError: the app did this")
    mine = next(line for line in lines if line["logger"] == "mine")
    assert (mine["message"], mine["rows"]) == ("two\nlines", 3)
    assert any("this is old" in line["message"] for line in lines if line["logger"] == "py.warnings")
    print(f"\n{len(lines)} lines, all of them JSON")


def test_times_are_iso_8601_in_utc():
    record = logging.makeLogRecord({"created": 0.25, "msg": "%s rows", "args": (3,), "levelname": "INFO"})
    line = json.loads(JsonFormatter().format(record))
    assert (line["time"], line["level"], line["message"]) == (
        "1970-01-01T00:00:00.250+00:00", "info", "3 rows",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, 3), (None, None), (True, True), (math.nan, "nan"), ({1, }, "{1}"), ({(1, 2): 3}, "{(1, 2): 3}"),
        ("\ud800\u2028", "\ud800\u2028"),
    ],
)  # fmt: skip
def test_whatever_a_log_call_adds_is_one_line(value: Any, written: Any):
    line = JsonFormatter().format(logging.makeLogRecord({"extra_thing": value}))
    assert json.loads(line)["extra_thing"] == written
    assert line.isascii() and len(line.splitlines()) == 1


def test_an_exception_has_its_traceback():
    try:
        raise ValueError("this")
    except ValueError:
        line = json.loads(JsonFormatter().format(logging.makeLogRecord({"exc_info": sys.exc_info()})))
    assert line["traceback"].startswith("Traceback") and line["traceback"].endswith("ValueError: this")


def test_a_text_log_has_no_session_s_id_either(caplog: pytest.LogCaptureFixture):
    failure("demo", SESSION, "the callback", RuntimeError("this"))
    assert f"demo in session {short(SESSION)}: the callback failed" in caplog.text
    assert SESSION not in caplog.text


def _parsed(server: Serving) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.lines]


def _find(server: Serving, name: str, fits: Callable[[str], bool]) -> dict[str, Any]:
    return next(line for line in _parsed(server) if fits(line[name]))
