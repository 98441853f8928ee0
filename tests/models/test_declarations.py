"""Models of the app's own, conversions of plain values, and constructors with positional arguments."""

import numpy as np
import pytest

from asgiplots import models
from asgiplots.models import prefixes
from asgiplots.models.axes import LinearAxis
from asgiplots.models.widgets import Slider
from asgiplots.schema import REGISTRY, Model, Value


def test_the_prefixed_groups_are_up_to_date():
    path = prefixes.Path(prefixes.__file__).with_name("_prefixed.py")
    assert path.read_text(encoding="utf-8") == prefixes.render(), "run: make generate"


def test_every_annotation_is_understood_and_every_default_fits():
    for cls in REGISTRY.shipped():
        for descriptor in cls._fields.values():
            assert descriptor.kind is not None
            if not descriptor.required and descriptor.factory is None:
                descriptor.coerce(descriptor.default)


def test_every_concrete_model_can_be_made_without_arguments():
    for cls in REGISTRY.shipped():
        if not cls.is_abstract:
            assert repr(cls()).startswith(cls.__name__)


def test_a_base_class_makes_no_models():
    with pytest.raises(TypeError, match="Glyph is a base class"):
        models.Glyph()


def test_apps_derive_models_of_their_own():
    class Gauge(Slider):
        __implementation__ = "gauge.js"
        unit: str = "km/h"

    gauge = Gauge(start=0, end=200, value=50)
    assert Gauge.kind_name == "Gauge"
    assert (gauge.value, gauge.unit, gauge.width) == (50, "km/h", 300)
    with pytest.raises(AttributeError, match="Gauge has no field 'unti'; similar names: unit"):
        gauge.unti = "m/s"


def test_a_title_is_made_of_a_string():
    plot = models.Plot(title="first")
    assert plot.title.text == "first"
    plot.title = "second"
    assert plot.title.text == "second"
    with pytest.raises(ValueError, match=r"Plot\.title expected a Title or a string or None, got 3"):
        plot.title = 3


def test_fixed_tickers_and_tooltips_are_made_of_plain_values():
    axis = LinearAxis(ticker=[1, 2])
    assert axis.ticker.ticks == [1, 2]
    axis.ticker = np.array([0.5, 1.5])
    assert axis.ticker.ticks == [0.5, 1.5]
    with pytest.raises(
        ValueError, match=r"LinearAxis\.ticker expected a Ticker or a list of numbers, got 'a'"
    ):
        axis.ticker = "a"
    assert models.HoverTool(tooltips={"a": "@a"}).tooltips == [("a", "@a")]
    with pytest.raises(ValueError, match=r"HoverTool\.tooltips\[0\] expected a tuple \(a string, a string\)"):
        models.HoverTool(tooltips=[1])
    with pytest.raises(ValueError, match=r"HoverTool\.tooltips expected a list of \(label, value\) pairs"):
        models.HoverTool(tooltips=1)


def test_legend_items_are_made_of_pairs():
    renderer = models.GlyphRenderer(data_source=models.ColumnDataSource(), glyph=models.Line())
    legend = models.Legend(items=[("a", [renderer])])
    legend.items.append(("b", []))
    assert [item.label for item in legend.items] == [Value("a"), Value("b")]
    assert legend.items[0].renderers == [renderer]
    with pytest.raises(ValueError, match=r"LegendItem\.renderers\[0\] expected a GlyphRenderer, got 1"):
        legend.items.append(("b", [1]))


def test_a_palette_may_be_named():
    mapper = models.LinearColorMapper(palette="Viridis3")
    assert mapper.palette == ["#440154", "#208f8c", "#fde724"]
    with pytest.raises(ValueError, match=r"palette: the palette Viridis has no size 2; its sizes: 3, 4"):
        mapper.palette = "Viridis2"
    with pytest.raises(ValueError, match="there is no palette called 'Virdis256'; similar names: Viridis256"):
        mapper.palette = "Virdis256"


def test_ranges_take_their_ends_or_factors_by_position():
    assert models.Range1d(2, 5).end == 5
    assert list(models.FactorRange("a", "b").factors) == ["a", "b"]
    assert list(models.FactorRange(factors=[("a", "x")]).factors) == [("a", "x")]
    with pytest.raises(ValueError, match=r"expected Range1d\(start, end\)"):
        models.Range1d(1)
    with pytest.raises(ValueError, match="the factors of FactorRange once"):
        models.FactorRange("a", factors=["b"])


def test_boxes_take_their_children_by_position():
    spacer = models.Spacer()
    assert models.Row(spacer).children == [spacer]
    assert models.Column(children=[spacer], spacing=3).spacing == 3
    with pytest.raises(ValueError, match="the children of Row once"):
        models.Row(spacer, children=[spacer])
    with pytest.raises(ValueError, match=r"Row\.children"):
        models.Row(LinearAxis())


def test_filters_take_their_rows_by_position():
    assert models.IndexFilter([1, 2]).indices == [1, 2]
    assert models.IndexFilter().indices is None
    assert models.BooleanFilter([True, False]).booleans == [True, False]


def test_a_callback_is_read_from_a_file(tmp_path):
    plain, module = tmp_path / "a.js", tmp_path / "b.mjs"
    plain.write_text("console.log(x)")
    module.write_text("export default () => {}")
    callback = models.CustomJS.from_file(plain, x=1)
    assert (callback.code, callback.args, callback.module) == ("console.log(x)", {"x": 1}, "auto")
    assert models.CustomJS.from_file(str(module)).module is True
    with pytest.raises(ValueError, match=r"expected a \.js or \.mjs file"):
        models.CustomJS.from_file("a.py")


def test_buttons_call_back():
    button, toggle, seen = models.Button(), models.Toggle(), []
    button.on_click(lambda: seen.append("button"))
    toggle.on_click(seen.append)
    button.js_on_click(models.CustomJS(code=""))
    toggle.js_on_click(models.CustomJS(code=""))
    toggle.active = True
    assert seen == [True]
    assert "button_click" in button.subscribed_events
    assert list(button.js_event_callbacks) == ["button_click"]
    assert list(toggle.js_property_callbacks) == ["change:active"]


def test_everything_public_is_exported():
    for name in models.__all__:
        assert getattr(models, name) is not None
    shipped = {cls.__name__ for cls in REGISTRY.shipped() if cls.__module__.startswith("asgiplots.models.")}
    private = {name for name in shipped if name.endswith("Props")}
    assert shipped - private <= set(models.__all__)
    assert models.Model is Model
