"""From a glyph method's arguments to a renderer: columns, looks, legend."""

from collections.abc import Mapping
from typing import Any

from asgiplots.models.glyphs import Glyph
from asgiplots.models.plots import Plot
from asgiplots.models.renderers import GlyphRenderer
from asgiplots.models.sources import ColumnarDataSource, ColumnDataSource
from asgiplots.plotting.legends import LEGEND_KEYWORDS, add_to_legend, take_legend
from asgiplots.plotting.looks import take_looks, take_states
from asgiplots.schema import Field
from asgiplots.schema.arrays import is_array, numpy
from asgiplots.schema.kinds import DataSpec
from asgiplots.schema.names import similar

_RENDERER_FIELDS = ("name", "level", "view", "visible", "muted")


def add_renderer(plot: Plot, cls: type[Glyph], keywords: dict[str, Any]) -> GlyphRenderer:
    """Draw a glyph of class ``cls`` on ``plot`` and return its renderer.

    ``keywords`` are fields of the glyph, where sequences become columns; looks and their shorthands, also
    with the prefix of a state; ``source``; fields of the renderer; and at most one of the ``legend_``
    keywords.
    """
    given = keywords.pop("source", None)
    legend = take_legend(keywords)
    fields = {name: keywords.pop(name) for name in _RENDERER_FIELDS if name in keywords}
    looks = take_looks(cls, keywords)
    states = take_states(cls, keywords)
    values = _only_fields(cls, {**keywords, **looks})
    columns = {name: _column(name, value) for name, value in values.items() if _is_column(cls, name, value)}
    source = _source(given, columns)
    _need_columns(cls, source, values)
    glyph = cls(**_without_defaults(cls, {**values, **{name: Field(name) for name in columns}}))
    others = {f"{state}_glyph": glyph.clone(**looks) for state, looks in states.items()}
    renderer = GlyphRenderer(data_source=source, glyph=glyph, **others, **fields)
    if legend is not None:
        add_to_legend(plot, renderer, *legend)
    plot.renderers.append(renderer)
    return renderer


def _without_defaults(cls: type[Glyph], values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what only repeats a default, so that it need not be sent."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        default = cls._fields[name].default
        shown = Field(value) if isinstance(value, str) and isinstance(default, Field) else value
        if type(shown) is not type(default) or shown != default:
            kept[name] = value
    return kept


def _source(given: Any, columns: dict[str, Any]) -> Any:
    """Return the source that was given, else a new one with ``columns``; ValueError for both."""
    if given is None:
        return ColumnDataSource(columns)
    if columns:
        names = ", ".join(map(repr, columns))
        raise ValueError(
            f"with source=, expected names of its columns, got sequences for {names}: "
            "put them into the source, or give all data as sequences without source="
        )
    return given if isinstance(given, ColumnarDataSource) else ColumnDataSource(given)


def _only_fields(cls: type[Glyph], values: dict[str, Any]) -> dict[str, Any]:
    """Return ``values``; AttributeError for a name that is no field, with similar names."""
    for name in values:
        if name not in cls._fields:
            known = [*cls._fields, *LEGEND_KEYWORDS, *_RENDERER_FIELDS, "source", "color", "alpha"]
            raise AttributeError(f"{cls.__name__} has no field {name!r}{similar(name, known)}")
    return values


def _is_column(cls: type[Glyph], name: str, value: Any) -> bool:
    """Tell whether a value is a sequence that stands for a column rather than for one value of the field."""
    kind = cls._fields[name].kind
    if not isinstance(kind, DataSpec) or isinstance(value, str | Mapping) or not hasattr(value, "__len__"):
        return False
    if is_array(value):
        return value.ndim > 0
    return not isinstance(value, tuple) or kind.strings_are_fields or not _is_one_value(kind, value)


def _is_one_value(kind: DataSpec, value: Any) -> bool:
    try:
        kind.coerce(value)
    except ValueError:
        return False
    return True


def _need_columns(cls: type[Glyph], source: Any, values: dict[str, Any]) -> None:
    """Raise ValueError for a plain text that names no column, unless the source is still empty."""
    known: list[str] = source.column_names
    for name, value in values.items():
        if not known or not isinstance(value, str) or value in known:
            continue
        kind = cls._fields[name].kind
        if isinstance(kind, DataSpec) and isinstance(kind.coerce(value), Field):
            other = "" if kind.strings_are_fields else f" or {kind.inner.expected}"
            columns = ", ".join(map(repr, known))
            raise ValueError(
                f"{cls.__name__}.{name} expected a column of the source ({columns}){other}, got {value!r}"
                f"{similar(value, known)}"
            )


def _column(name: str, value: Any) -> Any:
    """Return a column of a sequence; a two-dimensional array as an image is one row of it."""
    if name == "image":
        return _images(value if not is_array(value) or value.ndim == 1 else [value])
    if not is_array(value) or value.ndim == 1:
        return value
    raise ValueError(f"expected a one-dimensional array for {name!r}, got one of shape {value.shape}")


def _images(rows: Any) -> Any:
    for row in rows:
        if len(shape := numpy().shape(row)) != 2:
            raise ValueError(f"expected two-dimensional arrays for 'image', got one of shape {shape}")
    return rows
