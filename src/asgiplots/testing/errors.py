"""What a test is told when an app did not do what it should."""


class Refused(ValueError):
    """The app did not take what the client sent; the text is the reason that a browser would be told."""


class NotSeen(AssertionError):
    """What a test waited for did not come in time; the text says what came instead."""


class AppFailed(AssertionError):
    """The app's own code raised: its exception is the ``__cause__`` of this one."""


class Disconnected(ConnectionError):
    """No such page, a connection that the server ended, or a client that is closed; the text says which."""
