"""Models by id, change sets, events and callbacks of one document."""
