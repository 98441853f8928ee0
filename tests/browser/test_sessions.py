"""Visitors of one app have sessions of their own; visitors of one session see each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.pages import Pages
from browser.sites import serving_files
from playwright.sync_api import Page, expect
from running import ROOT

pytestmark = pytest.mark.browser

ALL = "window.asgiplots.documents[0].models.values().some(model => model.data?.number?.length === 25)"
SESSION = "a-session-that-two-people-share-1"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving_files(ROOT / "apps" / "sliders.py", ROOT / "tests" / "deploy" / "apps" / "who.py") as url:
        yield url


def harmonics(page: Page) -> int:
    return page.evaluate(
        "window.asgiplots.documents[0].models.values().find(model => model.title === 'Harmonics').value"
    )


def test_two_visitors_have_sessions_of_their_own(pages: Pages, url: str):
    first, second = pages.open(f"{url}sliders"), pages.open(f"{url}sliders")
    first.get_by_role("slider", name="Harmonics").press("End")
    first.wait_for_function(ALL)
    second.wait_for_timeout(300)
    assert (harmonics(first), harmonics(second)) == (25, 5)


def test_visitors_of_one_session_see_each_others_changes(pages: Pages, shoot, url: str):
    address = f"{url}sliders?session={SESSION}"
    first, second = pages.open(address), pages.open(address)
    first.get_by_role("slider", name="Harmonics").press("End")
    expect(second.get_by_role("slider", name="Harmonics")).to_have_value("25")
    second.wait_for_function(ALL)
    second.get_by_label("Shape").select_option("triangle")
    expect(first.get_by_label("Shape")).to_have_value("triangle")
    late = pages.open(address)
    expect(late.get_by_label("Shape")).to_have_value("triangle")
    shoot(late)


def test_what_one_writes_all_hear_from_python(pages: Pages, url: str):
    address = f"{url}who?session={SESSION}"
    first, second = pages.open(address), pages.open(address)
    first.get_by_role("textbox").fill("hello")
    first.get_by_role("textbox").press("Enter")
    for page in (first, second):
        expect(page.locator(".ap-div").nth(1)).to_have_text("HELLO")
