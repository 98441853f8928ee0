"""Everyday things by length and mass, from a paper clip to a container ship: tap two to weigh them."""

from os.path import dirname, join

import pandas

from asgiplots.layouts import column, row
from asgiplots.models import CDSView, CheckboxGroup, ColumnDataSource, Div, IndexFilter, LayoutDOM, TextInput
from asgiplots.plotting import curdoc, figure
from asgiplots.transform import factor_cmap, factor_mark

from .server_lifecycle import seen

KINDS = ["household", "animal", "vehicle", "building"]
COLOURS = ["#2f7fb8", "#3f9d76", "#e07a3f", "#a8589b"]
MARKERS = ["circle", "triangle", "square", "diamond"]

things = pandas.read_csv(join(dirname(__file__), "data", "things.csv"))


class Balance(LayoutDOM):
    """A pair of scales, drawn by models/custom.js: names and masses (kilograms) of what lies on each side."""

    __implementation__ = "custom.js"

    left: str = "House mouse"
    right: str = "African elephant"
    left_mass: float = 0.02
    right_mass: float = 6000.0


source = ColumnDataSource(things)
view = CDSView(filter=IndexFilter(list(things.index)))
plot = figure(
    title="Length and mass of everyday things",
    x_axis_type="log",
    y_axis_type="log",
    x_range=(0.003, 8000),
    y_range=(0.000005, 5e9),
    x_axis_label="length, metres",
    y_axis_label="mass, kilograms",
    height=520,
    sizing_mode="stretch_width",
    tools="pan,wheel_zoom,box_zoom,tap,hover,reset,save",
    tooltips=[("", "@name"), ("length", "@length{0.[000]} m"), ("mass", "@mass{0,0.[00000]} kg")],
)
plot.scatter(
    "length",
    "mass",
    source=source,
    view=view,
    size=13,
    alpha=0.8,
    color=factor_cmap("kind", COLOURS, KINDS),
    marker=factor_mark("kind", MARKERS, KINDS),
    legend_group="kind",
    name="things",
)
plot.legend.location = "top_left"

balance = Balance(width=300)
search = TextInput(title="Find", placeholder="whale, bus, tower …", width=300)
kinds = CheckboxGroup(labels=[kind.capitalize() for kind in KINDS], active=[0, 1, 2, 3], width=300)
visits = Div(
    text=f"Visit {seen['visits']} since {seen['since']:%H:%M}; {seen['here']} here now.",
    width=300,
    styles={"opacity": "0.7"},
)


def weigh(attr, old, new):
    """Put the thing that was tapped onto the right scale, and what lay there onto the left."""
    if not new:
        return
    thing = things.loc[new[-1]]
    if thing["name"] != balance.right:
        balance.update(
            left=balance.right,
            left_mass=balance.right_mass,
            right=thing["name"],
            right_mass=float(thing["mass"]),
        )


def choose(attr, old, new):
    """Show the kinds that are ticked and the names that contain what was typed."""
    shown = things[
        things["kind"].isin([KINDS[number] for number in kinds.active])
        & things["name"].str.contains(search.value_input, case=False, regex=False)
    ]
    view.filter = IndexFilter(list(shown.index))


source.selected.on_change("indices", weigh)
kinds.on_change("active", choose)
search.on_change("value_input", choose)

curdoc().title = "Everyday things"
curdoc().add_root(
    row(
        plot,
        column(balance, search, kinds, visits, width=320, sizing_mode="fixed"),
        sizing_mode="stretch_width",
    )
)
