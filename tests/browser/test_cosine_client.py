"""The client demo: a script pushes a document and moves its line 20 times a second, in a browser."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.pages import Pages
from browser.sites import ENVIRON, serving_files
from running import ROOT, running, wait_until

pytestmark = pytest.mark.browser

SCRIPTS = {
    "own imports": Path(__file__).parent / "seed" / "cosine.py",
    "our imports": ROOT / "apps" / "clients" / "cosine.py",
}

#: Counts the commits and notes the line's height at each, for some seconds.
WATCH = """seconds => new Promise(done => {
  const doc = window.asgiplots.documents[0]
  const source = doc.models.values().find(model => model.data?.y?.length === 80)
  const heights = [], start = performance.now(), first = doc.revision
  doc.on_commit(() => heights.push(Math.max(...source.data.y)))
  setTimeout(() => done({
    heights, revisions: doc.revision - first, seconds: (performance.now() - start) / 1000,
  }), seconds * 1000)
})"""


@pytest.fixture(params=SCRIPTS, ids=list(SCRIPTS))
def page_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Runs the script against a server without apps; gives the address that it opens in the browser."""
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    with serving_files() as server:
        text = SCRIPTS[request.param].read_text()
        script = tmp_path / "cosine.py"
        script.write_text(text.replace("push_session(curdoc())", f"push_session(curdoc(), url={server!r})"))
        runner = [] if request.param == "our imports" else ["-m", "asgiplots", "run", "--alias"]
        environ = ENVIRON | {"BROWSER": str(browser), "PYTHONUNBUFFERED": "1"}
        with running([sys.executable, *runner, str(script)], env=environ):
            wait_until((tmp_path / "opened").exists, "the script opens the browser")
            wait_until(lambda: os.path.getsize(tmp_path / "opened") > 0, "the address is written")
            yield (tmp_path / "opened").read_text().strip()


def test_the_line_moves_20_times_a_second(pages: Pages, shoot, page_url: str):
    page = pages.open(page_url)
    seen = page.evaluate(WATCH, 3)
    rate = seen["revisions"] / seen["seconds"]
    print(f" {rate:.1f} updates a second, {len(seen['heights'])} of them painted alone")
    assert 18 <= rate <= 22
    assert len({round(height, 3) for height in seen["heights"]}) > 30
    shoot(page)
