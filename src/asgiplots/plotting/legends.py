"""The ``legend_`` keywords of glyph methods."""

from collections.abc import Iterable
from typing import Any

from asgiplots.models.annotations import Legend, LegendItem
from asgiplots.models.plots import Plot
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.schema import Field, Value
from asgiplots.schema.names import show, similar

LEGEND_KEYWORDS = ("legend_label", "legend_field", "legend_group")


def take_legend(keywords: dict[str, Any]) -> tuple[str, str] | None:
    """Take the legend keyword out of ``keywords``: (keyword, text). ValueError for two, or for no text."""
    given = [name for name in LEGEND_KEYWORDS if keywords.get(name) is not None]
    if len(given) > 1:
        raise ValueError(f"expected one of {', '.join(LEGEND_KEYWORDS)}, got {' and '.join(given)}")
    found = {name: keywords.pop(name, None) for name in LEGEND_KEYWORDS}
    if not given:
        return None
    text = found[given[0]]
    if not isinstance(text, str):
        raise ValueError(f"{given[0]} expected a string, got {show(text)}")
    return given[0], text


def add_to_legend(plot: Plot, renderer: GlyphRenderer, keyword: str, text: str) -> None:
    """Name ``renderer`` in the legend of ``plot``, which is made if there is none.

    ``legend_label`` is one text, ``legend_field`` a column whose groups the browser finds, and
    ``legend_group`` a column whose groups are found now, one entry for each.
    """
    if keyword == "legend_group":
        items = _group_items(renderer, text)
        _legend_of(plot).items.extend(items)
        return
    legend = _legend_of(plot)
    label = Value(text) if keyword == "legend_label" else Field(text)
    for item in legend.items:
        if item.label == label:
            item.renderers.append(renderer)
            return
    legend.items.append(LegendItem(label=label, renderers=[renderer]))


def _legend_of(plot: Plot) -> Legend:
    legends = list(plot.legend)
    if len(legends) > 1:
        raise ValueError(f"expected at most one legend to add to, but the plot has {len(legends)}")
    if legends:
        return legends[0]
    legend = Legend()
    plot.add_layout(legend)
    return legend


def _group_items(renderer: GlyphRenderer, name: str) -> list[LegendItem]:
    columns: Any = getattr(renderer.data_source, "data", {})
    if name not in columns:
        raise ValueError(
            f"legend_group expected a column of the source, got {name!r}{similar(name, columns)}"
        )
    first: dict[Any, int] = {}
    for index, value in enumerate(columns[name]):
        first.setdefault(value, index)
    return [
        LegendItem(label=Value(str(value)), renderers=[renderer], index=first[value])
        for value in _in_order(first)
    ]


def _in_order(values: Iterable[Any]) -> list[Any]:
    """Return values in ascending order, or as they are where they have none."""
    try:
        return sorted(values)
    except TypeError:
        return list(values)
