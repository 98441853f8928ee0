"""From what a site is asked to serve to its apps: paths, functions, `App` objects, or names for these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from asgiplots.apps.application import Application, Modify, check_name
from asgiplots.apps.errors import AppError
from asgiplots.apps.files import is_app

#: One thing that can be served.
Source = str | Path | Modify | Application
#: Everything that `create_app` takes.
Sources = Source | Mapping[str, Source] | Iterable[Source] | None

#: Names that the site itself uses.
RESERVED = ("static", "livez", "readyz", "metrics", "ws", "push", "models")


def find_apps(sources: Sources) -> list[Application]:
    """The apps behind `sources`, not loaded yet; a folder of app folders gives all of them.

    `AppError` for what is missing, for two apps of one name, and for names that the site itself uses.
    """
    apps = list(_all(sources))
    seen: dict[str, Application] = {}
    for app in apps:
        if app.name in seen:
            first, second = _shown(seen[app.name]), _shown(app)
            raise AppError(
                f"two apps are called {app.name!r}: {first} and {second}; name one with App(…, name=…)"
            )
        if app.name.partition("/")[0] in RESERVED:
            raise AppError(
                f"an app cannot be called {app.name!r}, the site uses that address itself: {_shown(app)}"
            )
        seen[app.name] = app
    return apps


def _all(sources: Sources) -> Iterator[Application]:
    if sources is None:
        return
    if isinstance(sources, Mapping):
        for name, source in cast("Mapping[str, Source]", sources).items():
            yield _named(name, source)
    elif isinstance(sources, str | Path | Application) or callable(sources):
        yield from _one(sources)
    elif hasattr(sources, "__iter__"):
        for source in sources:
            yield from _one(source)
    else:
        yield Application(cast("Any", sources))  # which says what it expected


def _one(source: Any) -> Iterator[Application]:
    if isinstance(source, Application):
        yield source
    elif isinstance(source, str | Path) and (inside := _inside(Path(source))):
        yield from (Application(path) for path in inside)
    else:
        yield Application(source)


def _inside(folder: Path) -> list[Path]:
    """The apps in a folder of apps; empty for anything else."""
    if not folder.is_dir() or (folder / "main.py").is_file():
        return []
    inside = [path for path in sorted(folder.iterdir()) if is_app(path)]
    if not inside:
        raise AppError(
            f"there is no app in {folder.absolute()}: neither a main.py nor Python files or folders with one"
        )
    return inside


def _named(name: str, source: Any) -> Application:
    if isinstance(source, Application):
        source.name = check_name(name.strip("/"))
        return source
    return Application(source, name=name)


def _shown(app: Application) -> str:
    return str(app.source) if isinstance(app.source, str | Path) else repr(app.source)
