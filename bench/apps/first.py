"""The page whose first picture is waited for: a figure with one line of 1,000 points."""

import numpy as np
from bokeh.plotting import curdoc, figure

x = np.linspace(0, 10, 1000)
p = figure(width=800, height=400)
p.line(x, np.sin(3 * x) * np.exp(-0.1 * x), color="#123456", line_width=2)
curdoc().add_root(p)
