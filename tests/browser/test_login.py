"""docs/examples/login: log in, see one's own plot; nobody else does; after the logout one is asked again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import httpx
import pytest
from browser.axe import serious_findings
from browser.pages import Pages, settle
from playwright.sync_api import Page, expect
from running import ROOT, answers, free_port, running, wait_until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    port = free_port()
    folder = ROOT / "docs" / "examples" / "login"
    command = [sys.executable, "-m", "uvicorn", "portal:site", "--app-dir", str(folder), "--port", str(port)]
    with running(command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}):
        url = f"http://127.0.0.1:{port}/"
        wait_until(lambda: answers(url), f"an answer of {url}")
        yield url


def log_in(page: Page, url: str, name: str, password: str = "plots") -> None:
    page.goto(url)
    expect(page).to_have_url(url.split("?")[0] + "login")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_a_visitor_logs_in_sees_their_own_plot_and_logs_out(browser, pages: Pages, url: str, shoot) -> None:
    page = pages.open()
    log_in(page, url, "ada")
    expect(page.get_by_text("Hello Ada, this walk is yours alone.")).to_be_visible()
    settle(page)
    shoot(page, "plot")
    session = page.evaluate("JSON.parse(document.getElementById('asgiplots').textContent).session")

    strangers = Pages(browser)
    other = strangers.open()
    log_in(other, url, "grace")
    expect(other.get_by_text("Hello Grace, this walk is yours alone.")).to_be_visible()
    other.goto(f"{url}?session={session}")
    expect(other.get_by_role("alert")).to_have_text(
        "This page cannot be shown: the session belongs to another user"
    )
    assert other.get_by_text("Ada").count() == 0
    shoot(other, "stranger")
    strangers.close()

    page.get_by_role("link", name="Log out").click()
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(f"{url}login")
    page.goto(f"{url}?session={session}")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1000, "light"), (360, "dark")])
def test_the_form_looks_composed_and_says_what_is_wrong(browser, url, shoot, width, scheme) -> None:
    pages = Pages(browser)
    page = pages.open(width=width, height=700, color_scheme=scheme)
    log_in(page, url, "ada", "wrong")
    expect(page.get_by_role("alert")).to_have_text("Name and password do not match.")
    expect(page.get_by_label("Name")).to_have_value("ada")
    shoot(page, scheme)
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pages.close()


def test_forms_of_other_sites_do_not_pass(url: str) -> None:
    with httpx.Client(base_url=url) as client:
        form = {"name": "ada", "password": "plots"}
        for key in ({}, {"key": ""}, {"key": "guess"}, {"key": "ü"}):
            client.get("login")
            assert client.post("login", data=form | key).status_code == 403
        assert client.get("", headers={"accept": "text/html"}).headers["location"] == "/login"
        cookie = client.get("login").headers.get("set-cookie", "") or str(client.cookies)
        assert "portal" in cookie
