"""Frames whose bytes both test suites read: ``python tests/protocol/golden.py`` writes them anew."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np

from asgiplots.document.operations import Ref
from asgiplots.protocol import CONTROL, PATCH, decode_frame, frame
from asgiplots.protocol.frames import _body
from asgiplots.protocol.values import ValueEncoder

FOLDER = Path(__file__).parents[1] / "golden"

COLUMNS: dict[str, Any] = {
    "float64": np.array([0.0, -1.5, np.nan, np.inf, -np.inf]),
    "float32": np.array([0.5, 1.5, -2.5], dtype="f4"),
    "int8": np.array([-128, 127], dtype="i1"),
    "uint8": np.array([0, 255], dtype="u1"),
    "int16": np.array([-32768, 32767], dtype="i2"),
    "uint16": np.array([0, 65535], dtype="u2"),
    "int32": np.array([-(2**31), 2**31 - 1], dtype="i4"),
    "uint32": np.array([0, 2**32 - 1], dtype="u4"),
    "int64": np.array([-(2**53), 2**53], dtype="i8"),
    "huge": np.array([2**62, -(2**62)], dtype="i8"),
    "booleans": np.array([True, False, True]),
    "dates": np.array(["1970-01-01T00:00:01", "NaT"], dtype="datetime64[ns]"),
    "spans": np.array([1_500_000, -1_000_000], dtype="timedelta64[ns]"),
    "strings": ["a", "ü", ""],
    "categories": ["red", "green"] * 20,
    "ragged": [[1.0, 2.0, 3.0], [], [4.0]],
    "image": [np.arange(6, dtype="f4").reshape(2, 3)],
    "mixed": [1, None, 2.5],
    "empty": [],
    "days": [dt.date(2020, 2, 29), dt.date(1969, 12, 31)],
}
#: An odd number of short values: each column is padded.
APPENDED = np.array([1, 2, 3], dtype="f4")

VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "number": 1.25,
    "whole": 7,
    "nan": float("nan"),
    "infinite": float("-inf"),
    "text": "“quoted”\n",
    "list": [1, "two", None],
    "map": {1: "one", "$odd": 2},
    "set": {"b", "a"},
    "bytes": b"\x00\x01\xff",
    "date": dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC),
    "dictionary": {"field": "x"},
}


def patch(head: Any, encoder: ValueEncoder, revision: int) -> bytes:
    return frame(PATCH, _body(head, encoder), 0xDEADBEEF, revision, ack=3, origin=2)


def frames() -> dict[str, bytes]:
    """Return the golden frames by name."""
    columns = ValueEncoder()
    values = ValueEncoder()
    stream = ValueEncoder()
    return {
        "columns": patch(
            [["columns", "p1", {name: columns.column(value) for name, value in COLUMNS.items()}]], columns, 1
        ),
        "values": patch(
            [["set", "p2", {name: values.encode(value) for name, value in VALUES.items()}]], values, 2
        ),
        "operations": patch(
            [
                ["add", [["p3", "Range1d", {"start": 1.5}], ["p4", "Figure", {"x_range": {"$ref": "p3"}}]]],
                ["stream", "p1", {"x": stream.column([1.0]), "y": stream.column([2.0])}, 100],
                ["stream", "p1", stream.row_of({"x": APPENDED, "y": -APPENDED}), None],
                ["patch", "p1", {"x": [[0, 9.5], [[1, 3, None], stream.column([7.0, 8.0])]]}],
                ["patch", "p1", {"z": [[[0, [1, [0, 3, 2]]], stream.encode(np.array([5, 6], dtype="u1"))]]}],
                ["roots", ["p4"]],
                ["drop", ["p9"]],
                ["title", "golden"],
                ["event", "ready", {"n": 1}],
                ["modules", {"Clock": "models/clock.js"}],
            ],
            stream,
            3,
        ),
        "control": frame(CONTROL, _body({"type": "hello", "viewer": 4, "session": "s"}), 1, 5, 6),
    }


def readable(value: Any) -> Any:
    """Return a decoded value as JSON can hold it."""
    if isinstance(value, Ref):
        return {"$ref": value.id}
    if isinstance(value, np.ndarray) and value.dtype.kind in "mM":
        numbers = value.view("i8") / 1e6
        return readable([float("nan") if np.isnat(v) else n for v, n in zip(value, numbers, strict=True)])
    if isinstance(value, np.ndarray):
        return readable(value.tolist())
    if isinstance(value, dict):
        return {str(key): readable(item) for key, item in value.items()}
    if isinstance(value, set):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [readable(item) for item in value]
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, slice):
        return [value.start, value.stop, value.step]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return {"$num": "nan" if value != value else repr(value)}
    return value


def expectation(data: bytes) -> dict[str, Any]:
    """Return what a reader must make of a golden frame."""
    decoded = decode_frame(data)
    operations = [
        [type(op).__name__, *(readable(getattr(op, name)) for name in op.__dataclass_fields__)]
        for op in decoded.operations
    ]
    header = {name: getattr(decoded, name) for name in ("kind", "epoch", "revision", "ack", "origin")}
    return {**header, "operations": operations, "control": decoded.control}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, data in frames().items():
        (FOLDER / f"{name}.bin").write_bytes(data)
        text = json.dumps(expectation(data), indent=1, ensure_ascii=False)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
