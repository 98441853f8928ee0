"""From a Python callback to painted pixels, asgiplots beside the newest Bokeh server: `make bench-stream`."""
