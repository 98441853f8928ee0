"""Live, interactive plots from Python to any browser, as an ASGI application."""

__version__ = "0.1.0"
