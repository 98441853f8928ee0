"""Bad inputs, each with its one clear error: the sentence is part of the interface."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from asgiplots import models
from asgiplots.document import Document
from asgiplots.models import Button, ColumnDataSource, LinearColorMapper, Row, Slider, Title
from asgiplots.protocol import FrameError, MessageError, decode_frame, decode_message

HEADER = b"\xa5\x01\x01\x00"


def slider(**fields: Any) -> Slider:
    return Slider(**{"start": 0, "end": 1, "value": 0, **fields})


def source() -> ColumnDataSource:
    return ColumnDataSource({"x": [1, 2], "y": [3, 4]})


def set_field(model: Any, name: str, value: Any) -> None:
    setattr(model, name, value)


#: name, what is done, the error's class, its whole text
Case = tuple[str, Callable[[], Any], type[Exception], str]

MODELS: list[Case] = [
    ("unknown field", lambda: slider(titel="x"), AttributeError,
     "Slider has no field 'titel'; similar names: title"),
    ("unknown attribute read", lambda: slider().valu, AttributeError,
     "Slider has no field 'valu'; similar names: value"),
    ("unknown attribute set", lambda: set_field(slider(), "vlaue", 1), AttributeError,
     "Slider has no field 'vlaue'; similar names: value"),
    ("text for a number", lambda: slider(end="ten"), ValueError,
     "Slider.end expected a number, got 'ten' (str)"),
    ("nothing for a number", lambda: slider(start=None), ValueError,
     "Slider.start expected a number, got None (NoneType)"),
    ("unknown choice", lambda: Button(button_type="sucess"), ValueError,
     "Button.button_type expected one of 'default', 'primary', 'success', 'warning', 'danger', 'light', "
     "got 'sucess' (str)"),
    ("unknown colour", lambda: models.Line(line_color="nvy"), ValueError,
     "Line.line_color expected None or a colour: a CSS name, '#rrggbb', 'rgb(…)', 'hsl(…)' or a tuple "
     "(r, g, b[, a]), got 'nvy' (str)"),
    ("alpha above 1", lambda: Title(text_alpha=1.5), ValueError,
     "Title.text_alpha expected a number from 0 to 1, got 1.5 (float)"),
    ("negative width", lambda: Row(width=-5), ValueError,
     "Row.width expected a whole number of at least 0 or None, got -5 (int)"),
    ("infinite width", lambda: Row(width=float("inf")), ValueError,
     "Row.width expected a whole number of at least 0 or None, got inf (float)"),
    ("font size", lambda: Title(text_font_size="big"), ValueError,
     "Title.text_font_size expected a font size such as '12px' or '1.2em', got 'big' (str)"),
    ("dash pattern", lambda: models.Line(line_dash="dased"), ValueError,
     "Line.line_dash expected a dash pattern: 'solid', 'dashed', 'dotted', 'dotdash', 'dashdot', '6 4' or a "
     "list of lengths, got 'dased' (str)"),
    ("number among children", lambda: Row(children=[1]), ValueError,
     "Row.children[0] expected an UIElement, got 1 (int)"),
    ("children twice", lambda: Row(slider(), children=[]), ValueError,
     "expected the children of Row once, got positional ones and children="),
    ("base class", lambda: models.Glyph(), TypeError,
     "Glyph is a base class: make one of the classes that derive from it"),
    ("palette size", lambda: LinearColorMapper(palette="Viridis255"), ValueError,
     "LinearColorMapper.palette: the palette Viridis has no size 255; its sizes: 3, 4, 5, 6, 7, 8, 9, 10, "
     "11, 256"),
    ("required field read", lambda: Slider(start=0, end=1).value, ValueError,
     "Slider.value has no value: it is required and was never set"),
    ("script file", lambda: models.CustomJS.from_file("a.txt"), ValueError,
     "expected a .js or .mjs file, got 'a.txt'"),
    ("handler of an unknown field", lambda: slider().on_change("vlue", print), ValueError,
     "Slider has no field 'vlue'; similar names: value"),
    ("link to an unknown field", lambda: slider().js_link("value", slider(), "valeu"), ValueError,
     "Slider has no field 'valeu'; similar names: value"),
    ("handler's arguments", lambda: slider().on_change("value", lambda value: None), ValueError,
     "Slider.on_change('value') expected a function of (attr, old, new), got <lambda>(value)"),
]  # fmt: skip

DATA: list[Case] = [
    ("unequal columns", lambda: ColumnDataSource({"x": [1, 2], "y": [1]}), ValueError,
     "the columns of a source must be equally long, but 'x' has 2, 'y' has 1"),
    ("data is a list", lambda: ColumnDataSource([1, 2, 3]), ValueError,
     "ColumnDataSource.data expected a dictionary of column names to sequences, or a data frame, got "
     "[1, 2, 3] (list)"),
    ("column is a number", lambda: ColumnDataSource({"x": 3}), ValueError,
     "ColumnDataSource.data: expected a sequence for column 'x', got 3 (int)"),
    ("column of a huge and an empty array",
     lambda: ColumnDataSource({"x": np.zeros(5_000_000), "y": np.zeros(0)}), ValueError,
     "the columns of a source must be equally long, but 'x' has 5000000, 'y' has 0"),
    ("stream lacks a column", lambda: source().stream({"x": [1]}), ValueError,
     "stream() expected new rows for exactly the source's columns, missing: 'y'"),
    ("stream has a new column", lambda: source().stream({"x": [1], "y": [1], "z": [1]}), ValueError,
     "stream() expected new rows for exactly the source's columns, extra: 'z'"),
    ("stream of unequal columns", lambda: source().stream({"x": [1], "y": [1, 2]}), ValueError,
     "stream() expected as many new rows in every column, but 'x' has 1, 'y' has 2"),
    ("negative rollover", lambda: source().stream({"x": [1], "y": [1]}, -1), ValueError,
     "stream() expected rollover to be a number of rows or None, got -1 (int)"),
    ("patch of an unknown column", lambda: source().patch({"xx": [(0, 1)]}), ValueError,
     "patch() found no column 'xx'; similar names: x"),
    ("patch beyond the end", lambda: source().patch({"x": [(9, 1)]}), ValueError,
     "patch() expected a row from 0 to 1 for column 'x', got 9"),
    ("removing an unknown column", lambda: source().remove("xs"), ValueError,
     "the source has no column 'xs' to remove; similar names: x"),
]  # fmt: skip

DOCUMENTS: list[Case] = [
    ("root is no model", lambda: Document().add_root(3), ValueError,
     "add_root expected a model, got 3 (int)"),
    ("period", lambda: Document().add_periodic_callback(print, -5), ValueError,
     "add_periodic_callback expected a period above 0 ms, got -5"),
    ("callback is no function", lambda: Document().add_next_tick_callback(3), ValueError,
     "expected a function without arguments, got 3 (int)"),
    ("callback of another document", lambda: Document().remove_periodic_callback(3), ValueError,
     "expected a PeriodicCallback that this document still has, got 3 (int)"),
    ("title is a number", lambda: set_field(Document(), "title", 3), ValueError,
     "the title expected a string, got 3 (int)"),
]  # fmt: skip

WIRE: list[Case] = [
    ("no frame", lambda: decode_frame(b""), FrameError, "a frame has at least 24 bytes, got 0"),
    ("other bytes", lambda: decode_frame(b"x" * 30), FrameError, "a frame begins with 0xa5, got 0x78"),
    ("later version", lambda: decode_frame(b"\xa5\x02" + bytes(30)), FrameError,
     "expected frames of version 1, got version 2"),
    ("unknown kind", lambda: decode_frame(b"\xa5\x01\x09" + bytes(30)), FrameError,
     "expected a frame of kind 1, 2 or 3, got 9"),
    ("head beyond the end", lambda: decode_frame(HEADER + b"\xff\0\0\0" + bytes(16)), FrameError,
     "the head of 255 bytes does not fit into a frame of 24"),
    ("head is no JSON", lambda: decode_frame(HEADER + b"\x02\0\0\0" + bytes(16) + b"{]"), FrameError,
     "the frame's content is not readable: JSON is malformed: object keys must be strings (byte 1)"),
    ("empty message", lambda: decode_message(""), MessageError,
     "the message is not readable: Input data was truncated"),
    ("unknown message", lambda: decode_message('{"type":"nope"}'), MessageError,
     "the message is not readable: Invalid value 'nope' - at `$.type`"),
    ("message with a wrong field",
     lambda: decode_message('{"type":"write","n":"x","writes":[]}'), MessageError,
     "the message is not readable: Expected `int`, got `str` - at `$.n`"),
    ("half a write", lambda: decode_message('{"type":"write","n":1,"writes":[["a"]]}'), MessageError,
     "the message is not readable: Expected `array` of length 3 - at `$.writes[0]`"),
]  # fmt: skip

ALL = [*MODELS, *DATA, *DOCUMENTS, *WIRE]


@pytest.mark.parametrize(("act", "kind", "text"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_error(act: Callable[[], Any], kind: type[Exception], text: str):
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == text
