"""Documents: what changed, who holds what, writes from outside, handlers and timers."""

import threading
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asgiplots.document import Document, curdoc, set_curdoc
from asgiplots.document.apply import Refused, apply_operations, apply_writes
from asgiplots.document.operations import Stream
from asgiplots.models import Column, ColumnDataSource, Div, Row, TextInput
from asgiplots.protocol import PATCH, SNAPSHOT, decode_frame, encode_changes, encode_snapshot, frame
from asgiplots.schema import Model, field
from asgiplots.schema.types import ColumnData


class Leaf(Model):
    value: float = field(default=0.0, writable=True)
    secret: float = 0.0


class Tree(Model):
    leaves: list[Leaf] = field(factory=list)
    first: Leaf = field(factory=Leaf)
    note: str = ""


class Source(Model):
    data: ColumnData = field(factory=dict)

    def stream(self, columns: dict[str, Any], rollover: int | None = None) -> None:
        with self._exclusive():
            for name, rows in columns.items():
                joined = [*self.data[name], *rows][-(rollover or 10**9) :]
                dict.__setitem__(self.data, name, joined)  # type: ignore[arg-type]
            self._note_stream(columns, rollover)


class Recorder:
    """An engine that only counts."""

    def __init__(self) -> None:
        self.changes = 0
        self.scheduled: list[Any] = []

    def changed(self) -> None:
        self.changes += 1

    def schedule(self, callback: Any) -> None:
        self.scheduled.append(callback)

    def unschedule(self, callback: Any) -> None:
        self.scheduled.remove(callback)

    def flush(self) -> None: ...

    def adopt(self, awaitable: Any) -> None: ...


def made(*roots: Model) -> Document:
    document = Document()
    for root in roots:
        document.add_root(root)
    document.take()
    return document


class TestChanges:
    def test_several_writes_of_a_field_are_one_change(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        for value in range(5):
            leaf.value = value
        (changes,) = document.take()
        assert changes.fields == {leaf: {"value": None}}
        assert document.take() == []

    def test_the_engine_hears_once_until_the_changes_are_taken(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        engine = Recorder()
        document.connect(engine)
        leaf.value, leaf.secret = 1, 2
        assert engine.changes == 1
        document.take()
        leaf.value = 3
        assert engine.changes == 2

    def test_a_new_model_is_added_and_a_forgotten_one_dropped(self) -> None:
        tree = Tree(leaves=[Leaf()])
        document = made(tree)
        old = tree.leaves[0]
        tree.leaves = [Leaf(), Leaf()]
        (changes,) = document.take()
        assert set(changes.added) == set(tree.leaves)
        assert changes.dropped == [old.id]
        assert old.document is None
        assert document.get_model_by_id(old.id) is None

    def test_a_model_added_and_forgotten_in_one_go_is_never_sent(self) -> None:
        tree = Tree()
        document = made(tree)
        tree.leaves = [Leaf()]
        tree.leaves = []
        (changes,) = document.take()
        assert not changes.added and not changes.dropped

    def test_appended_rows_join(self) -> None:
        source = Source(data={"x": [1], "y": [2]})
        document = made(source)
        source.stream({"x": [2], "y": [3]}, 10)
        source.stream({"x": [3, 4], "y": [4, 5]}, 10)
        (changes,) = document.take()
        (step,) = changes.columns[source].steps
        assert step.columns == {"x": [[2], [3, 4]], "y": [[3], [4, 5]]}

    def test_rows_that_later_ones_push_out_do_not_wait(self) -> None:
        source = Source(data={"x": [], "y": []})
        document = made(source)
        for start in range(0, 700, 7):
            rows = [*range(start, start + 7)]
            source.stream({"x": rows, "y": rows}, 10)
        (changes,) = document.take()
        (step,) = changes.columns[source].steps
        for parts in step.columns.values():
            rows = [row for part in parts for row in part]
            assert len(rows) <= 20 and rows == [*range(700 - len(rows), 700)]

    def test_rows_join_only_if_dropping_old_ones_at_the_end_leaves_the_same(self) -> None:
        source = Source(data={"x": [1]})
        document = made(source)
        source.stream({"x": [2]}, 1)
        source.stream({"x": [3, 4]})
        source.stream({"x": [5]}, 2)
        (changes,) = document.take()
        assert [step.rollover for step in changes.columns[source].steps] == [1, 2]

    def test_a_replaced_column_keeps_the_others_and_their_cells_at_home(self) -> None:
        source = ColumnDataSource(data={"x": [1], "y": [2]})
        document = made(source)
        source.patch({"x": [(0, 5)], "y": [(0, 6)]})
        source.data["y"] = [9]
        (changes,) = document.take()
        assert list(changes.columns[source].replaced) == ["y"]
        assert [step.patches for step in changes.columns[source].steps] == [{"x": [(0, 5)]}]

    def test_rows_appended_before_or_after_a_column_is_replaced_go_once(self) -> None:
        for replace_first in (True, False):
            source = ColumnDataSource(data={"x": [1], "y": [2]})
            document = made(source)
            if not replace_first:
                source.stream({"x": [2], "y": [3]})
            source.data["y"] = [9] * source.length
            if replace_first:
                source.stream({"x": [2], "y": [3]})
            (changes,) = document.take()
            assert set(changes.columns[source].replaced) == {"x", "y"}
            assert changes.columns[source].steps == []

    def test_values_of_a_patch_are_those_of_its_moment(self) -> None:
        source = ColumnDataSource(data={"x": np.zeros(2)})
        document = made(source)
        values = np.array([1.0, 2.0])
        source.patch({"x": [(slice(0, 2), values)]})
        values[:] = 0
        (changes,) = document.take()
        (step,) = changes.columns[source].steps
        assert list(step.patches["x"][0][1]) == [1.0, 2.0]

    def test_hold_keeps_everything_back(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        document.hold()
        leaf.value = 5
        assert document.take() == []
        document.unhold()
        assert len(document.take()) == 1

    def test_a_model_that_went_is_not_found_any_more_and_may_go_to_another_document(self) -> None:
        layout = Column(children=[TextInput(name="text")])
        document, other = made(layout), Document()
        (gone,) = layout.children
        layout.children[0] = TextInput(name="text", value="new")
        assert document.select_one({"name": "text"}).value == "new"
        assert document.get_model_by_id(gone.id) is None
        assert gone.document is None
        other.add_root(gone)
        assert gone.document is other
        document.clear()
        other.add_root(layout)
        assert document.models == []

    def test_a_model_that_returns_in_the_same_frame_is_not_dropped_from_it(self) -> None:
        leaf = Leaf()
        document, other = made(leaf), Document()
        document.remove_root(leaf)
        other.add_root(leaf)
        other.remove_root(leaf)
        document.add_root(leaf)
        (changes,) = document.take()
        assert list(changes.added) == [leaf]
        assert leaf.id not in changes.dropped

    def test_handlers_of_what_a_client_wrote_act_for_the_app_and_outside_the_lock(self) -> None:
        source, leaf = ColumnDataSource(data={"x": [1]}), Leaf()
        document = made(source)
        document.add_root(leaf)
        document.take()
        free: list[bool] = []

        def handler(attr: str, old: Any, new: Any) -> None:
            thread = threading.Thread(target=setattr, args=(leaf, "secret", 1), daemon=True)
            thread.start()
            thread.join(2)
            free.append(not thread.is_alive())
            leaf.value = len(new["x"])

        source.on_change("data", handler)
        apply_operations(document, [Stream(source.id, {"x": [2]}, None)], origin=3)
        assert free == [True]
        assert [(c.origin, list(c.fields), list(c.columns)) for c in document.take()] == [
            (3, [], [source]),
            (0, [leaf], []),
        ]

    def test_the_title_is_told(self) -> None:
        document, heard = Document(), []
        document.on_change(lambda event: heard.append((type(event).__name__, event.title)))
        document.title = "new"
        document.title = "new"
        assert heard == [("TitleChangedEvent", "new")]

    def test_a_model_belongs_to_one_document(self) -> None:
        leaf = Leaf()
        made(leaf)
        with pytest.raises(RuntimeError, match="already belongs to another document"):
            Document().add_root(leaf)

    def test_a_clashing_id_is_renumbered(self) -> None:
        one, two = Leaf(id="p1"), Leaf(id="p1")
        made(one, two)
        assert one.id == "p1" and two.id != "p1"


class TestWrites:
    def test_a_viewers_write_is_applied_with_its_origin(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        apply_writes(document, [(leaf.id, "value", 4)], origin=3)
        (changes,) = document.take()
        assert (changes.origin, leaf.value) == (3, 4)

    def test_what_a_handler_changes_has_no_origin(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        leaf.on_change("value", lambda attr, old, new: setattr(leaf, "secret", new * 2))
        apply_writes(document, [(leaf.id, "value", 4)], origin=3)
        viewer, app = document.take()
        assert viewer.fields == {leaf: {"value": None}} and app.fields == {leaf: {"secret": None}}

    def test_a_handler_that_corrects_the_write_overrides_it(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        leaf.on_change("value", lambda attr, old, new: setattr(leaf, "value", min(new, 1)))
        apply_writes(document, [(leaf.id, "value", 4)], origin=3)
        (changes,) = document.take()
        assert (changes.origin, changes.fields, leaf.value) == (0, {leaf: {"value": None}}, 1)

    @pytest.mark.parametrize(
        ("write", "reason"),
        [
            (("p-none", "value", 1), "the document has no model 'p-none'"),
            (("leaf", "valu", 1), "Leaf has no field 'valu'; similar names: value"),
            (("leaf", "secret", 1), "Leaf.secret is not a field that a browser may write"),
            (("leaf", "value", "x"), "Leaf.value expected a number, got 'x'"),
            (("leaf", "value", None), "Leaf.value expected a number, got None"),
        ],
    )
    def test_a_refused_write_changes_nothing_and_says_why(self, write: Any, reason: str) -> None:
        leaf = Leaf(id="leaf")
        document = made(leaf)
        with pytest.raises(Refused, match=reason.replace("(", r"\(")):
            apply_writes(document, [(leaf.id, "value", 1), write], origin=1)
        assert leaf.value == 0.0 and document.take() == []

    def test_an_app_can_open_a_field_to_writes(self) -> None:
        leaf = Leaf()
        document = made(leaf)
        document.allow_writes(leaf, "secret")
        apply_writes(document, [(leaf.id, "secret", 2)], origin=1)
        assert leaf.secret == 2


class TestCopies:
    """A second document that gets the frames of the first stays equal to it."""

    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3)), max_size=25))
    def test_any_history_of_changes_arrives(self, history: list[tuple[int, int]]) -> None:
        tree, source = Tree(), Source(data={"x": [0.0], "y": [0.0]})
        document = Document()
        document.add_root(tree)
        document.add_root(source)
        copy = Document()
        apply_operations(copy, decode_frame(frame(SNAPSHOT, encode_snapshot(document), 1, 0)).operations)
        document.take()
        for action, number in history:
            mutate(document, tree, source, action, number)
            for changes in document.take():
                data = frame(PATCH, encode_changes(document, changes), 1, 1)
                apply_operations(copy, decode_frame(data).operations)
            copy.take()
        assert described(copy) == described(document)


def mutate(document: Document, tree: Tree, source: Source, action: int, number: int) -> None:
    if action == 0:
        tree.leaves = [*tree.leaves, Leaf(value=number)]
    elif action == 1:
        tree.leaves = tree.leaves[number:]
    elif action == 2:
        source.stream({"x": [float(number)], "y": [1.0]}, 5)
    elif action == 3:
        source.data["x"] = np.arange(float(number))
        source.data["y"] = np.arange(float(number))
    elif action == 4:
        tree.first = Leaf(value=number)
    elif action == 5:
        document.title = f"title {number}"
        tree.note = f"note {number}"
    elif document.roots[-1] is not tree:
        document.remove_root(source)
    else:
        document.add_root(source)


def described(document: Document) -> Any:
    models = {
        model.id: {name: plain(value) for name, value in model.properties_with_values().items()}
        for model in document.models
    }
    return document.title, [root.id for root in document.roots], models


def plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.id
    if isinstance(value, dict):
        return {key: [float(v) for v in column] for key, column in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


class TestThreads:
    def test_changes_from_many_threads_are_all_seen(self) -> None:
        leaves = [Leaf() for _ in range(8)]
        document = made(*leaves)
        seen: list[set[Model]] = []

        def work(leaf: Leaf) -> None:
            for number in range(2000):
                leaf.value = number + 1

        threads = [threading.Thread(target=work, args=(leaf,)) for leaf in leaves]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            seen.extend(set(changes.fields) for changes in document.take())
        seen.extend(set(changes.fields) for changes in document.take())
        assert set().union(*seen) == set(leaves)
        assert all(leaf.value == 2000 for leaf in leaves)


class TestCurrent:
    def test_a_script_has_one_document(self) -> None:
        assert curdoc() is curdoc()

    def test_set_curdoc_holds_inside_the_block_only(self) -> None:
        document, before = Document(), curdoc()
        with set_curdoc(document):
            assert curdoc() is document
        assert curdoc() is before

    def test_a_thread_started_by_an_app_finds_its_document(self) -> None:
        document, found = Document(), []
        space: dict[str, Any] = {"__asgiplots_document__": document, "curdoc": curdoc, "found": found}
        exec("def work():\n    found.append(curdoc())", space)
        thread = threading.Thread(target=space["work"])
        thread.start()
        thread.join()
        assert found == [document]


class TestTimers:
    def test_timers_wait_for_the_engine_and_can_be_removed(self) -> None:
        document = Document()
        handle = document.add_periodic_callback(lambda: None, 50)
        engine = Recorder()
        document.connect(engine)
        assert engine.scheduled == [handle]
        document.remove_periodic_callback(handle)
        assert engine.scheduled == [] and document.session_callbacks == []
        with pytest.raises(ValueError, match="expected a PeriodicCallback that this document still has"):
            document.remove_periodic_callback(handle)

    def test_wrong_periods_and_callbacks_are_refused(self) -> None:
        with pytest.raises(ValueError, match="expected a period above 0 ms, got 0"):
            Document().add_periodic_callback(lambda: None, 0)
        with pytest.raises(ValueError, match=r"expected a function without arguments, got 5 \(int\)"):
            Document().add_timeout_callback(5, 10)  # type: ignore[arg-type]


def test_document_handlers_hear_of_models_roots_and_events() -> None:
    leaf, seen = Leaf(), []
    document = Document()
    document.on_change(lambda event: seen.append(type(event).__name__))
    document.add_root(leaf)
    leaf.value = 2
    document.remove_root(leaf)
    assert seen == ["RootAddedEvent", "ModelChangedEvent", "RootRemovedEvent"]


def test_a_model_that_a_thread_put_into_a_list_and_did_not_note_yet_goes_along():
    """As when one thread appends, and another's frame is made before the first comes to say so."""
    document, column = Document(), Column(children=[])
    document.add_root(column)
    document.take()
    inner = Div(text="late")
    column.children.append(Div(text="noted"))
    list.append(column.children, Row(children=[inner]))
    (changes,) = document.take()
    seen = decode_frame(frame(PATCH, encode_changes(document, changes), 1, 1))
    added = {id for operation in seen.operations for id, _, _ in getattr(operation, "models", ())}
    assert added == {model.id for model in (*column.children, inner)}
    assert document.take() == []
    list.append(column.children, Div(text="later still"))
    seen = decode_frame(frame(SNAPSHOT, encode_snapshot(document), 1, 2))
    assert len(seen.operations[0].models) == 5
