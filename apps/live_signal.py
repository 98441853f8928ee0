"""A live signal: 50 rows a second arrive, the newest stay, and the sliders change what comes next."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import ColumnDataSource, Select, Slider, Toggle
from asgiplots.plotting import curdoc, figure

RATE, EVERY = 50, 100  # rows a second, milliseconds between two deliveries
BINS = np.linspace(-3, 3, 41)

rng = np.random.default_rng()
signal = ColumnDataSource({"time": [], "raw": [], "smooth": []})
spread = ColumnDataSource({"centre": (BINS[:-1] + BINS[1:]) / 2, "count": np.zeros(40)})
state = {"rows": 0, "smooth": 0.0}

pause = Toggle(label="Pause", width=100)
noise = Slider(title="Noise", start=0, end=1, value=0.3, step=0.02, width=220)
speed = Slider(title="Beats a minute", start=30, end=180, value=72, width=220)
window = Select(
    title="Keep", value="10", options=[("5", "5 seconds"), ("10", "10 seconds"), ("30", "30 seconds")]
)
window.width = 140

plot = figure(
    title="50 rows a second",
    height=360,
    sizing_mode="stretch_width",
    y_range=(-3, 3),
    x_axis_label="seconds",
    tools="pan,wheel_zoom,reset,save",
)
plot.x_range.follow = "end"
plot.x_range.follow_interval = 10
plot.x_range.range_padding = 0
plot.line("time", "raw", source=signal, color="#2f7fb8", alpha=0.55, legend_label="as measured")
plot.line("time", "smooth", source=signal, color="#e07a3f", line_width=2.5, legend_label="smoothed")
plot.legend.location = "top_left"
plot.legend.orientation = "horizontal"

histogram = figure(
    title="What is kept",
    width=300,
    height=360,
    sizing_mode="fixed",
    y_range=plot.y_range,
    x_axis_label="rows",
    tools="",
    toolbar_location=None,
)
histogram.hbar("centre", right="count", height=0.12, source=spread, color="#2f7fb8", line_color=None)
histogram.x_range.start = 0
histogram.ygrid.grid_line_color = None


def heartbeat(seconds):
    turn = (seconds * speed.value / 60) % 1
    bumps = (
        (0.18, 0.025, 0.35),
        (0.29, 0.010, -0.5),
        (0.32, 0.012, 2.4),
        (0.36, 0.012, -0.8),
        (0.55, 0.045, 0.55),
    )
    return sum(height * np.exp(-(((turn - at) / width) ** 2) / 2) for at, width, height in bumps)


def deliver():
    if pause.active:
        return
    count = RATE * EVERY // 1000
    time = (state["rows"] + np.arange(count)) / RATE
    raw = heartbeat(time) + rng.normal(0, noise.value, count) if noise.value else heartbeat(time)
    smooth = np.empty(count)
    for number, value in enumerate(raw):
        state["smooth"] += 0.35 * (value - state["smooth"])
        smooth[number] = state["smooth"]
    state["rows"] += count
    signal.stream({"time": time, "raw": raw, "smooth": smooth}, RATE * int(window.value))


def recount():
    spread.data["count"] = np.histogram(signal.data["raw"], bins=BINS)[0]


def keep(attr, old, new):
    plot.x_range.follow_interval = int(new)


def label(active):
    pause.label = "Go on" if active else "Pause"


pause.on_click(label)
window.on_change("value", keep)
curdoc().add_periodic_callback(deliver, EVERY)
curdoc().add_periodic_callback(recount, 500)
curdoc().title = "Live signal"
controls = row(pause, noise, speed, window)
plots = row(plot, histogram, sizing_mode="stretch_width")
curdoc().add_root(column(controls, plots, sizing_mode="stretch_width"))
