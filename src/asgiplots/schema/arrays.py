"""What the schema needs to know of arrays and data frames; numpy is imported at first need only."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from typing import Any


def numpy() -> Any:
    """Return the numpy module."""
    import numpy as np

    return np


def is_array(value: object) -> bool:
    """Tell whether ``value`` is a numpy array, without importing numpy for those who have none."""
    np = sys.modules.get("numpy")
    return np is not None and isinstance(value, np.ndarray)


def is_datetime_scalar(value: object) -> bool:
    np = sys.modules.get("numpy")
    return isinstance(value, dt.date) or (np is not None and isinstance(value, np.datetime64))


def is_timedelta_scalar(value: object) -> bool:
    np = sys.modules.get("numpy")
    return isinstance(value, dt.timedelta) or (np is not None and isinstance(value, np.timedelta64))


def milliseconds(value: Any) -> float:
    """Return a date, time or number as milliseconds; no time is NaN.

    Dates count since the epoch, naive ones read as UTC; times of day since midnight.
    """
    if isinstance(value, int | float):
        return value
    if value != value:  # pandas' and numpy's NaT
        return float("nan")
    if isinstance(value, dt.time):
        return (
            dt.datetime.combine(dt.date.min, value.replace(tzinfo=None)) - dt.datetime.min
        ).total_seconds() * 1000.0
    if isinstance(value, dt.datetime):
        aware = value if value.tzinfo is not None else value.replace(tzinfo=dt.UTC)
        return aware.timestamp() * 1000.0
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day, tzinfo=dt.UTC).timestamp() * 1000.0
    if isinstance(value, dt.timedelta):
        return value.total_seconds() * 1000.0
    np = numpy()
    unit = "datetime64[ns]" if isinstance(value, np.datetime64) else "timedelta64[ns]"
    return float(value.astype(unit).astype("i8") / 1e6)


def plain_list(value: Iterable[Any]) -> list[Any]:
    """Return the items of a sequence; an array gives plain Python values, but keeps dates and spans."""
    if not is_array(value) or value.dtype.kind in "Mm":  # type: ignore[attr-defined]
        return list(value)
    return value.tolist()  # type: ignore[attr-defined, no-any-return]


def from_frame(value: Any) -> dict[str, Any] | None:
    """Return the columns of a pandas, polars or other data frame (through narwhals), its index included.

    None says that ``value`` is no data frame.
    """
    if type(value).__module__.partition(".")[0] in ("builtins", "numpy"):
        return None
    import narwhals as nw

    if any(isinstance(name, tuple) for name in getattr(value, "columns", ())):  # several levels of names
        value = value.set_axis(["_".join(map(str, name)) for name in value.columns], axis="columns")
    frame = nw.from_native(value, eager_only=True, pass_through=True)
    if not isinstance(frame, nw.DataFrame):
        return None
    columns: dict[str, Any] = dict(_index(value))
    for name in frame.columns:
        columns[str(name)] = frame[name].to_numpy()
    return columns


def _index(frame: Any) -> Iterable[tuple[str, Any]]:
    """Yield the index of a pandas frame: its levels under their names, one without a name as "index"."""
    index = getattr(frame, "index", None)
    if index is None or not hasattr(index, "to_numpy"):
        return
    names: Sequence[Any] = index.names
    joined = "_".join(str(n) for n in names) if all(n is not None for n in names) else "index"
    yield joined, index.to_numpy()
