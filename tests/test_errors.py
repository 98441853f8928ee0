"""Bad inputs, each with its one clear error: the sentence is part of the interface."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from app_files import Write
from serving import serving
from site_suite import Site

from asgiplots import create_app, models, palettes
from asgiplots.apps.application import Application
from asgiplots.apps.errors import AppError
from asgiplots.apps.find import find_apps
from asgiplots.client import ClientError, push_session
from asgiplots.document import Document
from asgiplots.embed import file_html
from asgiplots.models import Button, ColumnDataSource, LinearAxis, LinearColorMapper, Row, Slider, Title
from asgiplots.plotting import figure
from asgiplots.protocol import FrameError, MessageError, decode_frame, decode_message
from asgiplots.server.cli import main
from asgiplots.server.settings import Settings, SettingsError

ENVIRON = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
HEADER = b"\xa5\x01\x01\x00"


def slider(**fields: Any) -> Slider:
    return Slider(**{"start": 0, "end": 1, "value": 0, **fields})


def source() -> ColumnDataSource:
    return ColumnDataSource({"x": [1, 2], "y": [3, 4]})


def figure_of(x: list[Any]) -> Any:
    plot = figure()
    plot.line(x, [1])
    return plot


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
     "Slider.end expected a finite number, got 'ten' (str)"),
    ("nothing for a number", lambda: slider(start=None), ValueError,
     "Slider.start expected a finite number, got None (NoneType)"),
    ("limit is not a number", lambda: slider(end=float("nan")), ValueError,
     "Slider.end expected a finite number, got nan (float)"),
    ("no step", lambda: slider(step=0), ValueError,
     "Slider.step expected a finite number above 0, got 0 (int)"),
    ("no colours", lambda: LinearColorMapper(palette=[]), ValueError,
     "LinearColorMapper.palette expected a list of at least one colour or a palette's name such as "
     "'Viridis256', got [] (list)"),
    ("factor twice", lambda: models.FactorRange(factors=["a", "b", "a"]), ValueError,
     "FactorRange.factors: expected each factor once, got 'a' twice or more often"),
    ("unknown event", lambda: slider().on_event("button_clik", print), ValueError,
     "Slider.on_event expected an event or the name of one, got 'button_clik' (str); similar names: "
     "button_click"),
    ("event for a script", lambda: slider().js_on_event(3, print), ValueError,
     "Slider.js_on_event expected an event or the name of one, got 3 (int)"),
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
     "Row.children[0] expected a UIElement, got 1 (int)"),
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
     "ColumnDataSource.data: the columns of a source must be equally long, but 'x' has 2, 'y' has 1"),
    ("data is a list", lambda: ColumnDataSource([1, 2, 3]), ValueError,
     "ColumnDataSource.data expected a dictionary of column names to sequences, or a data frame, got "
     "[1, 2, 3] (list)"),
    ("column is a number", lambda: ColumnDataSource({"x": 3}), ValueError,
     "ColumnDataSource.data: expected a sequence for column 'x', got 3 (int)"),
    ("column of a huge and an empty array",
     lambda: ColumnDataSource({"x": np.zeros(5_000_000), "y": np.zeros(0)}), ValueError,
     "ColumnDataSource.data: the columns of a source must be equally long, but 'x' has 5000000, 'y' has 0"),
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
    ("column of what cannot be sent", lambda: file_html(figure_of([1j])), TypeError,
     "ColumnDataSource.data: column 'x': a value of type complex cannot be sent: 1j"),
    ("removing an unknown column", lambda: source().remove("xs"), ValueError,
     "the source has no column 'xs' to remove; similar names: x"),
]  # fmt: skip

DOCUMENTS: list[Case] = [
    ("root is no model", lambda: Document().add_root(3), ValueError,
     "add_root expected a model, got 3 (int)"),
    ("period", lambda: Document().add_periodic_callback(print, -5), ValueError,
     "add_periodic_callback expected a period above 0 ms, got -5 (int)"),
    ("period is a text", lambda: Document().add_periodic_callback(print, "50"), ValueError,
     "add_periodic_callback expected a period above 0 ms, got '50' (str)"),
    ("timeout in the past", lambda: Document().add_timeout_callback(print, -1), ValueError,
     "add_timeout_callback expected a time of at least 0 ms, got -1 (int)"),
    ("callback is no function", lambda: Document().add_next_tick_callback(3), ValueError,
     "add_next_tick_callback expected a function without arguments, got 3 (int)"),
    ("timeout takes an argument", lambda: Document().add_timeout_callback(abs, 5), ValueError,
     "add_timeout_callback expected a function without arguments, got abs(x, /)"),
    ("unknown document event", lambda: Document().on_event("document_redy", print), ValueError,
     "Document.on_event expected an event or the name of one, got 'document_redy' (str); similar names: "
     "document_ready"),
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

PLOTTING: list[Case] = [
    ("unknown argument of figure", lambda: figure(x_axis_typ="log"), AttributeError,
     "figure has no field 'x_axis_typ'; similar names: x_axis_type, y_axis_type, x_axis_location, "
     "x_axis_label"),
    ("unknown method of figure", lambda: figure().lin, AttributeError,
     "figure has no field 'lin'; similar names: line, align, js_link"),
    ("kind of axis for factors", lambda: figure(x_range=["a", "b"], x_axis_type="log"), ValueError,
     "x_axis_type expected 'auto' or None for a range of factors, got 'log' (str)"),
    ("image of one dimension", lambda: figure().image([np.arange(4)], x=0, y=0, dw=1, dh=1), ValueError,
     "expected two-dimensional arrays for 'image', got one of shape (4,)"),
    ("image of numbers", lambda: figure().image(np.arange(4), x=0, y=0, dw=1, dh=1), ValueError,
     "expected two-dimensional arrays for 'image', got one of shape ()"),
    ("images in one array", lambda: figure().image(np.zeros((2, 3, 4)), x=0, y=0, dw=1, dh=1), ValueError,
     "expected two-dimensional arrays for 'image', got one of shape (2, 3, 4)"),
    ("unknown kind of axis", lambda: figure(x_axis_type="lgo"), ValueError,
     "x_axis_type expected one of 'auto', 'linear', 'log', 'datetime' or None, got 'lgo' (str)"),
    ("number for a range", lambda: figure(x_range=3), ValueError,
     "x_range expected a range, a pair (start, end) or a list of factors, got 3 (int)"),
    ("unknown tool", lambda: figure(tools="pan,wheel_zom"), ValueError,
     "there is no tool called 'wheel_zom'; similar names: wheel_zoom, ywheel_zoom, xwheel_zoom"),
    ("unknown look", lambda: figure().line([1, 2], [1, 2], line_colour="red"), AttributeError,
     "Line has no field 'line_colour'; similar names: line_color, line_cap, color, line_join"),
    ("unequal coordinates", lambda: figure().line([1, 2], [1, 2, 3]), ValueError,
     "ColumnDataSource.data: the columns of a source must be equally long, but 'x' has 2, 'y' has 3"),
    ("unknown column", lambda: figure().line("x", "y", source={"x": [1], "z": [2]}), ValueError,
     "Line.y expected a column of the source ('x', 'z'), got 'y'"),
    ("columns of two dimensions", lambda: figure().line(np.zeros((2, 2)), np.zeros((2, 2))), ValueError,
     "expected a one-dimensional array for 'x', got one of shape (2, 2)"),
    ("one line where several are expected", lambda: figure().multi_line([1, 2], [3, 4]), ValueError,
     "multi_line() expected sequences of places as rows of 'xs', got 1 (int) in row 0"),
    ("a line with too few places", lambda: figure().patches([[1], [1, 2]], [[3], [4]]), ValueError,
     "patches() expected as many places in xs as in ys, got 2 and 1 in row 1"),
    ("way of stepping", lambda: figure().varea_step([1], [2], [3], step_mode="middle"), ValueError,
     "VAreaStep.step_mode expected one of 'before', 'after', 'center', got 'middle' (str)"),
    ("negative padding", lambda: figure().step([1], [2], pad_before=-1), ValueError,
     "Step.pad_before expected a number of at least 0, got -1 (int)"),
    ("place of an axis", lambda: figure().add_layout(LinearAxis(), "lft"), ValueError,
     "add_layout() expected a place among above, below, left, right, center, got 'lft' (str)"),
    ("unknown palette", lambda: palettes.Viridis257, AttributeError,
     "there is no palette called 'Viridis257'; similar names: Viridis256, Viridis7, Viridis5, Viridis"),
    ("unknown theme", lambda: set_field(Document(), "theme", "dark_minmal"), ValueError,
     "there is no theme called 'dark_minmal'; the themes: default, caliber, carbon, contrast, dark_minimal, "
     "light_minimal, night_sky; similar names: dark_minimal"),
]  # fmt: skip

NAN, INFINITY = float("nan"), float("inf")

NUMBERS: list[Case] = [
    ("alpha is not a number", lambda: Title(text_alpha=NAN), ValueError,
     "Title.text_alpha expected a number from 0 to 1, got nan (float)"),
    ("size is not a number", lambda: figure().scatter([1], [1], size=NAN), ValueError,
     "Scatter.size expected a number of at least 0, the name of a column, or value(), field() or expr(), got "
     "nan (float)"),
    ("whole number is not a number", lambda: Row(spacing=NAN), ValueError,
     "Row.spacing expected a whole number, got nan (float)"),
    ("infinite height", lambda: Row(height=INFINITY), ValueError,
     "Row.height expected a whole number of at least 0 or None, got inf (float)"),
    ("rollover is not a number", lambda: source().stream({"x": [1], "y": [1]}, NAN), ValueError,
     "stream() expected rollover to be a number of rows or None, got nan (float)"),
    ("row is not a number", lambda: source().patch({"x": [(NAN, 1)]}), ValueError,
     "patch() expected a row number or a slice for column 'x', got nan (float)"),
    ("period is not a number", lambda: Document().add_periodic_callback(print, NAN), ValueError,
     "add_periodic_callback expected a period above 0 ms, got nan (float)"),
    ("timeout is infinite", lambda: Document().add_timeout_callback(print, INFINITY), ValueError,
     "add_timeout_callback expected a time of at least 0 ms, got inf (float)"),
]  # fmt: skip

SERVER: list[Case] = [
    ("app takes nothing", lambda: Application(lambda: None), AppError,
     "an app's function takes one argument, the document; got <lambda>()"),
    ("unknown hook", lambda: Application(lambda doc: None, on_session_creatd=print), AppError,
     "App takes no argument 'on_session_creatd'; similar names: on_session_created, on_session_destroyed, "
     "on_server_loaded, on_server_unloaded"),
    ("name of an app", lambda: Application(lambda doc: None, name="a b"), AppError,
     "an app's name has letters, digits and . _ ~ - only, parted by /, got 'a b'"),
    ("unknown setting", lambda: create_app(None, prefx="/x"), SettingsError,
     "there is no setting 'prefx'; similar names: prefix"),
    ("setting out of bounds", lambda: create_app(None, threads=0), SettingsError,
     "threads must be more than 0, got 0"),
    ("setting of another type", lambda: create_app([], threads="two"), SettingsError,
     "threads expected a whole number, got 'two' (str)"),
    ("prefix is a number", lambda: create_app([], prefix=3), SettingsError,
     "prefix expected a text, got 3 (int)"),
    ("unknown mode of the alias", lambda: create_app([], alias="maybe"), SettingsError,
     "alias expected one of 'auto', 'on', 'off', got 'maybe' (str)"),
    ("origins are a number", lambda: create_app([], allow_origin=3), SettingsError,
     "allow_origin expected several texts, got 3 (int)"),
    ("one origin as a text", lambda: create_app([], allow_origin="http//x"), SettingsError,
     "an allowed origin is https://host, host:port, *.example.org or *, got 'http//x'"),
    ("app is a number", lambda: create_app(3), AppError,
     "an app is a path or a function of one argument (doc), got 3 (int)"),
    ("folder of apps is missing", lambda: create_app(settings=Settings(apps=("no_apps",))), AppError,
     f"there is no file or folder {os.getcwd()}/no_apps; ASGIPLOTS_APPS names the files and folders to "
     "serve"),
    ("origin", lambda: create_app(None, allow_origin=("http//x",)), SettingsError,
     "an allowed origin is https://host, host:port, *.example.org or *, got 'http//x'"),
    ("address of a server", lambda: push_session(Document(), url="ftp://x"), ValueError,
     "the url of a server expected something like 'http://localhost:5006/', got 'ftp://x'"),
    ("showing no model", lambda: file_html("plot"), TypeError,
     "expected a model, a sequence of models or a document to show, got 'plot' (str)"),
    ("showing nothing", lambda: file_html([]), ValueError,
     "expected at least one model to show, got an empty sequence"),
]  # fmt: skip

ALL = [*MODELS, *DATA, *DOCUMENTS, *WIRE, *PLOTTING, *NUMBERS, *SERVER]


@pytest.mark.parametrize(("act", "kind", "text"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_error(act: Callable[[], Any], kind: type[Exception], text: str):
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == text


#: Files of an app's folder, and the last line of what its author is told; {} is the folder.
FOLDERS: dict[str, tuple[dict[str, str], str]] = {
    "no main.py": ({"other.txt": ""},
        "there is no app in {}: neither a main.py nor Python files or folders with one"),
    "two files of hooks": ({"main.py": "", "server_lifecycle.py": "", "app_hooks.py": ""},
        "an app has one file of hooks, {} has both server_lifecycle.py and app_hooks.py"),
    "theme is no YAML": ({"main.py": "", "theme.yaml": "attrs: [1"},
        "{}/theme.yaml is no valid YAML: expected ',' or ']', but got '<stream end>' in line 1"),
    "theme without attrs": ({"main.py": "", "theme.yaml": "- 1"},
        "{}/theme.yaml expected 'attrs' at its top, got [1] (list)"),
    "theme with an unknown field": ({"main.py": "", "theme.yaml": "attrs:\n  Plot:\n    widht: 3\n"},
        "{}/theme.yaml: Plot has no field 'widht'; similar names: width, right"),
    "theme with a wrong value": ({"main.py": "", "theme.yaml": "attrs:\n  Plot:\n    width: wide\n"},
        "{}/theme.yaml: Plot.width expected a whole number of at least 0 or None, got 'wide' (str)"),
    "hook without an argument": ({"main.py": "", "app_hooks.py": "def on_server_loaded(): pass"},
        "on_server_loaded must take one argument (server_context), got on_server_loaded()"),
    "hook is no function": ({"main.py": "", "app_hooks.py": "on_server_loaded = 3"},
        "on_server_loaded must be a function of one argument (server_context), got 3 (int)"),
    "syntax error": ({"main.py": "def f(:\n"}, "SyntaxError: invalid syntax"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "text"), FOLDERS.values(), ids=list(FOLDERS))
def test_error_of_an_apps_folder(folder: Write, files: dict[str, str], text: str):
    path = folder(files)
    try:
        (app,) = find_apps(path)
        app.load()
        assert app.failure is not None
        told = app.failure.text.rstrip().splitlines()[-1].removeprefix(f"{AppError.__module__}.AppError: ")
    except AppError as error:
        told = str(error)
    assert told == text.format(path)


def test_an_app_that_raises_at_import_says_so_in_its_own_page_only(folder: Write):
    apps = folder({"broken.py": "1 / 0", "sound.py": "from asgiplots.plotting import curdoc"})
    with serving(create_app(apps, dev=True)) as url:
        site = Site(url)
        with pytest.raises(AssertionError, match="ZeroDivisionError: division by zero"), site.open("broken"):
            pass
        with site.open("sound") as viewer:
            assert viewer.models == {}


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["serve", "missing.py"], "asgiplots: there is no file or folder {}/missing.py"),
        (["serve", "text.txt"],
         "asgiplots: an app is a Python file or a folder with a main.py, got {}/text.txt"),
        (["serve", "a/same.py", "b/same.py"],
         "asgiplots: two apps are called 'same': a/same.py and b/same.py; name one with App(…, name=…)"),
        (["serve", "static.py"],
         "asgiplots: an app cannot be called 'static', the site uses that address itself: static.py"),
        (["serve", "--port", "99999"],
         "Error: Invalid value for '--port': 99999 is not in the range 0<=x<=65535."),
        (["serv"], "Error: No such command 'serv'. Did you mean 'serve'?"),
        (["run", "missing.py"], "asgiplots: there is no file {}/missing.py"),
        (["serve", "a/same.py", "--port", "{port}"],
         "asgiplots: port {port} on 127.0.0.1 is already in use; choose another with --port"),
    ],
    ids=["missing", "text", "two of a name", "reserved name", "bad port", "command", "script", "taken port"],
)  # fmt: skip
def test_error_of_the_command(
    folder: Write, monkeypatch, capfd, unused_tcp_port: int, arguments: list[str], text: str
):
    path = folder({"text.txt": "", "a/same.py": "", "b/same.py": "", "static.py": ""})
    monkeypatch.chdir(path)
    with socket.create_server(("127.0.0.1", unused_tcp_port)), pytest.raises(SystemExit):
        main([argument.format(port=unused_tcp_port) for argument in arguments])
    told = capfd.readouterr().err.rstrip().splitlines()[-1]
    assert told == text.format(path, port=unused_tcp_port).replace("{}", str(path))


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("from bokeh.models import Slidr", "asgiplots.models has no name 'Slidr'; similar names: Slider"),
        ("from bokeh.plotting import figur",
         "asgiplots.plotting has no name 'figur'; similar names: figure, figures"),
        ("import bokeh.chart", "asgiplots has no module 'bokeh.chart'"),
        ("import bokeh.layout", "asgiplots has no module 'bokeh.layout'; similar names: layouts"),
        ("import bokeh.plotting.figur.x",
         "asgiplots has no module 'bokeh.plotting.figur'; similar names: figures"),
        ("import bokeh.sampledata.iris",
         "bokeh.sampledata is the package bokeh_sampledata, which is not installed: pip install "),
    ],
)  # fmt: skip
def test_error_of_the_alias(statement: str, text: str):
    code = f"import asgiplots.alias\n{statement}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRON)
    assert done.stderr.rstrip().splitlines()[-1].startswith(f"ModuleNotFoundError: {text}")


def test_no_server_to_push_to():
    with pytest.raises(
        ClientError, match="no server answers at http://localhost:1/: start one with `asgiplots"
    ):
        push_session(Document(), url="http://localhost:1")
