"""The change sets of all origins, so that whoever sees them one after the other ends with what there is."""

from collections.abc import Iterable
from typing import Any

from asgiplots.document.changes import ChangeSet, ColumnChanges, size
from asgiplots.document.operations import Stream
from asgiplots.schema import Model


class Pending:
    """One change set for each origin: a viewer's writes go to all others, the app's changes to everybody."""

    def __init__(self) -> None:
        self.sets: dict[int, ChangeSet] = {}
        self._cells = 0

    def __bool__(self) -> bool:
        return bool(self.sets)

    def of(self, origin: int) -> ChangeSet:
        """Return the change set of an origin, made at first need."""
        changes = self.sets.get(origin)
        if changes is None:
            changes = self.sets[origin] = ChangeSet(origin)
        return changes

    def has_columns_of_others(self, origin: int) -> bool:
        """Tell whether rows or cells wait that ``origin`` did not make: its own could not join them."""
        return any(changes.columns for other, changes in self.sets.items() if other != origin)

    def dropped(self) -> set[str]:
        """Return the ids of models that are to be dropped."""
        return {id for changes in self.sets.values() for id in changes.dropped}

    def note_field(self, model: Model, name: str, origin: int) -> None:
        """Note a field: the last origin that wrote it counts."""
        for other, changes in self.sets.items():
            if other != origin and name == "data":
                changes.forget_columns(model)
            elif other != origin:
                changes.forget_field(model, name)
        if not self._goes_whole(model):
            self.of(origin).note_field(model, name)

    def columns_of(self, model: Model, origin: int) -> ColumnChanges | None:
        """Return where column changes go; None if all data goes anyway.

        Steps of several origins would come in another order than they were made: then all data goes to all.
        """
        if self._goes_whole(model):
            return None
        own = self.of(origin)
        if len(self.sets) == 1 or not any(
            changes.has_columns(model) for changes in self.sets.values() if changes is not own
        ):
            return own.column_changes(model)
        for changes in self.sets.values():
            changes.forget_columns(model)
        self.of(0).note_field(model, "data")
        return None

    @property
    def bytes(self) -> int:
        """About how much memory the appended rows and changed cells take."""
        columns = (one for changes in self.sets.values() for one in changes.columns.values())
        steps = (step for one in columns for step in one.steps if isinstance(step, Stream))
        return self._cells + sum(size(part) for step in steps for part in step.columns.values())

    def count(self, cells: Iterable[Any]) -> None:
        """Count the memory of changed cells: steps of cells do not join, and may be many."""
        self._cells += sum(map(size, cells))

    def note_roots(self, roots: list[Model], origin: int) -> None:
        """Note the roots; where several origins change them, all are told what came out."""
        shared = any(changes.roots is not None for other, changes in self.sets.items() if other != origin)
        if shared:
            for changes in self.sets.values():
                changes.roots = None
        self.of(0 if shared else origin).roots = roots

    def forget_model(self, model: Model) -> None:
        """Drop all changes of a model that is gone; viewers who know it are told."""
        never_sent = any(model in changes.added for changes in self.sets.values())
        for changes in self.sets.values():
            changes.forget_model(model)
        if not never_sent:
            self.of(0).dropped.append(model.id)

    def take(self) -> list[ChangeSet]:
        """Return and forget the change sets: viewers' writes before the app's changes."""
        pending, self.sets, self._cells = self.sets, {}, 0
        if len(pending) < 2:
            return [changes for changes in pending.values() if changes]
        ordered = sorted(pending.values(), key=lambda changes: changes.origin == 0)
        return _in_one_if_mixed([changes for changes in ordered if changes])

    def _goes_whole(self, model: Model) -> bool:
        """Tell whether everybody is still to be told of the model, with all that it holds."""
        own = self.sets.get(0)
        return own is not None and model in own.added


def _in_one_if_mixed(sets: list[ChangeSet]) -> list[ChangeSet]:
    """Return change sets, joined into one for everybody where one may name models that another brings.

    So its writer hears of a change again: what would count twice, rows and events, is kept from that.
    """
    entangled = [changes for changes in sets if changes.names_models()]
    if len(entangled) < 2 or not any(changes.added for changes in entangled):
        return sets
    whole = ChangeSet()
    for changes in sets:
        whole.added.update(changes.added)
        for model, names in changes.fields.items():
            whole.fields.setdefault(model, {}).update(names)
        if changes.origin:
            for model in changes.columns:
                whole.note_field(model, "data")
        else:
            whole.columns.update(changes.columns)
        whole.dropped += changes.dropped
        whole.roots = whole.roots if changes.roots is None else changes.roots
        whole.title = whole.title if changes.title is None else changes.title
        if changes.collaborative is not None:
            whole.collaborative = changes.collaborative
    events = [ChangeSet(changes.origin, events=changes.events) for changes in sets if changes.events]
    return [whole, *events]
