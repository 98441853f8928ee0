"""The last frames of a session, encoded once, bounded in bytes."""

from collections import deque
from itertools import islice
from typing import NamedTuple

# Kept for those who may be cut off unnoticed: some 5 seconds of 80 points 20 times a second.
DEFAULT_LIMIT = 64 * 1024


class Cursor(NamedTuple):
    """Where a viewer stands: the life of the session that it saw, and the last revision that it has."""

    epoch: int
    revision: int


class Entry(NamedTuple):
    """One frame. ``origin`` is the number of the viewer whose write it carries, 0 for the app."""

    revision: int
    origin: int
    frame: bytes


class Journal:
    """Frames by revision; the oldest go once all together exceed ``limit`` bytes, but the last one stays."""

    def __init__(self, limit: int = DEFAULT_LIMIT) -> None:
        self.limit = limit
        self.revision = 0
        self.bytes = 0
        self._entries: deque[Entry] = deque()

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def oldest(self) -> int:
        """The smallest revision that ``since`` still answers for."""
        return self._entries[0].revision - 1 if self._entries else self.revision

    def append(self, frame: bytes, origin: int = 0) -> int:
        """Keep ``frame`` under the next revision and return that."""
        self.revision += 1
        self._entries.append(Entry(self.revision, origin, frame))
        self.bytes += len(frame)
        while self.bytes > self.limit and len(self._entries) > 1:
            self.bytes -= len(self._entries.popleft().frame)
        return self.revision

    def skip(self) -> None:
        """Count a revision whose frame could not be made: nobody can be brought past it by frames."""
        self.revision += 1
        self._entries.clear()
        self.bytes = 0

    def since(self, revision: int) -> list[Entry] | None:
        """Return the frames after ``revision``; None if some are gone or were never here."""
        if revision < self.oldest or revision > self.revision:
            return None
        lacking = self.revision - revision
        if lacking == 1:
            return [self._entries[-1]]
        return list(islice(self._entries, len(self._entries) - lacking, None))
