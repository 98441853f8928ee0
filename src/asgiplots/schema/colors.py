"""Colours as a person writes them, checked and brought to one CSS text."""

import re
from collections.abc import Sequence
from typing import Any, cast

NAMED_COLORS = frozenset(
    str.split(
        "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue "
        "blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk "
        "crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki "
        "darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen "
        "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue "
        "dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite "
        "gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki "
        "lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan "
        "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen "
        "lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen "
        "magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen "
        "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream "
        "mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid "
        "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum "
        "powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown "
        "seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen "
        "steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow "
        "yellowgreen "
        "transparent currentcolor"
    )
)

_CSS = re.compile(
    r"^(#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})|(rgb|hsl)a?\([^()]*\))$", re.IGNORECASE
)


def is_css_color(text: str) -> bool:
    """Tell whether ``text`` is a CSS name, a hex colour, or an ``rgb()`` or ``hsl()`` colour."""
    return text.lower() in NAMED_COLORS or _CSS.match(text) is not None


def color_text(value: Any) -> str | None:
    """Return the CSS text of a colour: a CSS string, or (r, g, b[, a]) with bytes and alpha 0 to 1.

    None says that ``value`` is no colour.
    """
    if isinstance(value, str):
        return value if is_css_color(value) else None
    channels = list(cast("Sequence[Any]", value)) if isinstance(value, Sequence) else []
    if len(channels) in (3, 4):
        return _from_channels([_number(v) for v in channels])
    return None


def _number(value: Any) -> float | None:
    number = value.item() if hasattr(value, "item") else value
    return number if isinstance(number, int | float) and not isinstance(number, bool) else None


def _from_channels(channels: list[float | None]) -> str | None:
    known = [c for c in channels if c is not None]
    if len(known) != len(channels) or not all(0 <= c <= 255 for c in known[:3]):
        return None
    red, green, blue = (round(c) for c in known[:3])
    if len(known) == 3:
        return f"#{red:02x}{green:02x}{blue:02x}"
    return f"rgba({red}, {green}, {blue}, {known[3]})" if 0 <= known[3] <= 1 else None
