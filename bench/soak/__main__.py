"""`python -m bench.soak`: prints what a server holds, slice by slice, and fails if it holds more and more."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from bench.processes import free_port
from bench.soak.visitor import Visitor
from bench.soak.ways import APPS, LIMITS, WAYS

_APPS = Path(__file__).parent / "apps"
#: What may be left: KB and blocks of Python's memory for each 1,000 sessions, and more objects of a kind than
#: after the warm-up. Blocks tell of leaks exactly; the process's size also of holes in its memory.
MOST_KB, MOST_BLOCKS, MOST_MORE = 1000.0, 500.0, 10
_AT_ONCE = 48
#: Kinds whose number says nothing of sessions; cancelled timers are swept now and then.
_COMES_AND_GOES = ("asyncio.locks.Event", "asyncio.events.TimerHandle", "asgiplots.session.scheduler.Timer")


@dataclass
class Count:
    """What the server's process holds when nobody is there."""

    sessions: float
    memory: float
    kinds: Counter[str]
    objects: int
    blocks: int
    threads: int
    files: int

    def __str__(self) -> str:
        ours = sum(n for kind, n in self.kinds.items() if kind.startswith("asgiplots."))
        numbers = (
            self.sessions,
            self.memory / 1024,
            self.objects,
            self.blocks,
            ours,
            self.threads,
            self.files,
        )
        return " ".join(f"{number:>10.{int(n == 1)}f}" for n, number in enumerate(numbers))


HEADING = " ".join(
    f"{name:>10}" for name in ("sessions", "memory, MB", "objects", "blocks", "asgiplots", "threads", "files")
)


@dataclass
class Server:
    """The process under test."""

    base: str
    pid: int
    failed: Counter[str] = field(default_factory=lambda: Counter[str]())

    def metric(self, name: str) -> float:
        """A figure of its metrics, of all apps together."""
        with urlopen(f"{self.base}/metrics", timeout=30) as answer:
            lines = answer.read().decode().splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(f"asgiplots_{name}"))

    async def emptied(self) -> None:
        """Wait until no session is left."""
        end = time.monotonic() + 30
        while await asyncio.to_thread(self.metric, "sessions{"):
            if time.monotonic() > end:
                raise SystemExit("soak: sessions are left 30 s after their last visitor")
            await asyncio.sleep(0.2)

    async def count(self) -> Count:
        """Look what is left, once callbacks that blocked have ended too."""
        await self.emptied()
        await asyncio.sleep(1)
        visitor = Visitor(self.base, "soak_census")
        await visitor.come()
        told: dict[str, Any] = json.loads(visitor.fields["census"]["text"])
        visitor.send({"type": "leave"})
        await visitor.closed()
        opened = await asyncio.to_thread(self.metric, "sessions_opened_total")
        kinds = Counter({kind: n for kind, n in told["kinds"].items() if kind not in _COMES_AND_GOES})
        sizes = (told[name] for name in ("objects", "blocks", "threads", "files"))
        return Count(opened, _memory(self.pid), kinds, *sizes)

    async def visits(self, sessions: int) -> None:
        """Let visitors come in all ways until so many more sessions were opened."""
        gate = asyncio.Semaphore(_AT_ONCE)
        until = await asyncio.to_thread(self.metric, "sessions_opened_total") + sessions
        number = 0
        while await asyncio.to_thread(self.metric, "sessions_opened_total") < until:
            batch = range(number, number + min(sessions, 700))
            number = batch.stop
            await asyncio.gather(*(self._visit(gate, n) for n in batch))

    async def _visit(self, gate: asyncio.Semaphore, number: int) -> None:
        way, app = WAYS[number % len(WAYS)], APPS[number // len(WAYS) % len(APPS)]
        async with gate:
            try:
                await way(self.base, app)
            except Exception as error:
                self.failed[f"{way.__name__}, {app}: {type(error).__name__}: {error}"] += 1


def _memory(pid: int) -> float:
    """What the process holds in memory, KB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("VmRSS"))


@contextmanager
def _serving() -> Iterator[Server]:
    base = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "-m", "asgiplots", "serve", str(_APPS), "--port", str(port)]
    log = sys.stderr if os.environ.get("BENCH_VERBOSE") else subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **LIMITS}, stderr=log)
    try:
        end = time.monotonic() + 30
        while time.monotonic() < end and process.poll() is None:
            try:
                urlopen(f"{base}/readyz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.05)
        yield Server(base, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


async def soak(server: Server, sessions: int, slices: int) -> list[str]:
    """Warm up with a fifth, then let the sessions come; what is wrong afterwards, in words."""
    print(HEADING, flush=True)
    await server.visits(max(sessions // 5, 300))
    counts = [await server.count()]
    print(counts[0], " after the warm-up", flush=True)
    for _ in range(slices):
        await server.visits(sessions // slices)
        counts.append(await server.count())
        print(counts[-1], flush=True)
    return _wrong(server, counts)


def _wrong(server: Server, counts: list[Count]) -> list[str]:
    first, last = counts[0], counts[-1]
    thousands = (last.sessions - first.sessions) / 1000
    slope, blocks = (last.memory - first.memory) / thousands, (last.blocks - first.blocks) / thousands
    more = {kind: n for kind, n in (last.kinds - first.kinds).items() if n > MOST_MORE}
    for way, times in server.failed.most_common(10):
        print(f"a visit did not go as it should, {times} times: {way}")
    print(
        f"each 1,000 sessions after the warm-up: {slope:.0f} KB (at most {MOST_KB:.0f}), "
        f"{blocks:.0f} blocks (at most {MOST_BLOCKS:.0f})"
    )
    print(f"kinds with more than {MOST_MORE} more objects: {more or 'none'}")
    found = [f"memory grows by {slope:.0f} KB for each 1,000 sessions"] if slope > MOST_KB else []
    found += [f"{blocks:.0f} blocks are left of 1,000 sessions"] if blocks > MOST_BLOCKS else []
    found += [f"{n} more objects of {kind}" for kind, n in more.items()]
    if last.files > first.files + MOST_MORE:
        found.append(f"{last.files - first.files} more open files")
    if last.threads > first.threads + 64:
        found.append(f"{last.threads} threads")
    if (times := server.failed.total()) > last.sessions / 200:
        found.append(f"{times} visits did not go as they should")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("sessions", nargs="?", type=int, default=10_000, help="how many (default 10,000)")
    parser.add_argument("--slices", type=int, default=5, help="how often to look (default 5)")
    arguments = parser.parse_args()
    began = time.monotonic()
    with _serving() as server:
        wrong = asyncio.run(soak(server, arguments.sessions, arguments.slices))
    print(f"{time.monotonic() - began:.0f} s")
    if wrong:
        raise SystemExit("soak: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
