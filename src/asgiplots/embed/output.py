"""`output_file`, `save` and `show`: what a script uses to put its plots into a file."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from jinja2 import Template

from asgiplots.document import curdoc
from asgiplots.document.current import reset_default
from asgiplots.embed.excerpt import Showable
from asgiplots.embed.pages import DEFAULT_TITLE, file_html
from asgiplots.embed.resources import Mode, Resources
from asgiplots.schema.names import show as quote

logger = logging.getLogger("asgiplots.embed")


@dataclass
class _Output:
    path: Path | None = None
    title: str = DEFAULT_TITLE


_output = _Output()


def output_file(
    filename: str | os.PathLike[str], title: str = DEFAULT_TITLE, mode: Mode | None = None
) -> None:
    """From here on `save` and `show` write to `filename`, with `title` as the page's title."""
    Resources(mode)
    if _is_served("output_file"):
        return
    _output.path, _output.title = Path(filename), title


def reset_output() -> None:
    """Forget what `output_file` said, and the script's current document."""
    _output.path, _output.title = None, DEFAULT_TITLE
    reset_default()


def save(
    obj: Showable | None = None,
    filename: str | os.PathLike[str] | None = None,
    resources: Resources | None = None,
    title: str | None = None,
    template: Template | str | None = None,
) -> str:
    """Write one self-contained HTML file and return its absolute path.

    obj: what to show, by default the current document.
    filename, title: by default what `output_file` said, else the script's name with the ending `.html`.
    """
    path = Path(filename) if filename is not None else _output.path or default_path()
    shown = curdoc() if obj is None else obj
    html = file_html(
        shown,
        resources,
        title or _output.title,
        template=template,
        theme=None if obj is None else curdoc().theme,
    )
    path.write_text(html, encoding="utf-8")
    return str(path.absolute())


def show(
    obj: Showable | None = None,
    browser: str | None = None,
    new: Literal["tab", "window"] = "tab",
    **given: Any,
) -> None:
    """Write the file as `save` does and open it in a browser.

    browser: a name that the `webbrowser` module knows, by default what `$BROWSER` says, else the system's;
        "none" opens nothing.
    new: a "tab" or a "window".
    """
    if new not in ("tab", "window"):
        raise ValueError(f"expected 'tab' or 'window' as new, got {quote(new)}")
    if _is_served("show"):
        return
    path = save(obj, **given)
    if browser == "none":
        return
    webbrowser.get(browser).open(Path(path).as_uri(), new={"tab": 2, "window": 1}[new])


def _is_served(name: str) -> bool:
    """Whether an app on a server calls: its page shows its document, there is no file to make."""
    if curdoc().session_context is None:
        return False
    logger.warning("%s() does nothing in an app that is served: use curdoc().add_root(…)", name)
    return True


def default_path() -> Path:
    """`<script>.html` beside the running script, in the temporary folder where that cannot be written."""
    main = getattr(sys.modules.get("__main__"), "__file__", None)
    if main is None:
        return Path(tempfile.gettempdir(), "plot.html")
    path = Path(main).absolute().with_suffix(".html")
    return path if os.access(path.parent, os.W_OK) else Path(tempfile.gettempdir(), path.name)
