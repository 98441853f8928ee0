"""Named types for annotations: what editors show, and the kind that checks the value."""

import datetime as dt
from collections.abc import MutableMapping, Sequence
from typing import Annotated, Any

from asgiplots.schema import enums, kinds
from asgiplots.schema.enums import *  # noqa: F403
from asgiplots.schema.kinds import Choice, DataSpec, Either, Null, Number, Text
from asgiplots.schema.specs import Expr, Field, Value

ColorLike = str | tuple[int, int, int] | tuple[int, int, int, float]
AnySpecValue = Value | Field | Expr

Color = Annotated[ColorLike, kinds.Color()]
ColorOrNone = Annotated[ColorLike | None, Either([Null(), kinds.Color()])]
Alpha = Annotated[float, Number(low=0, high=1)]
Percent = Annotated[float, Number(low=0, high=1)]
NonNegativeInt = Annotated[int, Number(integer=True, low=0)]
PositiveInt = Annotated[int, Number(integer=True, low=1)]
FiniteFloat = Annotated[float, Number(finite=True)]
PositiveFloat = Annotated[float, Number(above=0, finite=True)]
NonNegativeFloat = Annotated[float, Number(low=0)]
Size = Annotated[float, Number(low=0)]
FontSize = Annotated[str, kinds.FontSize()]
Dash = Annotated[str | Sequence[int], kinds.Dash()]
Datetime = Annotated[dt.datetime | dt.date | float | str, kinds.Datetime()]
TimeDelta = Annotated[dt.timedelta | float, kinds.TimeDelta()]
ColumnData = Annotated[MutableMapping[str, Any], kinds.Columns()]

FACTOR = Either([Text(), kinds.TupleOf([Text(), Text()]), kinds.TupleOf([Text(), Text(), Text()])])
Factor = Annotated[str | tuple[str, str] | tuple[str, str, str], FACTOR]
FactorSeq = Annotated[
    Sequence[str] | Sequence[tuple[str, str]] | Sequence[tuple[str, str, str]], kinds.ListOf(FACTOR)
]


class _Coordinate(kinds.Kind):
    """A position on an axis: a number, a date, or a factor."""

    expected = "a number, a date or a factor"
    ts = "number | string | [string, string] | [string, string, string]"
    refs = False
    _options = (
        kinds.Number(),
        kinds.Datetime(),
        kinds.TimeDelta(),
        FACTOR,
        kinds.TupleOf([Text(), kinds.Number()]),
    )

    def coerce(self, value: Any) -> Any:
        for option in self._options:
            try:
                return option.coerce(value)
            except kinds.Mismatch:
                continue
        raise self.fail(value)


CoordinateLike = Annotated[Any, _Coordinate()]

NumberSpec = Annotated[Any, DataSpec(_Coordinate(), strings_are_fields=True)]
FloatSpec = Annotated[Any, DataSpec(Number(), strings_are_fields=True)]
IntSpec = Annotated[Any, DataSpec(Number(integer=True), strings_are_fields=True)]
SizeSpec = Annotated[Any, DataSpec(Number(low=0), strings_are_fields=True)]
AlphaSpec = Annotated[Any, DataSpec(Number(low=0, high=1), strings_are_fields=True)]
AngleSpec = Annotated[Any, DataSpec(Number(), strings_are_fields=True)]
DistanceSpec = Annotated[Any, DataSpec(_Coordinate(), strings_are_fields=True)]
NullDistanceSpec = Annotated[Any, DataSpec(Either([Null(), _Coordinate()]), strings_are_fields=True)]
StringSpec = Annotated[Any, DataSpec(Either([Null(), Text()]), strings_are_fields=True)]
ColorSpec = Annotated[Any, DataSpec(Either([Null(), kinds.Color()]))]
FontSizeSpec = Annotated[Any, DataSpec(kinds.FontSize())]
FontStyleSpec = Annotated[Any, DataSpec(Choice(enums.FontStyle.__args__))]
DashSpec = Annotated[Any, DataSpec(kinds.Dash())]
LineJoinSpec = Annotated[Any, DataSpec(Choice(enums.LineJoin.__args__))]
LineCapSpec = Annotated[Any, DataSpec(Choice(enums.LineCap.__args__))]
TextAlignSpec = Annotated[Any, DataSpec(Choice(enums.TextAlign.__args__))]
TextBaselineSpec = Annotated[Any, DataSpec(Choice(enums.TextBaseline.__args__))]
MarkerSpec = Annotated[Any, DataSpec(Choice(enums.MarkerType.__args__))]
BooleanSpec = Annotated[Any, DataSpec(kinds.Bool(), strings_are_fields=True)]
AnySpec = Annotated[Any, DataSpec(kinds.Kind(), strings_are_fields=True)]
