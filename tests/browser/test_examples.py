"""The example apps: they open without a complaint, paint, and answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.pages import Pages
from browser.sites import serving_files
from playwright.sync_api import Page, expect
from running import ROOT

pytestmark = pytest.mark.browser

EXAMPLES = sorted(
    path.stem for path in (ROOT / "apps").iterdir() if path.suffix == ".py" or (path / "main.py").exists()
)

#: How many different colours stand on the canvases: an empty figure has few.
COLOURS = """() => {
  const seen = new Set()
  for (const canvas of document.querySelectorAll(".ap-figure canvas")) {
    const { width, height } = canvas
    if (width === 0 || height === 0) continue
    const data = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer)
    for (const colour of data) seen.add(colour)
  }
  return seen.size
}"""

DOCUMENT = "window.asgiplots.documents[0]"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving_files(ROOT / "apps") as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_opens_and_paints(pages: Pages, shoot, url: str, name: str, scheme: str):
    page = pages.open(url + name, width=1200, color_scheme=scheme)
    page.wait_for_function(f"({COLOURS})() > 3")
    shoot(page)


@pytest.mark.parametrize("name", ["", *EXAMPLES])
def test_nothing_is_wider_than_a_small_screen(pages: Pages, shoot, url: str, name: str):
    page = pages.open(width=390)
    page.goto(url + name)
    page.wait_for_selector(".ap-figure canvas, article")
    shoot(page, full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_index_lists_them_all(pages: Pages, url: str):
    page = pages.open()
    page.goto(url)
    expect(page.locator("article h2")).to_have_count(len(EXAMPLES))


def length(page: Page, column: str) -> int:
    """The length of this column in the first source that has it, 0 where none does."""
    return page.evaluate(
        f"""column => {DOCUMENT}.models.values().toArray()
          .filter(model => model.type === "ColumnDataSource" && column in model.data)
          .map(model => model.data[column].length)[0] ?? 0""",
        column,
    )


def drag(page: Page, figure: int, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags over a figure, between places given as parts of its width and height."""
    box = page.locator(".ap-figure").nth(figure).bounding_box()
    assert box is not None
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=8)
    page.mouse.up()


def test_sliders_change_the_wave(pages: Pages, url: str):
    page = pages.open(f"{url}sliders")
    assert length(page, "number") == 5
    page.get_by_role("slider", name="Harmonics").press("ArrowRight")
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.data?.number?.length === 6)")
    page.get_by_label("Title").fill("My wave")
    page.get_by_label("Title").press("Enter")
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.text === 'My wave')")


def test_a_box_selects_points_and_python_counts_them(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}selection_histogram")
    expect(page.locator(".ap-div")).to_contain_text("2,300 points.")
    drag(page, 1, (0.25, 0.25), (0.6, 0.7))
    expect(page.locator(".ap-div")).to_contain_text("of 2,300 points")
    shoot(page)


def test_the_signal_runs_until_it_is_paused(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}live_signal", width=1200)
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.data?.raw?.length >= 100)")
    shoot(page)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.wait_for_timeout(300)
    before = length(page, "raw")
    page.wait_for_timeout(500)
    assert length(page, "raw") == before


def test_the_million_rolls_and_stays_a_million(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}rolling_million", width=1200)
    last = f"{DOCUMENT}.models.values().find(model => model.type === 'ColumnDataSource').column('sample')"
    assert length(page, "sample") == 1_000_000
    page.wait_for_function(f"{last}.at(999_999) > 1_050_000")
    assert length(page, "sample") == 1_000_000
    page.get_by_label("Keep").select_option(label="100 thousand")
    page.wait_for_function(f"{last}.length === 100_000")
    shoot(page)


def test_the_spectrogram_keeps_what_it_shows(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}spectrogram", width=1200)
    page.get_by_label("Show").select_option(label="5 seconds")
    page.get_by_label("Palette").select_option("Greys256")
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.palette?.[255] === '#ffffff')")
    length = "model.data?.spectrum?.[25]?.shape[0]"
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => {length} === 512)")
    shoot(page)


def test_the_dashboard_follows_its_controls(pages: Pages, shoot, url: str):
    page = pages.open(f"{url}dashboard", width=1200)
    facts = page.locator(".ap-div").first
    before = facts.inner_text()
    page.get_by_text("Revenue").click()
    expect(facts).to_contain_text("€")
    page.get_by_label("South").uncheck()
    page.get_by_label("Period").select_option(label="Summer")
    page.wait_for_function(f"{DOCUMENT}.models.values().some(model => model.data?.day?.length === 92)")
    assert facts.inner_text() != before
    shoot(page)
