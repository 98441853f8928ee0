"""Widgets in a real page: what a person does with them reaches Python, by mouse and by keyboard."""

from __future__ import annotations

import io

import pytest
from browser.axe import serious_findings
from browser.pages import Pages, show
from PIL import Image
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

APP = """
    from asgiplots.layouts import column, row
    from asgiplots.models import (
        Button, CheckboxGroup, Div, RadioButtonGroup, Select, Slider, TextInput, Toggle,
    )
    from asgiplots.plotting import curdoc, figure

    heard = Div(text="nothing", name="heard")
    def hear(what):
        heard.text = what
    def on(model, attr):
        model.on_change(attr, lambda attr, old, new: hear(f"{type(model).__name__}.{attr} = {new!r}"))
        return model

    looks = ["default", "primary", "success", "warning", "danger", "light"]
    buttons = [Button(label=look, button_type=look) for look in looks]
    for button in buttons:
        button.on_click(lambda label=button.label: hear(f"clicked {label}"))
    toggles = [Toggle(label=look, button_type=look, active=look != "light") for look in looks]
    for toggle in toggles:
        on(toggle, "active")
    slider = on(on(Slider(title="Amount", start=0, end=10, value=3, step=0.5), "value"), "value_throttled")
    price = Slider(title="Price", start=0, end=1000, value=250, step=10, format="$0,0")
    narrow = Slider(title="Backwards", start=0, end=10, value=2, direction="rtl", bar_color="#c2352b")
    upright = Slider(title="Upright", start=0, end=10, value=4, orientation="vertical", height=180)
    name = on(TextInput(title="Name", placeholder="Type a name", description="As in the legend"), "value")
    amount = TextInput(title="Amount of money", value="12.50", prefix="$", suffix="per unit")
    choice = on(Select(title="Function", options=["sine", "cosine", "sawtooth"], value="sine"), "value")
    groups = Select(title="Food", options={"Fruit": ["apple", ("p", "pear")], "Nuts": ["hazel"]}, value="p")
    checks = on(CheckboxGroup(labels=["Grid", "Legend", "Smooth"], active=[0], name="Shown"), "active")
    inline = CheckboxGroup(labels=["a", "b"], active=[1], inline=True, disabled=True)
    period = on(RadioButtonGroup(labels=["Day", "Week", "Month"], active=1, name="Period"), "active")
    filled = RadioButtonGroup(labels=["Up", "Down"], active=0, button_type="primary")
    p = figure(width=420, height=260, title="A plot")
    p.line([1, 2, 3], [3, 1, 2], line_width=2)
    curdoc().add_root(column(
        Div(text="<h2>Widgets</h2><p>With <a href='#x'>a link</a> and <code>code</code>.</p>"),
        row(*buttons), row(*toggles),
        row(
            column(slider, price, narrow), column(name, amount), column(choice, groups),
            column(checks, inline, period, filled), upright, spacing=16,
        ),
        row(p, heard, spacing=16),
    ))
"""


FOCUSED = """() => {
  const el = document.activeElement
  if (el === document.body) return null
  const ring = getComputedStyle(el).outlineStyle !== "none" || el.matches(".ap-control, .ap-range")
    || getComputedStyle(el, "::after").borderTopStyle === "solid"
  const name = el.getAttribute("aria-label") ?? el.labels?.[0]?.textContent ?? el.textContent
  return `${el.tagName}:${name.trim()}${ring ? "" : " without a focus ring"}`
}"""

CLIPPED = """() => [...document.querySelectorAll(".asgiplots :is(.ap-widget, .ap-figure, canvas)")]
  .filter(el => el.getBoundingClientRect().right > innerWidth + 1).map(el => el.className)"""


@pytest.fixture(scope="module")
def url(serve) -> str:
    return serve(APP)


@pytest.fixture
def page(browser_page: Page, url: str) -> Page:
    show(browser_page, url)
    return browser_page


def heard(page: Page, text: str) -> None:
    """Waits until the app has written that it heard this."""
    expect(page.locator(".ap-div").last).to_have_text(text)


def test_a_button_and_a_toggle_reach_python(page: Page):
    page.get_by_role("button", name="primary").first.click()
    heard(page, "clicked primary")
    toggle = page.get_by_role("button", name="success").last
    toggle.click()
    heard(page, "Toggle.active = False")
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_a_slider_reaches_python_by_keys_and_by_mouse(page: Page):
    slider = page.get_by_role("slider", name="Amount")
    slider.focus()
    page.keyboard.press("ArrowRight")
    heard(page, "Slider.value_throttled = 3.5")
    expect(slider).to_have_attribute("aria-valuetext", "3.50")
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, middle, steps=4)
    heard(page, "Slider.value = 10")
    page.mouse.up()
    heard(page, "Slider.value_throttled = 10")


def test_a_text_field_reaches_python_on_enter_and_on_leaving(page: Page):
    field = page.get_by_label("Name", exact=True)
    field.fill("first")
    page.keyboard.press("Enter")
    heard(page, "TextInput.value = 'first'")
    field.fill("second")
    page.keyboard.press("Tab")
    heard(page, "TextInput.value = 'second'")


def test_select_and_groups_reach_python(page: Page):
    page.get_by_label("Function").select_option("sawtooth")
    heard(page, "Select.value = 'sawtooth'")
    page.get_by_label("Smooth").check()
    heard(page, "CheckboxGroup.active = [0, 2]")
    period = page.get_by_role("radiogroup", name="Period")
    period.get_by_role("radio", name="Week").focus()
    page.keyboard.press("ArrowRight")
    heard(page, "RadioButtonGroup.active = 2")
    expect(period.get_by_role("radio", name="Month")).to_be_focused()


def test_every_control_is_reached_by_tab_and_shows_its_focus(page: Page):
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        reached.append(at)
    assert not [name for name in reached if "without" in name]
    wanted = ["A:a link", "BUTTON:primary", "INPUT:Amount", "INPUT:Upright", "INPUT:Name", "SELECT:Function"]
    wanted += ["BUTTON:About this field", "INPUT:Grid", "BUTTON:Week", "DIV:A plot", "BUTTON:Pan"]
    assert [name for name in wanted if name not in reached] == []
    assert "BUTTON:Day" not in reached and "BUTTON:Wheel zoom" not in reached


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(pages: Pages, url: str, shoot, scheme: str):
    page = pages.open(url, width=1280, height=900, color_scheme=scheme)
    shoot(page, full_page=True)
    assert serious_findings(page) == []


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_is_wider_than_a_small_screen(pages: Pages, url: str, shoot, width: int):
    page = pages.open(url, width=width, height=800)
    shoot(page, full_page=True)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []


def colors_across(element: Locator) -> list[tuple[int, int, int]]:
    """The colours of a picture of an element, along its middle from left to right."""
    image = Image.open(io.BytesIO(element.screenshot())).convert("RGB")
    colors: list[tuple[int, int, int]] = [
        image.getpixel((x, image.height // 2))  # pyright: ignore[reportAssignmentType, reportGeneralTypeIssues]
        for x in range(image.width)
    ]
    return colors


def test_forced_colors_leave_tracks_of_sliders_and_swatches_of_colours(pages: Pages, url: str, shoot):
    page = pages.open(url, forced_colors="active")
    track = colors_across(page.get_by_label("Amount", exact=True))
    assert track.count((255, 255, 255)) < len(track) / 4
    page.evaluate("""() => document.querySelector('.asgiplots').insertAdjacentHTML(
      'beforeend', '<span class="ap-swatch" style="background: rgb(0, 0, 255)"></span>')""")
    assert (0, 0, 255) in colors_across(page.locator(".ap-swatch").last)
    shoot(page)
