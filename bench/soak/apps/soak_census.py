"""What is alive in the server's process, counted when the page is opened."""

import gc
import json
import os
import sys
import threading
from collections import Counter

from asgiplots.models import Div
from asgiplots.plotting import curdoc

ROOMS = ("asgiplots", "asyncio", "_asyncio", "uvicorn", "websockets", "starlette")
for _ in range(3):
    gc.collect()
kinds = Counter(type(one) for one in gc.get_objects())
named = {
    f"{kind.__module__}.{kind.__qualname__}": count
    for kind, count in kinds.items()
    if str(kind.__module__).startswith(
        ("asgiplots", "asyncio", "uvicorn", "websockets", "starlette", "_asyncio")
    )
}
told = {
    "kinds": named,
    "objects": sum(kinds.values()),
    "blocks": sys.getallocatedblocks(),
    "threads": threading.active_count(),
    "files": len(os.listdir("/proc/self/fd")),
}
curdoc().add_root(Div(name="census", text=json.dumps(told)))
