"""One row (when it was made, its number) in each callback, callbacks as fast as the server runs them."""

import time

from bokeh.models import ColumnDataSource
from bokeh.plotting import curdoc, figure

source = ColumnDataSource({"x": [time.time()], "y": [0.0]})
p = figure()
p.line("x", "y", source=source)
count = 0


def update():
    global count
    count += 1
    source.stream({"x": [time.time()], "y": [float(count)]}, 1000)
    curdoc().add_next_tick_callback(update)


curdoc().add_root(p)
curdoc().add_next_tick_callback(update)
