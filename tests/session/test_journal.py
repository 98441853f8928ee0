from hypothesis import given
from hypothesis import strategies as st

from asgiplots.session.journal import Journal


def frames(entries):
    return [entry.frame for entry in entries]


def test_revisions_count_frames_from_one():
    journal = Journal()
    assert journal.revision == 0
    assert journal.append(b"a") == 1
    assert journal.append(b"b", origin=3) == 2
    assert [(e.revision, e.origin, e.frame) for e in journal.since(0)] == [(1, 0, b"a"), (2, 3, b"b")]


def test_since_the_end_is_nothing():
    journal = Journal()
    assert journal.since(0) == []
    journal.append(b"a")
    assert journal.since(1) == []


def test_a_revision_that_never_was_is_unknown():
    assert Journal().since(1) is None
    assert Journal().since(-1) is None


def test_the_oldest_frames_go_first():
    journal = Journal(limit=10)
    for i in range(5):
        journal.append(bytes([i]) * 4)
    assert journal.bytes == 8
    assert journal.oldest == 3
    assert journal.since(2) is None
    assert frames(journal.since(3)) == [b"\x03" * 4, b"\x04" * 4]


def test_a_frame_larger_than_the_limit_is_kept_until_the_next():
    journal = Journal(limit=10)
    journal.append(b"x" * 100)
    assert frames(journal.since(0)) == [b"x" * 100]
    journal.append(b"y")
    assert journal.since(0) is None
    assert frames(journal.since(1)) == [b"y"]


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=60), st.integers(1, 200), st.data())
def test_a_cursor_gets_exactly_what_it_lacks_or_is_told_that_some_is_gone(sent, limit, data):
    journal = Journal(limit)
    for frame in sent:
        journal.append(frame)
    assert journal.bytes == sum(len(f) for f in sent[journal.oldest :])
    assert journal.bytes <= limit or len(journal) == 1
    cursor = data.draw(st.integers(-2, len(sent) + 2))
    entries = journal.since(cursor)
    if journal.oldest <= cursor <= len(sent):
        assert frames(entries) == sent[cursor:]
        assert [e.revision for e in entries] == list(range(cursor + 1, len(sent) + 1))
    else:
        assert entries is None
