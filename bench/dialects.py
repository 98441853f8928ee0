"""What differs between the two servers for a load client: opening, telling updates apart, moving a slider."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urljoin


@dataclass(frozen=True)
class Ticket:
    """What a page gives a viewer to open its websocket."""

    url: str
    token: str
    subprotocols: tuple[str, ...] = ()


class Dialect(Protocol):
    """One viewer's side of a wire protocol.

    `feed` says what each message was: "ready" (greet now), "opened", "update" or None.
    A dialect that `greets_first` does not wait to be ready.
    """

    greets_first: bool

    def greet(self, ticket: Ticket, number: int) -> list[str]: ...
    def feed(self, payload: bytes, is_text: bool) -> str | None: ...
    def move_slider(self, value: float) -> list[str]: ...


class BokehDialect:
    """Messages in fragments: header, metadata, content, then a header and a payload for each buffer."""

    greets_first = False

    def __init__(self) -> None:
        self._left = 0
        self._type = ""
        self._moved = False
        self._slider = ""
        self._count = 0

    @staticmethod
    def ticket(page_url: str, html: str) -> Ticket:
        found = re.search(r'"token":"([^"]+)"', html)
        if found is None:
            raise ValueError(f"no token in the page at {page_url}")
        url = page_url.partition("?")[0].replace("http", "ws", 1).rstrip("/") + "/ws"
        return Ticket(url, found[1], ("bokeh", found[1]))

    def greet(self, ticket: Ticket, number: int) -> list[str]:
        return self._message("PULL-DOC-REQ", {})

    def feed(self, payload: bytes, is_text: bool) -> str | None:
        if self._left == 0:
            header = json.loads(payload)
            self._type = header["msgtype"]
            self._left = 2 + 2 * header.get("num_buffers", 0)
            self._moved = False
            return None
        self._left -= 1
        self._moved |= b'"kind":"Column' in payload
        if self._type == "PULL-DOC-REPLY" and not self._slider:
            found = re.search(rb'"name":"Slider","id":"([^"]+)"', payload)
            self._slider = found[1].decode() if found else ""
        if self._left:
            return None
        if self._type == "PULL-DOC-REPLY":
            return "opened"
        if self._type == "ACK":
            return "ready"
        return "update" if self._type == "PATCH-DOC" and self._moved else None

    def move_slider(self, value: float) -> list[str]:
        event = {"kind": "ModelChanged", "model": {"id": self._slider}, "attr": "value", "new": value}
        return self._message("PATCH-DOC", {"events": [event]})

    def _message(self, kind: str, content: dict[str, Any]) -> list[str]:
        self._count += 1
        return [json.dumps({"msgid": str(self._count), "msgtype": kind}), "{}", json.dumps(content)]


class AsgiplotsDialect:
    """One binary frame for each update, one JSON message for each write."""

    greets_first = True
    SNAPSHOT, PATCH = 1, 2

    def __init__(self) -> None:
        self._slider = ""
        self._sent = 0

    @staticmethod
    def ticket(page_url: str, html: str) -> Ticket:
        found = re.search(r'<script[^>]*\bid="asgiplots"[^>]*>(.*?)</script>', html, re.S)
        if found is None:
            raise ValueError(f"no settings in the page at {page_url}")
        settings = json.loads(found[1])
        return Ticket(urljoin(page_url, settings["ws"]).replace("http", "ws", 1), settings["token"])

    def greet(self, ticket: Ticket, number: int) -> list[str]:
        viewer = f"bench-viewer-{number:08d}"
        hello = {
            "type": "hello",
            "token": ticket.token,
            "viewer": viewer,
            "epoch": None,
            "revision": None,
            "sent": 0,
        }
        return [json.dumps(hello)]

    def feed(self, payload: bytes, is_text: bool) -> str | None:
        kind = payload[2]
        if kind == self.SNAPSHOT:
            size = int.from_bytes(payload[4:8], "little")
            models = json.loads(payload[24 : 24 + size])["models"]
            self._slider = next((id for id, kind, _ in models if kind == "Slider"), "")
            return "opened"
        return "update" if kind == self.PATCH else None

    def move_slider(self, value: float) -> list[str]:
        self._sent += 1
        return [json.dumps({"type": "write", "n": self._sent, "writes": [[self._slider, "value", value]]})]


DIALECTS: dict[str, type[BokehDialect] | type[AsgiplotsDialect]] = {
    "bokeh": BokehDialect,
    "asgiplots": AsgiplotsDialect,
}
