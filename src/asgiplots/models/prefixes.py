"""Visual groups under a prefix: the table, and the text of ``_prefixed.py`` made from it.

``python -m asgiplots.models.prefixes`` writes the file, so that editors complete each name.
"""

import inspect
from pathlib import Path
from typing import Any, NamedTuple

from asgiplots.models.visuals import ScalarFillProps, ScalarLineProps, ScalarTextProps
from asgiplots.schema import Model


class Group(NamedTuple):
    """One mixin: its prefix, the group it repeats, what it is for, and the defaults of its own."""

    prefix: str
    base: type[Model]
    what: str
    defaults: dict[str, Any] = {}


LINE, FILL, TEXT = ScalarLineProps, ScalarFillProps, ScalarTextProps

GROUPS = (
    Group("axis_label_", TEXT, "an axis's label", {"font_size": "13px", "font_style": "italic"}),
    Group(
        "major_label_",
        TEXT,
        "tick labels",
        {"font_size": "11px", "align": "center", "baseline": "alphabetic"},
    ),
    Group("axis_", LINE, "an axis's line"),
    Group("major_tick_", LINE, "major ticks"),
    Group("minor_tick_", LINE, "minor ticks"),
    Group("separator_", LINE, "separators of factor groups", {"color": "lightgrey", "width": 2}),
    Group(
        "group_", TEXT, "factor groups' labels", {"color": "grey", "font_size": "11px", "font_style": "bold"}
    ),
    Group("subgroup_", TEXT, "factor subgroups' labels", {"font_size": "11px", "font_style": "bold"}),
    Group("grid_", LINE, "grid lines", {"color": "#e5e5e5"}),
    Group("minor_grid_", LINE, "minor grid lines", {"color": None}),
    Group("band_", FILL, "bands between grid lines", {"color": None, "alpha": 0}),
    Group("title_", TEXT, "a legend's title", {"font_size": "13px", "font_style": "italic"}),
    Group("label_", TEXT, "a legend's labels", {"font_size": "13px", "baseline": "middle"}),
    Group("inactive_", FILL, "a legend's switched-off entries", {"color": "white", "alpha": 0.7}),
    Group("outline_", LINE, "the frame's outline", {"color": "#e5e5e5"}),
    Group("background_", FILL, "a background", {"color": "#ffffff"}),
    Group("border_", FILL, "the room around the frame", {"color": "#ffffff"}),
    Group("border_", LINE, "a border", {"color": None}),
)

_HEADER = '''"""Visual groups under a prefix, for models with several of a kind.

Written by ``make generate`` from the table in ``prefixes.py``; edit that instead.
"""

from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import FontStyle, LineCap, LineJoin, TextAlign, TextBaseline
from asgiplots.schema.types import Alpha, ColorOrNone, Dash, FontSize
'''

_TYPES = {
    "color": "ColorOrNone",
    "alpha": "Alpha",
    "outline_color": "ColorOrNone",
    "join": "LineJoin",
    "cap": "LineCap",
    "dash": "Dash",
    "font_size": "FontSize",
    "font_style": "FontStyle",
    "align": "TextAlign",
    "baseline": "TextBaseline",
}


def class_name(group: Group) -> str:
    """Return a group's name, such as ``AxisLabelTextProps``."""
    words = "".join(part.capitalize() for part in group.prefix.split("_"))
    return words + group.base.__name__.removeprefix("Scalar")


def field_lines(group: Group) -> list[str]:
    """Return the declarations of a group, one line for each field."""
    lines: list[str] = []
    for name, annotation in inspect.get_annotations(group.base).items():
        short = name.partition("_")[2]
        kind = _TYPES.get(short) or annotation.__name__
        default = group.defaults.get(short, group.base._own_fields[name].default)
        text = "field(factory=list)" if short == "dash" else quoted(default)
        lines.append(f"    {group.prefix}{name}: {kind} = {text}")
    return lines


def quoted(value: Any) -> str:
    """Return a default as Python text, with double quotes."""
    return f'"{value}"' if isinstance(value, str) else repr(value)


def render() -> str:
    """Return the whole text of ``_prefixed.py``."""
    parts = [_HEADER]
    for group in GROUPS:
        head = f'@abstract\nclass {class_name(group)}(Model):\n    """The looks of {group.what}."""\n'
        parts.append("\n".join(["", "", head, *field_lines(group), ""]))
    return "".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("_prefixed.py").write_text(render(), encoding="utf-8")
