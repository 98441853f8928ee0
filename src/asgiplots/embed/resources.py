"""The front end as text: everything that a page without a server needs."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, Literal, get_args

from markupsafe import Markup

from asgiplots.schema.names import show
from asgiplots.server.assets import FOLDER, Assets

#: Ways to give the front end to a page. All of them put it into the page itself.
Mode = Literal["inline", "cdn", "server", "relative", "absolute"]


class Resources:
    """Script and style of the front end, to be put into a page that shows `components`."""

    def __init__(self, mode: Mode | None = None) -> None:
        if mode is not None and mode not in get_args(Mode):
            raise ValueError(
                f"expected one of {', '.join(get_args(Mode))} as mode of resources, got {show(mode)}"
            )
        self.mode: Mode = mode or "inline"

    @property
    def js_raw(self) -> list[str]:
        """The scripts' texts."""
        return [script()]

    @property
    def css_raw(self) -> list[str]:
        """The style sheets' texts."""
        return [style()]

    def render_js(self) -> str:
        """Script elements."""
        return f'<script type="module">{script()}</script>'

    def render_css(self) -> str:
        """Style elements."""
        return f"<style>{style()}</style>"

    def render(self) -> str:
        """Style and script elements."""
        return f"{self.render_css()}\n{self.render_js()}"


INLINE = Resources("inline")
CDN = Resources("cdn")


@cache
def script() -> str:
    """The script in one file; nothing in it ends its element early. MissingFrontEnd if it was never built."""
    text = (FOLDER / Assets().front_end.single).read_text(encoding="utf-8")
    return re.sub(r"<(?=/script|!--)", r"\\x3c", text, flags=re.IGNORECASE)


@cache
def style() -> str:
    """The bundled style sheet."""
    text = (FOLDER / Assets().front_end.style).read_text(encoding="utf-8")
    return re.sub(r"<(?=/style)", r"\\3c ", text, flags=re.IGNORECASE)


def data_element(data: dict[str, Any], attributes: str) -> Markup:
    """A script element that holds `data` as JSON, safe within HTML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/json" {attributes}>{text}</script>')
