"""A slider whose handler moves a line of 80 points."""

import numpy as np
from bokeh.layouts import column
from bokeh.models import Slider
from bokeh.plotting import curdoc, figure

x = np.linspace(0, 4 * np.pi, 80)
p = figure()
line = p.line(x, np.sin(x), color="navy", line_width=4)
slider = Slider(start=0, end=10, value=0, title="amplitude")


def update(attr, old, new):
    line.data_source.data["y"] = np.sin(x) * new


slider.on_change("value", update)
curdoc().add_root(column(slider, p))
