"""Threads for plain callbacks that may block: as many as are needed, up to a bound."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

logger = logging.getLogger("asgiplots.session")

DEFAULT_THREADS = 64
_LINGER = 30.0
_SECONDS_BETWEEN_WARNINGS = 10.0


class WorkerPool:
    """At most ``most`` threads; what finds none free waits its turn, and a log line says so.

    A thread that had nothing to do for ``linger`` seconds ends. Threads never keep the process from ending.
    """

    def __init__(self, most: int = DEFAULT_THREADS, linger: float = _LINGER) -> None:
        if most < 1:
            raise ValueError(f"a pool expected at least 1 thread, got {most}")
        self.most = most
        self.times_full = 0
        self._linger = linger
        self._jobs: deque[Callable[[], object]] = deque()
        self._changed = threading.Condition(threading.Lock())
        self._threads = 0
        self._idle = 0
        self._closed = False
        self._warned = float("-inf")

    @property
    def threads(self) -> int:
        """Threads alive now."""
        return self._threads

    @property
    def waiting(self) -> int:
        """Jobs that no thread has begun."""
        return len(self._jobs)

    def submit(self, job: Callable[[], object]) -> None:
        """Run ``job`` in a thread, from any thread; RuntimeError after ``close``."""
        with self._changed:
            if self._closed:
                raise RuntimeError("the pool of worker threads is closed")
            self._jobs.append(job)
            if self._idle >= len(self._jobs):
                self._changed.notify()
                return
            full = self._threads >= self.most
            if not full:
                self._threads += 1
        if full:
            self._warn()
        else:
            threading.Thread(target=self._work, name="asgiplots-worker", daemon=True).start()

    def close(self) -> None:
        """Let threads end after the jobs they are at; jobs not begun are dropped."""
        with self._changed:
            self._closed = True
            self._jobs.clear()
            self._changed.notify_all()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except Exception:
                logger.exception("a job of the worker pool failed")
            del job

    def _next(self) -> Callable[[], object] | None:
        with self._changed:
            while not self._jobs:
                if self._closed:
                    break
                self._idle += 1
                woken = self._changed.wait(self._linger)
                self._idle -= 1
                if not woken and not self._jobs:
                    break
            else:
                return self._jobs.popleft()
            self._threads -= 1
            return None

    def _warn(self) -> None:
        self.times_full += 1
        now = time.monotonic()
        if now - self._warned >= _SECONDS_BETWEEN_WARNINGS:
            self._warned = now
            logger.warning(
                "all %d worker threads are busy, %d callbacks wait; "
                "blocking callbacks could be made async, or the pool larger",
                self.most,
                self.waiting,
            )
