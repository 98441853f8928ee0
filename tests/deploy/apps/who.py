"""Says which process runs it, and shows to everybody what somebody wrote."""

import os

from asgiplots.layouts import column
from asgiplots.models import Div, TextInput
from asgiplots.plotting import curdoc

process = Div(text=str(os.getpid()), name="process")
said = TextInput(name="said")
heard = Div(name="heard")


def hear(attr, old, new):
    heard.text = new.upper()


said.on_change("value", hear)
curdoc().add_root(column(process, said, heard))
