"""Live, interactive plots from Python to any browser, as an ASGI application."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from asgiplots.apps.application import Application as App
    from asgiplots.asgi import app
    from asgiplots.server.factory import create_app

__all__ = ["App", "__version__", "app", "create_app"]


def __getattr__(name: str) -> Any:
    """The server's names, imported when they are first asked for: plotting needs none of it."""
    if name == "app":
        from asgiplots.asgi import app

        return app
    if name == "create_app":
        from asgiplots.server.factory import create_app

        return create_app
    if name == "App":
        from asgiplots.apps.application import Application

        return Application
    raise AttributeError(f"asgiplots has no name {name!r}")
