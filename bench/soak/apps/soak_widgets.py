"""Handlers of each kind, timers, and a callback for the session's end."""

from asgiplots.models import Button, Div, Slider
from asgiplots.plotting import curdoc

doc = curdoc()
slider, button, said = Slider(name="slider", start=0, end=10, value=0), Button(name="button"), Div(text="")


async def clicked():
    said.text = "clicked"


slider.on_change("value", lambda attr, old, new: said.update(text=str(new)))
button.on_click(clicked)
button.on_click(lambda: doc.add_next_tick_callback(lambda: said.update(text="later")))
for root in (slider, button, said):
    doc.add_root(root)
doc.add_periodic_callback(lambda: said.update(text=said.text + "."), 200)
doc.add_timeout_callback(lambda: said.update(text="waited"), 60_000)
doc.on_session_destroyed(lambda context: None)
