"""Where a request stands: the path inside the site, and the relative way from the page to the site's root.

Every address in a page is relative, so the site need not know under which prefix a browser sees it:

    browser asks for      site sees     local path    way up    websocket
    /app                  /app          /app          ./        ./app/ws
    /plots/app/           /app/         /app/         ../       ../app/ws
    /plots/app            /plots/app    /app          ./        ./app/ws
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_SLASHES = re.compile("//+")


def up(local: str) -> str:
    """The relative way from the page at the path `local` to the site's root."""
    return "../" * (local.count("/") - 1) or "./"


class Locator:
    """Splits paths into a prefix, the affair of proxies and outer sites, and the path inside the site."""

    def __init__(self, prefix: str, names: Iterable[str]) -> None:
        self._prefix = prefix
        tails = "|".join(sorted((re.escape(name) for name in names if name), key=len, reverse=True))
        own = rf"(?:{tails})(?:/.*)?|" if tails else ""
        self._known = re.compile(
            rf"^(?P<prefix>/.+?)(?P<local>/(?:{own}static/asgiplots/[^/]+|livez|readyz|metrics|inspect))$"
        )
        self._top = re.compile(rf"^/(?:{own}static/.*|livez|readyz|metrics|inspect|ws|push|models/.*)?$")

    def split(self, scope: Mapping[str, Any], headers: Mapping[str, str]) -> tuple[str, str]:
        """Prefix and local path of a request.

        The prefix is what an outer application mounted us at, what a proxy says in `X-Forwarded-Prefix`, the
        setting, or else what stands before a path that is one of ours.
        """
        path = _SLASHES.sub("/", _below_mount(scope["path"], scope.get("root_path", "")))
        for prefix in (self._prefix, headers.get("x-forwarded-prefix", "").rstrip("/")):
            if prefix and (path == prefix or path.startswith(prefix + "/")):
                return prefix, path[len(prefix) :]
        if not self._top.match(path) and (found := self._known.match(path)):
            return found["prefix"], found["local"]
        return "", path


def _below_mount(path: str, mount: str) -> str:
    """The path below our mount, which some outer sites leave in the path and others take away."""
    inside = path == mount or path.startswith(mount + "/")
    return path[len(mount) :] if mount and inside else path
