"""A short run of the fuzzer; `make fuzz` has the long one."""

import logging

import pytest
from fuzzing import Fuzzer


@pytest.mark.parametrize("seed", [1, 2026])
def test_mutated_messages_do_no_harm(seed, caplog):
    caplog.set_level(logging.CRITICAL)
    tally = Fuzzer(seed).run(15_000)
    print(f"\nfuzz, seed {seed}: {dict(tally.outcomes)}")
    assert tally.outcomes["message given to a session"] > 3000
    assert tally.outcomes["frame given to a session"] > 100
    assert tally.slowest[0] < 2
