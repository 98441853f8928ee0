import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_fakes import FakeRuntime

from asgiplots.session.scheduler import Scheduler


def make():
    runtime = FakeRuntime()
    return runtime, Scheduler(runtime)


def test_a_timeout_fires_once_at_its_time():
    runtime, scheduler = make()
    fired = []
    scheduler.after(0.5, lambda: fired.append(runtime.now()))
    runtime.advance(0.4)
    assert fired == []
    runtime.advance(5)
    assert fired == [0.5]
    assert len(scheduler) == 0


def test_a_periodic_timer_keeps_time_from_its_start():
    runtime, scheduler = make()
    runtime.time = 100.03
    fired = []
    scheduler.every(0.05, lambda: fired.append(runtime.now()))
    runtime.advance(500)
    assert len(fired) == 9_999
    assert all(abs(t - (100.05 + 0.05 * (i + 1))) < 1e-6 for i, t in enumerate(fired))


def test_periodic_timers_begun_at_different_times_come_due_together():
    runtime, scheduler = make()
    fired: list[float] = []
    for begun in (0.001, 0.009, 0.024):
        runtime.time = begun
        scheduler.every(0.05, lambda: fired.append(round(runtime.now(), 6)))
    runtime.advance(0.1)
    assert fired == [0.075] * 3


def test_a_short_period_begins_at_once():
    runtime, scheduler = make()
    runtime.time = 0.003
    fired: list[float] = []
    scheduler.every(0.01, lambda: fired.append(round(runtime.now(), 6)))
    runtime.advance(0.02)
    assert fired[0] == 0.013


def test_ticks_that_were_missed_are_skipped_and_the_beat_stays():
    runtime, scheduler = make()
    fired = []

    def slow():
        fired.append(round(runtime.time, 3))
        if len(fired) == 2:
            runtime.time += 0.37

    scheduler.every(0.1, slow)
    runtime.advance(1.0)
    assert fired == [0.1, 0.2, 0.6, 0.7, 0.8, 0.9, 1.0]


def test_timers_may_be_added_and_cancelled_inside_calls():
    runtime, scheduler = make()
    fired = []

    def first():
        fired.append("first")
        other.cancel()
        periodic.cancel()
        scheduler.after(0.1, lambda: fired.append("late"))

    scheduler.after(0.1, first)
    other = scheduler.after(0.15, lambda: fired.append("other"))
    periodic = scheduler.every(0.1, lambda: fired.append("tick"))
    runtime.advance(1)
    assert fired == ["first", "late"]


def test_a_failing_call_is_logged_and_harms_no_other(caplog):
    runtime, scheduler = make()
    fired = []
    scheduler.after(0.1, lambda: 1 / 0)
    scheduler.after(0.1, lambda: fired.append(1))
    runtime.advance(1)
    assert fired == [1]
    assert "ZeroDivisionError" in caplog.text


def test_ten_thousand_idle_timers_arm_the_loop_once():
    runtime, scheduler = make()
    for i in range(10_000):
        scheduler.after(1000 + i, lambda: None)
    assert runtime.armed == 1
    assert len(scheduler) == 10_000


def test_an_earlier_timer_is_armed_in_place_of_the_later_one():
    runtime, scheduler = make()
    fired = []
    scheduler.after(10, lambda: fired.append("late"))
    scheduler.after(1, lambda: fired.append("early"))
    runtime.advance(1)
    assert fired == ["early"]
    runtime.advance(9)
    assert fired == ["early", "late"]


def test_cancelled_timers_are_swept():
    _, scheduler = make()
    timers = [scheduler.after(10, lambda: None) for _ in range(1000)]
    for timer in timers:
        timer.cancel()
        timer.cancel()
    assert len(scheduler) == 0
    assert len(scheduler._heap) < 130


def test_many_due_timers_leave_time_for_the_sockets():
    runtime, scheduler = make()
    order = []

    def busy(name):
        order.append(name)
        runtime.time += 0.002

    for i in range(6):
        scheduler.after(0.1, lambda i=i: busy(i))
    runtime.time = 0.1
    runtime.alarms[0][2].call()
    assert order == [0, 1, 2]
    runtime.advance(1)
    assert order == [0, 1, 2, 3, 4, 5]


def test_a_period_must_be_above_zero():
    _, scheduler = make()
    with pytest.raises(ValueError, match="a period above 0 seconds, got 0"):
        scheduler.every(0, lambda: None)


def test_timers_may_come_and_go_in_any_thread():
    runtime, scheduler = make()
    runtime.on_loop = lambda: threading.current_thread() is threading.main_thread()
    fired = []

    def work():
        for _ in range(300):
            scheduler.after(0.5, lambda: fired.append(1))
            scheduler.after(0.2, lambda: fired.append(2)).cancel()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    runtime.advance(1)
    assert fired == [1] * 2400
    assert len(scheduler) == 0


@given(
    st.lists(st.tuples(st.floats(0.01, 0.5), st.booleans(), st.floats(0.0, 2.0)), max_size=20),
    st.lists(st.floats(0.001, 0.9), max_size=20),
)
def test_every_timer_fires_at_its_times_and_never_after_it_was_cancelled(timers, steps):
    runtime, scheduler = make()
    fired: dict[int, list[float]] = {}
    made = []
    for i, (seconds, periodic, ends) in enumerate(timers):
        fired[i] = []
        add = scheduler.every if periodic else scheduler.after
        timer = add(seconds, lambda i=i: fired[i].append(runtime.now()))
        scheduler.after(ends, timer.cancel)
        made.append((seconds, periodic, ends))
    for step in steps:
        runtime.advance(step)
    now = sum(steps)
    for i, (seconds, periodic, ends) in enumerate(made):
        last = min(ends, now)
        expected = [seconds * k for k in range(1, int(last / seconds) + 2)] if periodic else [seconds]
        surely = sum(t < last - 1e-3 for t in expected)
        at_most = sum(t <= last + 1e-3 for t in expected)
        assert surely <= len(fired[i]) <= at_most
        assert all(abs(at - due) < 1e-3 for at, due in zip(fired[i], expected, strict=False))
