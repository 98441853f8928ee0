"""What people and proxies get over HTTP: pages, files, probes; and that none of it makes a session."""

import asyncio
import json
import re
from urllib.parse import urljoin

import httpx
import pytest
from app_files import Write
from running import ROOT
from serving import JSON, payload, viewing

from asgiplots.apps.application import Application
from asgiplots.document import Document
from asgiplots.models import Slider


def plain(doc: Document) -> None:
    """A plain app."""
    doc.title = "made"


def other(doc: Document) -> None:
    pass


def start_of(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="asgiplots">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def with_slider(doc: Document) -> None:
    doc.add_root(Slider(start=0, end=1, value=0))


async def test_a_page_sends_for_the_code_that_its_app_is_known_to_need(site):
    page = site(with_slider)

    async def preloads() -> list[str]:
        html = (await asyncio.to_thread(httpx.get, page)).text
        return re.findall(r'rel="modulepreload"[^>]*asgiplots/([^"]+)"', html)

    assert await preloads() == ["chunk-3.js"]
    async with viewing(page) as viewer:
        await viewer.until(lambda v: v.roots)
    assert await preloads() == ["chunk-3.js", "chunk-5.js"]


@pytest.mark.parametrize("path", ["plain", "plain/"])
def test_a_page_refers_to_everything_relatively(site, path):
    page = site([plain, other]) + path
    answer = httpx.get(page)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    start = start_of(answer.text)
    base = page.split("plain")[0]
    assert urljoin(page, start["ws"]).startswith(f"{base}plain/ws?session={start['session']}")
    links = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', answer.text)
    assert len(links) == 3 and not any(link.startswith(("/", "http")) for link in links)
    style = next(link for link in links if link.endswith(".css"))
    assert httpx.get(urljoin(page, style)).status_code == 200
    assert "<title>Plain</title>" in answer.text


def test_the_websocket_is_opened_by_the_first_script_which_no_style_sheet_holds_up(site):
    answer = httpx.get(site(plain) + "plain?x=</script>")
    nonce = re.search("'nonce-([^']+)'", answer.headers["content-security-policy"])
    first = re.search(
        r'<script type="text/javascript" nonce="([^"]+)">(.*?)</script>', answer.text, re.DOTALL
    )
    assert nonce and first and nonce[1] == first[1]
    start = start_of(answer.text)
    for name in ("token", "ws"):
        assert json.dumps(start[name]).replace("&", "\\u0026") in first[2]
    assert first.start() < answer.text.index('<link rel="stylesheet"')
    font = re.search(r"--ap-font: ([^;]+);", (ROOT / "frontend/src/styles/tokens.css").read_text())
    assert font and font[1] in first[2], "it looks up the fonts that figures use"


def test_the_only_app_is_at_the_root_too(site):
    base = site(plain)
    start = start_of(httpx.get(base).text)
    assert urljoin(base, start["ws"]).startswith(base + "plain/ws?")
    assert payload(base + "plain")["title"] == "Plain"


def test_several_apps_are_listed(site):
    html = httpx.get(site({"one": plain, "two/three": other})).text
    assert "2 live apps" in html and "A plain app." in html
    assert re.findall(r'<a href="([^"]+)"', html) == ["./one", "./two/three"]


def test_the_root_may_be_an_app(site):
    base = site({"/": plain, "two": other})
    start = start_of(httpx.get(base).text)
    assert start["title"] == "Asgiplots" and start["ws"].startswith("./ws?session=")


def test_without_apps_the_root_says_how_to_push(site):
    assert "push_session" in httpx.get(site([])).text


def test_arguments_of_the_page_go_to_its_websocket_and_the_session_id_to_the_token(site):
    start = payload(site(plain) + "plain/?a=1&session=mine&b=x%20y&a=2&empty=")
    assert start["session"] == "mine"
    assert start["ws"] == "../plain/ws?session=mine&a=1&b=x+y&a=2&empty="
    assert payload(site(plain) + "?bokeh-session-id=old")["session"] == "old"
    assert len(start["token"]) < 2048


def test_a_session_id_that_fits_no_address_is_refused(site):
    answer = httpx.get(site(plain), params={"session": "<script>"})
    assert answer.status_code == 400
    assert "a session id has 1 to 128 of the characters" in answer.text and "<script>'" not in answer.text


def test_nothing_but_a_hello_makes_a_session(site):
    made: list[object] = []
    base = site(Application(plain, on_session_created=made.append))
    for method in ("GET", "HEAD"):
        for path in ("", "plain", "plain/", "livez", "readyz", "plain/static/x", "plain/models/x.js"):
            httpx.request(method, base + path)
    httpx.get(base, headers=JSON)
    assert made == []


def test_probes(site):
    base = site(plain)
    assert httpx.get(base + "livez").text == "ok\n"
    assert httpx.get(base + "readyz").text == "ready\n"


def test_the_front_end_is_kept_for_ever_and_compressed_once(site):
    base = site(plain)
    answer = httpx.get(base + "static/asgiplots/main-1.js", headers={"accept-encoding": "gzip"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-encoding"] == "gzip" and int(answer.headers["content-length"]) < 100
    assert answer.text == "export {}\n" * 200
    assert "content-encoding" not in httpx.get(answer.url, headers={"accept-encoding": ""}).headers


@pytest.mark.parametrize(
    "path", ["static/asgiplots/nothing.js", "static/asgiplots/..%2fpages.py", "nothing", "plain/x"]
)
def test_what_is_not_there_is_not_found(site, path):
    assert httpx.get(site(plain) + path).status_code == 404


def test_a_wrong_name_is_answered_with_similar_ones(site):
    assert "similar names: plain" in httpx.get(site([plain, other]) + "plane").text


FILES = {
    "main.py": '"""A folder."""\nfrom asgiplots.document import curdoc',
    "secret.txt": "secret",
    "static/css/style.css": "body {}",
    "static/thumbnail.svg": "<svg/>",
    "models/custom.js": "import './more.js'",
    "models/more.js": "",
    "models/notes.txt": "",
}


def test_files_of_an_app_are_served_and_no_others(site, folder: Write):
    base = site([folder(FILES), plain])
    style = httpx.get(base + "app/static/css/style.css")
    assert (style.text, style.headers["content-type"]) == ("body {}", "text/css; charset=utf-8")
    module = httpx.get(base + "app/models/custom.js")
    assert (
        module.headers["content-type"].startswith("text/javascript") and module.text == "import './more.js'"
    )
    assert httpx.get(base + "app/models/more.js").status_code == 200
    assert 'src="./app/static/thumbnail.svg"' in httpx.get(base).text
    for path in ("models/notes.txt", "static/../main.py", "static/..%2fmain.py", "models/..%2fmain.py",
                 "models/%2e%2e/secret.txt", "static/", "static/css", "models/"):  # fmt: skip
        assert httpx.get(base + "app/" + path).status_code == 404, path


def test_an_app_may_bring_its_own_template(site, folder: Write):
    template = """{% extends base %}
    {% from macros import embed %}
    {% block title %}Mine: {{ title }}{% endblock %}
    {% block preamble %}<link rel="stylesheet" href="{{ static }}/a.css">{% endblock %}
    {% block contents %}{{ embed(roots.plot) }}{{ embed(roots[1]) }}
    {% for doc in docs %}{{ embed(doc) if doc.elementid }}
    {% for root in doc.roots %}{{ embed(root) }}{% endfor %}{% endfor %}{% endblock %}"""
    base = site(folder({"main.py": "", "templates/index.html": template}))
    html = httpx.get(base).text
    assert "<title>Mine: App</title>" in html and 'href="./app/static/a.css"' in html
    assert re.findall(r"data-roots?[^>]*", html) == ['data-root="plot"', 'data-root="1"', "data-roots"]
    assert start_of(html)["title"] == "App"


def test_a_template_of_the_old_kind_works(site, folder: Write):
    head = "<html><head>{{ bokeh_css }}{{ bokeh_js }}</head>"
    template = head + "<body>{{ plot_div|indent(8) }}{{ plot_script }}</body></html>"
    html = httpx.get(site(folder({"main.py": "", "templates/index.html": template}))).text
    assert start_of(html)["title"] == "App" and "<div class=" in html and "main-1.js" in html


def test_a_page_without_a_front_end_says_how_to_build_it(site, tmp_path, caplog):
    from serving import serving

    from asgiplots.server.assets import Assets
    from asgiplots.server.factory import create_app

    with serving(create_app(plain, assets=Assets(tmp_path))) as base:
        answer = httpx.get(base)
    assert answer.status_code == 503 and "run `make install`" in answer.text
    assert "the front end is not built" in caplog.text


def test_a_template_that_does_not_work_is_the_app_s_failure(site, folder: Write, caplog):
    base = site([folder({"main.py": "", "templates/index.html": "{% extends bose %}"}), plain])
    answer = httpx.get(base + "app")
    number = re.search(r"<code>(\w{8})</code>", answer.text)
    assert answer.status_code == 500 and number and "bose" not in answer.text
    assert (
        f"app: the template failed (number {number[1]})" in caplog.text
        and "'bose' is undefined" in caplog.text
    )
    assert httpx.get(base + "plain").status_code == 200
    dev = site(folder({"main.py": "", "templates/index.html": "{% if %}"}, "b"), dev=True)
    assert "templates/index.html" in httpx.get(dev).text
