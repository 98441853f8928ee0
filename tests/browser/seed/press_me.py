# myapp.py

import numpy as np

from bokeh.models import Button
from bokeh.palettes import RdYlBu3
from bokeh.plotting import figure, curdoc, vplot

# create a plot and style its properties
p = figure(x_range=(0, 100), y_range=(0, 100), toolbar_location=None)
p.border_fill_color = 'black'
p.background_fill_color = 'black'
p.outline_line_color = None
p.grid.grid_line_color = None

# add a text renderer to out plot (no data yet)
r = p.text(x=[], y=[], text=[], text_color=[], text_font_size='20pt',
           text_baseline='middle', text_align='center'
)

i = 0

ds = r.data_source

# callback that will add a number in a random location
def callback():
    global i
    ds.data['x'].append(np.random.random() * 70 + 15)
    ds.data['y'].append(np.random.random() * 70 + 15)
    ds.data['text_color'].append(RdYlBu3[i % 3])
    ds.data['text'].append(str(i))
    ds.trigger('data', ds.data, ds.data)
    i = i + 1

# add button widget and config callback
button = Button(label='press me')
button.on_click(callback)

# put button and plot in a layout and add to doc
curdoc().add_root(vplot(button, p))
