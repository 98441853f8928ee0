"""What happens once for the whole server, and once for each session: the visits are counted."""

from datetime import datetime

#: Read by main.py: when the server began, how many sessions there were, how many there are.
seen = {"since": None, "visits": 0, "here": 0}


def on_server_loaded(server_context):
    seen["since"] = datetime.now()


def on_server_unloaded(server_context):
    print(f"things: {seen['visits']} visits since {seen['since']:%H:%M}")


def on_session_created(session_context):
    seen["visits"] += 1
    seen["here"] += 1


def on_session_destroyed(session_context):
    seen["here"] -= 1
