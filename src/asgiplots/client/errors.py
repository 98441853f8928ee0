"""What can go wrong between a Python client and a server."""


class ClientError(ConnectionError):
    """No server there, one that refused, or a connection that ended; the text says which, and what to do."""


class Unreachable(ClientError):
    """No server there now; a moment later there may be one."""
