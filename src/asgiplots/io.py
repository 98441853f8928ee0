"""What a script does with its plots: the current document, and files that show it."""

from asgiplots.document import curdoc
from asgiplots.embed.output import output_file, reset_output, save, show

__all__ = ["curdoc", "output_file", "reset_output", "save", "show"]
