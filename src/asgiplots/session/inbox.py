"""What waits for a session: in order, with waiting writes to one field collapsed to the newest.

    waiting            a slider is dragged on          after
    ─────────────────  ──────────────────────────────  ─────────────────────────────
    a=1  click  a=2    a=3                             a=1  click  a=3
    a=1 (viewer 1)     a=2 (viewer 2)                  a=2 (viewer 2)
    a=1                a_throttled=1, then a=2         a=1  a_throttled=1  a=2

Events and throttled values are never dropped, and no write moves from one side of them to the other.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from asgiplots.session.policy import Habit
from asgiplots.session.viewer import Peer
from asgiplots.session.work import Work

Key = tuple[str, str]


class Writes(Work):
    """Fields set by one viewer, ``{(model id, field): value}``.

    ``acks`` tells whose messages they answer. ``disputed`` are the fields that another viewer wrote a moment
    before: it still shows its own value, so it must be sent the one that won even if that changes nothing.
    """

    __slots__ = ("_apply", "acks", "disputed", "era", "peer", "values")

    def __init__(self, peer: Peer, apply: "Callable[[Writes], object]", era: int, habit: Habit) -> None:
        super().__init__("change handler", habit)
        self.peer = peer
        self.era = era
        self.acks: dict[Peer, int] = {}
        self.values: dict[Key, Any] = {}
        self.disputed: set[Key] = set()
        self._apply = apply

    def run(self) -> object:
        return self._apply(self)

    def is_about(self, key: Key) -> bool:
        return key in self.values

    def answer(self, acks: Mapping[Peer, int]) -> None:
        """Acknowledge these messages too once the writes are applied."""
        for peer, number in acks.items():
            self.acks[peer] = max(number, self.acks.get(peer, 0))


class Inbox:
    """Work in order of arrival. ``apply`` applies writes; ``habit_of`` tells where their handlers may run."""

    def __init__(self, apply: Callable[[Writes], object], habit_of: Callable[[Iterable[Key]], Habit]) -> None:
        self._apply = apply
        self._habit_of = habit_of
        self._waiting: deque[Work] = deque()
        self._newest: dict[Key, Writes] = {}
        self._era = 0

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def last(self) -> Work | None:
        """What came last of all that waits."""
        return self._waiting[-1] if self._waiting else None

    def holds(self, key: Key) -> bool:
        """Tell, in any thread, whether something waits that is about this field or event of a model."""
        return any(work.is_about(key) for work in list(self._waiting))

    def add(self, work: Work) -> None:
        """Let ``work`` wait; writes may still collapse across it."""
        self._waiting.append(work)

    def add_event(self, work: Work) -> None:
        """Let an event wait: its handlers see the writes made before it, and none made after it."""
        self._begin_era()
        self._waiting.append(work)

    def add_writes(self, peer: Peer, number: int, values: Mapping[Key, Any]) -> None:
        """Let the writes of message ``number`` wait, and drop the older ones that they overtake."""
        throttled = any(field.endswith("_throttled") for _, field in values)
        if throttled:
            self._begin_era()
        overtaken = self._withdraw(values)
        batch = self._batch(peer)
        batch.values.update(values)
        for key, older in overtaken.items():
            if older.peer is not peer or key in older.disputed:
                batch.disputed.add(key)
            if not older.values:
                batch.answer(older.acks)
        batch.answer({peer: number})
        if throttled:
            self._begin_era()
        else:
            self._newest.update(dict.fromkeys(values, batch))

    def take(self) -> Work | None:
        """Return what comes next, or None."""
        if not self._waiting:
            return None
        work = self._waiting.popleft()
        if isinstance(work, Writes):
            for key in work.values:
                if self._newest.get(key) is work:
                    del self._newest[key]
            work.habit = self._habit_of(work.values)
        return work

    def clear(self) -> list[Work]:
        """Drop and return all that waits."""
        dropped = list(self._waiting)
        self._waiting.clear()
        self._newest.clear()
        return dropped

    def _begin_era(self) -> None:
        """Keep writes that come from now on apart from all that wait."""
        self._era += 1
        self._newest.clear()

    def _batch(self, peer: Peer) -> Writes:
        last = self.last
        if isinstance(last, Writes) and last.peer is peer and last.era == self._era:
            return last
        batch = Writes(peer, self._apply, self._era, self._habit_of(()))
        self._waiting.append(batch)
        return batch

    def _withdraw(self, keys: Iterable[Key]) -> dict[Key, Writes]:
        """Take back the waiting values of these fields; return the batches that had them."""
        overtaken = {key: self._newest.pop(key) for key in keys if key in self._newest}
        for key, batch in overtaken.items():
            del batch.values[key]
            if not batch.values:
                self._waiting.remove(batch)
        return overtaken
