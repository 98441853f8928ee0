"""The proxy of faults does what its plans say, to the byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from fault_proxy import Cut, FaultProxy, FrameEnds, HalfClose, Plan, Slow, Stall
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def echo() -> Iterator[int]:
    """A server that sends back what it gets, until that ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening,), daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def _serve(listening: socket.socket) -> None:
    while True:
        try:
            there = listening.accept()[0]
        except OSError:
            return
        threading.Thread(target=_echo, args=(there,), daemon=True).start()


def _echo(there: socket.socket) -> None:
    try:
        with there:
            while data := there.recv(65536):
                there.sendall(data)
    except OSError:
        pass


def connect(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=5)


def read(there: socket.socket, size: int) -> bytes:
    """The next `size` bytes."""
    got = b""
    while len(got) < size and (data := there.recv(size - len(got))):
        got += data
    return got


def read_all(there: socket.socket) -> tuple[bytes, str]:
    """What came until the end, and how it ended."""
    got = b""
    while True:
        try:
            data = there.recv(65536)
        except ConnectionResetError:
            return got, "rst"
        if not data:
            return got, "fin"
        got += data


DATA = bytes(range(256)) * 40


def test_without_a_plan_everything_passes(echo: int):
    with FaultProxy(echo) as proxy, connect(proxy) as there:
        there.sendall(DATA)
        there.shutdown(socket.SHUT_WR)
        assert read_all(there) == (DATA, "fin")
        proxy.until(lambda proxy: proxy.connections[0].over)
        assert (proxy.connections[0].up, proxy.connections[0].down) == (len(DATA), len(DATA))


@settings(max_examples=40, deadline=None)
@given(after=st.integers(0, len(DATA)), way=st.sampled_from(["up", "down"]))
def test_a_fin_cut_passes_exactly_so_many_bytes(echo: int, after: int, way: str):
    plan = Plan(**{way: (Cut(after, how="fin"),)})
    with FaultProxy(echo, [plan]) as proxy, connect(proxy) as there:
        there.sendall(DATA)
        proxy.until(lambda proxy: proxy.connections and proxy.connections[0].over)
        assert getattr(proxy.connections[0], way) == after
        got, _ = read_all(there)
        assert DATA.startswith(got)
        assert proxy.cuts == 1


@pytest.mark.parametrize("after", [0, 1, 777])
def test_a_reset_is_a_reset(echo: int, after: int):
    with FaultProxy(echo, [Plan(down=(Cut(after),))]) as proxy, connect(proxy) as there:
        there.sendall(b"x" * 777)
        got, how = read_all(there)
        assert (how, proxy.connections[0].down) == ("rst", after)
        assert len(got) <= after


def test_a_fin_cut_delivers_what_was_before_it(echo: int):
    with FaultProxy(echo, [Plan(down=(Cut(100, how="fin"),))]) as proxy, connect(proxy) as there:
        there.sendall(b"y" * 100)
        assert read_all(there) == (b"y" * 100, "fin")


def test_a_stall_lasts_until_told_and_holds_only_its_direction(echo: int):
    with FaultProxy(echo, [Plan(down=(Stall(10),))]) as proxy, closing(connect(proxy)) as there:
        there.sendall(b"z" * 20)
        proxy.until(lambda proxy: proxy.faults)
        assert read(there, 10) == b"z" * 10
        there.settimeout(0.05)
        with pytest.raises(TimeoutError):
            there.recv(1)
        there.settimeout(5)
        proxy.go_on()
        assert read(there, 10) == b"z" * 10


def test_a_stall_for_a_time_ends_by_itself(echo: int):
    with FaultProxy(echo, [Plan(up=(Stall(1, seconds=0.02),))]) as proxy, connect(proxy) as there:
        there.sendall(b"abc")
        assert read(there, 3) == b"abc"


def test_a_half_close_ends_one_direction_only(echo: int):
    with FaultProxy(echo, [Plan(up=(HalfClose(5),))]) as proxy, connect(proxy) as there:
        there.sendall(b"0123456789")
        assert read_all(there) == (b"01234", "fin")


def test_a_slow_reader_takes_its_time(echo: int):
    with FaultProxy(echo, [Plan(down=(Slow(rate=5000),))]) as proxy, connect(proxy) as there:
        there.sendall(b"s" * 500)
        assert read(there, 500) == b"s" * 500


def test_each_connection_has_its_plan_and_the_proxy_can_cut_by_itself(echo: int):
    with FaultProxy(echo, [Plan(up=(Cut(0),)), Plan()]) as proxy:
        with connect(proxy) as first:
            assert read_all(first) == (b"", "rst")
        with connect(proxy) as second:
            second.sendall(b"ok")
            assert read(second, 2) == b"ok"
            proxy.cut()
            assert read_all(second) == (b"", "rst")
        proxy.plan([Plan(up=(Cut(0, how="fin"),))])
        with connect(proxy) as third:
            assert read_all(third) == (b"", "fin")


def test_faults_of_a_way_come_in_order(echo: int):
    plan = Plan(up=(Stall(2, seconds=0.001), Stall(4, seconds=0.001), Cut(6, how="fin")))
    with FaultProxy(echo, [plan]) as proxy, connect(proxy) as there:
        there.sendall(b"12345678")
        proxy.until(lambda proxy: proxy.connections and proxy.connections[0].over)
        assert tuple(proxy.faults) == plan.up
        assert proxy.connections[0].up == 6


HEAD = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"


def _frames() -> list[bytes]:
    short = b"\x82\x05hello"
    wide = b"\x82\x7e" + (300).to_bytes(2, "big") + b"w" * 300
    widest = b"\x82\x7f" + (70000).to_bytes(8, "big") + b"v" * 70000
    masked = b"\x81\x83\x00\x00\x00\x00abc"
    return [short, wide, widest, masked, b"\x8a\x00"]


@given(sizes=st.lists(st.integers(1, 50000), max_size=8))
@settings(max_examples=50, deadline=None)
def test_frame_ends_are_found_however_the_bytes_come(sizes: list[int]):
    frames = _frames()
    data = HEAD + b"".join(frames)
    found = FrameEnds()
    for size in sizes:
        found.feed(data[:size])
        data = data[size:]
    found.feed(data)
    want = [len(HEAD)]
    for frame in frames:
        want.append(want[-1] + len(frame))
    assert found.ends == want


@pytest.mark.parametrize("count", range(6))
def test_a_cut_at_a_frame_s_end(echo: int, count: int):
    frames = _frames()
    want = HEAD + b"".join(frames[:count])
    with FaultProxy(echo, [Plan(down=(Cut(frames=count, how="fin"),))]) as proxy, connect(proxy) as there:
        threading.Thread(target=_send, args=(there, HEAD + b"".join(frames)), daemon=True).start()
        got, _ = read_all(there)
        proxy.until(lambda proxy: proxy.connections[0].over)
        assert proxy.connections[0].down == len(want)
        assert got == want


def _send(there: socket.socket, data: bytes) -> None:
    with suppress(OSError):
        there.sendall(data)
