"""`import asgiplots.alias` at the top of a script: from there on `import bokeh…` gives asgiplots."""

from asgiplots.apps.alias import install

install("on")
