"""A plot of one's own: greets who is logged in, and draws what only they see."""

import zlib

import numpy as np

from asgiplots.layouts import column
from asgiplots.models import Div, Slider
from asgiplots.plotting import curdoc, figure

context = curdoc().session_context
user = context.request.user
rng = np.random.default_rng(zlib.crc32(user.encode()))
x = np.arange(200)
steps = rng.normal(size=200).cumsum()

name = user.title()
words = Div(
    text=f"Hello <strong>{name}</strong>, this walk is yours alone. "
    f'<a href="{context.logout_url}">Log out</a>'
)
plot = figure(title=f"{name}'s walk", height=320, sizing_mode="stretch_width")
line = plot.line(x, steps, line_width=2)
scale = Slider(title="Scale", start=0.5, end=3, step=0.1, value=1)
scale.on_change("value", lambda attr, old, new: line.data_source.data.update(y=steps * new))

curdoc().title = "My walk"
curdoc().add_root(column(words, plot, scale, sizing_mode="stretch_width"))
