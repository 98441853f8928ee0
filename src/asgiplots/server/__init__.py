"""The ASGI application: routes, websocket pump, tokens, settings, command line."""

from asgiplots.server.factory import create_app
from asgiplots.server.settings import Settings, SettingsError

__all__ = ["Settings", "SettingsError", "create_app"]
