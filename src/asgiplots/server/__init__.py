"""The ASGI application: routes, websocket pump, tokens, settings, command line."""
