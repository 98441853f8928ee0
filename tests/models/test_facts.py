"""Names and defaults of our models beside the catalogue of the API whose habits they keep."""

import json
from pathlib import Path
from typing import get_args

import pytest

from asgiplots import models
from asgiplots.models.tool_names import tool_named
from asgiplots.plotting import figure
from asgiplots.schema import Field, Model, Value, enums
from asgiplots.schema.callbacks import EVENTS

FACTS = json.loads(Path(__file__).with_name("api_facts.json").read_text(encoding="utf-8"))

#: Defaults that are ours on purpose: sides at the frame, sizes measured later, our own words.
OURS = {
    ("BoxAnnotation", "left"),
    ("BoxAnnotation", "right"),
    ("BoxAnnotation", "top"),
    ("BoxAnnotation", "bottom"),
    ("HelpTool", "description"),
    ("Slider", "value_throttled"),
    *(
        (kind, f"{side}_{size}")
        for kind in ("Plot", "figure")
        for side in ("inner", "outer")
        for size in ("width", "height")
    ),
}

#: Fields that are ours alone: of every model, and by model.
ADDED_TO_ALL = {"open_fields"}
ADDED = {"DataRange1d": {"computed"}}


def model_class(name: str) -> type[Model]:
    return figure if name == "figure" else getattr(models, name)


def plain(value: object) -> object:
    """A default as the catalogue writes it."""
    if isinstance(value, Field):
        return {"field": value.field}
    if isinstance(value, Value):
        return {"value": value.value}
    if isinstance(value, Model):
        return f"<new {type(value).__name__}"
    if isinstance(value, float) and (value != value or value in (float("inf"),)):
        return f"<{value}>"
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    return dict(value) if isinstance(value, dict) else value


@pytest.mark.parametrize("name", sorted(FACTS["models"]))
def test_every_field_has_the_known_default(name: str):
    cls = model_class(name)
    for field, default in FACTS["models"][name].items():
        descriptor = cls._fields[field]
        ours = "<unset>" if descriptor.required else plain(descriptor.make_default())
        if (name, field) in OURS:
            continue
        if isinstance(ours, str) and ours.startswith("<new"):
            assert default.startswith(ours), (field, default)
        elif isinstance(default, dict) and set(default) == {"value"} and not isinstance(ours, dict):
            assert ours == default["value"], field
        else:
            assert ours == default, field


def test_every_model_and_field_is_a_known_one():
    ours = [getattr(models, name) for name in models.__all__]
    concrete = [
        cls for cls in ours if isinstance(cls, type) and issubclass(cls, Model) and not cls.is_abstract
    ]
    for cls in [*concrete, figure]:
        added = ADDED_TO_ALL | ADDED.get(cls.__name__, set())
        assert set(cls._fields) - added == set(FACTS["models"][cls.__name__]), cls.__name__


def test_the_prefixed_datetime_formatter_writes_what_is_known():
    known = FACTS["models"]["DatetimeAxis"]["formatter"]
    formatter = models.DatetimeAxis().formatter
    depth = 0
    while formatter is not None:
        for field, value in formatter.properties_with_values(include_defaults=False).items():
            if isinstance(value, str | bool):
                assert f"{field}={value!r}" in known
        formatter, depth = formatter.context, depth + 1
    assert depth == 3


def test_enumerations_have_the_known_members():
    shared = {name for name in FACTS["enums"] if hasattr(enums, name)}
    assert len(shared) > 40
    for name in shared:
        assert list(get_args(getattr(enums, name))) == FACTS["enums"][name], name


def test_events_have_the_known_names_and_fields():
    for cls in EVENTS.values():
        fact = FACTS["events"][cls.__name__]
        assert cls.event_name == fact["name"]
        names = [field.partition("=")[0] for field in fact["fields"]]
        values = {name: 1 for name in names if name != "model"}
        event = cls(models.Plot(), **values) if "model" in names else cls(**values)
        assert set(vars(event)) >= set(names)


@pytest.mark.parametrize("name", sorted(FACTS["tool_aliases"]))
def test_tool_names_stand_for_the_known_tools(name: str):
    known = FACTS["tool_aliases"][name]
    if not hasattr(models, known.partition("(")[0]):
        with pytest.raises(ValueError, match=f"there is no tool called '{name}'"):
            tool_named(name)
        return
    tool = tool_named(name)
    fields = ", ".join(f"{k}={v!r}" for k, v in tool.properties_with_values(include_defaults=False).items())
    assert f"{type(tool).__name__}({fields})" == known
