"""A small dashboard: choose regions, a measure and a time; every picture follows."""

import numpy as np

from asgiplots.layouts import column, row
from asgiplots.models import (
    CheckboxGroup,
    ColumnDataSource,
    Div,
    Legend,
    NumeralTickFormatter,
    RadioButtonGroup,
    Select,
)
from asgiplots.plotting import curdoc, figure

from .shop import COLOURS, DAYS, ORDERS, REGIONS, RHYTHM, VALUE, WEEKDAYS, smooth

PERIODS = {"year": (0, 365), "spring": (59, 151), "summer": (151, 243), "autumn": (243, 334)}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FADING = [(47, 127, 184, step / 255) for step in range(256)]  # fits a light and a dark page
THOUSANDS = NumeralTickFormatter(format="0,0")

regions = CheckboxGroup(labels=list(REGIONS), active=[0, 1, 2, 3])
measure = RadioButtonGroup(labels=["Orders", "Revenue"], active=0)
period = Select(title="Period", value="year", options=[(name, name.capitalize()) for name in PERIODS])
facts = Div(text="")

daily = ColumnDataSource({"day": DAYS, **ORDERS})
monthly = ColumnDataSource({"month": MONTHS, **{region: np.zeros(12) for region in REGIONS}})
totals = ColumnDataSource({"region": list(REGIONS), "total": np.zeros(4), "colour": list(COLOURS.values())})

lines = figure(
    title="Each day, mean of three weeks",
    x_axis_type="datetime",
    height=280,
    sizing_mode="stretch_width",
    tools="pan,wheel_zoom,box_zoom,hover,reset,save",
    tooltips=[("day", "@day{%d %B}"), *((region, f"@{region}{{0,0}}") for region in REGIONS)],
)
lines.hover.formatters = {"@day": "datetime"}
lines.hover.mode = "vline"
lines.add_layout(
    Legend(orientation="horizontal", location="top_left", border_line_color=None, padding=4), "above"
)
drawn = {
    region: lines.line(
        "day", region, source=daily, color=COLOURS[region], line_width=2.5, legend_label=region
    )
    for region in REGIONS
}
lines.hover.renderers = [drawn["North"]]

stack = figure(
    title="Each month",
    x_range=MONTHS,
    height=260,
    sizing_mode="stretch_width",
    tools="hover",
    toolbar_location=None,
    tooltips="$name: @$name{0,0}",
)
stack.vbar_stack(
    list(REGIONS), x="month", width=0.8, source=monthly, color=list(COLOURS.values()), name=list(REGIONS)
)
stack.y_range.start = 0
stack.yaxis.formatter = THOUSANDS
stack.xgrid.grid_line_color = None

share = figure(
    title="By region",
    y_range=list(reversed(REGIONS)),
    width=300,
    height=260,
    tools="hover",
    toolbar_location=None,
    tooltips="@region: @total{0,0}",
)
share.hbar("region", right="total", height=0.65, source=totals, color="colour")
share.x_range.start = 0
share.xaxis.ticker.desired_num_ticks = 4
share.xaxis.formatter = THOUSANDS
share.ygrid.grid_line_color = None

rhythm = figure(
    title="When people order",
    y_range=list(reversed(WEEKDAYS)),
    x_range=(-0.5, 23.5),
    width=340,
    height=260,
    tools="",
    toolbar_location=None,
    x_axis_label="hour",
)
rhythm.image([RHYTHM[::-1]], x=-0.5, y=0, dw=24, dh=7, palette=FADING)
rhythm.grid.grid_line_color = None


def chosen(region):
    """Daily values of a region, none where it is not ticked."""
    factor = VALUE[region] if measure.active == 1 else 1.0
    return ORDERS[region] * factor if REGIONS.index(region) in regions.active else ORDERS[region] * 0


def update(attr, old, new):
    first, last = PERIODS[period.value]
    inside = (np.arange(365) >= first) & (np.arange(365) < last)
    values = {region: chosen(region) for region in REGIONS}
    months = DAYS.astype("datetime64[M]").astype(int) % 12
    daily.data = {"day": DAYS[inside], **{region: smooth(values[region])[inside] for region in REGIONS}}
    monthly.data = {
        "month": MONTHS,
        **{region: np.bincount(months, values[region] * inside, 12) for region in REGIONS},
    }
    totals.data["total"] = np.array([values[region][inside].sum() for region in REGIONS])
    for number, region in enumerate(REGIONS):
        drawn[region].visible = number in regions.active
    facts.text = describe(totals.data["total"].sum(), inside.sum())


def describe(total, days):
    unit = "€" if measure.active == 1 else ""
    return f"<big><b>{unit}{total:,.0f}</b></big><br>{unit}{total / days:,.0f} a day"


for control, field in ((regions, "active"), (measure, "active"), (period, "value")):
    control.on_change(field, update)
update("value", None, None)

side = column(facts, measure, period, regions, width=220, sizing_mode="fixed")
top = row(side, lines, sizing_mode="stretch_width")
curdoc().title = "A year of a small shop"
curdoc().add_root(
    column(top, row(stack, share, rhythm, sizing_mode="stretch_width"), sizing_mode="stretch_width")
)
