"""The command `asgiplots serve`, run by a test until it is done with it."""

import os
import signal
import subprocess
import sys
import threading

ASGIPLOTS = [sys.executable, "-m", "asgiplots"]
ENVIRON = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


class Serving:
    """`asgiplots serve` with these arguments, until it said where it is."""

    def __init__(self, *arguments: str, **environ: str) -> None:
        command = [*ASGIPLOTS, "serve", *arguments]
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env={**ENVIRON, **environ}
        )
        self.lines: list[str] = []
        self._there = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        assert self._there.wait(30), self.lines

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.append(line.strip())
            if " at http" in line or " at unix" in line:
                self._there.set()

    @property
    def url(self) -> str:
        return next(line for line in self.lines if " at " in line).rpartition(" at ")[2]

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(15) == 0
        assert self.process.stderr
        self.process.stderr.close()
