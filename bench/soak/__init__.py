"""Ten thousand sessions against one server, opened and lost in all ways; nothing of them may be left."""
