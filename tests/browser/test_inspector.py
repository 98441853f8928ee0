"""The inspector in a browser: anew by itself, under its policy, for keyboards, in every light and width."""

from __future__ import annotations

import pytest
from browser.axe import serious_findings
from browser.pages import Pages
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

APP = """
    import time
    from asgiplots.models import Button, ColumnDataSource
    from asgiplots.plotting import curdoc, figure

    source = ColumnDataSource(data=dict(x=[0], y=[0]))
    p = figure(width=400, height=300)
    p.line("x", "y", source=source)
    slow, fail = Button(label="slow"), Button(label="fail")
    slow.on_click(lambda: time.sleep(2.5))
    fail.on_click(lambda: 1 / 0)
    for root in (p, slow, fail):
        curdoc().add_root(root)
    curdoc().add_periodic_callback(lambda: source.stream({"x": [1], "y": [2]}, 100), 100)
    curdoc().title = "Slow and failing"
"""


def test_it_shows_what_happens_by_itself(pages: Pages, serve, shoot):
    url = serve(APP, "--dev", name="measurements")
    inspector = pages.open(bypass_csp=False)
    inspector.goto(url + "inspect")
    expect(inspector.get_by_text("0 sessions, 0 viewers")).to_be_visible()
    app = pages.open(url + "measurements")
    expect(inspector.get_by_text("1 session, 1 viewer")).to_be_visible()
    app.get_by_role("button", name="fail").click()
    expect(inspector.get_by_text("ZeroDivisionError")).to_be_visible()
    link = inspector.get_by_role("link")
    link.focus()
    app.get_by_role("button", name="slow").click()
    expect(inspector.get_by_text(", thread, ")).to_be_visible()
    expect(link).to_be_focused()
    for name, width, scheme in (
        ("wide", 1100, "light"),
        ("wide_dark", 1100, "dark"),
        ("narrow", 360, "light"),
    ):
        inspector.set_viewport_size({"width": width, "height": 900})
        inspector.emulate_media(color_scheme=scheme)
        assert inspector.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shoot(inspector, name, full_page=True)
    looked_at = pages.open(color_scheme="dark")
    looked_at.goto(url + "inspect")
    assert serious_findings(looked_at) == []
    expect(inspector.get_by_text(", thread, ")).to_have_count(0)


def test_it_rests_when_told_so(pages: Pages, serve):
    url = serve(APP, "--dev", name="measurements")
    page = pages.open(bypass_csp=False)
    page.goto(url + "inspect")
    page.keyboard.press("Tab")
    pause = page.get_by_role("button", name="Pause")
    expect(pause).to_be_focused()
    asked: list[str] = []
    page.keyboard.press("Space")
    expect(pause).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(300)  # one that was under way
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(1300)
    assert asked == []
    with page.expect_request("**/inspect"):
        page.keyboard.press("Space")
