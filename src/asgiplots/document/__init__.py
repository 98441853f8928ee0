"""Models by id, change sets, events and callbacks of one document."""

from asgiplots.document.current import curdoc, patch_curdoc, set_curdoc
from asgiplots.document.document import Document
from asgiplots.document.timers import without_document_lock

__all__ = ["Document", "curdoc", "patch_curdoc", "set_curdoc", "without_document_lock"]
