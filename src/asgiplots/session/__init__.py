"""One document being viewed: journal, viewers, ordering, scheduler; transport-free."""

from asgiplots.session.errors import Failure, failure
from asgiplots.session.journal import Cursor
from asgiplots.session.policy import Policy
from asgiplots.session.pool import WorkerPool
from asgiplots.session.runtime import LoopRuntime, Runtime
from asgiplots.session.scheduler import Scheduler
from asgiplots.session.session import Session
from asgiplots.session.viewer import Viewer
from asgiplots.session.work import Outcome, SessionClosed

__all__ = [
    "Cursor",
    "Failure",
    "LoopRuntime",
    "Outcome",
    "Policy",
    "Runtime",
    "Scheduler",
    "Session",
    "SessionClosed",
    "Viewer",
    "WorkerPool",
    "failure",
]
