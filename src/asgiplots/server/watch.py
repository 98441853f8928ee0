"""In development: apps are loaded afresh when one of their files changes."""

from __future__ import annotations

import logging
from pathlib import Path

from watchfiles import DefaultFilter, awatch  # pyright: ignore[reportUnknownVariableType]

from asgiplots.server.host import Host

logger = logging.getLogger("asgiplots.server")

#: Data files are left out: an app may write its own.
_SUFFIXES = (".py", ".yaml", ".yml", ".html", ".js", ".mjs", ".css")


async def watch(hosts: list[Host]) -> None:
    """Reload apps as their files change, until cancelled."""
    folders = {host.app.folder for host in hosts if host.app.files}
    if not folders:
        return
    async for changes in awatch(*folders, watch_filter=_Filter(), debounce=200, step=50):
        paths = {Path(path) for _, path in changes}
        for host in hosts:
            if changed := [path for path in paths if host.app.has_file(path)]:
                names = ", ".join(sorted(path.name for path in changed))
                await host.reload()
                state = "cannot run" if host.app.failure else "loaded afresh"
                logger.info("%s changed: %s %s", names, host.app.name or "the app", state)


class _Filter(DefaultFilter):
    def __call__(self, change: object, path: str) -> bool:
        return path.endswith(_SUFFIXES) and super().__call__(change, path)  # type: ignore[arg-type]
