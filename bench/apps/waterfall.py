"""A waterfall of 512 rows by 1,024 columns: one more row about 60 times a second."""

import numpy as np
from bokeh.models import ColumnDataSource, LinearColorMapper
from bokeh.plotting import curdoc, figure

ROWS, LENGTH = 512, 1024
rng = np.random.default_rng(1)
spectra = [rng.random((1, LENGTH), dtype="f4") for _ in range(64)]
source = ColumnDataSource(
    {"image": [spectra[row % 64] for row in range(ROWS)], "y": list(range(ROWS))}, name="rows"
)
p = figure(width=900, height=500, x_range=(0, LENGTH))
p.y_range.range_padding = 0
mapper = LinearColorMapper(palette="Viridis256", low=0, high=1)
p.image("image", x=0, y="y", dw=LENGTH, dh=1, source=source, color_mapper=mapper)
count = ROWS


def update():
    global count
    source.stream({"image": [spectra[count % 64]], "y": [count]}, ROWS)
    count += 1


curdoc().add_root(p)
curdoc().add_periodic_callback(update, 16)
