"""asgiplots beside the newest Bokeh server, on this machine, in one run: `make bench`."""
