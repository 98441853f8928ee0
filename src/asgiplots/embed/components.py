"""Parts of pages: elements to put into HTML that something else makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, overload

from asgiplots.embed.excerpt import roots_of, snapshot
from asgiplots.embed.resources import data_element
from asgiplots.schema import Model, ids


@overload
def components(models: Model, *, theme: Any = None) -> tuple[str, str]: ...
@overload
def components(models: Mapping[str, Model], *, theme: Any = None) -> tuple[str, dict[str, str]]: ...
@overload
def components(models: Sequence[Model], *, theme: Any = None) -> tuple[str, tuple[str, ...]]: ...
def components(
    models: Model | Sequence[Model] | Mapping[str, Model], *, theme: Any = None
) -> tuple[str, str | tuple[str, ...] | dict[str, str]]:
    """Elements that show `models`: one with their data, to put anywhere, and a place for each model.

    The places come in the shape of `models`: one, a tuple, or a dictionary. The page needs the front end
    once, as `asgiplots.resources.INLINE.render()` gives it.
    """
    roots = roots_of(list(models.values()) if isinstance(models, Mapping) else models)
    places = {root.id: f"asgiplots-{ids.next_id()}" for root in roots}
    script = str(data_element({"frame": snapshot(roots, "", theme), "places": places}, "data-asgiplots"))
    divs = [f'<div class="asgiplots" id="{places[root.id]}"></div>' for root in roots]
    if isinstance(models, Model):
        return script, divs[0]
    if isinstance(models, Mapping):
        return script, dict(zip(models, divs, strict=True))
    return script, tuple(divs)
