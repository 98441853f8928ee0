"""A rolling line: `rows` rows are appended `hertz` times a second, the last `window` are kept.

x is the time, in seconds since 1970, when a row was made: the last one of an append is the callback.
"""

import time

import numpy as np
from bokeh.models import ColumnDataSource
from bokeh.plotting import curdoc, figure

arguments = curdoc().session_context.request.arguments
rows, hertz, window = (
    int(arguments[name][0]) if name in arguments else usual
    for name, usual in (("rows", 100), ("hertz", 20), ("window", 1000))
)

steps = np.arange(window + rows)
wave = np.sin(steps * (12 * np.pi / window)) + 0.1 * np.random.default_rng(1).standard_normal(window + rows)
newest = time.time()
place = 0
source = ColumnDataSource(
    {"x": newest - np.arange(window)[::-1] / (rows * hertz), "y": wave[:window]}, name="source"
)


def update():
    global newest, place
    before, newest = newest, time.time()
    x = np.linspace(before, newest, rows + 1)[1:]
    source.stream({"x": x, "y": wave[place : place + rows]}, window)
    place = (place + rows) % window


p = figure(width=800, height=400)
p.line("x", "y", source=source, color="#123456")
curdoc().add_root(p)
curdoc().add_periodic_callback(update, round(1000 / hertz))
