"""The socket that the server listens on."""

import asyncio
import socket

from asgiplots.server.launch import Listener


def test_small_frames_do_not_wait_for_acknowledgements():
    async def option_of_a_connection() -> int:
        listener, seen = Listener("127.0.0.1", 0), asyncio.get_running_loop().create_future()

        async def accepted(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection: socket.socket = writer.get_extra_info("socket")
            seen.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        async with await asyncio.start_server(accepted, sock=listener.socket):
            _, writer = await asyncio.open_connection("127.0.0.1", listener.port)
            try:
                return await seen
            finally:
                writer.close()

    assert asyncio.run(option_of_a_connection())
