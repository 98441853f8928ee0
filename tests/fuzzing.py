"""Hostile messages: mutated ones into the decoders and into a live session, which must stay as it is.

    python tests/fuzzing.py --messages 1000000 --seed 7

What may come out is a message or frame, or the one declared error; what is decoded goes to a session, whose
other page must stay equal to its document. Prints how often each outcome came, and the slowest message.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from session_kit import Page, World

from asgiplots.document import Document
from asgiplots.models import Button, ColumnDataSource, Range1d, Select, Slider, TextInput
from asgiplots.plotting import figure
from asgiplots.protocol import (
    FrameError,
    Hello,
    Leave,
    MessageError,
    Pace,
    decode_frame,
    decode_message,
)
from asgiplots.schema import ids

GOLDEN = Path(__file__).parent / "golden"
JUNK: list[Any] = [
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**64, -(2**70), 1e308, 1e-320, 0.5, "", "p1001", "value",
    "\0", "é\U0001f600", "x" * 300, [], {}, [[]], [None], {"$ref": "p1001"}, {"$ref": 5}, {"$num": "nan"},
    {"$num": "x"}, {"$map": [[{"$map": []}, 1]]}, {"$set": [[]]}, {"$bytes": [0, 9]}, {"$ragged": []},
    {"$": ["f8", 0, 10**9]}, {"$": ["O", 0, 1]}, {"$cat": [1, 2]}, {"$date": "never"},
    {"a": {"b": [1, {"c": None}]}},
]  # fmt: skip


class App:
    """A session with something of everything, its page, and a Python client."""

    def __init__(self) -> None:
        self.world = World()
        self.document = Document()
        self.document.numbers = ids.own_numbers()
        ids.use(self.document.numbers)
        slider, text, button = Slider(start=0, end=10, value=1), TextInput(value=""), Button(label="b")
        select = Select(options=["a", "b"], value="a")
        source = ColumnDataSource(data={"x": [1, 2, 3], "y": [2.5, 3.5, 4.5], "s": ["a", "b", "c"]})
        plot = figure(x_range=Range1d(0, 1))
        plot.scatter("x", "y", source=source, legend_label="rows")
        slider.on_change("value", lambda attr, old, new: text.update(value=str(new)[:20]))
        button.on_click(lambda: source.stream({"x": [1], "y": [2.0], "s": ["d"]}, 50))
        plot.on_event("tap", lambda event: text.update(value="tapped"))
        for root in (slider, text, button, select, plot):
            self.document.add_root(root)
        self.document.allow_writes(source, "data")
        ids.use(None)
        self.session = self.world.session(self.document)
        self.page, self.other = Page(self.world, self.session), Page(self.world, self.session, "other")
        self.world.settle()
        self.page.read()
        self.other.read()
        self.ids = [model.id for model in self.document.models]


@dataclass
class Tally:
    outcomes: Counter[str] = field(default_factory=Counter[str])
    slowest: tuple[float, bytes] = (0.0, b"")


class Fuzzer:
    """Mutates with a seeded generator of its own, so that a run can be had again."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.tally = Tally()
        self.app = App()
        self.number = 0
        self.texts = [json.dumps(message) for message in self._messages()]
        self.frames = [path.read_bytes() for path in sorted(GOLDEN.glob("*.bin"))]

    def _messages(self) -> list[dict[str, Any]]:
        fields = ["value", "start", "end", "indices", "data", "active", "visible", "title", "computed"]
        values = [1, 0.5, "text", [0, 2], {"x": [1], "y": [2], "s": ["z"]}, None, {"$num": "inf"}]
        writes = [
            {"type": "write", "n": 1, "writes": [[id, name, value]]}
            for id in self.app.ids
            for name in fields
            for value in values
        ]
        events = [
            {
                "type": "event",
                "n": 1,
                "name": name,
                "model": id,
                "values": {"x": 1.5, "y": 2.5, "sx": 3, "sy": 4},
            }
            for id in [*self.app.ids, None]
            for name in ("tap", "button_click", "rangesupdate", "document_ready", "selectiongeometry")
        ]
        hello = {
            "type": "hello", "token": "t", "viewer": "v", "epoch": 5, "revision": 6, "sent": 7, "heard": 2,
            "kept": [[id, "Slider", "value", 3] for id in self.app.ids],
        }  # fmt: skip
        pace = {"type": "pace", "ms": 70, "revision": 3, "hidden": False}
        return [*writes, *events, *[pace] * 20, hello, {"type": "ping"}, {"type": "leave"}]

    # Mutations

    def mutated_text(self) -> str | bytes:
        text = self.random.choice(self.texts)
        kind = self.random.randrange(7)
        if kind == 0:
            return text
        if kind > 4:
            return json.dumps(self._inside(json.loads(text)))
        if kind > 2:
            return json.dumps(self._changed(json.loads(text), 3))
        if kind == 1:
            return self._bytes(text.encode())
        return self._bytes(text.encode()).decode("utf-8", "surrogateescape")

    def mutated_frame(self) -> bytes:
        frame = self.random.choice(self.frames)
        return frame if self.random.random() < 0.05 else self._bytes(frame)

    def _inside(self, message: dict[str, Any]) -> dict[str, Any]:
        """Change what a message carries, and leave its frame as it should be."""
        for write in message.get("writes", ()):
            write[self.random.choice([1, 2, 2, 2])] = self._changed(write[2], 2)
            write[1] = str(write[1])
        if "values" in message:
            message["values"] = {key: self._changed(value, 2) for key, value in message["values"].items()}
        if "kept" in message:
            message["kept"] = [[*entry[:3], self._changed(entry[3], 2)] for entry in message["kept"]]
        return message

    def _changed(self, value: Any, times: int) -> Any:
        """Replace parts of a JSON value by junk, or wrap, double or drop them."""
        for _ in range(self.random.randint(1, times)):
            value = self._change_one(value)
        return value

    def _change_one(self, value: Any) -> Any:
        pick = self.random.random()
        if isinstance(value, dict) and value and pick < 0.85:
            key = self.random.choice(list(value))
            if pick < 0.05:
                return {k: v for k, v in value.items() if k != key}
            if pick < 0.1:
                return {**value, self.random.choice(["n", "type", "$ref", "zz"]): self.random.choice(JUNK)}
            return {**value, key: self._change_one(value[key])}
        if isinstance(value, list) and value and pick < 0.85:
            at = self.random.randrange(len(value))
            if pick < 0.05:
                return value * self.random.choice([0, 2, 50])
            return [*value[:at], self._change_one(value[at]), *value[at + 1 :]]
        if pick < 0.9:
            return [value] * self.random.choice([1, 2, 3])
        return self.random.choice(JUNK)

    def _bytes(self, data: bytes) -> bytes:
        out = bytearray(data)
        for _ in range(self.random.choice([1, 1, 2, 8])):
            at = self.random.randrange(len(out) + 1)
            kind = self.random.randrange(6)
            if kind == 0 and at < len(out):
                out[at] ^= 1 << self.random.randrange(8)
            elif kind == 1:
                del out[at : at + self.random.randint(1, 9)]
            elif kind == 2:
                out[at:at] = self.random.randbytes(self.random.randint(1, 9))
            elif kind == 3:
                del out[at:]
            elif kind == 4 and at + 4 < len(out):
                out[at : at + 4] = self.random.choice([b"\xff" * 4, b"\0" * 4, b"\0\0\0\x7f"])
            else:
                other = self.random.choice(self.frames)
                out[at:at] = other[: self.random.randrange(len(other))]
        return bytes(out)

    # One message

    def step(self) -> None:
        as_frame = self.random.random() < 0.3
        data = self.mutated_frame() if as_frame else self.mutated_text()
        began = time.perf_counter()
        try:
            outcome = self._frame(data) if as_frame else self._text(data)
        except Exception:
            print(f"unhandled, message {self.number}: {data!r:.2000}", file=sys.stderr)
            raise
        took = time.perf_counter() - began
        self.tally.outcomes[outcome] += 1
        if took > self.tally.slowest[0]:
            raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape")
            self.tally.slowest = (took, raw[:200])

    def _frame(self, data: Any) -> str:
        try:
            frame = decode_frame(data)
        except FrameError:
            return "frame refused"
        if self.random.random() < 0.3:
            self._to_client_session(frame)
            return "frame given to a session"
        return "frame read"

    def _to_client_session(self, frame: Any) -> None:
        """A Python client may change everything: its session must only survive it."""
        world = World()
        session = world.session(Document())
        client = session.attach("client", None, lambda: None, trusted=True)
        viewer = session.attach("page", None, lambda: None)
        world.settle()
        session.submit(client, frame)
        world.settle()
        client.take(), viewer.take()
        session.close()

    def _text(self, data: Any) -> str:
        try:
            message = decode_message(data)
        except MessageError:
            return "message refused"
        app = self.app
        if isinstance(message, Leave):
            return "message read"
        if isinstance(message, Hello):
            app.session.leave(app.page.viewer)
            app.page.kept = message.kept
            app.page.connect()
        elif hasattr(message, "n"):
            self.number += 1
            app.page.sent = message.n = app.page.sent + 1
            app.session.submit(app.page.viewer, message)
        elif isinstance(message, Pace):
            app.session.submit(app.page.viewer, message)
        app.world.settle()
        app.page.read()
        if self.number % 500 == 0:
            self.check()
        return "message given to a session"

    def check(self) -> None:
        """The session is alive, its page shows what there is, and nothing failed in it."""
        app = self.app
        assert app.world.failures == [], app.world.failures
        app.other.read()
        late = Page(app.world, app.session, "late")
        app.world.settle()
        late.read()
        assert repr(app.other.state()) == repr(late.state())  # repr: NaN is not equal to itself
        app.session.leave(late.viewer, closed=True)

    def run(self, messages: int) -> Tally:
        for count in range(messages):
            if count % 20_000 == 19_999:
                self.check()
                self.app = App()
                self.number = 0
            self.step()
        self.check()
        return self.tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    options = parser.parse_args()
    logging.disable(logging.ERROR)
    print(f"seed {options.seed}", flush=True)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    tally = Fuzzer(options.seed).run(options.messages)
    took = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    for outcome, count in tally.outcomes.most_common():
        print(f"{count:>10,}  {outcome}")
    print(f"{options.messages:,} messages in {took:.0f} s, memory grew by {grown:.0f} MB at most")
    print(f"slowest {1000 * tally.slowest[0]:.1f} ms: {tally.slowest[1]!r}")
    print("no unhandled error")


if __name__ == "__main__":
    main()
