"""A figure that rows are appended to 20 times a second."""

import numpy as np

from asgiplots.models import Button, ColumnDataSource, Slider
from asgiplots.plotting import curdoc, figure

source = ColumnDataSource({"x": np.zeros(1), "y": np.zeros(1)})
plot = figure()
plot.line("x", "y", source=source)
slider, button = Slider(name="slider", start=0, end=10, value=0), Button(name="button")
button.on_click(lambda: source.patch({"y": [(0, 1.0)]}))


async def rows():
    source.stream({"x": np.arange(20.0), "y": np.random.random(20)}, rollover=500)


for root in (plot, slider, button):
    curdoc().add_root(root)
curdoc().add_periodic_callback(rows, 50)
