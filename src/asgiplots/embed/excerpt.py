"""Some models as one snapshot, without taking them out of the document that they may be in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from asgiplots.apps.modules import Modules
from asgiplots.document import Document
from asgiplots.plotting.themes import read_theme
from asgiplots.protocol import SNAPSHOT, encode_snapshot, frame
from asgiplots.schema import Model, reach
from asgiplots.schema.names import show

#: What can be shown: a model, several of them, or a whole document.
Showable = Model | Sequence[Model] | Document


class Excerpt(Document):
    """A document that shows models of others: good for one snapshot, deaf to changes."""

    def __init__(self, roots: Sequence[Model], title: str) -> None:
        super().__init__(title=title)
        self._roots = list(roots)
        self.modules = _modules(self.anchors())


def roots_of(shown: Any) -> list[Model]:
    """The models to show; TypeError for what is neither model nor document nor a sequence of models."""
    if isinstance(shown, Document):
        return shown.roots
    if isinstance(shown, Model):
        return [shown]
    if not isinstance(shown, Sequence) or isinstance(shown, str):
        raise TypeError(f"expected a model, a sequence of models or a document to show, got {show(shown)}")
    models = list(cast("Sequence[Any]", shown))
    for model in models:
        if not isinstance(model, Model):
            raise TypeError(f"expected only models to show, got {show(model)}")
    if not models:
        raise ValueError("expected at least one model to show, got an empty sequence")
    return models


def snapshot(roots: Sequence[Model], title: str, theme: Any = None) -> str:
    """The snapshot frame of `roots` as base64 text. `theme` goes to those models that no document themes."""
    with _themed(roots, theme):
        return b64encode(frame(SNAPSHOT, encode_snapshot(Excerpt(roots, title)), 0, 0)).decode("ascii")


@contextmanager
def _themed(roots: Sequence[Model], theme: Any) -> Generator[None]:
    theme = read_theme(theme)
    if theme is None:
        yield
        return
    free = [model for model in reach(roots) if model._observer is None]
    for model in free:
        model.__dict__["_themed"] = theme.for_model(type(model))
    try:
        yield
    finally:
        for model in free:
            model.__dict__["_themed"] = None


def _modules(anchors: Sequence[Model]) -> dict[str, str]:
    """The ES modules of custom models as data addresses, so that the page needs no other file."""
    modules = Modules(Path.cwd(), None)
    urls = modules.urls({type(model) for model in reach(anchors)})
    found: dict[str, str] = {}
    for kind, url in urls.items():
        path = modules.path(url.removeprefix("models/").partition("?")[0])
        assert path is not None, f"the module of {kind} was just found"
        found[kind] = "data:text/javascript;base64," + b64encode(path.read_bytes()).decode("ascii")
    return found
