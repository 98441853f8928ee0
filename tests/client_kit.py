"""What tests of Python clients share: small documents, waiting, a loop in a thread."""

import threading
import time

from asgiplots.document import Document
from asgiplots.models.widgets import Slider


def document(*roots):
    made = Document()
    for root in roots:
        made.add_root(root)
    return made


def slider(**fields):
    return Slider(**{"name": "slider", "start": 0, "end": 10, "value": 1, **fields})


def until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)


class Loop:
    """``loop_until_closed`` in a thread, so that a test can go on beside it."""

    def __init__(self, session):
        self.session = session
        self.error = None
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self):
        try:
            self.session.loop_until_closed()
        except BaseException as error:
            self.error = error

    def end(self):
        self.session.close()
        self.join()

    def join(self):
        self.thread.join(10)
        assert not self.thread.is_alive()
