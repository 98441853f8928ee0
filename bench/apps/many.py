"""The moving line in a document of 30 figures."""

import numpy as np
from bokeh.driving import cosine
from bokeh.layouts import column
from bokeh.plotting import curdoc, figure

x = np.linspace(0, 4 * np.pi, 80)
y = np.sin(x)

figures = [figure(width=300, height=200, title=f"figure {n}") for n in range(30)]
lines = [p.line(x, y, color="navy", line_width=4) for p in figures]
moving = lines[0]


@cosine(w=0.03)
def update(step):
    moving.data_source.data["y"] = y * step
    moving.glyph.line_alpha = 1 - 0.8 * abs(step)


curdoc().add_root(column(*figures))
curdoc().add_periodic_callback(update, 50)
