"""Any changes, taken as frames at any time and applied to a second document, make it equal to the first."""

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from session_kit import content

from asgiplots.document import Document
from asgiplots.document.apply import apply_operations
from asgiplots.models import Column, ColumnDataSource, Slider, TextInput
from asgiplots.protocol import PATCH, SNAPSHOT, decode_frame, encode_changes, encode_snapshot
from asgiplots.protocol.frames import frame

numbers = st.integers(0, 9)
VIEWER = 7


class Pair:
    """A document that changes, and one that only sees frames."""

    def __init__(self) -> None:
        self.source = ColumnDataSource(data={"x": [0], "y": np.array([0.5])})
        self.slider = Slider(start=0, end=10, value=1)
        self.layout = Column(children=[self.slider, TextInput(value="a", name="text")])
        self.spare = Slider(start=0, end=1, value=0)
        self.first, self.second = Document(), Document()
        self.first.add_root(self.layout)
        self.first.add_root(self.source)
        self.first.take()
        self._apply(SNAPSHOT, encode_snapshot(self.first))

    def _apply(self, kind: int, body: Any) -> None:
        apply_operations(self.second, decode_frame(frame(kind, body, 1, 1)).operations)
        self.second.take()

    def do_send(self, a: int, b: int) -> None:
        for changes in self.first.take():
            self._apply(PATCH, encode_changes(self.first, changes))

    def do_value(self, a: int, b: int) -> None:
        self.slider.value = a

    def do_value_of_viewer(self, a: int, b: int) -> None:
        field = Slider.need_descriptor("value")
        self.slider._store(field, b, VIEWER)

    def do_stream(self, a: int, b: int) -> None:
        count = b % 3
        rows = {name: [a + i for i in range(count)] for name in self.source.data}
        self.source.stream(rows, 4 if a % 2 else None)

    def do_patch(self, a: int, b: int) -> None:
        length = self.source.length
        if length and len(self.source.data["x"]) == length:
            self.source.patch({"x": [(a % length, b), (slice(0, length), [b] * length)]})

    def do_column(self, a: int, b: int) -> None:
        self.source.data["xy"[a % 2]] = [b + 0.5] * self.source.length

    def do_new_column(self, a: int, b: int) -> None:
        self.source.data["z"] = np.full(self.source.length, b)

    def do_no_column(self, a: int, b: int) -> None:
        self.source.data.pop("z", None)

    def do_data(self, a: int, b: int) -> None:
        self.source.data = {"x": list(range(a)), "y": np.arange(a) / 2}

    def do_data_of_viewer(self, a: int, b: int) -> None:
        field = ColumnDataSource.need_descriptor("data")
        self.source._store(field, field.coerce({"x": [a] * b, "y": [b] * b}), VIEWER)

    def do_authored(self, a: int, b: int) -> None:
        with self.first.authored(VIEWER):
            [self.do_stream, self.do_patch, self.do_column, self.do_children, self.do_roots][b % 5](a, b)

    def do_append_in_place(self, a: int, b: int) -> None:
        column = self.source.data["x"]
        if isinstance(column, list):
            column.append(a)
            self.source.data["y"] = [b] * len(column)
            if "z" in self.source.data:
                self.source.data["z"] = [b] * len(column)

    def do_children(self, a: int, b: int) -> None:
        if a % 3 == 0 and self.layout.children:
            self.layout.children[0] = Slider(start=0, end=1, value=b / 10, name="made")
        elif a % 3 == 1:
            self.layout.children = [self.spare, self.slider][: b % 3]
        else:
            self.layout.children.append(TextInput(value=str(b)))

    def do_roots(self, a: int, b: int) -> None:
        root = [self.source, self.layout, self.spare][a % 3]
        if root in self.first.roots:
            self.first.remove_root(root)
        else:
            self.first.add_root(root)

    def do_look(self, a: int, b: int) -> None:
        assert all(model.document is self.first for model in self.first.models)
        self.first.select({"name": "made"})

    def do_title(self, a: int, b: int) -> None:
        self.first.title = f"title {a}"


kinds = sorted(name for name in vars(Pair) if name.startswith("do_"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(kinds), numbers, numbers), max_size=25))
def test_a_document_that_sees_only_frames_ends_equal(steps: list[tuple[str, int, int]]):
    pair = Pair()
    for name, a, b in steps:
        step: Callable[[int, int], None] = getattr(pair, name)
        step(a, b)
    pair.do_send(0, 0)
    assert content(pair.second) == content(pair.first)


def test_what_counts_twice_does_not_come_back_to_its_writer():
    document, source = Document(), ColumnDataSource(data={"x": [0]})
    document.add_root(source)
    document.take()
    with document.authored(VIEWER):
        document.add_root(Slider(start=0, end=1, value=0))
        source.stream({"x": [1]})
        document.send_event("hello", {})
    document.add_root(TextInput())
    shared, own = document.take()
    assert (shared.origin, own.origin) == (0, VIEWER)
    assert (shared.columns, list(shared.fields[source]), shared.events) == ({}, ["data"], [])
    assert [event.name for event in own.events] == ["hello"]
