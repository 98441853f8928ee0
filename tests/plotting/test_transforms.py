"""The functions of asgiplots.transform and asgiplots.driving."""

import asyncio
import inspect
import json
import math
from pathlib import Path

import pytest

from asgiplots import driving, transform
from asgiplots.models import CumSum, Dodge, FactorRange, Jitter, LinearColorMapper, LogColorMapper
from asgiplots.schema import Expr, Field, Value

FACTS = json.loads((Path(__file__).parents[1] / "models" / "api_facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", [transform, driving])
def test_functions_take_the_known_arguments(module):
    known = FACTS["functions"][module.__name__.rpartition(".")[2]]
    for name in set(module.__all__) & set(known):
        ours = [
            ("*" if p.kind is p.VAR_POSITIONAL else "") + p.name
            for p in inspect.signature(getattr(module, name)).parameters.values()
        ]
        assert ours == [param.partition(":")[0] for param in known[name]], name


def test_colour_maps_hold_their_limits():
    linear = transform.linear_cmap("x", "Viridis3", 0, 1, low_color="red")
    assert isinstance(linear, Field)
    assert isinstance(linear.transform, LinearColorMapper)
    assert (linear.field, linear.transform.low, linear.transform.low_color) == ("x", 0, "red")
    assert isinstance(transform.log_cmap("x", ["red", "blue"], 1, 10).transform, LogColorMapper)


def test_factors_have_colours_and_markers():
    colours = transform.factor_cmap("k", ["red", "blue"], ["a", "b"]).transform
    assert (list(colours.palette), list(colours.factors)) == (["red", "blue"], ["a", "b"])
    marks = transform.factor_mark("k", ["circle", "x"], ["a", "b"]).transform
    assert list(marks.markers) == ["circle", "x"]
    with pytest.warns(UserWarning, match=r"factor_cmap\('k'\) has 1 colours for 2 factors"):
        transform.factor_cmap("k", ["red"], ["a", "b"])
    with pytest.raises(ValueError, match="markers"):
        transform.factor_mark("k", ["circl"], ["a"])


def test_columns_are_moved_summed_and_stacked():
    factors = FactorRange("a", "b")
    moved = transform.dodge("x", 0.25, range=factors).transform
    assert isinstance(moved, Dodge)
    assert (moved.value, moved.range) == (0.25, factors)
    spread = transform.jitter("x", 0.4, distribution="normal").transform
    assert isinstance(spread, Jitter)
    assert (spread.width, spread.distribution) == (0.4, "normal")
    summed = transform.cumsum("x", include_zero=True)
    assert isinstance(summed, Expr)
    assert isinstance(summed.expr, CumSum)
    assert summed.expr.include_zero is True
    assert list(transform.stack("a", "b").expr.fields) == ["a", "b"]


def test_values_fields_and_expressions_are_said_explicitly():
    assert transform.value("a") == Value("a")
    assert transform.field("a") == Field("a")
    assert transform.transform("a", Dodge()).field == "a"
    assert isinstance(transform.expr(CumSum(field="a")), Expr)


def steps(driver, count: int) -> list:
    seen: list = []
    advance = driver(seen.append)
    for _ in range(count):
        advance()
    return seen


def test_drivers_hand_over_the_next_value():
    assert steps(driving.count(), 3) == [0, 1, 2]
    assert steps(driving.linear(m=2, b=1), 3) == [1, 3, 5]
    assert steps(driving.repeat([1, 2]), 5) == [1, 2, 1, 2, 1]
    assert steps(driving.bounce([0, 1, 2]), 8) == [0, 1, 2, 2, 1, 0, 0, 1]
    assert steps(driving.cosine(w=0.5, A=2, phi=1, offset=3), 2) == [
        2 * math.cos(1) + 3,
        2 * math.cos(1.5) + 3,
    ]
    assert steps(driving.sine(w=0.5), 2) == [0, math.sin(0.5)]


def test_a_driven_function_takes_nothing_and_keeps_its_name():
    @driving.cosine(w=0.03)
    def update(step):
        return step

    assert update.__name__ == "update"
    assert update() == 1.0
    inspect.signature(update).bind()


def test_drivers_drive_async_functions():
    @driving.count()
    async def update(step):
        return step

    assert inspect.iscoroutinefunction(update)
    assert asyncio.run(update()) == 0
    assert asyncio.run(update()) == 1


def test_force_takes_any_sequence():
    seen: list = []
    advance = driving.force(seen.append, iter("ab"))
    advance()
    advance()
    assert seen == ["a", "b"]
