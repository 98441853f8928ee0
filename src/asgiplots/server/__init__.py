"""The ASGI application: routes, websocket pump, tokens, settings, command line."""

from asgiplots.server.auth import Auth
from asgiplots.server.factory import create_app
from asgiplots.server.settings import Settings, SettingsError

__all__ = ["Auth", "Settings", "SettingsError", "create_app"]
