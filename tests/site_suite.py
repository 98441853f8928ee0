"""What every way of serving the same apps must do; each check is given the site as visitors reach it.

The site serves `apps/` and `tests/deploy/apps/`.
"""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from collections.abc import Callable, Coroutine, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from running import ROOT
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from asgiplots.protocol import CONTROL, PATCH, SNAPSHOT

APPS = (ROOT / "apps", ROOT / "tests" / "deploy" / "apps")

_numbers = count(1)


@dataclass(frozen=True)
class Page:
    """One page as a browser got it."""

    url: str
    html: str
    settings: dict[str, Any]

    @property
    def websocket(self) -> str:
        return urljoin(self.url, self.settings["ws"]).replace("http", "ws", 1)

    def written(self) -> list[str]:
        """The addresses of what the page loads, as they stand in it."""
        found = re.findall(r'(?:src|href)="([^"]+)"', self.html)
        return [address for address in found if not address.startswith("data:")]

    def addresses(self) -> list[str]:
        """The same as whole addresses."""
        return [urljoin(self.url, address) for address in self.written()]


@dataclass(frozen=True)
class Frame:
    """A frame's kind and head."""

    kind: int
    head: Any

    @classmethod
    def of(cls, data: bytes) -> Frame:
        size = int.from_bytes(data[4:8], "little")
        return cls(data[2], json.loads(data[24 : 24 + size]))


class Socket:
    """A websocket for plain code: its loop runs while a call waits, so that one thread both reads and writes.

    A reader in a thread of its own would not do: before Python 3.13 TLS loses bytes between two threads.
    """

    def __init__(self, url: str, **options: Any) -> None:
        self._loop = asyncio.new_event_loop()
        try:
            self._connection = self._run(_connected(url, options))
        except BaseException:
            self._loop.close()
            raise

    def send(self, text: str) -> None:
        self._run(self._connection.send(text))

    def recv(self, seconds: float) -> str | bytes:
        """The next message; TimeoutError if none comes in time."""
        return self._run(asyncio.wait_for(self._connection.recv(), seconds))

    def close(self) -> None:
        self._run(self._connection.close())
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)


async def _connected(url: str, options: dict[str, Any]) -> Any:
    return await connect(url, compression=None, ping_interval=None, max_size=None, **options)


@dataclass
class Viewer:
    """One open websocket, after its snapshot has come."""

    socket: Socket
    models: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    sent: int = 0

    def named(self, name: str) -> tuple[str, dict[str, Any]]:
        """Id and fields of the model with this name."""
        return next((id, fields) for id, (_, fields) in self.models.items() if fields.get("name") == name)

    def of_kind(self, kind: str) -> tuple[str, dict[str, Any]]:
        """Id and fields of the first model of a kind."""
        return next((id, fields) for id, (found, fields) in self.models.items() if found == kind)

    def write(self, id: str, name: str, value: Any) -> None:
        self.sent += 1
        self._send({"type": "write", "n": self.sent, "writes": [[id, name, value]]})

    def event(self, name: str, model: str) -> None:
        self.sent += 1
        self._send({"type": "event", "n": self.sent, "name": name, "model": model, "values": {}})

    def _send(self, message: dict[str, Any]) -> None:
        self.socket.send(json.dumps(message))

    def read_until(self, kind: int, fits: Callable[[Any], bool] = lambda head: True) -> Any:
        """The head of the next frame of `kind` that `fits`."""
        while True:
            data = self.socket.recv(10)
            assert isinstance(data, bytes)
            frame = Frame.of(data)
            assert not (frame.kind == CONTROL and frame.head["type"] in ("error", "ended")), frame.head
            if frame.kind == kind and fits(frame.head):
                return frame.head


@dataclass(frozen=True)
class Site:
    """A site as visitors reach it: `base` is the address of its root, ending with a slash."""

    base: str
    authority: str | None = None

    def get(self, address: str, **options: Any) -> httpx.Response:
        with httpx.Client(verify=self.context, timeout=20, follow_redirects=True) as client:
            return client.get(urljoin(self.base, address), **options)

    def page(self, address: str) -> Page:
        response = self.get(address)
        assert response.status_code == 200, response.text
        found = re.search(
            r'<script type="application/json" id="asgiplots">(.*?)</script>', response.text, re.S
        )
        assert found, response.text
        return Page(str(response.url), response.text, json.loads(found[1]))

    @contextmanager
    def open(self, page: Page | str) -> Generator[Viewer]:
        """Opens the websocket as the page's script does, and waits for the snapshot."""
        page = self.page(page) if isinstance(page, str) else page
        with self.connect(page) as socket:
            viewer = Viewer(socket)
            name = f"viewer-of-a-test-{next(_numbers)}"
            hello = {"type": "hello", "token": page.settings["token"], "viewer": name}
            socket.send(json.dumps({**hello, "epoch": None, "revision": None, "sent": 0}))
            head = viewer.read_until(SNAPSHOT)
            viewer.models = {id: (kind, fields) for id, kind, fields in head["models"]}
            yield viewer

    @contextmanager
    def connect(self, page: Page, origin: str | None = None) -> Generator[Socket]:
        """Opens a websocket of the page; `origin` is the site's own unless given."""
        parts = urlsplit(page.url)
        context = self.context if parts.scheme == "https" else None
        own = f"{parts.scheme}://{parts.netloc}"
        with closing(Socket(page.websocket, origin=Origin(origin or own), ssl=context)) as socket:
            yield socket

    @property
    def context(self) -> ssl.SSLContext:
        """What the site's certificate is checked against."""
        return ssl.create_default_context(cafile=self.authority)


def index_links_to_apps(site: Site) -> None:
    response = site.get("./")
    links = re.findall(r'<a href="([^"]+)"', response.text)
    assert len(links) >= 7
    for link in links:
        assert site.get(urljoin(str(response.url), link)).status_code == 200


def every_address_of_a_page_is_relative_and_leads_somewhere(site: Site) -> None:
    for address in ("things", "things/"):
        page = site.page(address)
        assert not [found for found in page.written() if found.startswith("/") or ":" in found]
        for found in page.addresses():
            assert site.get(found).status_code == 200, found


def front_end_is_kept_for_ever(site: Site) -> None:
    scripts = [address for address in site.page("sliders").addresses() if address.endswith(".js")]
    response = site.get(scripts[0])
    assert "immutable" in response.headers["cache-control"]
    assert response.headers["content-type"].startswith("text/javascript")


def a_folder_app_brings_its_parts(site: Site) -> None:
    page = site.page("things")
    assert "How long and how heavy" in page.html
    with site.open(page) as viewer:
        assert viewer.of_kind("Balance")[1]["width"] == 300
        assert viewer.of_kind("Grid")[1]["grid_line_dash"] == [4, 4]
    module = site.get(urljoin(page.url, f"{page.settings['ws'].rpartition('/')[0]}/models/custom.js"))
    assert module.headers["content-type"].startswith("text/javascript")
    assert "export default class Balance" in module.text


def a_button_is_heard(site: Site) -> None:
    with site.open("press_me") as viewer:
        button, _ = viewer.of_kind("Button")
        viewer.event("button_click", button)
        viewer.read_until(PATCH, lambda head: any("text_color" in str(operation) for operation in head))


def sessions_are_separate_and_one_session_is_shared(site: Site) -> None:
    page = site.page("who")
    with site.open(page) as first, site.open(page) as second, site.open("who") as stranger:
        said, _ = first.named("said")
        heard, _ = first.named("heard")
        assert first.named("process")[1]["text"] == second.named("process")[1]["text"]
        first.write(said, "value", "good morning")
        for viewer in (first, second):
            viewer.read_until(PATCH, lambda head: ["set", heard, {"text": "GOOD MORNING"}] in head)
        with pytest.raises(TimeoutError):
            while Frame.of(stranger.socket.recv(0.5)).kind != PATCH:  # type: ignore[arg-type]
                pass


def other_origins_are_refused(site: Site) -> None:
    page = site.page("press_me")
    with pytest.raises(InvalidStatus) as refused, site.connect(page, "https://elsewhere.example"):
        pass
    assert refused.value.response.status_code == 403


def unknown_apps_are_not_found(site: Site) -> None:
    response = site.get("pres_me")
    assert response.status_code == 404
    assert "press_me" in response.text


def probes_answer(site: Site) -> None:
    assert site.get("livez").status_code == 200
    assert site.get("readyz").status_code == 200


CHECKS: tuple[Callable[[Site], None], ...] = (
    index_links_to_apps,
    every_address_of_a_page_is_relative_and_leads_somewhere,
    front_end_is_kept_for_ever,
    a_folder_app_brings_its_parts,
    a_button_is_heard,
    sessions_are_separate_and_one_session_is_shared,
    other_origins_are_refused,
    unknown_apps_are_not_found,
    probes_answer,
)


def each_check(function: Any) -> Any:
    """Runs a test once for each check, as its argument `check`."""
    return pytest.mark.parametrize("check", CHECKS, ids=[check.__name__ for check in CHECKS])(function)
