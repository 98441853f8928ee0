"""What viewers send: checked, taken once, and put in order."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress

from asgiplots.document import Document
from asgiplots.document.apply import Refused, apply_operations, apply_writes, check_writes
from asgiplots.models.events import make_event
from asgiplots.protocol import SNAPSHOT, Event, Frame, Message, Write
from asgiplots.session.inbox import Inbox, Key, Writes
from asgiplots.session.policy import Habit, Policy
from asgiplots.session.publisher import Publisher
from asgiplots.session.viewer import Peer, Viewer
from asgiplots.session.work import Work

logger = logging.getLogger("asgiplots.session")


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
        then: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(what, habit)
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
            self._then()


class Receiver:
    """Turns messages of viewers into the session's work. Messages that are refused change nothing."""

    def __init__(self, document: Document, publisher: Publisher, policy: Policy) -> None:
        self.inbox = Inbox(self._apply, self._habit_of_writes)
        self._document = document
        self._publisher = publisher
        self._policy = policy
        # Nothing of the app runs: on the loop, unless that once was slow.
        self._plain = policy.habit(on_loop=True)
        self._habits: dict[Key, Habit] = {}

    def receive(self, viewer: Viewer, message: Message | Frame) -> None:
        """Let a message wait for its turn, unless it came before or asks for nothing."""
        peer = viewer.peer
        if type(message) is Frame:
            if peer.trusted and peer.accepts(message.ack):
                self._frame(viewer, message)
        elif type(message) is Write:
            if peer.accepts(message.n):
                self._write(viewer, message)
        elif type(message) is Event and peer.accepts(message.n):
            self._event(viewer, message)

    def _write(self, viewer: Viewer, message: Write) -> None:
        try:
            check_writes(self._document, message.writes)
        except Refused as error:
            self._refuse(viewer, message.n, str(error))
        else:
            values = {(model, field): value for model, field, value in message.writes}
            self.inbox.add_writes(viewer.peer, message.n, values)

    def _event(self, viewer: Viewer, message: Event) -> None:
        """Let an event wait for its turn; Python clients hear of it afterwards."""
        clients = [v for v in self._publisher.viewers if v.peer.trusted and v is not viewer]
        try:
            act = self._handlers_of(message)
        except ValueError as error:
            self._refuse(viewer, message.n, str(error))
            return

        def tell_clients() -> None:
            for client in clients:
                client.tell(
                    {"type": "event", "name": message.name, "model": message.model, "values": message.values}
                )

        habit = self._plain if act is None else self._habit((message.model or "", message.name))
        what = f"handler of {message.name}"
        then = tell_clients if clients else None
        self.inbox.add_event(Answer(what, habit, self._publisher, viewer.peer, message.n, act, then))

    def _handlers_of(self, message: Event) -> Callable[[], object] | None:
        """Return a call of the event's handlers, None if it has none; ValueError for one that cannot be."""
        document = self._document
        if message.model is None and document.hears_message(message.name):
            return lambda: document.deliver(message.name, message.values)
        model = None if message.model is None else document.need_model(message.model)
        event = make_event(message.name, model, dict(message.values))
        if not document.hears_event(message.name, model):
            return None
        return lambda: document.dispatch(message.name, model, event)

    def _frame(self, viewer: Viewer, frame: Frame) -> None:
        """Let a trusted client's frame wait for its turn; its number is in the frame's ack."""
        viewer.peer.drives = viewer.peer.drives or frame.kind == SNAPSHOT

        def act() -> None:
            if frame.kind == SNAPSHOT:
                self._document.clear()
                self._publisher.collect()
            apply_operations(self._document, frame.operations, viewer.number)

        habit = self._habit(("", "frame"))
        work = Answer("a client's frame", habit, self._publisher, viewer.peer, frame.ack, act)
        self.inbox.add_event(work)

    def _refuse(self, viewer: Viewer, number: int, reason: str) -> None:
        logger.warning("refused message %d of viewer %d: %s", number, viewer.number, reason)
        viewer.tell({"type": "refused", "n": number, "reason": reason})
        self.inbox.add(Answer("refusal", self._plain, self._publisher, viewer.peer, number))

    def _apply(self, batch: Writes) -> None:
        writes = [(model, field, value) for (model, field), value in batch.values.items()]
        origin = batch.peer.number
        self._publisher.begin(batch.acks)
        for model, field in batch.disputed:
            self._document.resend(model, field)
        try:
            apply_writes(self._document, writes, origin)
        except Refused:
            # A model left the document while its write waited; the others still count.
            for write in writes:
                with suppress(Refused):
                    apply_writes(self._document, [write], origin)

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
