"""One row (x, y) appended 20 times a second."""

import math

from bokeh.models import ColumnDataSource
from bokeh.plotting import curdoc, figure

source = ColumnDataSource({"x": [0.0], "y": [0.0]})
p = figure()
p.line("x", "y", source=source)
count = 0


def update():
    global count
    count += 1
    source.stream({"x": [count / 20], "y": [math.sin(count / 20)]}, 1000)


curdoc().add_root(p)
curdoc().add_periodic_callback(update, 50)
