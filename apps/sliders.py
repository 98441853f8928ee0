"""A wave built from its harmonics: choose a shape, then add overtones one by one."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import ColumnDataSource, Select, Slider, TextInput
from asgiplots.plotting import curdoc, figure

SHAPES = {
    "square": lambda n: 4 / (np.pi * n) if n % 2 else 0.0,
    "sawtooth": lambda n: 2 / (np.pi * n) * (-1) ** (n + 1),
    "triangle": lambda n: 8 / (np.pi * n) ** 2 * (-1) ** (n // 2) if n % 2 else 0.0,
    "organ": lambda n: 1 / n if n in (1, 2, 3, 4, 6, 8) else 0.0,
}
TIME = np.linspace(0, 2, 600)

wave = ColumnDataSource({"time": TIME, "sum": TIME * 0, "first": TIME * 0})
parts = ColumnDataSource({"number": [], "height": []})

title = TextInput(title="Title", value="A square wave, nearly")
shape = Select(title="Shape", value="square", options=list(SHAPES))
harmonics = Slider(title="Harmonics", start=1, end=25, value=5)
frequency = Slider(title="Frequency", start=0.5, end=4, value=1.5, step=0.1)
amplitude = Slider(title="Amplitude", start=0.1, end=2, value=1, step=0.05)
phase = Slider(title="Phase", start=0, end=6.28, value=0, step=0.02)

plot = figure(
    title=title.value,
    height=380,
    sizing_mode="stretch_width",
    x_range=(0, 2),
    y_range=(-2.5, 2.5),
    x_axis_label="seconds",
    tools="pan,wheel_zoom,crosshair,reset,save",
)
plot.line(
    "time", "first", source=wave, color="#e07a3f", alpha=0.7, line_width=1.5, legend_label="first harmonic"
)
plot.line("time", "sum", source=wave, color="#2f7fb8", line_width=3, legend_label="sum")
plot.legend.location = "top_right"
plot.legend.click_policy = "hide"

spectrum = figure(
    title="Height of each harmonic",
    height=180,
    sizing_mode="stretch_width",
    x_range=(0.25, 25.75),
    y_range=(0, 2.1),
    tools="hover",
    toolbar_location=None,
    tooltips=[("harmonic", "@number"), ("height", "@height{0.000}")],
)
spectrum.vbar("number", top="height", width=0.6, source=parts, color="#2f7fb8", alpha=0.85, line_color=None)
spectrum.xgrid.grid_line_color = None
plot.min_border_left = spectrum.min_border_left = 50
plot.min_border_right = spectrum.min_border_right = 50


def update(attr, old, new):
    numbers = range(1, int(harmonics.value) + 1)
    heights = [amplitude.value * SHAPES[shape.value](n) for n in numbers]
    angle = 2 * np.pi * frequency.value * TIME + phase.value
    waves = [height * np.sin(n * angle) for n, height in zip(numbers, heights, strict=True)]
    wave.data = {"time": TIME, "sum": np.sum(waves, axis=0), "first": waves[0]}
    parts.data = {"number": list(numbers), "height": np.abs(heights)}


def rename(attr, old, new):
    plot.title.text = new


title.on_change("value", rename)
for control in (shape, harmonics, frequency, amplitude, phase):
    control.on_change("value", update)
update("value", None, None)

controls = column(title, shape, harmonics, frequency, amplitude, phase, width=260, sizing_mode="fixed")
plots = column(plot, spectrum, sizing_mode="stretch_width")
curdoc().title = "Harmonics"
curdoc().add_root(row(controls, plots, sizing_mode="stretch_width"))
