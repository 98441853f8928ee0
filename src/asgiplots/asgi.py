"""`uvicorn asgiplots.asgi:app`: serves the apps of `ASGIPLOTS_APPS`, by default the folder `apps`."""

from asgiplots.server.factory import create_app

app = create_app()
