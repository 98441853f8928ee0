"""What a session costs to open: a figure with a line, two sliders and a button."""

import numpy as np
from bokeh.layouts import column
from bokeh.models import Button, Slider
from bokeh.plotting import curdoc, figure

x = np.linspace(0, 4 * np.pi, 80)
p = figure(title="opening")
p.line(x, np.sin(x), color="#123456", line_width=4)
amplitude = Slider(start=0, end=10, value=1, step=0.1, title="amplitude")
phase = Slider(start=0, end=10, value=0, step=0.1, title="phase")
button = Button(label="reset")
curdoc().add_root(column(amplitude, phase, button, p))
