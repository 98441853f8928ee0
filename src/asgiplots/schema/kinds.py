"""What a field accepts: each kind checks a value and names itself for errors and TypeScript."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, cast

from asgiplots.schema import arrays
from asgiplots.schema.colors import color_text, is_css_color
from asgiplots.schema.columns import ColumnDict, column, need_equal_lengths
from asgiplots.schema.containers import ObservableDict, ObservableList, ObservableSet
from asgiplots.schema.names import Mismatch
from asgiplots.schema.specs import SPECS, Expr, Field, Value, from_mapping


class Kind:
    """The base of kinds: accepts everything."""

    expected = "any value"
    ts = "unknown"
    refs = True  # may hold references to models
    mutable = False

    def coerce(self, value: Any) -> Any:
        """Return ``value`` as it is stored, or raise Mismatch."""
        return value

    def fail(self, value: object, where: str = "") -> Mismatch:
        return Mismatch(self.expected, value, where)


class Bool(Kind):
    expected, ts, refs = "True or False", "boolean", False

    def coerce(self, value: Any) -> Any:
        if value is True or value is False:
            return value
        if type(value).__name__ in ("bool", "bool_") and hasattr(value, "item"):
            return value.item()
        raise self.fail(value)


class Number(Kind):
    """A float or an int, with optional bounds: `low` and `high` belong to it, `above` does not."""

    ts, refs = "number", False

    def __init__(
        self,
        integer: bool = False,
        low: float | None = None,
        high: float | None = None,
        above: float | None = None,
        finite: bool = False,
    ) -> None:
        self.integer, self.low, self.high, self.above, self.finite = integer, low, high, above, finite
        noun = "a whole number" if integer else "a finite number" if finite else "a number"
        if low is not None and high is not None:
            noun += f" from {low} to {high}"
        elif low is not None:
            noun += " of at least " + str(low)
        elif above is not None:
            noun += f" above {above}"
        self.expected = noun

    def coerce(self, value: Any) -> Any:
        if type(value) is not float and type(value) is not int:
            value = self._plain(value)
        if self.integer and type(value) is not int:
            raise self.fail(value)
        if self.low is not None and not value >= self.low:
            raise self.fail(value)
        if self.high is not None and not value <= self.high:
            raise self.fail(value)
        if (self.above is not None and not value > self.above) or (self.finite and not isfinite(value)):
            raise self.fail(value)
        return value

    def _plain(self, value: Any) -> int | float:
        if arrays.is_datetime_scalar(value) or arrays.is_timedelta_scalar(value):
            raise self.fail(value)  # numpy would give the nanoseconds
        plain = value.item() if hasattr(value, "item") and getattr(value, "ndim", 1) == 0 else value
        if isinstance(plain, bool) or not isinstance(plain, int | float):
            raise self.fail(value)
        return plain


class Text(Kind):
    expected, ts, refs = "a string", "string", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, str):
            return str(value) if type(value) is not str else value
        raise self.fail(value)


class Bytes(Kind):
    expected, ts, refs = "bytes", "Uint8Array", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, bytes):
            return value
        raise self.fail(value)


class Null(Kind):
    expected, ts, refs = "None", "null", False

    def coerce(self, value: Any) -> Any:
        if value is None:
            return None
        raise self.fail(value)


class Choice(Kind):
    """One of a closed set of words or numbers."""

    refs = False

    def __init__(self, choices: Sequence[Any]) -> None:
        self.choices = tuple(choices)
        self.expected = "one of " + ", ".join(repr(c) for c in choices)
        self.ts = " | ".join(f'"{c}"' if isinstance(c, str) else str(c).lower() for c in choices)

    def coerce(self, value: Any) -> Any:
        if isinstance(value, str | int | float) and value in self.choices:
            return value
        raise self.fail(value)


class Either(Kind):
    """The first of several kinds that accepts the value."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = tuple(kinds)
        self.refs = any(k.refs for k in kinds)
        self.mutable = any(k.mutable for k in kinds)
        self.expected = " or ".join(dict.fromkeys(k.expected for k in kinds))
        self.ts = " | ".join(dict.fromkeys(k.ts for k in kinds))

    def coerce(self, value: Any) -> Any:
        inner: list[Mismatch] = []
        for kind in self.kinds:
            try:
                return kind.coerce(value)
            except Mismatch as error:
                inner.append(error)
        deeper = [e for e in inner if e.where]
        raise deeper[0] if len(deeper) == 1 else self.fail(value)


def _items(kind: Kind, value: Any) -> list[Any]:
    """Return the items of a sequence; a string, a mapping and what cannot be iterated are none."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise kind.fail(cast("object", value))
    return arrays.plain_list(cast("Iterable[Any]", value))


class ListOf(Kind):
    mutable = True

    def __init__(self, item: Kind) -> None:
        self.item, self.refs = item, item.refs
        self.expected = f"a list of {item.expected}"
        self.ts = f"({item.ts})[]" if "|" in item.ts or "=>" in item.ts else f"{item.ts}[]"

    def coerce(self, value: Any) -> Any:
        return ObservableList(coerce_items(self.item, _items(self, value)), self.item)


class SetOf(Kind):
    mutable = True

    def __init__(self, item: Kind) -> None:
        self.item, self.refs = item, item.refs
        self.expected = f"a set of {item.expected}"
        self.ts = f"Set<{item.ts}>"

    def coerce(self, value: Any) -> Any:
        return ObservableSet(coerce_items(self.item, _items(self, value)), self.item)


class TupleOf(Kind):
    def __init__(self, items: Sequence[Kind]) -> None:
        self.items = tuple(items)
        self.refs = any(k.refs for k in items)
        self.expected = f"a tuple ({', '.join(k.expected for k in items)})"
        self.ts = f"[{', '.join(k.ts for k in items)}]"

    def coerce(self, value: Any) -> Any:
        items = _items(self, value)
        if len(items) != len(self.items):
            raise self.fail(value)
        return tuple(kind.coerce(item) for kind, item in zip(self.items, items, strict=True))


class MapOf(Kind):
    mutable = True

    def __init__(self, key: Kind, item: Kind) -> None:
        self.key, self.item, self.refs = key, item, item.refs
        self.expected = f"a dictionary of {key.expected} to {item.expected}"
        self.ts = f"Record<string, {item.ts}>" if key.ts == "string" else f"Map<{key.ts}, {item.ts}>"

    def coerce(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise self.fail(value)
        pairs = {self.key.coerce(k): _item(self.item, v, k) for k, v in value.items()}  # pyright: ignore
        return ObservableDict(pairs, self.key, self.item)


class Color(Kind):
    expected = "a colour: a CSS name, '#rrggbb', 'rgb(…)', 'hsl(…)' or a tuple (r, g, b[, a])"
    ts, refs = "string", False

    def coerce(self, value: Any) -> Any:
        text = color_text(value)
        if text is None:
            raise self.fail(value)
        return text


_FONT_SIZE = re.compile(r"^\d+(\.\d+)?(%|em|ex|ch|ic|rem|vw|vh|vi|vb|vmin|vmax|cm|mm|q|in|pc|pt|px)$", re.I)


class FontSize(Kind):
    expected, ts, refs = "a font size such as '12px' or '1.2em'", "string", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, str) and _FONT_SIZE.match(value):
            return value
        raise self.fail(value)


_DASHES = {"solid": [], "dashed": [6], "dotted": [2, 4], "dotdash": [2, 4, 6, 4], "dashdot": [6, 4, 2, 4]}


class Dash(Kind):
    """A dash pattern by name, as numbers in a string, or as a list of lengths in pixels."""

    expected = "a dash pattern: 'solid', 'dashed', 'dotted', 'dotdash', 'dashdot', '6 4' or a list of lengths"
    ts, refs = "number[]", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, str):
            if value in _DASHES:
                return list(_DASHES[value])
            if re.fullmatch(r"\d+(\s+\d+)*", value):
                return [int(part) for part in value.split()]
        elif isinstance(value, Sequence):
            items: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType]
            if all(isinstance(v, int | float) and not isinstance(v, bool) and v >= 0 for v in items):
                return items
        raise self.fail(cast("object", value))


class Datetime(Kind):
    expected = "a date: a datetime, date, numpy.datetime64, ISO string or milliseconds since the epoch"
    ts, refs = "number", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, bool):
            raise self.fail(value)
        if isinstance(value, int | float | dt.date) or arrays.is_datetime_scalar(value):
            return value
        if isinstance(value, str):
            try:
                return dt.datetime.fromisoformat(value)
            except ValueError:
                raise self.fail(value) from None
        raise self.fail(value)


class TimeDelta(Kind):
    expected, ts, refs = "a time span: a timedelta, numpy.timedelta64 or milliseconds", "number", False

    def coerce(self, value: Any) -> Any:
        if isinstance(value, bool):
            raise self.fail(value)
        if isinstance(value, int | float | dt.timedelta) or arrays.is_timedelta_scalar(value):
            return value
        raise self.fail(value)


class Columns(Kind):
    """The ``data`` of a source: names to equally long sequences, each one-dimensional or a list of arrays."""

    expected = "a dictionary of column names to sequences, or a data frame"
    ts, refs, mutable = "Record<string, ArrayLike<unknown>>", False, True

    def coerce(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            columns = {self._name(k): column(k, v) for k, v in value.items()}  # pyright: ignore
            need_equal_lengths(columns)
            return ColumnDict(columns)
        frame = arrays.from_frame(value)
        if frame is None:
            raise self.fail(value)
        return ColumnDict({name: column(name, values) for name, values in frame.items()})

    def _name(self, name: Any) -> str:
        if not isinstance(name, str):
            raise Mismatch("column names that are strings", name)
        return name


class DataSpec(Kind):
    """A visual that may be one value, a column or an expression.

    A string is a column's name unless the inner kind accepts it as a value (a colour name, a marker, a size).
    """

    def __init__(self, inner: Kind, strings_are_fields: bool = False) -> None:
        self.inner, self.strings_are_fields = inner, strings_are_fields
        self.expected = f"{inner.expected}, the name of a column, or value(), field() or expr()"
        self.ts = f"Spec<{inner.ts}>"

    def coerce(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            value = from_mapping(cast("Mapping[str, Any]", value)) or cast("Any", value)
        if isinstance(value, SPECS):
            return self._checked(value)
        if isinstance(value, str) and (self.strings_are_fields or not self._accepts(value)):
            return Field(value)
        if getattr(value, "is_expression", False):
            return Expr(value)
        try:
            return self.inner.coerce(value)
        except Mismatch:
            raise self.fail(value) from None

    def _accepts(self, value: str) -> bool:
        if isinstance(self.inner, Color):
            return is_css_color(value)
        try:
            self.inner.coerce(value)
        except Mismatch:
            return False
        return True

    def _checked(self, spec: Value | Field | Expr) -> Value | Field | Expr:
        if isinstance(spec, Value):
            try:
                return Value(self.inner.coerce(spec.value), spec.transform, spec.units)
            except Mismatch:
                raise self.fail(spec.value) from None
        if isinstance(spec, Field) and not isinstance(spec.field, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise Mismatch("the name of a column", spec.field)
        return spec


def coerce_items(kind: Kind, items: Iterable[Any]) -> list[Any]:
    """Return every item as ``kind`` stores it; a mismatch says at which index."""
    return [_item(kind, item, index) for index, item in enumerate(items)]


def _item(kind: Kind, value: Any, where: object) -> Any:
    try:
        return kind.coerce(value)
    except Mismatch as error:
        raise Mismatch(error.expected, error.value, f"[{where!r}]{error.where}") from None
