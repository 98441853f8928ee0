from asgiplots.session.policy import FIRST_PROOF, Policy


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def run(policy, clock, habit, seconds, times=1):
    for _ in range(times):
        began = policy.clock()
        clock.now += seconds
        policy.note(habit, began)


def make():
    clock = Clock()
    policy = Policy(clock)
    return policy, clock, policy.habit()


def test_a_new_callback_runs_off_the_loop():
    _, _, habit = make()
    assert not habit.on_loop


def test_many_fast_runs_in_a_row_bring_it_onto_the_loop():
    policy, clock, habit = make()
    run(policy, clock, habit, 0.0001, FIRST_PROOF - 1)
    assert not habit.on_loop
    run(policy, clock, habit, 0.0001)
    assert habit.on_loop


def test_one_slow_run_before_the_proof_starts_the_count_again():
    policy, clock, habit = make()
    run(policy, clock, habit, 0.0001, FIRST_PROOF - 1)
    run(policy, clock, habit, 1.0)
    run(policy, clock, habit, 0.0001, FIRST_PROOF - 1)
    assert not habit.on_loop


def test_one_slow_run_on_the_loop_moves_it_off_and_asks_for_a_longer_proof():
    policy, clock, habit = make()
    run(policy, clock, habit, 0.0001, FIRST_PROOF)
    run(policy, clock, habit, 0.01)
    assert not habit.on_loop
    run(policy, clock, habit, 0.0001, 4 * FIRST_PROOF - 1)
    assert not habit.on_loop
    run(policy, clock, habit, 0.0001)
    assert habit.on_loop


def test_a_callback_that_alternates_settles_in_threads():
    policy, clock, habit = make()
    on_loop = slow_on_loop = 0
    for round_ in range(20_000):
        on_loop += habit.on_loop
        slow = round_ % 100 == 0
        slow_on_loop += habit.on_loop and slow
        run(policy, clock, habit, 0.05 if slow else 0.0001)
    assert slow_on_loop <= 2


def test_a_trusted_callback_starts_on_the_loop():
    policy, clock, _ = make()
    habit = policy.habit(on_loop=True)
    run(policy, clock, habit, 0.0001, 100)
    assert habit.on_loop
    run(policy, clock, habit, 0.01)
    assert not habit.on_loop
