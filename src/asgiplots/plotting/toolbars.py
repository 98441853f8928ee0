"""The toolbar of a new figure, from names or models of tools."""

from typing import Any

from asgiplots.models.tool_names import parse_tools
from asgiplots.models.tools import HoverTool, Tool, Toolbar
from asgiplots.schema.names import show

DEFAULT_TOOLS = "pan,wheel_zoom,auto_box_zoom,save,reset,help"


def make_toolbar(toolbar: Toolbar, tools: Any, tooltips: Any, active: dict[str, Any]) -> None:
    """Fill ``toolbar`` with ``tools``: a text, or a list of names and tools; and say which are active.

    ``tooltips`` go to the first hover tool, which is added if there is none. ``active`` maps the endings of
    the ``active_`` fields to None, "auto", a tool, or a name among ``tools``.
    """
    named, listed = _read(tools)
    if tooltips is not None:
        hover = next((tool for tool in listed if isinstance(tool, HoverTool)), None)
        if hover is None:
            listed.append(HoverTool(tooltips=tooltips))
        else:
            hover.tooltips = tooltips
    toolbar.tools = listed
    for gesture, tool in active.items():
        if tool != "auto":
            setattr(toolbar, f"active_{gesture}", _active(gesture, tool, named))


def _read(tools: Any) -> tuple[dict[str, Tool], list[Tool]]:
    named: dict[str, Tool] = {}
    listed: list[Tool] = []
    several = hasattr(tools, "__iter__") and not isinstance(tools, str)
    for entry in tools if several else [tools]:
        if isinstance(entry, Tool):
            listed.append(entry)
            continue
        fresh = {name: tool for name, tool in parse_tools(entry).items() if name not in named}
        named |= fresh
        listed += fresh.values()
    return named, listed


def _active(gesture: str, tool: Any, named: dict[str, Tool]) -> Any:
    if not isinstance(tool, str):
        return tool
    if tool not in named:
        known = ", ".join(map(repr, named))
        raise ValueError(f"active_{gesture} expected a name among the tools {known}, got {show(tool)}")
    return named[tool]
