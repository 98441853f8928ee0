"""The pure parts of `bench.render`: tables, goals, kept results, and whether a picture shows data."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from bench.render.browser import Seen, check_drawn
from bench.render.libraries import COLOR
from bench.render.report import Results, goals, keep, replaced, table

EMPTY = {"": Seen(0, 60, 17, 0, 0)}
FAST, SLOW = Seen(100, 60, 17, 0.1, 2e7), Seen(300, 20, 60, 1, 4e7)


def test_the_table_has_a_column_for_each_library_and_dashes_for_what_was_not_seen() -> None:
    results: Results = {("empty", 0): EMPTY, ("rolling", 10_000): {"asgiplots": FAST, "uPlot": Seen()}}
    lines = table(results).splitlines()
    assert lines[0] == "| | **asgiplots** | uPlot |"
    assert lines[2] == "| rolling line, 10 k, fps | 60 | \N{EN DASH} |"


def test_parts_of_other_runs_make_a_table_without_a_rolling_line() -> None:
    assert "| line of 1 M, panned, fps | 60 |" in table({("pan", 1_000_000): {"asgiplots": FAST}})


def test_goals_say_what_is_met_and_what_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"asgiplots": SLOW, "uPlot": FAST}
    goals({("empty", 0): EMPTY, ("rolling", 1_000_000): row, ("scatter", 1_000_000): {"asgiplots": FAST}})
    said = capsys.readouterr().out
    assert said.count("SHORT") == 2  # the ceiling, and 2.4 times uPlot
    assert said.count("met") == 1  # a cloud at 30 fps


def test_only_what_is_between_the_marks_is_replaced() -> None:
    text = "a\n<!-- m -->\nold\n<!-- /m -->\nb"
    assert replaced(text, "m", r"new \1") == "a\n<!-- m -->\nnew \\1\n<!-- /m -->\nb"
    with pytest.raises(ValueError, match="expected the marks"):
        replaced("a", "m", "new")


def test_results_of_parts_are_joined_and_new_ones_win(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    keep(path, {("pan", 1_000_000): {"asgiplots": SLOW}, ("small", 5_000): {"asgiplots": SLOW}})
    joined = keep(path, {("pan", 1_000_000): {"asgiplots": FAST}})
    assert joined == {("pan", 1_000_000): {"asgiplots": FAST}, ("small", 5_000): {"asgiplots": SLOW}}


def test_a_picture_counts_only_if_it_changed_and_shows_the_series() -> None:
    blank, grey = (Image.new("RGB", (20, 20), color) for color in ("white", "#888888"))
    check_drawn(blank, Image.new("RGB", (20, 20), COLOR))
    with pytest.raises(ValueError, match="stayed the same"):
        check_drawn(blank, blank)
    with pytest.raises(ValueError, match="pixels near"):
        check_drawn(blank, grey)
