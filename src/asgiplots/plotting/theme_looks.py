"""The looks of the themes that come with the package."""

from typing import Any, Literal, NamedTuple

Attributes = dict[str, dict[str, Any]]
Scheme = Literal["light", "dark"]


class Look(NamedTuple):
    """The choices of one theme: colours of surfaces, lines and texts, and a font."""

    scheme: Scheme
    font: str
    text: str  # titles and labels of axes
    muted: str  # labels of ticks
    frame: str  # behind the data
    around: str  # around the frame
    legend: str
    grid: str
    grid_alpha: float
    axis: str | None
    outline: str | None
    axis_width: float = 1


LOOKS = {
    "caliber": Look(
        scheme="light",
        font="Calibri Light, Carlito, Segoe UI, sans-serif",
        text="#3c4043",
        muted="#5b5b5b",
        frame="#ffffff",
        around="#ffffff",
        legend="#ffffff",
        grid="#dadce0",
        grid_alpha=0.8,
        axis="#9aa0a6",
        outline=None,
    ),
    "carbon": Look(
        scheme="dark",
        font="IBM Plex Sans, Helvetica Neue, Arial, sans-serif",
        text="#f4f4f4",
        muted="#c6c6c6",
        frame="#262626",
        around="#161616",
        legend="#262626",
        grid="#525252",
        grid_alpha=0.6,
        axis="#8d8d8d",
        outline=None,
    ),
    "contrast": Look(
        scheme="light",
        font="Verdana, DejaVu Sans, sans-serif",
        text="#000000",
        muted="#000000",
        frame="#000000",
        around="#ffffff",
        legend="#ffffff",
        grid="#ffffff",
        grid_alpha=0.35,
        axis="#000000",
        outline="#000000",
        axis_width=2,
    ),
    "dark_minimal": Look(
        scheme="dark",
        font="Helvetica Neue, Helvetica, Arial, sans-serif",
        text="#e0e0e0",
        muted="#b8bec4",
        frame="#20262b",
        around="#15191c",
        legend="#20262b",
        grid="#e0e0e0",
        grid_alpha=0.14,
        axis=None,
        outline=None,
    ),
    "light_minimal": Look(
        scheme="light",
        font="Helvetica Neue, Helvetica, Arial, sans-serif",
        text="#3d4449",
        muted="#5b5b5b",
        frame="#ffffff",
        around="#ffffff",
        legend="#ffffff",
        grid="#5b5b5b",
        grid_alpha=0.14,
        axis=None,
        outline=None,
    ),
    "night_sky": Look(
        scheme="dark",
        font="Trebuchet MS, Segoe UI, sans-serif",
        text="#e6e9ff",
        muted="#b4bce6",
        frame="#151a3a",
        around="#0c0f24",
        legend="#151a3a",
        grid="#8f9be0",
        grid_alpha=0.22,
        axis="#7c88c8",
        outline="#3a4275",
    ),
}


def attributes(look: Look) -> Attributes:
    """Return what a look sets, by model class and field."""
    return {
        "Plot": {
            "background_fill_color": look.frame,
            "border_fill_color": look.around,
            "outline_line_color": look.outline,
        },
        "Grid": {"grid_line_color": look.grid, "grid_line_alpha": look.grid_alpha},
        "Axis": _axis(look),
        "CategoricalAxis": {
            "group_text_color": look.text,
            "group_text_font": look.font,
            "subgroup_text_color": look.text,
            "subgroup_text_font": look.font,
            "separator_line_color": look.grid,
            "separator_line_alpha": look.grid_alpha,
        },
        "Legend": _legend(look),
        "TextAnnotation": {"text_color": look.text, "text_font": look.font},
        "Text": {"text_color": look.text, "text_font": look.font},
        "Title": {"text_font_size": "16px", "text_font_style": "normal"},
    }


def _axis(look: Look) -> dict[str, Any]:
    lines = {f"{part}_line_color": look.axis for part in ("axis", "major_tick", "minor_tick")}
    return {
        **lines,
        "axis_line_width": look.axis_width,
        "major_tick_line_width": look.axis_width,
        "major_label_text_color": look.muted,
        "major_label_text_font": look.font,
        "major_label_text_font_size": "12px",
        "axis_label_text_color": look.text,
        "axis_label_text_font": look.font,
        "axis_label_text_font_size": "14px",
        "axis_label_text_font_style": "normal",
        "axis_label_standoff": 10,
    }


def _legend(look: Look) -> dict[str, Any]:
    return {
        "label_text_color": look.text,
        "label_text_font": look.font,
        "label_text_font_size": "12px",
        "title_text_color": look.text,
        "title_text_font": look.font,
        "title_text_font_style": "normal",
        "background_fill_color": look.legend,
        "background_fill_alpha": 0.85,
        "border_line_color": look.grid,
        "border_line_alpha": look.grid_alpha,
        "inactive_fill_color": look.legend,
    }


ATTRIBUTES: dict[str, Attributes] = {
    "default": {},
    **{name: attributes(look) for name, look in LOOKS.items()},
}
SCHEMES: dict[str, Scheme] = {name: look.scheme for name, look in LOOKS.items()}
