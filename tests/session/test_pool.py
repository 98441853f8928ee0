import logging
import threading
import time

import pytest

from asgiplots.session.pool import WorkerPool


def until(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.001)


def test_threads_grow_with_need_and_are_used_again():
    pool = WorkerPool(8)
    gate, done = threading.Event(), []
    for _ in range(3):
        pool.submit(gate.wait)
    until(lambda: pool.waiting == 0)
    assert pool.threads == 3
    gate.set()
    until(lambda: pool._idle == 3)
    for i in range(3):
        pool.submit(lambda i=i: done.append(i))
    until(lambda: len(done) == 3)
    assert pool.threads == 3
    pool.close()


def test_a_full_pool_lets_jobs_wait_and_says_so_once(caplog):
    pool = WorkerPool(2)
    gate, done = threading.Event(), []
    with caplog.at_level(logging.WARNING, "asgiplots.session"):
        for _ in range(2):
            pool.submit(gate.wait)
        for i in range(5):
            pool.submit(lambda i=i: done.append(i))
        assert pool.waiting == 5
        assert pool.times_full == 5
    assert [r.getMessage() for r in caplog.records] == [
        "all 2 worker threads are busy, 1 callbacks wait; "
        "blocking callbacks could be made async, or the pool larger"
    ]
    gate.set()
    until(lambda: sorted(done) == [0, 1, 2, 3, 4])
    pool.close()


def test_a_thread_with_nothing_to_do_ends():
    pool = WorkerPool(4, linger=0.02)
    pool.submit(lambda: None)
    until(lambda: pool.threads == 0)
    done = []
    pool.submit(lambda: done.append(1))
    until(lambda: done == [1])
    pool.close()


def test_a_failing_job_is_logged_and_its_thread_lives_on(caplog):
    pool = WorkerPool(1)
    done = []
    pool.submit(lambda: 1 / 0)
    pool.submit(lambda: done.append(1))
    until(lambda: done == [1])
    assert "ZeroDivisionError" in caplog.text
    pool.close()


def test_a_closed_pool_refuses_jobs_and_its_threads_end():
    pool = WorkerPool(2)
    pool.submit(lambda: None)
    pool.close()
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(lambda: None)
    until(lambda: pool.threads == 0)


def test_a_pool_of_no_threads_is_an_error():
    with pytest.raises(ValueError, match="at least 1 thread, got 0"):
        WorkerPool(0)


def test_thousands_of_jobs_from_many_threads_all_run_once():
    pool = WorkerPool(4, linger=0.001)
    lock, total = threading.Lock(), [0]

    def job():
        with lock:
            total[0] += 1

    def submit():
        for i in range(500):
            pool.submit(job)
            if i % 50 == 0:
                time.sleep(0.002)

    threads = [threading.Thread(target=submit) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    until(lambda: total[0] == 4000)
    assert pool.threads <= 4
    pool.close()
