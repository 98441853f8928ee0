"""A handler that blocks for longer than most visitors stay."""

import time

from asgiplots.models import Button, Slider
from asgiplots.plotting import curdoc

slider, button = Slider(name="slider", start=0, end=10, value=0), Button(name="button")
button.on_click(lambda: time.sleep(0.5))
curdoc().add_root(slider)
curdoc().add_root(button)
