"""The first demos people meet, once with their own imports (`bokeh…`, by the alias) and once with ours."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.pages import Pages
from browser.sites import serving_files
from playwright.sync_api import Page, expect
from running import ROOT

pytestmark = pytest.mark.browser

SEED = Path(__file__).parent / "seed"
OURS = ROOT / "apps"
DOCUMENT = "window.asgiplots.documents[0]"


@pytest.fixture(scope="module", params=["own imports", "our imports"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The "press me" button and the folder of things, served in one of the two wordings."""
    if request.param == "our imports":
        with serving_files(OURS / "press_me.py", OURS / "things", options=("--no-alias",)) as url:
            yield url
        return
    folder = tmp_path_factory.mktemp("own_imports")
    shutil.copy(SEED / "press_me.py", folder)
    shutil.copytree(OURS / "things", folder / "things", ignore=shutil.ignore_patterns("__pycache__"))
    main = folder / "things" / "main.py"
    main.write_text(re.sub(r"^from asgiplots\b", "from bokeh", main.read_text(), flags=re.MULTILINE))
    assert "asgiplots" not in main.read_text()
    with serving_files(folder / "press_me.py", folder / "things", options=("--alias",)) as url:
        yield url


def test_the_button_adds_numbers(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}press_me")
    for _ in range(12):
        page.get_by_role("button", name="press me").click()
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.data?.text?.length === 12)")
    data = page.evaluate(f"{DOCUMENT}.models.values().find(model => model.data?.text).data.text")
    assert list(data) == [str(number) for number in range(12)]
    shoot(page)


def test_the_folder_shows_theme_data_model_and_hooks(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}things", width=1200)
    expect(page.locator("header.things h1")).to_have_text("Everyday things")
    assert field(page, "Grid", "grid_line_dash") == [4, 4]
    assert field(page, "Title", "text_font_size") == "18px"
    assert page.evaluate(f"{DOCUMENT}.models.values().find(model => model.data?.mass).data.mass.length") == 42
    expect(page.locator(".balance p")).to_have_text("African elephant = 300,000 \u00d7 house mouse")
    expect(page.locator(".ap-div")).to_contain_text("Visit 1 since")
    shoot(page)


def test_a_tap_reaches_python_and_the_custom_model(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}things", width=1200)
    page.evaluate(
        f"""() => {{
          const source = {DOCUMENT}.models.values().find(model => model.data?.mass)
          source.selected.indices = [Array.from(source.data.name).indexOf("Blue whale")]
        }}"""
    )
    expect(page.locator(".balance p")).to_have_text("Blue whale = 23 \u00d7 african elephant")
    page.get_by_label("Find").press_sequentially("whale")
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.indices?.length === 2)")
    shoot(page)


def test_each_visit_is_counted_once(pages: Pages, url: str):
    first = pages.open(f"{url}things")
    number = int(first.locator(".ap-div").inner_text().split()[1])
    second = pages.open(f"{url}things")
    expect(second.locator(".ap-div")).to_contain_text(f"Visit {number + 1} since")


def field(page: Page, kind: str, name: str):
    """A field of the first model of a kind."""
    return page.evaluate(
        f"([kind, name]) => {DOCUMENT}.models.values().find(model => model.type === kind)[name]", [kind, name]
    )
