"""Values of fields and columns as JSON with tagged objects, and raw columns beside it."""

import datetime as dt
import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, cast

import numpy as np

from asgiplots.document.operations import Ref
from asgiplots.protocol.columns import ColumnReader, ColumnWriter
from asgiplots.schema import ColumnDict, ColumnList, Model
from asgiplots.schema.arrays import is_array, milliseconds
from asgiplots.schema.specs import SPECS, to_mapping

_NUMBERS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}
_PLAIN = frozenset((str, int, bool, type(None)))


_FLOATS = {float}


class ValueEncoder:
    """Turns values into JSON-ready ones; arrays go to ``columns``."""

    def __init__(self) -> None:
        self.columns = ColumnWriter()
        #: All models that the values refer to.
        self.models: set[Model] = set()

    def encode(self, value: Any) -> Any:
        """Return the JSON-ready form of any value a field can hold; TypeError for others."""
        kind = cast("type[Any]", type(value))
        if kind in _PLAIN:
            return value
        if kind is float:
            return value if math.isfinite(value) else {"$num": "nan" if value != value else repr(value)}
        encoder = _ENCODERS.get(kind)
        return encoder(self, value) if encoder is not None else self._other(value)

    def _other(self, value: Any) -> Any:
        if isinstance(value, Model):
            self.models.add(value)
            return {"$ref": value.id}
        if isinstance(value, SPECS):
            return {key: self.encode(item) for key, item in to_mapping(value).items()}
        for base, encoder in _BASES:
            if isinstance(value, base):
                return encoder(self, value)
        foreign = _FOREIGN.get(type(value).__name__)
        if foreign is not None:
            return foreign(self, value)
        raise TypeError(f"a value of type {type(value).__name__} cannot be sent: {value!r:.80}")

    def _scalar(self, value: Any) -> Any:
        return self.encode(value.item())

    def _array(self, value: Any) -> Any:
        if value.dtype.kind in "OUS" or value.dtype.hasobject:
            return self.column(value.tolist())
        return {"$": self.columns.add(value)}

    def _list(self, value: Any) -> Any:
        return [self.encode(item) for item in value]

    def _mapping(self, value: Mapping[Any, Any]) -> Any:
        if all(type(key) is str and key[:1] != "$" for key in value):
            return {key: self.encode(item) for key, item in value.items()}
        return {"$map": [[self.encode(key), self.encode(item)] for key, item in value.items()]}

    def _columns(self, value: Mapping[str, Any]) -> Any:
        pairs = self.columns_of(value)
        return (
            pairs
            if all(key[:1] != "$" for key in pairs)
            else {"$map": [list(pair) for pair in pairs.items()]}
        )

    def _set(self, value: Any) -> Any:
        return {"$set": sorted(map(self.encode, value), key=repr)}

    def _bytes(self, value: bytes) -> Any:
        return {"$bytes": [self.columns.bytes(value), len(value)]}

    def _date(self, value: Any) -> Any:
        return {"$date": milliseconds(value)}

    def _span(self, value: Any) -> Any:
        return milliseconds(value)

    # Columns

    def columns_of(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return several columns by name; TypeError says which of them cannot be sent."""
        columns: dict[str, Any] = {}
        for name, column in data.items():
            try:
                columns[name] = self.column(column)
            except TypeError as error:
                raise TypeError(f"column {name!r}: {error}") from None
        return columns

    def row_of(self, data: Mapping[str, Any]) -> Any:
        """Return columns by name; raw ones of one type and length as ``[names, dtype, offset, count]``.

        Those lie one after the other: what describes the first describes all. TypeError as ``columns_of``.
        """
        columns = self.columns_of(data)
        raw: list[Any] = [
            column["$"] for column in columns.values() if type(column) is dict and "$" in column
        ]
        if not raw or len(raw) < len(columns):
            return columns
        tag, offset, count, *_ = raw[0]
        alike = all(len(one) == 3 and one[0] == tag and one[2] == count for one in raw)
        return [list(columns), tag, offset, count] if alike else columns

    def column(self, value: Any) -> Any:
        """Return a whole column: raw numbers where all items are numbers, dates or arrays, else a list."""
        if isinstance(value, np.ndarray):
            return self._array(value)
        kinds = set(map(type, value))
        if kinds == _FLOATS:
            return {"$": ["f8", *self._raw(value)]}
        if kinds and kinds <= {int, float}:
            array = _numbers(value, float in kinds)
            return self._list(value) if array is None else {"$": self.columns.add(array)}
        if kinds == {bool}:
            return {"$": self.columns.add(np.array(value, dtype=np.bool_))}
        if kinds == {str}:
            return self._strings(value)
        if kinds and all(issubclass(k, np.generic) for k in kinds):
            return self._array(np.array(value))
        if kinds and all(issubclass(k, dt.date) for k in kinds):
            return {"$": ["dt", *self._raw([milliseconds(v) for v in value])]}
        if len(kinds) > 1 and kinds <= {int, float, type(None)}:
            return {"$": ["f8", *self._raw([math.nan if v is None else v for v in value])]}
        return self._nested(value, kinds)

    def _raw(self, values: list[float]) -> list[int]:
        array = np.array(values, dtype="<f8")
        return [self.columns.bytes(array.tobytes()), len(values)]

    def _strings(self, value: list[str]) -> Any:
        """Repeated strings go as codes into the list of distinct ones."""
        distinct = dict.fromkeys(value)
        if len(value) < 16 or len(distinct) * 2 > len(value):
            return list(value)
        numbers = {text: number for number, text in enumerate(distinct)}
        width = "u1" if len(distinct) < 256 else "u2" if len(distinct) < 65536 else "i4"
        codes = np.array([numbers[text] for text in value], dtype=width)
        return {"$cat": [{"$": self.columns.add(codes)}, list(distinct)]}

    def _nested(self, value: Any, kinds: set[type]) -> Any:
        """Lists of numbers of one type go as one column and the offsets of its parts."""
        if kinds and all(issubclass(k, np.ndarray | list | tuple) for k in kinds):
            parts = [_vector(item) for item in value]
            if all(part is not None for part in parts) and len({part.dtype for part in parts}) == 1:
                return self._ragged(parts)
            return [self.column(item) for item in value]
        return self._list(value)

    def _ragged(self, parts: list[Any]) -> Any:
        offsets = np.zeros(len(parts) + 1, dtype="<i4")
        np.cumsum([len(part) for part in parts], out=offsets[1:])
        return {
            "$ragged": [
                {"$": self.columns.add(np.concatenate(parts))},
                {"$": self.columns.add(offsets)},
            ]
        }


def _numbers(value: Any, floats: bool) -> Any:
    """Return Python numbers as an array, or None if an int is beyond int64."""
    try:
        return np.array(value, dtype="<f8" if floats else "<i8")
    except OverflowError:
        return None


def _vector(item: Any) -> Any:
    """Return a one-dimensional numeric array of ``item``, or None if it is anything else."""
    if is_array(item):
        return item if item.ndim == 1 and item.dtype.kind in "fiubM" else None
    if set(map(type, item)) <= {int, float}:
        return _numbers(item, True)
    return None


_ENCODERS: dict[type, Callable[[ValueEncoder, Any], Any]] = {
    list: ValueEncoder._list,
    tuple: ValueEncoder._list,
    dict: ValueEncoder._mapping,
    ColumnDict: ValueEncoder._columns,
    ColumnList: ValueEncoder.column,
    np.ndarray: ValueEncoder._array,
}
_BASES: list[tuple[Any, Callable[[ValueEncoder, Any], Any]]] = [
    (str, lambda encoder, value: str(value)),
    (np.ndarray, ValueEncoder._array),
    (np.datetime64, ValueEncoder._date),
    (np.timedelta64, ValueEncoder._span),
    (np.generic, ValueEncoder._scalar),
    (dt.date, ValueEncoder._date),
    ((dt.timedelta, dt.time), ValueEncoder._span),
    (Mapping, ValueEncoder._mapping),
    ((list, tuple, range), ValueEncoder._list),
    ((set, frozenset), ValueEncoder._set),
    ((bytes, bytearray), ValueEncoder._bytes),
]
# What pandas alone has, by name: nobody needs pandas for it.
_FOREIGN: dict[str, Callable[[ValueEncoder, Any], Any]] = {
    "NAType": lambda encoder, value: None,
    "Period": lambda encoder, value: encoder._date(value.start_time),
}


class ValueDecoder:
    """Turns JSON values back; models stay ``Ref``, raw columns become arrays."""

    def __init__(self, columns: ColumnReader) -> None:
        self.columns = columns

    def decode(self, value: Any) -> Any:
        """Return the Python value; ValueError for a tag that is not known or does not hold together."""
        if isinstance(value, list):
            return [self.decode(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
        if not isinstance(value, dict):
            return value
        pairs: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
        tag = next(iter(pairs), "")
        if not tag.startswith("$"):
            return {key: self.decode(item) for key, item in pairs.items()}
        decoder = _DECODERS.get(tag)
        if decoder is None or len(pairs) != 1:
            raise ValueError(f"{tag!r} is not a tag of the wire")
        return decoder(self, pairs[tag])

    def columns_of(self, value: Any) -> Any:
        """Return columns by name, of either form that an encoder gives them."""
        return self.columns.row(value) if type(value) is list else self.decode(value)

    def _ragged(self, parts: Any) -> Any:
        values, offsets = (self.decode(part) for part in parts)
        return [values[a:b] for a, b in pairwise(offsets)]

    def _categories(self, parts: Any) -> Any:
        codes, names = self.decode(parts[0]), parts[1]
        return [names[code] if code >= 0 else None for code in codes]


_DECODERS: dict[str, Callable[[ValueDecoder, Any], Any]] = {
    "$ref": lambda decoder, value: Ref(_id(value)),
    "$num": lambda decoder, value: _NUMBERS[value],
    "$map": lambda decoder, value: {_key(decoder.decode(k)): decoder.decode(v) for k, v in value},
    "$set": lambda decoder, value: set(decoder.decode(value)),
    "$bytes": lambda decoder, value: decoder.columns.bytes(*value),
    "$date": lambda decoder, value: value,
    "$": lambda decoder, value: decoder.columns.get(value),
    "$ragged": ValueDecoder._ragged,
    "$cat": ValueDecoder._categories,
}


def _id(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected the id of a model, got {value!r:.80}")
    return value


def _key(value: Any) -> Any:
    return tuple(cast("list[Any]", value)) if type(value) is list else value
