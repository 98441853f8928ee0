"""The callbacks that an app registered on its document, bound to the scheduler."""

from collections import deque
from collections.abc import Callable
from functools import partial
from inspect import iscoroutinefunction
from typing import Any
from weakref import WeakKeyDictionary

from asgiplots.document import Document
from asgiplots.document.timers import PeriodicCallback, SessionCallback, TimeoutCallback
from asgiplots.session.lane import Lane
from asgiplots.session.policy import Habit, Policy
from asgiplots.session.runtime import Runtime
from asgiplots.session.scheduler import Scheduler, Timer
from asgiplots.session.work import Work

_AT_ONCE = 200


def is_async(function: Any) -> bool:
    """Tell whether a function, partial or callable object is async."""
    return iscoroutinefunction(function) or iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004


class Tick(Work):
    """One registered callback. A tick that comes while the last one waits or runs is skipped and counted."""

    __slots__ = ("_owner", "handle", "removed", "skipped", "timer", "waiting")

    def __init__(self, handle: SessionCallback, owner: "Ticks", habit: Habit) -> None:
        super().__init__(f"{_KINDS.get(type(handle), 'next-tick')} callback {_name(handle.callback)}", habit)
        self.handle = handle
        self.timer: Timer | None = None
        self.waiting = False
        self.removed = False
        self.skipped = 0
        self._owner = owner

    def __call__(self) -> None:
        if self._owner.are_paused and isinstance(self.handle, PeriodicCallback):
            return
        if self.waiting:
            self.skipped += 1
            self._owner.meters.skipped_ticks += 1
        elif not self.removed:
            self.waiting = True
            self._owner.submit(self)

    def run(self) -> object:
        if self.removed:
            return None
        if not isinstance(self.handle, PeriodicCallback):
            self._owner.done(self)
        return self.handle.callback()

    def finished(self, error: BaseException | None) -> None:
        self.waiting = False

    def cancel(self) -> None:
        self.removed = True
        if self.timer is not None:
            self.timer.cancel()


class Ticks:
    """All ticks of one session; callbacks come and go in any thread."""

    def __init__(
        self,
        document: Document,
        lane: Lane,
        runtime: Runtime,
        scheduler: Scheduler,
        policy: Policy,
        watched: Callable[[], object] = lambda: True,
    ) -> None:
        self._document = document
        self._watched = watched
        self._lane = lane
        self._runtime = runtime
        self._scheduler = scheduler
        self._policy = policy
        self.meters = policy.meters
        self._ticks: dict[SessionCallback, Tick] = {}
        # What is known of plain functions, however often they are added: next-ticks prove fast, too.
        self._habits: WeakKeyDictionary[Any, Habit] = WeakKeyDictionary()
        # Next-ticks that the lane does not have yet.
        self._next: deque[Tick] = deque()
        self._posted = False
        self._closed = False

    def __len__(self) -> int:
        return len(self._ticks)

    @property
    def are_paused(self) -> bool:
        """Whether periodic callbacks rest: the app asked for that, and nobody looks."""
        return self._document.pause_unwatched and not self._watched()

    def add(self, handle: SessionCallback) -> None:
        """Begin to keep time for a callback."""
        tick = Tick(handle, self, self._habit(handle.callback))
        self._ticks[handle] = tick
        if isinstance(handle, PeriodicCallback):
            tick.timer = self._scheduler.every(handle.period / 1000, tick)
        elif isinstance(handle, TimeoutCallback):
            tick.timer = self._scheduler.after(handle.timeout / 1000, tick)
        else:
            self._next.append(tick)
            if not self._posted:
                self._posted = True
                self._runtime.post(self._hand_over)
        if tick.removed or self._closed:
            tick.cancel()

    def _habit(self, callback: Any) -> Habit:
        if is_async(callback):
            return self._policy.habit(on_loop=True)
        function = _function(callback)
        try:
            return self._habits[function]
        except KeyError:
            habit = self._habits[function] = self._policy.habit()
            return habit
        except TypeError:  # an object that cannot be a key, or not a weak one
            return self._policy.habit()

    def _hand_over(self) -> None:
        """On the loop: give next-ticks to the lane, of very many only some before others have a turn."""
        self._posted = False
        for _ in range(min(len(self._next), _AT_ONCE)):
            self._next.popleft()()
        if self._next and not self._posted:
            self._posted = True
            self._runtime.post(self._hand_over)

    def remove(self, handle: SessionCallback) -> None:
        """Never run a callback again, even if a tick of it waits already."""
        tick = self._ticks.pop(handle, None)
        if tick is not None:
            tick.cancel()

    def close(self) -> None:
        """Remove all callbacks, and those that are still to be added."""
        self._closed = True
        for handle in tuple(self._ticks):
            self.remove(handle)

    def submit(self, tick: Tick) -> None:
        """Give a tick that is due to the lane; one marked by ``without_document_lock`` runs beside it."""
        if getattr(tick.handle.callback, "nolock", False):
            self._lane.run_beside(tick)
        else:
            self._lane.submit(tick)

    def done(self, tick: Tick) -> None:
        """Forget a tick that runs for the last time."""
        self._ticks.pop(tick.handle, None)
        self._document.timer_done(tick.handle)


_KINDS: dict[type[SessionCallback], str] = {PeriodicCallback: "periodic", TimeoutCallback: "timeout"}


def _function(callback: Any) -> Any:
    """Return what a method or partial calls."""
    while isinstance(callback, partial):
        callback = callback.func  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return getattr(callback, "__func__", callback)  # pyright: ignore[reportUnknownArgumentType]


def _name(function: Any) -> str:
    return getattr(function, "__qualname__", None) or type(function).__name__
