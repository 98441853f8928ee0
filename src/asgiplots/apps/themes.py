"""An app's theme: built in, from a file, or made by the app's author."""

from __future__ import annotations

from typing import Any


def read_theme(theme: Any) -> Any:
    """Placeholder until themes land."""
    return theme
