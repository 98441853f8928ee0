"""A viewer without a browser, for tests of apps.

with Client("myapp.py") as client:
    slider = client.document.select_one({"name": "slider"})
    client.set(slider, value=3)
    client.wait_for(lambda doc: doc.select_one({"name": "text"}).text == "3")
"""

from asgiplots.testing.client import Client
from asgiplots.testing.errors import AppFailed, Disconnected, NotSeen, Refused
from asgiplots.testing.replica import Replica

__all__ = ["AppFailed", "Client", "Disconnected", "NotSeen", "Refused", "Replica"]
