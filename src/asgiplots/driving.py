"""Callbacks driven by a sequence: ``@cosine(w=0.03)``."""

from asgiplots.plotting.driving import bounce, cosine, count, force, linear, repeat, sine

__all__ = ["bounce", "cosine", "count", "force", "linear", "repeat", "sine"]
