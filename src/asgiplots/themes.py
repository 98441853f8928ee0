"""Themes: defaults of many models at once, from a file, a dictionary, or by name."""

from asgiplots.plotting.themes import BUILT_IN, Theme, built_in

CALIBER = "caliber"
CARBON = "carbon"
CONTRAST = "contrast"
DARK_MINIMAL = "dark_minimal"
LIGHT_MINIMAL = "light_minimal"
NIGHT_SKY = "night_sky"

built_in_themes = {name: built_in(name) for name in BUILT_IN}
default = built_in_themes["default"]

__all__ = [
    "CALIBER",
    "CARBON",
    "CONTRAST",
    "DARK_MINIMAL",
    "LIGHT_MINIMAL",
    "NIGHT_SKY",
    "Theme",
    "built_in_themes",
    "default",
]
