"""S12: pages run under a strict Content-Security-Policy, without eval; text from data is never HTML."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from urllib.parse import quote

import httpx
import pytest
from browser.pages import Pages, settle
from playwright.sync_api import Page, expect
from running import ROOT, answers, free_port, running, wait_until

pytestmark = pytest.mark.browser

STRICT = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; object-src 'none'"
)

WATCH = """
  window.violations = []
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`))
"""

FILES = {
    "main.py": """
        from asgiplots.models import Button, CustomJS, Div, Slider
        from asgiplots.plotting import curdoc, figure
        from asgiplots.schema import Model

        class Meter(Model):
            __implementation__ = "models/meter.js"
            level: int = 3

        p = figure(name="plot", width=400, height=300)
        p.line([1, 2, 3], [1, 4, 9])
        slider, said = Slider(title="n", start=0, end=9, value=1), Div(name="said", text="nothing")
        args = {"said": said}
        slider.js_on_change("value", CustomJS(args=args, code="said.text = `script ${cb_obj.value}`"))
        button = Button(label="wait")
        button.js_on_event("button_click", CustomJS(args=args, code="await 0; said.text = 'awaited'"))
        module = Button(label="module")
        module.js_on_event("button_click", CustomJS(
            args=args, module=True, code="export default ({said}) => { said.text = 'module' }"))
        for root in (p, slider, said, button, module, Meter(name="meter")):
            curdoc().add_root(root)
        curdoc().allow_writes(said, "text")
    """,
    "models/meter.js": """
        export default class {
          constructor({ model, el }) { this.model = model; this.el = el }
          render() { this.el.textContent = `level ${this.model.level}` }
        }
    """,
    "templates/index.html": """
        {% extends base %}
        {% block postamble %}<script nonce="{{ nonce }}">window.mine = 1</script>{% endblock %}
    """,
}


@contextmanager
def serving(folder: Path, policy: str | None) -> Iterator[str]:
    port = free_port()
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    if policy is not None:
        environ["ASGIPLOTS_CONTENT_SECURITY_POLICY"] = policy
    command = [sys.executable, "-m", "asgiplots", "serve", str(folder), "--port", str(port)]
    with running(command, env=environ):
        wait_until(lambda: answers(f"http://127.0.0.1:{port}/"), "an answer")
        yield f"http://127.0.0.1:{port}/"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(text))
    return folder


def watched(pages: Pages, url: str) -> Page:
    page = pages.open(bypass_csp=False)
    page.add_init_script(WATCH)
    page.goto(url)
    until(page, "window.asgiplots?.documents?.[0]?.roots().length > 0")
    settle(page)
    return page


def until(page: Page, true: str) -> None:
    for _ in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {true}")


@pytest.mark.parametrize("policy", [STRICT, None], ids=["strict", "as shipped"])
def test_scripts_models_and_templates_of_an_app_run_under_the_policy(pages: Pages, tmp_path: Path, policy):
    with serving(write(tmp_path / "app", FILES), policy) as url:
        header = httpx.get(url).headers["content-security-policy"]
        assert "'nonce-" in header and "unsafe-eval" not in header and "{nonce}" not in header
        assert header != httpx.get(url).headers["content-security-policy"], "each page has a nonce of its own"
        page = watched(pages, url)
        said = page.locator(".ap-div")
        page.get_by_role("slider").press("ArrowRight")
        expect(said).to_have_text("script 2")
        page.get_by_role("button", name="wait").click()
        expect(said).to_have_text("awaited")
        page.get_by_role("button", name="module").click()
        expect(said).to_have_text("module")
        expect(page.get_by_text("level 3")).to_be_visible()
        assert page.evaluate("window.mine") == 1
        assert page.evaluate("window.violations") == []
        page.evaluate(
            "document.body.insertAdjacentHTML('beforeend',"
            ' \'<img src="data:," onerror="window.hacked = 1">\')'
        )
        until(page, "window.violations.length > 0")
        assert page.evaluate("window.hacked") is None
        page.close()  # what it complains of after this would count
    pages.complaints[:] = [
        text for text in pages.complaints if "inline event handler" not in text and "404" not in text
    ]


EXAMPLES = ["dashboard", "live_signal", "press_me", "selection_histogram", "sliders", "things"]


def test_the_examples_run_under_a_strict_policy(pages: Pages):
    with serving(ROOT / "apps", STRICT) as url:
        for example in EXAMPLES:
            page = watched(pages, url + example)
            page.wait_for_timeout(150)
            assert page.evaluate("window.violations") == [], example


EVIL = """</script><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1">{{7*7}}\\"'`"""

TEXTS = f"""
    from asgiplots.models import *
    from asgiplots.plotting import curdoc, figure

    evil = {EVIL!r}
    asked = str(curdoc().session_context.request.arguments)
    source = ColumnDataSource(data=dict(x=[evil, "b"], y=[1, 2], word=[evil, evil]))
    p = figure(x_range=[evil, "b"], width=500, height=400, title=evil, x_axis_label=evil, y_axis_label=evil,
               tools="hover,pan,tap,save", name=evil, tooltips=[(evil, "@word"), ("x", "@x")])
    p.vbar("x", top="y", width=0.9, source=source, legend_label=evil)
    p.text([evil], [1], text=[evil])
    p.add_layout(Label(x=0, y=1, text=evil))
    p.add_layout(Title(text=evil), "left")
    p.toolbar.tools[0].description = evil
    widgets = [Button(label=evil), Toggle(label=evil), Slider(title=evil, start=0, end=1, value=0),
               Select(title=evil, options=[evil, "b"], value=evil),
               TextInput(title=evil, value=evil, placeholder=evil),
               CheckboxGroup(labels=[evil]), RadioButtonGroup(labels=[evil, "b"]),
               Div(text=evil, render_as_text=True), Div(text=asked, render_as_text=True)]
    curdoc().title = evil
    for root in (p, *widgets):
        curdoc().add_root(root)
"""


def test_text_from_data_is_never_html(pages: Pages, tmp_path: Path):
    """Without any policy, so that nothing but the pages themselves keeps the text from running."""
    with serving(write(tmp_path / "texts", {"main.py": TEXTS}), "off") as url:
        query = httpx.QueryParams({"q": EVIL, "<b>": EVIL})
        assert "content-security-policy" not in httpx.get(url).headers
        page = watched(pages, f"{url}?{query}")
        box = page.locator(".ap-figure").bounding_box()
        assert box is not None
        for share in (0.3, 0.35, 0.7):
            page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] * 0.8)
            page.wait_for_timeout(120)
        expect(page.locator(".ap-div").first).to_have_text(EVIL)
        assert page.title() == EVIL
        page.wait_for_timeout(300)
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.querySelectorAll('img[src=x], svg[onload]').length") == 0
        for path in (f"{EVIL}", "?session=" + EVIL, f"texts/{EVIL}/<b>"):
            html = httpx.get(url + quote(path, safe="/?=")).text
            assert "<img src=x" not in html and "<svg onload" not in html
    print(
        f"\nS12: {len(EXAMPLES) + 2} apps without a violation; {json.dumps(EVIL)} shown as text in 20 places"
    )


def test_an_error_shows_its_text_as_text(pages: Pages, tmp_path: Path):
    source = f"raise ValueError({EVIL!r})"
    with serving(write(tmp_path / "broken", {"main.py": source}), "off") as url:
        page = pages.open()
        page.goto(url)
        page.wait_for_timeout(500)
        assert page.evaluate("window.hacked") is None
        assert page.evaluate("document.querySelectorAll('img[src=x], svg[onload]').length") == 0
