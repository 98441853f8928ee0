"""What may happen when, to a connection and to a session: tables of states and events, and one way to move.

An event that a state does not know is somebody's fault: the page's, if it is one of those that only the page
can bring about, else our own. The manner of tables is h11's.
"""

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, str]]

#: A viewer's websocket, as the server sees it.
CONNECTION: Table = {
    "arriving": {"accepted": "greeting", "turned away": "closed"},
    "greeting": {"hello": "opening", "refused": "closing", "lost": "closed"},
    "opening": {"attached": "viewing", "app failed": "waiting", "refused": "closing", "lost": "closed"},
    "waiting": {"app reloaded": "closing", "lost": "closed"},
    "viewing": {
        "leave": "closing",
        "refused": "closing",
        "sent away": "closing",
        "session ended": "closing",
        "lost": "closed",
    },
    "closing": {"lost": "closed"},
    "closed": {},
}

#: A session, from the app's code to its end.
SESSION: Table = {
    "building": {"built": "detached", "app failed": "ended"},
    "detached": {"attached": "watched", "expired": "ended", "stopped": "ended"},
    "watched": {"all cut off": "detached", "all closed": "leaving", "stopped": "ended"},
    "leaving": {"attached": "watched", "expired": "ended", "stopped": "ended"},
    "ended": {},
}

#: What only the other side can do.
_REMOTE = frozenset({"hello", "leave", "lost"})


class LocalError(RuntimeError):
    """We did what the state does not allow."""


class RemoteError(ValueError):
    """The other side did what the state does not allow."""


class State:
    """Where something stands in its table, the first state at the start."""

    __slots__ = ("_table", "name")

    def __init__(self, table: Table) -> None:
        self._table = table
        self.name = next(iter(table))

    def move(self, event: str) -> str:
        """Go on by ``event`` and return the new state; LocalError or RemoteError, by whose fault it is."""
        known = self._table[self.name]
        if event not in known:
            error = RemoteError if event in _REMOTE else LocalError
            expected = ", ".join(known) or "nothing more"
            raise error(f"when {self.name}, expected {expected}; got {event}")
        self.name = known[event]
        return self.name

    def may(self, event: str) -> bool:
        """Tell whether ``event`` is allowed now."""
        return event in self._table[self.name]

    @property
    def is_final(self) -> bool:
        """Whether nothing more can happen."""
        return not self._table[self.name]


def diagram(table: Table) -> str:
    """Return the table as a Mermaid state diagram."""
    names = {state: state.replace(" ", "_") for state in table}
    arrows = [
        f"    {names[state]} --> {names[target]}: {event}"
        for state, events in table.items()
        for event, target in events.items()
    ]
    first = next(iter(table))
    ends = [f"    {names[state]} --> [*]" for state, events in table.items() if not events]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {names[first]}", *arrows, *ends])


def render() -> str:
    """Return the text of ``docs/states.md``."""
    return f"""# States

Written by `make generate` from `src/asgiplots/session/states.py`; do not edit.

## A connection

A viewer's websocket, as the server sees it. `greeting` waits for the page's hello, `opening` for the app's
document; a page whose app failed is `waiting` until the app is loaded again.

```mermaid
{diagram(CONNECTION)}
```

## A session

`detached`: its viewers were cut off and may come back. `leaving`: their pages were closed, and it ends in a
moment unless one of them is loaded again.

```mermaid
{diagram(SESSION)}
```
"""
