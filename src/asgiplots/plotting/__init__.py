"""The plotting interface: ``figure()`` and what builds models around it.

This package is a room and at the same time the face that apps import. What the face names of later rooms
(``curdoc``, ``show``, ``save`` …) is looked up in ``asgiplots.io`` at first use; no room may rely on that.
"""

from typing import TYPE_CHECKING, Any

from asgiplots.models.layouts import Column, Row
from asgiplots.models.sources import ColumnDataSource
from asgiplots.plotting.figures import figure, markers
from asgiplots.plotting.layouts import column, gridplot, row
from asgiplots.plotting.toolbars import DEFAULT_TOOLS
from asgiplots.schema.names import similar

if TYPE_CHECKING:
    from asgiplots.document import Document
    from asgiplots.io import curdoc, output_file, reset_output, save, show

vplot = column
hplot = row

_LATER = {"curdoc", "Document", "output_file", "reset_output", "save", "show"}

__all__ = [
    "DEFAULT_TOOLS",
    "Column",
    "ColumnDataSource",
    "Document",
    "Row",
    "column",
    "curdoc",
    "figure",
    "gridplot",
    "hplot",
    "markers",
    "output_file",
    "reset_output",
    "row",
    "save",
    "show",
    "vplot",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"asgiplots.plotting has no {name!r}{similar(name, __all__)}")
    if name in ("curdoc", "Document"):
        from asgiplots import document as later
    else:
        from asgiplots import io as later
    found = globals()[name] = getattr(later, name)
    return found
