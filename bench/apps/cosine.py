"""A line of 80 points that moves at 20 updates a second."""

import numpy as np
from bokeh.driving import cosine
from bokeh.plotting import curdoc, figure

x = np.linspace(0, 4 * np.pi, 80)
y = np.sin(x)

p = figure()
r1 = p.line([0, 4 * np.pi], [-1, 1], color="firebrick")
r2 = p.line(x, y, color="navy", line_width=4)


@cosine(w=0.03)
def update(step):
    r2.data_source.data["y"] = y * step
    r2.glyph.line_alpha = 1 - 0.8 * abs(step)


curdoc().add_root(p)
curdoc().add_periodic_callback(update, 50)
