"""The key that signs tokens where no setting gives one: made once for each user of the machine, and kept.

So pages find back after the server was started again, and the workers of one machine know each other's pages.
"""

from __future__ import annotations

import logging
import os
import secrets
from pathlib import Path

logger = logging.getLogger("asgiplots.server")

_LENGTH = 43


def key_of_this_user() -> str:
    """The key in `$XDG_STATE_HOME/asgiplots/secret_key`, readable by its user only; a passing one where no
    file can be kept."""
    try:
        path = _path()
        return _read(path) or _make(path)
    except (OSError, RuntimeError) as error:
        logger.warning(
            "pages are signed with a key of this process, as none could be kept (%s): "
            "set ASGIPLOTS_SECRET_KEY for several workers, or for pages that outlive a restart",
            error,
        )
        return secrets.token_urlsafe(32)


def _path() -> Path:
    state = os.environ.get("XDG_STATE_HOME", "")
    return (Path(state) if state else Path.home() / ".local" / "state") / "asgiplots" / "secret_key"


def _read(path: Path) -> str | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if os.name == "posix" and status.st_mode & 0o077:
        raise PermissionError(f"{path} must be readable by its user only")
    key = path.read_text().strip()
    if len(key) < _LENGTH:
        raise OSError(f"{path} expected {_LENGTH} characters or more, got {len(key)}")
    return key


def _make(path: Path) -> str:
    """Write the key under another name first: a process that starts at the same time never sees half."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32))
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was faster: its key counts
    finally:
        draft.unlink()
    return _read(path) or _make(path)
