"""The accessibility rules of axe-core, run in a page."""

from __future__ import annotations

from playwright.sync_api import Page
from running import ROOT

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

_RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] })
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" ; "))
}"""


def serious_findings(page: Page) -> list[str]:
    """What axe calls serious or critical in the page, a line for each rule."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(_RUN)
