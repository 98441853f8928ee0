"""A script of its own that drives a page: start `asgiplots serve`, then run this file with Python."""

import numpy as np
from numpy import pi

from asgiplots.client import push_session
from asgiplots.driving import cosine
from asgiplots.plotting import curdoc, figure

x = np.linspace(0, 4 * pi, 80)
y = np.sin(x)

p = figure()
r1 = p.line([0, 4 * pi], [-1, 1], color="firebrick")
r2 = p.line(x, y, color="navy", line_width=4)
curdoc().add_root(p)
session = push_session(curdoc())


# periodic callback
@cosine(w=0.03)
def update(step):
    r2.data_source.data["y"] = y * step
    r2.glyph.line_alpha = 1 - 0.8 * abs(step)


# run every 50 milliseconds
curdoc().add_periodic_callback(update, 50)

# open the document in a browser
session.show()

# run until the server ends, or Ctrl-C
session.loop_until_closed()
