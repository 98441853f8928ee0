"""Tables of states: every way through them is legal, every other step is somebody's fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asgiplots.session.states import CONNECTION, SESSION, LocalError, RemoteError, State, diagram

TABLES = {"connection": CONNECTION, "session": SESSION}
EVENTS = sorted({event for table in TABLES.values() for events in table.values() for event in events})


@given(st.sampled_from(sorted(TABLES)), st.lists(st.sampled_from(EVENTS), max_size=20))
def test_only_what_the_table_says_changes_the_state(name, events):
    table = TABLES[name]
    state = State(table)
    for event in events:
        before = state.name
        assert state.may(event) == (event in table[before])
        if state.may(event):
            assert state.move(event) == state.name == table[before][event]
            continue
        with pytest.raises((LocalError, RemoteError), match=f"when {before}, expected .*; got {event}"):
            state.move(event)
        assert state.name == before


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_state_is_reached_and_leads_to_the_one_that_is_final(table):
    def reached(start):
        seen, todo = set(), [start]
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo.extend(table[name].values())
        return seen

    assert reached(next(iter(table))) == set(table)
    [final] = [name for name, events in table.items() if not events]
    assert all(final in reached(name) for name in table)


def test_the_fault_is_the_page_s_where_only_a_page_can_do_it():
    state = State(CONNECTION)
    state.move("accepted")
    state.move("hello")
    with pytest.raises(
        RemoteError, match="when opening, expected attached, app failed, refused, lost; got hello"
    ):
        state.move("hello")
    with pytest.raises(LocalError):
        state.move("accepted")


def test_the_diagram_has_every_arrow():
    text = diagram(SESSION)
    assert text.startswith("stateDiagram-v2\n    [*] --> building")
    assert "    watched --> detached: all cut off" in text and "    ended --> [*]" in text
    assert text.count("-->") == sum(map(len, SESSION.values())) + 2
