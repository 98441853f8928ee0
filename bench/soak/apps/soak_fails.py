"""An app that fails once it has begun."""

from asgiplots.models import Div
from asgiplots.plotting import curdoc

curdoc().add_root(Div(text="so far"))
raise RuntimeError("as it was meant to")
