"""Sessions in a fake world, and a viewer that keeps its own document equal by what it is sent."""

from contextlib import suppress
from typing import Any

from session_fakes import FakeRuntime

from asgiplots.document import Document
from asgiplots.document.apply import apply_operations
from asgiplots.protocol import CONTROL, SNAPSHOT, Event, Write, decode_frame
from asgiplots.schema import Model, reach
from asgiplots.session import Cursor, Policy, Scheduler, Session


class World:
    """A runtime, a scheduler, and sessions in them."""

    def __init__(self) -> None:
        self.runtime = FakeRuntime()
        self.scheduler = Scheduler(self.runtime)
        self.policy = Policy(self.runtime.now, self.runtime.now)
        self.failures: list[Any] = []

    def session(self, document: Document | None = None, **options: Any) -> Session:
        return Session(
            document if document is not None else Document(),
            id=options.pop("id", "s1"),
            runtime=self.runtime,
            scheduler=self.scheduler,
            policy=self.policy,
            name="demo",
            on_error=self.failures.append,
            **options,
        )

    def settle(self) -> None:
        self.runtime.settle()

    def advance(self, seconds: float) -> None:
        self.runtime.advance(seconds)


class Page:
    """What a browser does: numbers its messages, applies frames, remembers where it stood, sends again."""

    def __init__(
        self,
        world: World,
        session: Session,
        name: str = "page",
        trusted: bool = False,
        cursor: Cursor | None = None,
        kept: Any = (),
    ) -> None:
        self.world, self.session, self.name, self.trusted = world, session, name, trusted
        self.document = Document()
        self.frames: list[Any] = []
        self.controls: list[dict[str, Any]] = []
        self.snapshots = 0
        self.sent = 0
        self.acked = 0
        self.unanswered: dict[int, Any] = {}
        self.epoch: int | None = None
        self.revision: int | None = None
        self.wakes = 0
        self.first: Any = None
        self.kept = kept
        if cursor is not None:
            self.epoch, self.revision = cursor
        self.connect()

    def connect(self) -> None:
        cursor = None if self.epoch is None else Cursor(self.epoch, self.revision or 0)
        self.viewer = self.session.attach(self.name, cursor, self._wake, trusted=self.trusted, kept=self.kept)
        for message in list(self.unanswered.values()):
            self.session.submit(self.viewer, message)

    def _wake(self) -> None:
        self.wakes += 1

    def read(self, lose_after: int | None = None) -> list[Any]:
        """Take and apply frames; with ``lose_after`` the connection breaks after so many of them."""
        got = [decode_frame(data) for data in self.viewer.take()]
        for frame in got if lose_after is None else got[:lose_after]:
            self._apply(frame)
        return got

    def _apply(self, frame: Any) -> None:
        self.frames.append(frame)
        assert frame.ack == 0 or frame.ack >= self.acked, "acks never go back"
        self.acked = max(self.acked, frame.ack)
        for number in [n for n in self.unanswered if n <= frame.ack]:
            del self.unanswered[number]
        if frame.kind == CONTROL:
            self.controls.append(frame.control)
            if frame.control["type"] == "ack":
                self.revision = frame.revision
            return
        assert frame.origin != self.viewer.number, "nobody gets an own frame"
        if frame.kind == SNAPSHOT:
            self.snapshots += 1
            self.document = Document()
        pending = {(i, f) for m in self.unanswered.values() for i, f, _ in getattr(m, "writes", ())}
        operations = []
        for operation in frame.operations:
            values = getattr(operation, "values", None)
            if type(operation).__name__ == "SetFields":
                kept = {f: v for f, v in values.items() if (operation.id, f) not in pending}
                operation = type(operation)(operation.id, kept)
            operations.append(operation)
        apply_operations(self.document, operations)
        self.document.take()
        if frame.kind == SNAPSHOT:
            for i, f, v in (w for m in self.unanswered.values() for w in getattr(m, "writes", ())):
                setattr(self.document.need_model(i), f, v)
        self.epoch, self.revision = frame.epoch, frame.revision
        self.first = self.first or self.state()

    def write(self, *writes: tuple[Any, str, Any]) -> int:
        self.sent += 1
        message = Write(n=self.sent, writes=[(m if isinstance(m, str) else m.id, f, v) for m, f, v in writes])
        self.unanswered[self.sent] = message
        for model_id, field, value in message.writes:
            local = self.document.get_model_by_id(model_id)
            if local is not None and field in local._fields:
                with suppress(ValueError):
                    setattr(local, field, value)
        self.session.submit(self.viewer, message)
        return self.sent

    def event(self, name: str, model: Any = None, /, **values: Any) -> int:
        self.sent += 1
        model_id = getattr(model, "id", model)
        message = Event(n=self.sent, name=name, model=model_id, values=values)
        self.unanswered[self.sent] = message
        self.session.submit(self.viewer, message)
        return self.sent

    def state(self) -> Any:
        return content(self.document)


def content(document: Document) -> Any:
    """Return all that a document holds as plain data, for comparing two."""
    models = {
        model.id: [
            model.wire_kind(),
            {name: _plain(value) for name, value in model.properties_with_values().items()},
        ]
        for model in reach(document.roots)
    }
    return [document.title, [root.id for root in document.roots], dict(sorted(models.items()))]


def _plain(value: Any) -> Any:
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, Model):
        return {"ref": value.id}
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, set):
        return sorted(map(str, value))
    return value if isinstance(value, int | float | str | bool | None) else repr(value)
