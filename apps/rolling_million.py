"""A million samples roll by: the whole window above, the newest of them below, both from the same columns."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import ColumnDataSource, Div, NumeralTickFormatter, Select, Slider, Toggle
from asgiplots.plotting import curdoc, figure

EVERY = 50  # milliseconds between two deliveries
WINDOWS = {"100000": "100 thousand", "1000000": "1 million", "3000000": "3 million"}
NEWEST = 20_000

rng = np.random.default_rng()
state = {"rows": 0, "bursts": rng.uniform(0.1, 1, 64)}


def samples(count):
    """The next samples: bursts of two tones, each of its own strength, in a little noise."""
    number = state["rows"] + np.arange(count, dtype=float)
    state["rows"] += count
    strength = state["bursts"][(number // 40_000).astype(int) % 64]
    shape = np.sin(np.pi * (number % 40_000) / 40_000) ** 2
    tone = np.sin(number / 9) + 0.5 * np.sin(number / 211)
    return {"sample": number, "level": strength * shape * tone + rng.normal(0, 0.02, count)}


source = ColumnDataSource(samples(1_000_000))

pause = Toggle(label="Pause", width=100)
rate = Slider(
    title="Samples a second", start=10_000, end=500_000, step=10_000, value=100_000, format="0,0", width=260
)
window = Select(title="Keep", value="1000000", options=list(WINDOWS.items()), width=150)
count = Div(width=260)

whole = figure(
    title="All that is kept",
    height=260,
    sizing_mode="stretch_width",
    y_range=(-1.8, 1.8),
    tools="xpan,xwheel_zoom,reset,save",
    active_scroll="xwheel_zoom",
)
whole.x_range.range_padding = 0
whole.line("sample", "level", source=source, color="#2f7fb8")

newest = figure(
    title=f"The newest {NEWEST:,}",
    height=260,
    sizing_mode="stretch_width",
    y_range=whole.y_range,
    x_axis_label="sample",
    tools="xpan,xwheel_zoom,hover,reset,save",
    active_scroll="xwheel_zoom",
)
newest.x_range.follow = "end"
newest.x_range.follow_interval = NEWEST
newest.x_range.range_padding = 0
newest.line("sample", "level", source=source, color="#e07a3f")

for plot in (whole, newest):
    plot.xaxis.formatter = NumeralTickFormatter(format="0,0")


def tell():
    count.text = f"<b>{len(source.data['sample']):,}</b> kept of {state['rows']:,}"


def deliver():
    if not pause.active:
        source.stream(samples(int(rate.value) * EVERY // 1000), int(window.value))


def label(active):
    pause.label = "Go on" if active else "Pause"


tell()
pause.on_click(label)
curdoc().add_periodic_callback(deliver, EVERY)
curdoc().add_periodic_callback(tell, 500)
curdoc().title = "A rolling million"
controls = row(pause, rate, window, count)
curdoc().add_root(column(controls, whole, newest, sizing_mode="stretch_width"))
