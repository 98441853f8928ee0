"""Expressions: columns that the browser computes from other columns of the source."""

from asgiplots.schema import Model, abstract, field


@abstract
class Expression(Model):
    """The base of expressions; one stands wherever a glyph takes a column."""

    is_expression = True


class CumSum(Expression):
    """The running sum of the column ``field``.

    With ``include_zero`` it starts at 0 and drops the last sum.
    """

    field: str = field(required=True)
    include_zero: bool = False


class Stack(Expression):
    """The sum of several columns, row by row; missing ``fields`` give zeros."""

    fields: list[str] = field(factory=list)
