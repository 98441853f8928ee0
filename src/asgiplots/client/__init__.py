"""The same protocol from Python: documents of other processes, shown by a server.

session = push_session(curdoc())
session.show()
session.loop_until_closed()
"""

from asgiplots.client.calls import DEFAULT_SESSION_ID, pull_session, push_session, show_session
from asgiplots.client.errors import ClientError
from asgiplots.client.session import ClientSession
from asgiplots.schema import ids

__all__ = [
    "DEFAULT_SESSION_ID",
    "ClientError",
    "ClientSession",
    "pull_session",
    "push_session",
    "show_session",
]

# Models made here meet those of other processes in a server.
ids.randomize()
