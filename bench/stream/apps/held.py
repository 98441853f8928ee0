"""Two columns of `window` numbers of eight bytes, rolled on by `rows` rows 20 times a second."""

import numpy as np
from bokeh.models import ColumnDataSource
from bokeh.plotting import curdoc, figure

arguments = curdoc().session_context.request.arguments
window, rows = int(arguments["window"][0]), int(arguments["rows"][0])
source = ColumnDataSource({"x": np.arange(window, dtype=float), "y": np.zeros(window)})
end = window


def update():
    global end
    source.stream({"x": np.arange(end, end + rows, dtype=float), "y": np.ones(rows)}, window)
    end += rows


p = figure()
p.line("x", "y", source=source)
curdoc().add_root(p)
curdoc().add_periodic_callback(update, 50)
