"""What a model tells the document that holds it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from asgiplots.schema.model import Model


class Observer(Protocol):
    """The document, as its models see it. ``origin`` is the number of the viewer who wrote, 0 for the app."""

    def exclusive(self) -> AbstractContextManager[Any]:
        """Hold while data and its note must change together."""
        ...

    def holds(self, model: "Model") -> bool:
        """Tell whether the document still reaches the model."""
        ...

    def let_go(self, model: "Model") -> bool:
        """Give the model up if the document reaches it no more; tell whether it is free."""
        ...

    def run_later(self, call: Callable[[], object]) -> bool:
        """Keep a call of handlers until what is being written is complete; false says to run it now."""
        ...

    def is_overtaken(self, model: "Model", name: str) -> bool:
        """Tell whether a newer change of the field, or a newer event, of this name waits already."""
        ...

    def note_field(self, model: "Model", name: str, refs: bool, origin: int) -> None: ...
    def note_columns(self, model: "Model", names: list[str], origin: int) -> None: ...
    def note_stream(
        self, model: "Model", columns: dict[str, Any], rollover: int | None, origin: int
    ) -> None: ...
    def note_patch(self, model: "Model", patches: dict[str, list[tuple[Any, Any]]], origin: int) -> None: ...
    def adopt_awaitable(self, awaitable: Any) -> None:
        """Run what an ``async def`` handler returned."""
        ...
