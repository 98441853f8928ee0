"""What happens once for the whole server, and once for each session."""

import logging

log = logging.getLogger("things")


def on_server_loaded(server_context):
    log.info("things: ready")


def on_server_unloaded(server_context):
    log.info("things: closed")


def on_session_created(session_context):
    log.info("things: session %s begins", session_context.id)


def on_session_destroyed(session_context):
    log.info("things: session %s ends", session_context.id)
