"""What can be wrong with an app before it runs."""


class AppError(ValueError):
    """An app that cannot be found, read or run; the message is one sentence for its author."""
