"""The HTML that people get first: an app's page, the index of apps, and pages that say what went wrong."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, Template
from markupsafe import Markup

from asgiplots.apps.application import Application
from asgiplots.server.assets import Assets, FrontEnd
from asgiplots.session import Failure

_OWN = PackageLoader("asgiplots.server")
_environment = Environment(
    loader=_OWN, autoescape=True, trim_blocks=True, lstrip_blocks=True, auto_reload=False
)
_environment.globals.update({"embed": Markup})  # pyright: ignore[reportCallIssue, reportArgumentType]


@dataclass(frozen=True)
class Root:
    """The place of one root model, by its name or number, or of all that have no place of their own."""

    name: str | int | None = None
    elementid: None = None

    def __html__(self) -> str:
        attribute = "data-roots" if self.name is None else f'data-root="{Markup.escape(self.name)}"'
        return f'<div class="asgiplots" {attribute}></div>'


class Roots:
    """`roots.name`, `roots[0]` and `for root in roots` of a template.

    The document is built when the page's websocket opens, so a template cannot ask how many roots there are.
    """

    elementid = None

    @property
    def roots(self) -> Roots:
        return self

    def __getattr__(self, name: str) -> Root:
        if name.startswith("__"):
            raise AttributeError(name)
        return Root(name)

    def __getitem__(self, key: str | int) -> Root:
        return Root(key)

    def __iter__(self) -> Iterator[Root]:
        return iter((Root(),))

    def __html__(self) -> str:
        return Root().__html__()


class Pages:
    """Renders pages; templates are compiled once, in development again when they change."""

    def __init__(self, assets: Assets, dev: bool = False) -> None:
        self._assets = assets
        self._dev = dev
        self._templates: dict[Path, Template] = {}

    def app(
        self, app: Application, way: str, payload: dict[str, Any], nonce: str, kinds: Iterable[str] = ()
    ) -> str:
        """The page of `app`; `way` leads to the site's root, `payload` is what the front end starts from.

        kinds: of models that the app is known to show; their code is sent for at once.
        Scripts carry `nonce`; those of an app's own template must do so too.
        """
        template = self._template(app.template) if app.template else _environment.get_template("page.html")
        return template.render(self._variables(app, way, payload, nonce, frozenset(kinds)))

    def index(self, apps: list[Application], way: str, push: bool) -> str:
        """The list of apps."""
        cards = [
            {
                "href": f"{way}{app.name}",
                "title": app.title,
                "description": app.description,
                "picture": f"{way}{app.name}/static/{app.files.thumbnail}"
                if app.files and app.files.thumbnail
                else None,
                "art": picture(app.name, place),
                "failed": app.failure is not None,
            }
            for place, app in enumerate(sorted(apps, key=lambda app: app.title.casefold()))
        ]
        return _environment.get_template("list.html").render(cards=cards, push=push, way=way, dev=self._dev)

    def failed(self, title: str, failure: Failure, nonce: str) -> str:
        """What a visitor of a broken app sees: in development why, otherwise an id to tell its author."""
        page = _environment.get_template("failed.html")
        return page.render(title=title, failure=failure, dev=self._dev, nonce=nonce)

    def inspector(self, found: dict[str, Any], way: str, nonce: str) -> str:
        """What the server is doing, as `inspection` found it."""
        return _environment.get_template("inspect.html").render(**found, way=way, nonce=nonce)

    def message(self, title: str, text: str) -> str:
        """A page with one sentence."""
        return _environment.get_template("message.html").render(title=title, text=text)

    def _variables(
        self, app: Application, way: str, payload: dict[str, Any], nonce: str, kinds: frozenset[str]
    ) -> dict[str, Any]:
        front = self._assets.front_end
        roots = Roots()
        return {
            "app": app,
            "base": _environment.get_template("page.html"),
            "macros": _environment.get_template("macros.html"),
            "title": app.title,
            "roots": roots,
            "root": Root(),
            "doc": roots,
            "docs": [roots],
            "plot_div": Markup(roots),
            "bokeh_css": _styles(front, way),
            "bokeh_js": _early(payload, nonce) + _scripts(front, way, nonce, kinds),
            "nonce": nonce,
            "plot_script": _data(payload),
            "static": f"{way}{app.name}/static" if app.name else f"{way}static",
        }

    def _template(self, path: Path) -> Template:
        template = self._templates.get(path)
        if template is None or self._dev:
            loader = ChoiceLoader([FileSystemLoader(path.parent), _OWN])
            environment = _environment.overlay(loader=loader)
            template = self._templates[path] = environment.get_template(path.name)
        return template


def _duration(seconds: float) -> str:
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size:.0f}\N{NO-BREAK SPACE}{unit}"
    return f"{seconds:.{int(seconds < 10)}f}\N{NO-BREAK SPACE}s"


def _size(count: int) -> str:
    for size, unit in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")):
        if count >= size:
            return f"{count / size:.1f}\N{NO-BREAK SPACE}{unit}"
    return f"{count}\N{NO-BREAK SPACE}bytes"


_environment.filters.update({"duration": _duration, "size": _size})


@lru_cache
def _styles(front: FrontEnd, way: str) -> Markup:
    return (
        Markup('<link rel="stylesheet" href="{}static/asgiplots/{}">').format(way, front.style)
        if front.style
        else Markup("")
    )


def _scripts(front: FrontEnd, way: str, nonce: str, kinds: frozenset[str]) -> Markup:
    preload = Markup('<link rel="modulepreload" nonce="{}" href="{}static/asgiplots/{}">')
    preloads = [preload.format(nonce, way, name) for name in front.needed_by(kinds)]
    script = Markup('<script type="module" nonce="{}" src="{}static/asgiplots/{}"></script>')
    return Markup("\n").join([*preloads, script.format(nonce, way, front.script)])


def _early(payload: dict[str, Any], nonce: str) -> Markup:
    """Opens the websocket while the front end is on its way; before style sheets, which scripts wait for."""
    page = _environment.get_template("early.html")
    return Markup(page.render(nonce=nonce, token=_json(payload["token"]), ws=_json(payload["ws"])))


def _data(payload: dict[str, Any]) -> Markup:
    return Markup('<script type="application/json" id="asgiplots">{}</script>').format(_json(payload))


def _json(value: Any) -> Markup:
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":  # nothing in it may end the script element
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def picture(name: str, place: int) -> dict[str, Any]:
    """A small drawing for an app that brings none: kind and hue go by its place, the shape by its name."""
    seed = hashlib.blake2b(name.encode(), digest_size=16).digest()
    kinds = {"waves": _waves, "bars": _bars, "dots": _dots, "area": _waves}
    kind = list(kinds)[place % len(kinds)]
    return {"kind": kind, "hue": _HUES[place % len(_HUES)], **kinds[kind](seed)}


#: Neighbours in the index differ, also in the row below.
_HUES = (214, 168, 262, 24, 340, 190, 44)


def _waves(seed: bytes) -> dict[str, Any]:
    def line(offset: int) -> str:
        turns, phase, height = 0.8 + seed[offset] / 160, seed[offset + 1] / 20, 16 + seed[offset + 2] / 12
        ys = [
            60 - height * math.sin(turns * 6.283 * i / 48 + phase) * (0.55 + 0.45 * i / 48) for i in range(49)
        ]
        return " ".join(f"{i * 320 / 48:.1f},{y:.1f}" for i, y in enumerate(ys))

    return {"lines": [line(2), line(5)]}


def _bars(seed: bytes) -> dict[str, Any]:
    heights = [22 + seed[i % 16] * 62 / 255 for i in range(2, 12)]
    return {
        "bars": [{"x": 30 + i * 27, "y": round(108 - h, 1), "h": round(h, 1)} for i, h in enumerate(heights)]
    }


def _dots(seed: bytes) -> dict[str, Any]:
    stream = [byte / 255 for byte in hashlib.shake_128(seed).digest(96)]
    triples = zip(stream[::3], stream[1::3], stream[2::3], strict=True)
    dots = [(x, 0.55 * x + 0.45 * y, 2.5 + 4 * size) for x, y, size in triples]
    return {
        "dots": [
            {"x": round(28 + 264 * x, 1), "y": round(106 - 92 * y, 1), "r": round(r, 1)} for x, y, r in dots
        ]
    }
