"""Run plain functions of apps off the loop and wait for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from typing import Any, TypeVar

from asgiplots.session.pool import WorkerPool

Result = TypeVar("Result")


async def off_loop(pool: WorkerPool, function: Callable[..., Result], *arguments: Any) -> Result:
    """What `function(*arguments)` returns or raises, run in a thread of `pool` with this task's context."""
    future: Future[Result] = Future()
    context = copy_context()
    pool.submit(lambda: context.run(_settle, future, function, arguments))
    return await asyncio.wrap_future(future)


def _settle(future: Future[Any], function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(function(*arguments))
    except BaseException as error:  # SystemExit in an app's code must not end a thread of the pool
        future.set_exception(error)
