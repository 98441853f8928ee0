"""What viewers send: checked, taken once, and put in order."""

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from asgiplots.document import Document
from asgiplots.document.apply import Refused, apply_operations, apply_writes, check_writes, resolve
from asgiplots.models.events import make_event
from asgiplots.protocol import SNAPSHOT, Event, Frame, Message, Write
from asgiplots.session.inbox import Inbox, Key, Writes
from asgiplots.session.policy import Habit, Policy
from asgiplots.session.publisher import Publisher
from asgiplots.session.viewer import Peer, Viewer
from asgiplots.session.work import Task, Work

logger = logging.getLogger("asgiplots.session")

#: A model's id and kind, a field of it, and the value that a viewer had set.
Kept = tuple[str, str, str, Any]


class Answer(Work):
    """A message, acknowledged in its turn: ``act`` does what it asks for, ``then`` follows on the loop."""

    __slots__ = ("_act", "_number", "_peer", "_publisher", "_then")

    def __init__(
        self,
        what: str,
        habit: Habit,
        publisher: Publisher,
        peer: Peer,
        number: int,
        act: Callable[[], object] | None = None,
        then: Callable[[BaseException | None], object] | None = None,
        about: Key | None = None,
    ) -> None:
        super().__init__(what, habit, about)
        self._publisher = publisher
        self._peer = peer
        self._number = number
        self._act = act
        self._then = then

    def run(self) -> object:
        self._publisher.begin({self._peer: self._number})
        return self._act() if self._act is not None else None

    def finished(self, error: BaseException | None) -> None:
        if self._then is not None:
            self._then(error)


class Refusal(Answer):
    """Messages of one viewer that were refused one after the other: the last is acknowledged.

    ``fields`` are those that the viewer may write: it is told again what they are.
    """

    __slots__ = ("fields",)

    def __init__(
        self, habit: Habit, publisher: Publisher, peer: Peer, restate: Callable[..., object]
    ) -> None:
        self.fields: dict[Key, None] = {}
        super().__init__("refusal", habit, publisher, peer, 0, lambda: restate(self.fields))

    def add(self, peer: Peer, number: int, fields: Iterable[Key]) -> bool:
        """Take one more message of the same viewer; false if it is another's."""
        if peer is not self._peer:
            return False
        self._number = number
        self.fields.update(dict.fromkeys(fields))
        return True


class Receiver:
    """Turns messages of viewers into the session's work. Messages that are refused change nothing."""

    def __init__(
        self,
        document: Document,
        publisher: Publisher,
        policy: Policy,
        peers: Mapping[str, Peer],
        about: Mapping[str, Any],
    ) -> None:
        self.inbox = Inbox(self._apply, self._habit_of_writes)
        self._document = document
        self._publisher = publisher
        self._policy = policy
        self._peers = peers
        self._about = about
        # Nothing of the app runs: on the loop, unless that once was slow.
        self._plain = policy.habit(on_loop=True)
        self._habits: dict[Key, Habit] = {}

    def receive(self, viewer: Viewer, message: Message | Frame) -> None:
        """Let a message wait for its turn, unless it came before or asks for nothing."""
        peer = viewer.peer
        if type(message) is Frame:
            if peer.trusted and peer.accepts(message.revision + 1):
                self._frame(viewer, message)
        elif type(message) is Write:
            if peer.accepts(message.n):
                self._admit(viewer, message, self._write)
        elif type(message) is Event and peer.accepts(message.n):
            self._admit(viewer, message, self._event)

    def _admit(self, viewer: Viewer, message: Any, take: Callable[[Viewer, Any], object]) -> None:
        if len(self.inbox) < self._policy.most_waiting:
            take(viewer, message)
        else:
            reason = f"{self._policy.most_waiting} messages wait for the app's callbacks already"
            self._refuse(viewer, message.n, reason, getattr(message, "writes", ()))

    def _write(self, viewer: Viewer, message: Write) -> None:
        try:
            check_writes(self._document, message.writes)
        except Refused as error:
            self._refuse(viewer, message.n, str(error), message.writes)
        else:
            values = {(model, field): value for model, field, value in message.writes}
            self.inbox.add_writes(viewer.peer, message.n, values)

    def restore(self, peer: Peer, kept: Iterable[Kept], then: Callable[[], object]) -> None:
        """Apply what a viewer had set in an earlier life of the session, oldest first; ``then`` follows.

        What does not fit this document any more is left out.
        """
        values: dict[Key, Any] = {}
        for model_id, kind, field, value in kept:
            model = self._document.get_model_by_id(model_id)
            if model is not None and model.wire_kind() == kind:
                with suppress(Refused):
                    check_writes(self._document, [(model_id, field, value)])
                    values[model_id, field] = value
        writes = [(*key, value) for key, value in values.items()]
        act = partial(apply_writes, self._document, writes, peer.number)
        habit = self._habit_of_writes(values)
        what = "change handler, for what a viewer had set before"
        self.inbox.add_event(Answer(what, habit, self._publisher, peer, 0, act, lambda _: then()))

    def _event(self, viewer: Viewer, message: Event) -> None:
        """Let an event wait for its turn; Python clients hear of it afterwards."""
        told = {"name": message.name, "model": message.model, "values": message.values}

        def tell_clients(error: BaseException | None) -> None:
            for peer in self._peers.values():
                if peer.trusted and peer is not viewer.peer:
                    peer.tell_event(told)

        try:
            act, habit = self._handlers_of(message.name, message.model, message.values)
        except ValueError as error:
            self._refuse(viewer, message.n, str(error))
        else:
            what, about = f"handler of {message.name}", (message.model or "", message.name)
            self.inbox.add_event(
                Answer(what, habit, self._publisher, viewer.peer, message.n, act, tell_clients, about)
            )

    def happen(self, name: str, model_id: str | None, values: Mapping[str, Any]) -> None:
        """Let the handlers of an event taken in elsewhere wait for their turn; ValueError if unknown."""
        act, habit = self._handlers_of(name, model_id, values)
        if act is not None:
            self.inbox.add_event(Task(f"handler of {name}", habit, act, (model_id or "", name)))

    def _handlers_of(
        self, name: str, model_id: str | None, values: Mapping[str, Any]
    ) -> tuple[Callable[[], object] | None, Habit]:
        """Return a call of an event's handlers, None if it has none; ValueError if there is no such event."""
        document = self._document
        given = resolve(document, values)
        if model_id is None and document.hears_message(name):
            return lambda: document.deliver(name, given), self._habit(("", name))
        model = None if model_id is None else document.need_model(model_id)
        event = make_event(name, model, given)
        if not document.hears_event(name, model):
            return None, self._plain
        return lambda: document.dispatch(name, model, event), self._habit((model_id or "", name))

    def _frame(self, viewer: Viewer, frame: Frame) -> None:
        """Let a trusted client's frame wait for its turn; it is told if the frame cannot be applied."""
        peer, number = viewer.peer, frame.revision + 1
        if frame.kind == SNAPSHOT and not peer.drives:
            peer.drives = True
            self._publisher.look_again()

        def act() -> None:
            if frame.kind == SNAPSHOT:
                self._start_again(peer)
            self._publisher.make_way(peer.number)
            operations = frame.operations if peer.select is None else peer.select(frame)
            apply_operations(self._document, operations, peer.number)

        def tell(error: BaseException | None) -> None:
            if error is not None:
                viewer.tell({"type": "refused", "n": number, "reason": str(error)})

        habit = self._habit(("", "frame"))
        self.inbox.add_event(
            Answer("applying a client's frame", habit, self._publisher, peer, number, act, tell)
        )

    def _start_again(self, peer: Peer) -> None:
        """Empty the document before a snapshot fills it: models that go must be gone before others come."""
        with self._document.authored(peer.number):
            self._document.clear()
        self._publisher.collect(at_once=True)

    def _refuse(self, viewer: Viewer, number: int, reason: str, writes: Iterable[Any] = ()) -> None:
        """Change nothing; say why, in the log once for each viewer and reason."""
        self._policy.meters.refused += 1
        if viewer.peer.is_news(reason):
            extra = {**self._about, "viewer": viewer.number}
            logger.warning("refused message %d of viewer %d: %s", number, viewer.number, reason, extra=extra)
        viewer.tell({"type": "refused", "n": number, "reason": reason})
        fields = [(model, name) for model, name, _ in writes if self._may_write(model, name)]
        last = self.inbox.last
        if not (isinstance(last, Refusal) and last.add(viewer.peer, number, fields)):
            refusal = Refusal(self._plain, self._publisher, viewer.peer, self._restate)
            refusal.add(viewer.peer, number, fields)
            self.inbox.add(refusal)

    def _may_write(self, model_id: str, name: str) -> bool:
        model = self._document.get_model_by_id(model_id)
        return model is not None and self._document.may_write(model, name)

    def _restate(self, fields: Iterable[Key]) -> None:
        """Send what these fields are, as a page shows what was refused."""
        for key in fields:
            if self._may_write(*key):
                self._document.resend(*key)

    def _apply(self, batch: Writes) -> None:
        writes = [(model, field, value) for (model, field), value in batch.values.items()]
        origin = batch.peer.number
        self._publisher.begin(batch.acks)
        if any(field == "data" for _, field in batch.values):
            self._publisher.make_way(origin)
        for model, field in batch.disputed:
            self._document.resend(model, field)
        try:
            apply_writes(self._document, writes, origin)
        except Refused:
            # A model left the document while its write waited; the others still count.
            for write in writes:
                try:
                    apply_writes(self._document, [write], origin)
                except Refused:
                    self._restate([write[:2]])

    def _habit_of_writes(self, keys: Iterable[Key]) -> Habit:
        """Return the habit of the handlers that these writes will run, the slow one's if there is one."""
        heard = [self._habit(key) for key in keys if self._hears(*key)]
        return next((habit for habit in heard if not habit.on_loop), heard[0] if heard else self._plain)

    def _hears(self, model_id: str, field: str) -> bool:
        model = self._document.get_model_by_id(model_id)
        return model is not None and self._document.hears_change(model, field)

    def _habit(self, key: Key) -> Habit:
        habit = self._habits.get(key)
        if habit is None:
            habit = self._habits[key] = self._policy.habit()
        return habit
