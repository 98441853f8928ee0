"""S1 in a real browser: its connection is cut again and again, and its document ends equal to the server's.

`ASGIPLOTS_CUTS=100` tries so many; the suite fewer.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from browser.pages import Pages
from fault_proxy import Cut, Fault, FaultProxy, HalfClose, Plan, Stall
from serve_command import Serving
from serving import payload

from tests.promises.test_s01_resume import APP
from tests.promises.test_s01_resume import Page as Observer

pytestmark = pytest.mark.browser

CUTS = int(os.environ.get("ASGIPLOTS_CUTS", "25"))
SESSION = "a-session-that-is-cut"

ACT = """() => {
  const doc = window.asgiplots.documents[0], find = (name) => doc.get_model_by_name(name)
  const told = window.told = { beats: [], snapshots: 0, resumed: 0, clicks: 0, throttled: 0, same: true }
  document.addEventListener("asgiplots:beat", ({ detail }) => told.beats.push(detail.n))
  document.addEventListener("asgiplots:snapshot", () => told.snapshots++)
  document.addEventListener("asgiplots:resumed", () => told.resumed++)
  const button = [...document.querySelectorAll("button")].find((el) => el.textContent === "0")
  window.acting = setInterval(() => {
    button.click(); told.clicks++
    find("slider").value = told.clicks
    find("slider").value_throttled = ++told.throttled
    find("typed").value = `text ${told.clicks}`
  }, 40)
}"""

CONTENT = """() => {
  const columns = {}, fields = {}
  for (const model of window.asgiplots.documents[0].models.values()) {
    const { name, data, text, value, label, value_throttled } = model
    if (name === null) continue
    const rows = Object.entries(data ?? {}).map(([key, column]) => [key, Array.from(column)])
    if (data === undefined) fields[name] = { text, value, label, value_throttled }
    else columns[name] = Object.fromEntries(rows)
  }
  return [columns, fields]
}"""

COUNTED = """() => {
  const button = window.asgiplots.documents[0].get_model_by_name("button")
  return +button.label === window.told.clicks
}"""


def faults(seed: int) -> list[Plan]:
    """One end for each connection: anywhere in its bytes, or at the end of a frame; some stall before."""
    pick = random.Random(seed)

    def end() -> Fault:
        place: dict[str, Any] = (
            {"after": pick.randrange(2500)} if pick.random() < 0.6 else {"frames": pick.randrange(25)}
        )
        kind = pick.randrange(5)
        return HalfClose(**place) if kind == 0 else Cut(**place, how=pick.choice(["rst", "fin"]))

    def one() -> Plan:
        stall = (Stall(pick.randrange(1500), seconds=0.02),) if pick.random() < 0.3 else ()
        return Plan(**{pick.choice(["up", "down"]): (*stall, end())})

    return [one() for _ in range(CUTS)]


def test_a_browser_that_is_cut_anywhere_ends_equal(pages: Pages, tmp_path: Path):
    path = tmp_path / "streaming.py"
    path.write_text(dedent(APP).replace("tick, 5)", "tick, 20)"))
    with Serving(str(path), "--port", "0") as server:
        port = urlsplit(server.url).port
        assert port
        with FaultProxy(port) as proxy:
            page = pages.open(f"http://127.0.0.1:{proxy.port}/?session={SESSION}")
            page.wait_for_function("window.asgiplots?.documents[0]?.roots().length === 6")
            page.evaluate(ACT)
            before = len(proxy.connections)
            proxy.plan(faults(2026))
            proxy.cut()
            page.wait_for_timeout(200)
            for _ in range(600):
                page.wait_for_timeout(200)
                if len(proxy.connections) - before > CUTS:
                    break
            page.evaluate("clearInterval(window.acting)")
            cuts = sum(isinstance(fault, Cut | HalfClose) for fault in proxy.faults) + 1
            page.evaluate("window.asgiplots.documents[0].send_event('stop')")
            page.wait_for_function(COUNTED, timeout=30_000)
            page.wait_for_timeout(500)
            truth = Observer(server.url, start=payload(f"{server.url}?session={SESSION}")).look()
            told, (columns, fields) = page.evaluate("window.told"), page.evaluate(CONTENT)
            page.close()
    # Chromium itself complains of each websocket that breaks.
    pages.complaints[:] = [text for text in pages.complaints if "WebSocket connection to" not in text]
    counts = f"{told['resumed']} resumes, {told['clicks']} clicks, {len(told['beats'])} events of the app"
    print(f"\nS1, browser: {cuts} cuts, {counts}; none lost, none doubled")
    assert cuts >= CUTS
    assert told["snapshots"] == 0 and told["resumed"] >= CUTS / 2
    assert told["beats"] == list(range(told["beats"][0], told["beats"][0] + len(told["beats"])))
    for source in ("wave", "heard"):
        theirs = truth.get_model_by_name(source).data
        assert columns[source] == {name: np.asarray(column).tolist() for name, column in theirs.items()}
    assert truth.get_model_by_name("heard").data["serial"].tolist() == list(range(1, told["throttled"] + 1))
    for name, shown in fields.items():
        model = truth.get_model_by_name(name)
        held = {field: getattr(model, field) for field in shown if field in model._fields}
        assert {field: shown[field] for field in held} == held, name
