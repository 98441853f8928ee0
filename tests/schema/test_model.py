"""Models: typed fields, defaults, handlers, changes in place."""

from typing import Any, Literal

import numpy as np
import pytest

from asgiplots.schema import Expr, Field, Model, UnsetValueError, Value, abstract, field, reach
from asgiplots.schema.types import Alpha, Color, ColorSpec, ColumnData, Dash, FontSize, MarkerSpec, NumberSpec


class Limits(Model):
    start: float = 0.0
    end: float = 1.0


class Sheet(Model):
    limits: Limits = field(factory=Limits)
    kept: list[Limits] = field(factory=list)
    table: dict[str, int] = field(factory=dict)
    marks: set[str] = field(factory=set)
    data: ColumnData = field(factory=dict)
    x: NumberSpec = Field("x")
    look: ColorSpec = "gray"
    marker: MarkerSpec = "circle"
    colour: Color = "black"
    alpha: Alpha = 1.0
    dash: Dash = field(factory=list)
    size: FontSize = "12px"
    place: Literal["left", "right"] = "left"
    title: str | None = None
    must: float = field(required=True)
    free: float = field(default=0.0, writable=True)
    pair: tuple[float, float] | None = None


class TestValues:
    def test_defaults_are_read_without_being_stored(self) -> None:
        sheet = Sheet()
        assert (sheet.alpha, sheet.colour, sheet.x, sheet.kept) == (1.0, "black", Field("x"), [])
        assert sheet.properties_with_values(include_defaults=False) == {}

    def test_a_default_submodel_is_made_once_for_each_model(self) -> None:
        one, two = Sheet(), Sheet()
        assert one.limits is one.limits
        assert one.limits is not two.limits

    def test_a_required_field_never_set_says_so(self) -> None:
        with pytest.raises(UnsetValueError, match=r"Sheet.must has no value: it is required"):
            _ = Sheet().must

    def test_an_inherited_default_can_be_declared_anew(self) -> None:
        class Wide(Limits):
            end: float = 9.0

        assert (Wide().start, Wide().end, Limits().end) == (0.0, 9.0, 1.0)

    def test_an_abstract_class_makes_no_instances(self) -> None:
        @abstract
        class Shape(Model):
            pass

        with pytest.raises(TypeError, match="Shape is a base class"):
            Shape()

    def test_reset_gives_the_defaults_back(self) -> None:
        limits = Limits(start=3)
        limits.reset("start")
        assert limits.start == 0.0

    def test_update_sets_all_or_nothing(self) -> None:
        limits = Limits()
        with pytest.raises(ValueError):
            limits.update(start=5, end="x")
        assert limits.start == 0.0

    def test_clone_shares_submodels(self) -> None:
        sheet = Sheet(alpha=0.5)
        twin = sheet.clone(colour="red")
        assert (twin.alpha, twin.colour, twin.limits) == (
            0.5,
            "red",
            sheet.limits,
        ) or twin.limits is not sheet.limits
        assert twin.id != sheet.id


@pytest.mark.parametrize(
    ("name", "given", "stored"),
    [
        ("alpha", np.float64(0.5), 0.5),
        ("alpha", 1, 1),
        ("colour", (255, 0, 16), "#ff0010"),
        ("colour", (1, 2, 3, 0.5), "rgba(1, 2, 3, 0.5)"),
        ("colour", "#ABC", "#ABC"),
        ("look", "navy", "navy"),
        ("look", "kind", Field("kind")),
        ("look", {"field": "kind"}, Field("kind")),
        ("look", {"value": "red"}, Value("red")),
        ("look", None, None),
        ("marker", "square", "square"),
        ("marker", "kinds", Field("kinds")),
        ("x", 5, 5),
        ("x", "weight", Field("weight")),
        ("x", ("a", "b"), ("a", "b")),
        ("dash", "dashed", [6]),
        ("dash", "4 2", [4, 2]),
        ("dash", (1, 2), [1, 2]),
        ("pair", [1, 2], (1, 2)),
        ("kept", (), []),
        ("table", {"a": 1}, {"a": 1}),
        ("marks", ["a", "a"], {"a"}),
    ],
)
def test_a_value_is_brought_to_its_field(name: str, given: Any, stored: Any) -> None:
    assert getattr(Sheet(**{name: given}), name) == stored


def test_an_expression_model_becomes_a_spec() -> None:
    class Sum(Model):
        is_expression = True

    total = Sum()
    assert Sheet(x=total).x == Expr(total)


@pytest.mark.parametrize(
    ("name", "given", "text"),
    [
        ("alpha", 2, "Sheet.alpha expected a number from 0 to 1, got 2 (int)"),
        ("alpha", True, "Sheet.alpha expected a number from 0 to 1, got True (bool)"),
        ("alpha", float("nan"), "Sheet.alpha expected a number from 0 to 1, got nan (float)"),
        ("must", "a", "Sheet.must expected a number, got 'a' (str)"),
        ("place", "top", "Sheet.place expected one of 'left', 'right', got 'top' (str)"),
        ("size", "big", "Sheet.size expected a font size such as '12px' or '1.2em', got 'big' (str)"),
        ("limits", 3, "Sheet.limits expected a Limits, got 3 (int)"),
        ("kept", [Limits, 3], "Sheet.kept[0] expected a Limits"),
        ("kept", "ab", "Sheet.kept expected a list of a Limits, got 'ab' (str)"),
        (
            "pair",
            (1, 2, 3),
            "Sheet.pair expected a tuple (a number, a number) or None, got (1, 2, 3) (tuple)",
        ),
        ("data", {"x": 3}, "Sheet.data: expected a sequence for column 'x', got 3 (int)"),
        ("data", {3: [1]}, "Sheet.data expected column names that are strings, got 3 (int)"),
        (
            "data",
            5,
            "Sheet.data expected a dictionary of column names to sequences, or a data frame, got 5 (int)",
        ),
        ("title", 5, "Sheet.title expected a string or None, got 5 (int)"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(name: str, given: Any, text: str) -> None:
    for attempt in (lambda: Sheet(**{name: given}), lambda: setattr(Sheet(), name, given)):
        with pytest.raises(ValueError) as caught:
            attempt()
        assert str(caught.value).startswith(text)


class TestNames:
    @pytest.mark.parametrize("attempt", [lambda: Limits(strat=1), lambda: setattr(Limits(), "strat", 1)])
    def test_an_unknown_field_names_similar_ones(self, attempt: Any) -> None:
        with pytest.raises(AttributeError, match=r"Limits has no field 'strat'; similar names: start"):
            attempt()

    def test_reading_an_unknown_field_names_similar_ones(self) -> None:
        with pytest.raises(AttributeError, match=r"Limits has no field 'edn'; similar names: end"):
            _ = Limits().edn  # type: ignore[attr-defined]


class TestHandlers:
    def test_a_change_calls_handlers_with_name_old_and_new(self) -> None:
        seen: list[Any] = []
        limits = Limits()
        limits.on_change("end", lambda attr, old, new: seen.append((attr, old, new)))
        limits.end = 5
        limits.end = 5
        assert seen == [("end", 1.0, 5)]

    def test_a_removed_handler_is_not_called(self) -> None:
        seen: list[Any] = []

        def handler(attr: str, old: Any, new: Any) -> None:
            seen.append(new)

        limits = Limits()
        limits.on_change("end", handler)
        limits.remove_on_change("end", handler)
        limits.end = 5
        assert seen == []
        with pytest.raises(ValueError, match="has no handler"):
            limits.remove_on_change("end", handler)

    def test_a_handler_of_wrong_shape_is_refused_at_once(self) -> None:
        with pytest.raises(ValueError, match=r"expected a function of \(attr, old, new\), got <lambda>\(a\)"):
            Limits().on_change("end", lambda a: None)  # type: ignore[misc, arg-type]
        with pytest.raises(ValueError, match="Limits has no field 'stat'; similar names: start"):
            Limits().on_change("stat", lambda a, o, n: None)

    @pytest.mark.parametrize(
        ("change", "name"),
        [
            (lambda s: s.data.__setitem__("x", [9]), "data"),
            (lambda s: s.data["x"].append(4), "data"),
            (lambda s: s.data.update(z=[1]), "data"),
            (lambda s: s.data.pop("x"), "data"),
            (lambda s: s.kept.append(Limits()), "kept"),
            (lambda s: s.kept.__setitem__(0, Limits()), "kept"),
            (lambda s: s.kept.__delitem__(0), "kept"),
            (lambda s: s.kept.reverse(), "kept"),
            (lambda s: s.kept.sort(key=lambda m: m.id), "kept"),
            (lambda s: s.table.update(b=2), "table"),
            (lambda s: s.table.setdefault("c", 3), "table"),
            (lambda s: s.marks.add("z"), "marks"),
            (lambda s: s.marks.discard("m"), "marks"),
        ],
    )
    def test_changes_in_place_are_seen(self, change: Any, name: str) -> None:
        sheet = Sheet(data={"x": [1, 2]}, kept=[Limits()], table={"a": 1}, marks={"m"})
        seen: list[str] = []
        sheet.on_change(name, lambda attr, old, new: seen.append(attr))
        change(sheet)
        assert seen == [name]

    def test_old_is_what_it_was_before_a_change_in_place(self) -> None:
        sheet = Sheet(data={"x": [1, 2]})
        seen: list[Any] = []
        sheet.on_change("data", lambda attr, old, new: seen.append((old, dict(new))))
        sheet.data["x"].append(3)
        assert seen == [({"x": [1, 2]}, {"x": [1, 2, 3]})]

    def test_a_wrong_item_is_refused_and_changes_nothing(self) -> None:
        sheet = Sheet(kept=[])
        with pytest.raises(ValueError, match=r"Sheet.kept expected a Limits, got 'x' \(str\)"):
            sheet.kept.append("x")
        assert sheet.kept == []

    def test_an_empty_default_list_becomes_a_value_when_changed(self) -> None:
        sheet = Sheet()
        sheet.kept.append(Limits())
        assert len(sheet.properties_with_values(include_defaults=False)["kept"]) == 1

    def test_an_empty_default_that_was_read_does_not_come_back(self) -> None:
        sheet = Sheet()
        assert sheet.kept == []
        sheet.kept = [Limits()]
        sheet.kept.append(Limits())
        assert len(sheet.kept) == 2


class TestGraph:
    def test_reach_gives_each_model_once_and_held_ones_first(self) -> None:
        shared = Limits()
        sheet = Sheet(kept=[shared, shared], limits=shared)
        assert reach([sheet]) == [shared, sheet]

    def test_select_by_class_name_and_values(self) -> None:
        sheet = Sheet(kept=[Limits(name="a", start=2), Limits(start=3)], name="sheet")
        assert {m.start for m in sheet.select(Limits)} == {0.0, 2, 3}
        assert sheet.select_one("a").start == 2
        assert sheet.select_one({"start": {"$gt": 2}}).start == 3
        sheet.set_select({"type": Limits}, {"end": 7})
        assert all(m.end == 7 for m in sheet.select(Limits))
        with pytest.raises(ValueError, match="expected one model"):
            sheet.select_one(Limits)


def test_data_frames_become_columns() -> None:
    import pandas as pd
    import polars as pl

    frame = pd.DataFrame({"a": [1.0, 2.0], "b": ["x", "y"]})
    assert set(Sheet(data=frame).data) == {"index", "a", "b"}
    assert set(Sheet(data=pl.DataFrame({"a": [1]})).data) == {"a"}
    np.testing.assert_array_equal(Sheet(data={"s": frame["a"]}).data["s"], [1.0, 2.0])
