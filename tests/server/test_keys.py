"""Where no setting gives a key, each user of a machine has one, kept for the next start."""

from multiprocessing.pool import ThreadPool
from pathlib import Path

import pytest

from asgiplots.server.keys import key_of_this_user


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "asgiplots" / "secret_key"


def test_the_same_key_comes_back(state: Path):
    key = key_of_this_user()
    assert len(key) >= 43 and key_of_this_user() == key == state.read_text()


def test_nobody_else_may_read_it(state: Path):
    key_of_this_user()
    assert state.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in state.parent.iterdir()] == ["secret_key"]


def test_processes_that_start_together_have_one_key(state: Path):
    with ThreadPool(16) as pool:
        assert len(set(pool.map(lambda _: key_of_this_user(), range(64)))) == 1


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path: path.chmod(0o644), "must be readable by its user only"),
        (lambda path: path.write_text("short"), "expected 43 characters or more, got 5"),
    ],
)
def test_a_key_that_is_not_safe_is_not_used(state: Path, caplog, spoil, reason):
    key = key_of_this_user()
    spoil(state)
    assert key_of_this_user() not in (key, "short")
    assert reason in caplog.text and "set ASGIPLOTS_SECRET_KEY" in caplog.text


def test_without_a_place_for_it_the_key_lasts_as_long_as_the_process(monkeypatch, caplog, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("")
    assert len(key_of_this_user()) >= 43
    assert "a key of this process" in caplog.text
