"""`python -m bench.testing`: how long a test with `asgiplots.testing` takes, opening and closing included."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from pathlib import Path

from asgiplots.testing import Client
from bench.source_tree import ROOT

TIMES = 200


def test_of(app: Path) -> None:
    """The first test of docs/testing.md."""
    with Client(app) as client:
        text = client.document.select_one({"name": "text"})
        client.set(client.document.select_one({"name": "slider"}), value=3)
        assert text.text == "moved to 3"


def main() -> None:
    example = re.search(r"^```python\n(.*?)^```", (ROOT / "docs" / "testing.md").read_text(), re.S | re.M)
    assert example
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "app.py"
        app.write_text(example[1])
        took: list[float] = []
        for _ in range(TIMES):
            began = time.perf_counter()
            test_of(app)
            took.append((time.perf_counter() - began) * 1000)
    first, tail = took[0], sorted(took)[TIMES * 95 // 100]
    print(f"first {first:.1f} ms, median {statistics.median(took):.1f} ms, 95th percentile {tail:.1f} ms")


if __name__ == "__main__":
    main()
