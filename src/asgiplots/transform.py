"""Columns passed through a mapper or transform in the browser."""

from asgiplots.plotting.transforms import (
    cumsum,
    dodge,
    expr,
    factor_cmap,
    factor_mark,
    field,
    jitter,
    linear_cmap,
    log_cmap,
    stack,
    transform,
    value,
)

__all__ = [
    "cumsum",
    "dodge",
    "expr",
    "factor_cmap",
    "factor_mark",
    "field",
    "jitter",
    "linear_cmap",
    "log_cmap",
    "stack",
    "transform",
    "value",
]
