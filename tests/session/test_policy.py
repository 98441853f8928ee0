from asgiplots.session.policy import FIRST_PROOF, Policy


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class Callback:
    """A callback whose runs take as long, and compute as much, as a test says."""

    def __init__(self, on_loop=False):
        self.wall, self.cpu = Clock(), Clock()
        self.policy = Policy(self.wall, self.cpu)
        self.habit = self.policy.habit(on_loop)

    def run(self, seconds, computing=0.0001, times=1):
        for _ in range(times):
            began, computed = self.wall.now, self.cpu.now
            self.wall.now += seconds
            self.cpu.now += computing
            if self.habit.on_loop:
                self.policy.ran_on_loop(self.habit, began)
            else:
                self.policy.ran_in_thread(self.habit, began, computed)


def test_a_new_callback_runs_off_the_loop():
    assert not Callback().habit.on_loop


def test_many_fast_runs_bring_it_onto_the_loop():
    callback = Callback()
    callback.run(0.0001, times=FIRST_PROOF - 1)
    assert not callback.habit.on_loop
    callback.run(0.0001)
    assert callback.habit.on_loop


def test_one_slow_run_before_the_proof_starts_the_count_again():
    callback = Callback()
    callback.run(0.0001, times=FIRST_PROOF - 1)
    callback.run(1.0)
    callback.run(0.0001, times=FIRST_PROOF - 1)
    assert not callback.habit.on_loop


def test_much_computing_is_slow_even_if_it_is_over_in_a_few_milliseconds():
    callback = Callback()
    callback.run(0.0001, times=FIRST_PROOF - 1)
    callback.run(0.004, computing=0.004)
    callback.run(0.0001, times=FIRST_PROOF - 1)
    assert not callback.habit.on_loop


def test_a_few_milliseconds_without_computing_prove_nothing_either_way():
    callback = Callback()
    callback.run(0.005, times=1000)
    assert not callback.habit.on_loop
    callback.run(0.0001, times=FIRST_PROOF - 1)
    callback.run(0.005)
    assert not callback.habit.on_loop
    callback.run(0.0001)
    assert callback.habit.on_loop


def test_waiting_a_moment_for_its_turn_does_not_move_it_off_the_loop():
    callback = Callback(on_loop=True)
    callback.run(0.008, times=100)
    assert callback.habit.on_loop


def test_one_slow_run_on_the_loop_moves_it_off_and_asks_for_a_longer_proof():
    callback = Callback()
    callback.run(0.0001, times=FIRST_PROOF)
    callback.run(0.02)
    assert not callback.habit.on_loop
    callback.run(0.0001, times=4 * FIRST_PROOF - 1)
    assert not callback.habit.on_loop
    callback.run(0.0001)
    assert callback.habit.on_loop


def test_one_that_is_slow_now_and_then_settles_in_threads():
    callback = Callback()
    slow_on_loop = 0
    for round_ in range(20_000):
        slow = round_ % 100 == 0
        slow_on_loop += callback.habit.on_loop and slow
        callback.run(0.05 if slow else 0.0001)
    assert slow_on_loop <= 2
    assert not callback.habit.on_loop


def test_a_trusted_callback_starts_on_the_loop():
    callback = Callback(on_loop=True)
    callback.run(0.0001, times=100)
    assert callback.habit.on_loop
    callback.run(0.02)
    assert not callback.habit.on_loop
