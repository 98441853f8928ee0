"""What a server is doing now, for the people who write its apps: `/inspect`, in development only.

Sessions go by the same eight digits as in the log: an id opens its session to whoever knows it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from asgiplots.server.host import Held, Host, Noted
from asgiplots.server.site import Site
from asgiplots.session.glance import ViewerGlance
from asgiplots.session.logs import short

#: Of more sessions, and of more viewers of one of them, only so many are told of.
_MOST_SESSIONS, _MOST_VIEWERS = 100, 50


def inspection(site: Site) -> dict[str, Any]:
    """The server and its apps with their sessions, as plain data; times in seconds, sizes in bytes."""
    apps = [_app(host) for host in site.hosts.values() if host.app in site.apps or host.sessions]
    pool, meters = site.engine.pool, site.engine.meters
    return {
        "server": {
            "sessions": sum(app["session_count"] for app in apps),
            "viewers": sum(app["viewer_count"] for app in apps),
            "threads": pool.threads,
            "threads_at_most": pool.most,
            "jobs_waiting": pool.waiting,
            "timers": len(site.engine.scheduler),
            "frames_sent": meters.frames_sent,
            "bytes_sent": meters.bytes_sent,
            "refused": meters.refused,
        },
        "apps": apps,
    }


def _app(host: Host) -> dict[str, Any]:
    kept = host.held
    return {
        "name": host.app.name,
        "title": host.app.title,
        "failure": host.app.failure.title if host.app.failure else None,
        "opening": host.opening,
        "session_count": len(kept),
        "viewer_count": sum(len(held.session.viewers) for held in kept),
        "sessions": [_session(held) for held in kept[-_MOST_SESSIONS:]],
        "errors": [_error(noted) for noted in reversed(host.failures)],
    }


def _error(noted: Noted) -> dict[str, Any]:
    return {**noted._asdict(), "time": noted.time.isoformat(), "session": short(noted.session)}


def _session(held: Held) -> dict[str, Any]:
    glance = held.session.glance()
    shown = sorted(glance.viewers, key=_lag)[:_MOST_VIEWERS]
    return {
        "session": short(held.session.id),
        "state": held.state.name,
        **asdict(glance),
        "viewer_count": len(glance.viewers),
        "viewers": [asdict(viewer) for viewer in sorted(shown, key=lambda viewer: viewer.number)],
    }


def _lag(viewer: ViewerGlance) -> float:
    """Sorts those first that wait for the document, then those that lack most."""
    return float("-inf") if viewer.behind is None else -viewer.behind
