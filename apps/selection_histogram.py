"""Points with a histogram on each side: drag a box, and Python counts what is inside."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import ColumnDataSource, Div, Spacer
from asgiplots.plotting import curdoc, figure

BLUE, ORANGE, BINS = "#2f7fb8", "#e07a3f", 36

rng = np.random.default_rng(7)
x = np.concatenate([rng.normal(0, 1.0, 1200), rng.normal(3.2, 0.7, 700), rng.normal(1.6, 0.4, 400)])
y = np.concatenate([rng.normal(0, 1.0, 1200), rng.normal(2.4, 0.9, 700), rng.normal(-2.2, 0.4, 400)])

source = ColumnDataSource({"x": x, "y": y})
text = Div(text="", sizing_mode="stretch_width")

# The two pictures above each other are equally wide: as wide as there is room, up to a limit.
main = {"sizing_mode": "stretch_width", "max_width": 600}
scatter = figure(
    height=480,
    x_range=(-4, 6),
    y_range=(-4.5, 5.5),
    tools="pan,wheel_zoom,box_select,reset,save",
    active_drag="box_select",
    active_scroll="wheel_zoom",
    **main,
)
points = scatter.scatter("x", "y", source=source, size=5, color=BLUE, alpha=0.45, line_color=None)
points.selection_glyph = points.glyph.clone(fill_color=ORANGE, fill_alpha=0.8)


def histogram(values, low, high):
    counts, edges = np.histogram(values, bins=BINS, range=(low, high))
    centres = (edges[:-1] + edges[1:]) / 2
    return ColumnDataSource({"centre": centres, "all": counts, "selected": np.zeros(BINS)}), edges


across, x_edges = histogram(x, -4, 6)
upward, y_edges = histogram(y, -4.5, 5.5)

plain = {"toolbar_location": None, "tools": ""}
above = figure(height=130, x_range=scatter.x_range, y_range=(0, 200), **main, **plain)
beside = figure(width=170, height=480, y_range=scatter.y_range, x_range=(0, 170), **plain)
for name, colour, alpha in (("all", BLUE, 0.35), ("selected", ORANGE, 0.9)):
    look = {"fill_color": colour, "fill_alpha": alpha, "line_color": None}
    above.vbar("centre", top=name, width=10 / BINS * 0.9, source=across, **look)
    beside.hbar("centre", right=name, height=10 / BINS * 0.9, source=upward, **look)
above.xaxis.visible = beside.yaxis.visible = False
above.xgrid.grid_line_color = beside.ygrid.grid_line_color = None
above.yaxis.ticker.desired_num_ticks = beside.xaxis.ticker.desired_num_ticks = 3
above.min_border_left = scatter.min_border_left = 50
above.min_border_right = scatter.min_border_right = 40
beside.min_border_bottom = scatter.min_border_bottom = 40


def count(attr, old, new):
    chosen = np.asarray(new, dtype=int)
    across.data["selected"] = np.histogram(x[chosen], bins=x_edges)[0]
    upward.data["selected"] = np.histogram(y[chosen], bins=y_edges)[0]
    text.text = describe(chosen)


def describe(chosen):
    if len(chosen) == 0:
        return f"<b>{len(x):,} points.</b> Drag a box over some of them."
    share = len(chosen) / len(x)
    return (
        f"<b>{len(chosen):,} of {len(x):,} points</b> ({share:.0%}), "
        f"mean x {x[chosen].mean():.2f}, mean y {y[chosen].mean():.2f}"
    )


source.selected.on_change("indices", count)
text.text = describe([])
curdoc().title = "Selection and histograms"
rows = [row(above, Spacer(width=170)), row(scatter, beside)]
curdoc().add_root(column(text, *rows, sizing_mode="stretch_width"))
