"""Coming into a server's session as a Python client: connect, say hello, get the document."""

import asyncio
import json
import os
import secrets

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from asgiplots.client.errors import ClientError
from asgiplots.client.place import Place
from asgiplots.protocol import CONTROL, Frame, FrameError, decode_frame

# Shown to the server if both sides have it in their environment.
PUSH_KEY = "ASGIPLOTS_PUSH_KEY"
KEY_HEADER = "x-asgiplots-push-key"
_SECONDS = 20.0


async def come_in(place: Place, max_message_size: int) -> tuple[ClientConnection, Frame]:
    """Return the connection and the server's snapshot; ClientError says why that is not possible."""
    try:
        socket = await _connected(place, max_message_size)
    except InvalidStatus as error:
        said = (error.response.body or b"").decode(errors="replace").strip()
        status = error.response.status_code
        raise ClientError(f"the server at {place.page} refused: {said or status}") from None
    except (OSError, InvalidHandshake, TimeoutError) as error:
        reason = str(error) or type(error).__name__
        raise ClientError(f"no connection to the server at {place.page}: {reason}") from None
    try:
        async with asyncio.timeout(_SECONDS):
            hello = {"type": "hello", "token": place.token, "viewer": secrets.token_hex(8)}
            await socket.send(json.dumps(hello))
            await _expect(socket, place, "hello")
            return socket, await _expect(socket, place, "")
    except ConnectionClosed as error:
        await socket.close()
        raise ClientError(f"the server at {place.page} ended the connection: {words(error)}") from None
    except TimeoutError:
        await socket.close()
        raise ClientError(f"the server at {place.page} did not answer in {_SECONDS:.0f} s") from None
    except BaseException:
        await socket.close()
        raise


async def _connected(place: Place, max_message_size: int) -> ClientConnection:
    key = os.environ.get(PUSH_KEY)
    return await connect(
        place.socket,
        additional_headers={KEY_HEADER: key} if key else None,
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
