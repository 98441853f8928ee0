"""Coming into a server's session as a Python client: connect, say hello, get the document."""

import asyncio
import json
import os
import secrets

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from asgiplots.client.errors import ClientError, Unreachable
from asgiplots.client.place import Place
from asgiplots.protocol import CONTROL, Frame, FrameError, decode_frame
from asgiplots.session import Cursor

# Shown to the server if both sides have it in their environment.
PUSH_KEY = "ASGIPLOTS_PUSH_KEY"
KEY_HEADER = "x-asgiplots-push-key"
_SECONDS = 20.0


class Handshake:
    """How one client comes into its session, for the first time and again."""

    def __init__(self, place: Place, max_message_size: int) -> None:
        self._place = place
        self._max_message_size = max_message_size
        self._token = place.token
        self._viewer = secrets.token_hex(8)

    async def come_in(self, cursor: Cursor | None = None, heard: int = 0) -> tuple[ClientConnection, Frame]:
        """Return the connection and the server's first frame: its hello for one who comes back to ``cursor``,
        else its snapshot. ``heard`` is the number of the last event that came.

        Unreachable if there is no server now, ClientError if it refuses.
        """
        socket = await self._connect()
        place = self._place
        try:
            async with asyncio.timeout(_SECONDS):
                epoch, revision = cursor or (None, None)
                hello = {"type": "hello", "token": self._token, "viewer": self._viewer}
                await socket.send(json.dumps({**hello, "epoch": epoch, "revision": revision, "heard": heard}))
                answer = await _expect(socket, place, "hello")
                self._token = answer.control.get("token", self._token)
                return socket, answer if cursor else await _expect(socket, place, "")
        except ConnectionClosed as error:
            await socket.close()
            raise Unreachable(f"the server at {place.page} ended the connection: {words(error)}") from None
        except TimeoutError:
            await socket.close()
            raise Unreachable(f"the server at {place.page} did not answer in {_SECONDS:.0f} s") from None
        except BaseException:
            await socket.close()
            raise

    async def _connect(self) -> ClientConnection:
        place = self._place
        try:
            return await _connected(place, self._max_message_size)
        except InvalidStatus as error:
            said = (error.response.body or b"").decode(errors="replace").strip()
            status = error.response.status_code
            kind = Unreachable if status >= 500 else ClientError
            raise kind(f"the server at {place.page} refused: {said or status}") from None
        except (OSError, InvalidHandshake, TimeoutError) as error:
            reason = str(error) or type(error).__name__
            raise Unreachable(f"no connection to the server at {place.page}: {reason}") from None


async def _connected(place: Place, max_message_size: int) -> ClientConnection:
    key = os.environ.get(PUSH_KEY)
    headers = {**place.headers, KEY_HEADER: key} if key else place.headers
    return await connect(
        place.socket,
        additional_headers=headers,
        compression=None,
        max_size=max_message_size,
        open_timeout=_SECONDS,
        proxy=None if place.is_local else True,
        user_agent_header="asgiplots-client",
    )


async def _expect(socket: ClientConnection, place: Place, control: str) -> Frame:
    """Return the next frame: the control message of this type, or one of the document if it is empty."""
    data = await socket.recv()
    try:
        frame = decode_frame(data.encode() if isinstance(data, str) else data)
    except FrameError as error:
        raise ClientError(
            f"the server at {place.page} is not of this version of asgiplots: {error}"
        ) from None
    told = frame.control
    if frame.kind == CONTROL and told.get("type") != control:
        reason = told.get("reason") or "\n".join(str(told[k]) for k in ("title", "detail") if k in told)
        raise ClientError(f"the server at {place.page} refused: {reason}")
    return frame


def words(error: ConnectionClosed) -> str:
    """Return why a connection was closed, as the other side said it."""
    received = error.rcvd
    return (received.reason or f"code {received.code}") if received is not None else "without a word"
