"""Rows, columns and grids of plots and widgets."""

from collections.abc import Iterable, Mapping
from typing import Any

from asgiplots.models.layouts import Column, LayoutDOM, Row, Spacer, UIElement
from asgiplots.models.plots import Plot
from asgiplots.models.tools import Toolbar
from asgiplots.schema.enums import Location, SizingMode
from asgiplots.schema.names import show


def row(*children: Any, sizing_mode: SizingMode | None = None, **fields: Any) -> Row:
    """Put children side by side: ``row(a, b)`` or ``row([a, b])``.

    A ``sizing_mode`` also holds for children that have none. ValueError for what is no plot, widget or
    layout.
    """
    listed = _children("row", children, sizing_mode, fields)
    return Row(children=listed, sizing_mode=sizing_mode, **fields)


def column(*children: Any, sizing_mode: SizingMode | None = None, **fields: Any) -> Column:
    """Put children one below the other: ``column(a, b)`` or ``column([a, b])``; else like ``row``."""
    listed = _children("column", children, sizing_mode, fields)
    return Column(children=listed, sizing_mode=sizing_mode, **fields)


def layout(*children: Any, sizing_mode: SizingMode | None = None, **fields: Any) -> Column:
    """Put rows one below the other: ``layout([[a, b], [c]])``; lists within a row are columns, and so on."""
    nested = [_nested(child, row, sizing_mode) for child in _given(children, fields)]
    return column(nested, sizing_mode=sizing_mode, **fields)


def grid(
    children: Iterable[Any],
    sizing_mode: SizingMode | None = None,
    nrows: int | None = None,
    ncols: int | None = None,
) -> Column:
    """Put children into rows: a list of lists, or one list broken into ``nrows`` or after ``ncols``.

    None leaves a gap.
    """
    listed = list(children)
    if ncols is None and nrows is not None:
        ncols = -(-len(listed) // nrows)
    rows = [[Spacer() if child is None else child for child in line] for line in _rows(listed, ncols)]
    return column([row(line, sizing_mode=sizing_mode) for line in rows], sizing_mode=sizing_mode)


def gridplot(
    children: Iterable[Any],
    *,
    sizing_mode: SizingMode | None = None,
    toolbar_location: Location | None = "above",
    ncols: int | None = None,
    width: int | None = None,
    height: int | None = None,
    toolbar_options: Mapping[str, Any] | None = None,
    merge_tools: bool = True,
) -> Column | Row:
    """Put plots into rows: a list of lists, or one list broken after ``ncols``; None leaves a gap.

    ``width`` and ``height`` hold for each plot, in pixels. One toolbar at ``toolbar_location`` switches the
    tools of all plots; with ``merge_tools=False`` each plot keeps its own. ``toolbar_options`` are fields of
    the toolbars; ``toolbar_location=None`` shows none.
    """
    rows = [[_cell(child, width, height) for child in line] for line in _rows(list(children), ncols)]
    plots = [child for line in rows for child in line if isinstance(child, Plot)]
    for plot in plots:
        plot.toolbar.update(**(toolbar_options or {}))
        if toolbar_location is None or merge_tools:
            plot.toolbar_location = None
    box = column([row(line, sizing_mode=sizing_mode) for line in rows], sizing_mode=sizing_mode)
    if toolbar_location is None or not merge_tools:
        return box
    return _beside(_merged([plot.toolbar for plot in plots]), box, toolbar_location)


def _merged(toolbars: list[Toolbar]) -> Toolbar:
    """Return one toolbar for the tools of several, which know by themselves which of them are active."""
    tools = [tool for toolbar in toolbars for tool in toolbar.tools]
    return Toolbar(
        tools=tools,
        autohide=any(toolbar.autohide for toolbar in toolbars),
        visible=any(toolbar.visible for toolbar in toolbars),
    )


def _beside(toolbar: Toolbar, box: Column, location: Location) -> Column | Row:
    children = [toolbar, box] if location in ("above", "left") else [box, toolbar]
    make = column if location in ("above", "below") else row
    return make(children, sizing_mode=box.sizing_mode)


def _given(children: tuple[Any, ...], fields: dict[str, Any]) -> list[Any]:
    """Return the children given by position, as one list, or by name."""
    if children and "children" in fields:
        raise ValueError("expected the children once, got positional ones and children=")
    if "children" in fields:
        return list(fields.pop("children"))
    if len(children) == 1 and isinstance(children[0], list):
        return children[0]  # pyright: ignore[reportUnknownVariableType]
    return list(children)


def _children(
    what: str, children: tuple[Any, ...], sizing_mode: SizingMode | None, fields: dict[str, Any]
) -> list[UIElement]:
    listed = _given(children, fields)
    for child in listed:
        if not isinstance(child, UIElement):
            raise ValueError(f"{what}() expected plots, widgets and layouts, got {show(child)}")
        if sizing_mode is not None and isinstance(child, LayoutDOM) and _sizes_itself(child):
            child.sizing_mode = sizing_mode
    return listed


def _sizes_itself(child: LayoutDOM) -> bool:
    return child.sizing_mode is None and child.width_policy == "auto" and child.height_policy == "auto"


def _nested(child: Any, make: Any, sizing_mode: SizingMode | None) -> Any:
    """Return a child as it is, a list of children as a row or column of them, whose lists are the other."""
    if not isinstance(child, list):
        return child
    other = column if make is row else row
    return make([_nested(item, other, sizing_mode) for item in child], sizing_mode=sizing_mode)  # pyright: ignore


def _rows(children: list[Any], ncols: int | None) -> list[list[Any]]:
    nested = sum(isinstance(child, list) for child in children)
    if nested == len(children) and ncols is None:
        return children
    if nested:
        raise ValueError("expected a list of rows, or one list of plots and ncols, got a mixture")
    if ncols is None or ncols < 1:
        raise ValueError(f"expected a list of rows, or one list and a number of columns above 0, got {ncols}")
    return [children[start : start + ncols] for start in range(0, len(children), ncols)]


def _cell(child: Any, width: int | None, height: int | None) -> Any:
    sizes = {name: value for name, value in (("width", width), ("height", height)) if value is not None}
    if child is None:
        return Spacer(width=width, height=height)
    if isinstance(child, LayoutDOM):
        child.update(**sizes)
    return child
