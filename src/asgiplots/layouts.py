"""Rows, columns and grids of plots and widgets."""

from asgiplots.models.layouts import Column, Row, Spacer
from asgiplots.plotting.layouts import column, grid, gridplot, layout, row

__all__ = ["Column", "Row", "Spacer", "column", "grid", "gridplot", "layout", "row"]
