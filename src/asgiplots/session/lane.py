"""One transaction at a time: on the loop if it has proved fast, else in a thread; async ones as a task.

submit ──→ idle? ──yes──→ run ──→ collect (same thread) ──→ publish (loop) ──→ next, a little later
             └──no──→ inbox                                                      ↑ inbox
"""

from asyncio import CancelledError
from collections.abc import Awaitable
from contextvars import Context
from functools import partial
from inspect import isawaitable

from asgiplots.session.inbox import Inbox
from asgiplots.session.policy import Policy
from asgiplots.session.publisher import Publisher
from asgiplots.session.runtime import Done, Handle, Runtime
from asgiplots.session.work import OnError, Work


class Lane:
    """Runs the work of one session in order. ``on_error(what, error)`` may be called in any thread."""

    def __init__(
        self,
        runtime: Runtime,
        policy: Policy,
        publisher: Publisher,
        inbox: Inbox,
        context: Context,
        on_error: OnError,
    ) -> None:
        self.running: Work | None = None
        #: When it began, by the clock of ``runtime``.
        self.began = 0.0
        self.inbox = inbox
        self._runtime = runtime
        self._policy = policy
        self._publisher = publisher
        self._context = context
        self._on_error = on_error
        self._commit = Work("change", policy.habit())
        self._tasks: dict[Work, Handle] = {}
        self._kicked = False
        self._over: BaseException | None = None

    def submit(self, work: Work) -> None:
        """On the loop: run ``work`` now if nothing runs or waits, else in its turn."""
        if self.running is None and not self.inbox and self._over is None:
            self._start(work)
        else:
            self.inbox.add(work)

    def commit(self) -> None:
        """On the loop: publish what changed and is due; if a transaction runs or waits, its end does."""
        if self.running is None and not self.inbox and self._publisher.is_due():
            self.submit(self._commit)

    def run_beside(self, work: Work) -> None:
        """On the loop: run ``work`` now whatever else runs; what it changes lands in the next frame."""
        if work.habit.on_loop:
            self._beside(work)
        else:
            self._runtime.run_blocking(partial(self._beside, work))

    def _beside(self, work: Work) -> None:
        error, awaitable = self._call(work)
        if awaitable is None:
            work.finished(error)
        else:
            self._runtime.post(partial(self._await, work, awaitable, work.finished))

    def kick(self) -> None:
        """On the loop: begin what waits, unless something runs."""
        self._kicked = False
        if self.running is None and self._over is None:
            work = self.inbox.take()
            if work is not None:
                self._start(work)

    def close(self, why: BaseException) -> None:
        """Begin nothing more: tasks are cancelled, what waits is told ``why``, a thread ends unheard."""
        self._over = why
        for task in tuple(self._tasks.values()):
            task.cancel()
        for work in self.inbox.clear():
            work.finished(why)

    def awaits(self, work: Work) -> bool:
        """Tell whether ``work`` is async code that is awaited now."""
        return work in self._tasks

    def _start(self, work: Work) -> None:
        self.running = work
        self.began = self._runtime.now()
        if work.habit.on_loop:
            self._run_here(work)
        else:
            self._runtime.run_blocking(partial(self._run_elsewhere, work))

    def _run_here(self, work: Work) -> None:
        began = self._policy.clock()
        error, awaitable = self._call(work)
        if awaitable is not None:
            self._await(work, awaitable, partial(self._awaited, work))
            return
        self._publisher.collect()
        self._policy.ran_on_loop(work.habit, began, work.what)
        self._end(work, error)

    def _run_elsewhere(self, work: Work) -> None:
        if self._over is not None:
            self._runtime.post(partial(self._end, work, self._over))
            return
        self._policy.watch.begin(work)
        began, computed = self._policy.clock(), self._policy.cpu()
        error, awaitable = self._call(work)
        if awaitable is not None:
            self._runtime.post(partial(self._await, work, awaitable, partial(self._awaited, work)))
            return
        self._publisher.collect()
        self._policy.watch.end(work)
        self._policy.ran_in_thread(work.habit, began, computed)
        self._runtime.post(partial(self._end, work, error))

    def _call(self, work: Work) -> tuple[BaseException | None, Awaitable[object] | None]:
        try:
            result = self._context.copy().run(work.run)
        except (Exception, SystemExit) as error:
            self._on_error(work.what, error)
            return error, None
        return None, result if result is not None and isawaitable(result) else None

    def _await(self, work: Work, awaitable: Awaitable[object], then: Done) -> None:
        began = self._policy.clock()

        def done(error: BaseException | None) -> None:
            self._policy.ran_as_task(began)
            self._policy.watch.end(work)
            del self._tasks[work]
            if isinstance(error, CancelledError):
                error = self._over or error
            elif error is not None:
                self._on_error(work.what, error)
            then(error)

        steps = self._policy.watch.steps(awaitable, work.what)
        self._policy.watch.begin(work, awaitable)
        task = self._tasks[work] = self._runtime.spawn(steps, self._context.copy(), done)
        if self._over is not None:
            task.cancel()

    def _awaited(self, work: Work, error: BaseException | None) -> None:
        self._publisher.collect()
        self._end(work, error)

    def _end(self, work: Work, error: BaseException | None) -> None:
        self._publisher.publish()
        self.running = None
        work.finished(error)
        if self.inbox:
            if not self._kicked:
                self._kicked = True
                self._runtime.post(self.kick)
        elif self._publisher.is_due():
            self._runtime.post(self.commit)
