"""A button that adds a number in a random place each time it is pressed."""

import numpy as np

from asgiplots.layouts import column
from asgiplots.models import Button
from asgiplots.palettes import RdYlBu3
from asgiplots.plotting import curdoc, figure

# create a plot and style its properties
p = figure(x_range=(0, 100), y_range=(0, 100), toolbar_location=None)
p.border_fill_color = "black"
p.background_fill_color = "black"
p.outline_line_color = None
p.grid.grid_line_color = None

# add a text renderer to the plot (no data yet)
r = p.text(
    x=[],
    y=[],
    text=[],
    text_color=[],
    text_font_size="20pt",
    text_baseline="middle",
    text_align="center",
)

i = 0
ds = r.data_source


# a callback that adds a number in a random place
def callback():
    global i
    ds.data["x"].append(np.random.random() * 70 + 15)
    ds.data["y"].append(np.random.random() * 70 + 15)
    ds.data["text_color"].append(RdYlBu3[i % 3])
    ds.data["text"].append(str(i))
    ds.trigger("data", ds.data, ds.data)
    i = i + 1


# add a button and say what it does
button = Button(label="press me")
button.on_click(callback)

# put the button and the plot into a layout and add it to the document
curdoc().add_root(column(button, p))
