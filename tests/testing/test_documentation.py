"""The examples of docs/testing.md: the app and its tests, written down and run as they stand there."""

import re
import runpy
from pathlib import Path

from running import ROOT

TEXT = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")


def test_the_examples_pass(tmp_path: Path):
    app, tests = re.findall(r"^```python\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    (tmp_path / "app.py").write_text(app)
    (tmp_path / "test_app.py").write_text(tests)
    found = runpy.run_path(str(tmp_path / "test_app.py"))
    written = [value for name, value in found.items() if name.startswith("test_")]
    assert len(written) == 5
    for test in written:
        test()


def test_every_public_name_is_told():
    from asgiplots import testing

    told = set(testing.__all__) - {"Replica"}
    assert not [name for name in told if f"`{name}" not in TEXT]
    calls = [name for name, value in vars(testing.Client).items() if not name.startswith("_") and value]
    assert not [name for name in calls if name != "session" and f"client.{name}" not in TEXT]
