"""Who visits: the site's own middleware, the hook of `create_app`, the module of `asgiplots serve`."""

from __future__ import annotations

import asyncio
import base64
from types import SimpleNamespace

import httpx
import pytest
from app_files import Write
from browser.sites import serving_files
from serving import JSON, payload, socket_url, viewing
from starlette.authentication import AuthCredentials, AuthenticationBackend, SimpleUser
from starlette.middleware.authentication import AuthenticationMiddleware
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from asgiplots.apps.errors import AppError
from asgiplots.models import Div
from asgiplots.server import Auth

ADA, BOB = {"cookie": "user=ada"}, {"cookie": "user=bob"}
HTML = {"accept": "text/html"}


def who(doc):
    context = doc.session_context
    user = context.request.user
    doc.add_root(Div(name="who", text=f"{getattr(user, 'display_name', user)} {context.logout_url}"))


def plain(connection):
    return connection.cookies.get("user")


async def awaited(connection):
    return plain(connection)


class Called:
    async def __call__(self, connection):
        return plain(connection)


def an_object(connection):
    return SimpleNamespace(id=7, display_name=plain(connection)) if plain(connection) else None


async def said(page, start, headers) -> str:
    async with viewing(page, start=start, additional_headers=headers) as viewer:
        await viewer.until(lambda v: v.roots or any(told["type"] == "ended" for told in v.controls))
        if viewer.roots:
            return viewer.named("who")["text"]
        reason = viewer.controls[0]["reason"]
        with pytest.raises(ConnectionClosed) as closed:
            await viewer.step()
        return f"{closed.value.rcvd.code}: {reason}"


@pytest.mark.parametrize("hook", [plain, awaited, Called(), an_object, lambda c: awaited(c)])
async def test_a_hook_of_any_kind_says_who_visits(site, hook):
    url = site({"app": who}, auth=Auth(hook, "/login", "/logout"))
    hers = payload(url, headers=ADA)
    assert await said(url, hers, ADA) == "ada /logout"
    assert await said(url, hers, {}) == "4401: log in first, then load the page again"


async def test_a_token_of_somebody_else_opens_nothing(site):
    url = site({"app": who}, auth=plain)
    hers = payload(url, headers=ADA)
    assert (await said(url, hers, BOB)).startswith("4401: the page's token is for another app or another")
    theirs = payload(f"{url}?session={hers['session']}", headers=BOB)
    assert await said(url, hers, ADA) == "ada None"
    async with viewing(url, start=hers, additional_headers=ADA) as viewer:
        await viewer.until(lambda v: v.roots)
        assert "belongs to another user" in await said(url, theirs, BOB)


def test_pages_lead_to_the_login_and_nothing_of_an_app_is_given_out(site, tmp_path):
    for name in ("static", "models"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "secret.js").write_text("secret")
    (tmp_path / "main.py").write_text("")
    base = site({"app": tmp_path, "other": who}, auth=Auth(plain, lambda request: f"/in?{request.url.path}"))
    for path in ("", "app", "other/", "nothing", "app/static/secret.js", "app/models/secret.js"):
        page = httpx.get(base + path, headers=HTML)
        assert (page.status_code, page.headers["location"]) == (303, f"/in?/{path}"), path
        assert page.headers["cache-control"] == "no-store"
        for more in (JSON, {}):
            answer = httpx.get(base + path, headers=more)
            assert answer.status_code == 401 and "secret" not in answer.text, path
    assert httpx.get(base + "app/static/secret.js", headers=ADA).text == "secret"
    for path in ("livez", "readyz", "metrics", "static/asgiplots/main-1.js"):
        assert httpx.get(base + path).status_code == 200, path
    for path in ("livez/", "static/asgiplots/a/b", "app/livez", "livez%0a"):
        assert httpx.get(base + path).status_code == 401, path


@pytest.mark.parametrize("nobody", [None, "", False, SimpleNamespace(is_authenticated=False)])
def test_nobody_is_nobody_in_any_form(site, nobody):
    base = site({"app": who}, auth=lambda connection: nobody)
    assert httpx.get(base).status_code == 401
    assert "Log in first" in httpx.get(base, headers=HTML).text


def test_a_hook_that_fails_lets_nobody_in(site, caplog):
    base = site({"app": who}, auth=lambda connection: 1 / 0)
    assert httpx.get(base).status_code == 401
    assert "the auth hook failed: nobody is let in" in caplog.text


class Backend(AuthenticationBackend):
    async def authenticate(self, conn):
        if "authorization" not in conn.headers:
            return None
        name = base64.b64decode(conn.headers["authorization"].split()[1]).decode().partition(":")[0]
        return AuthCredentials(["authenticated"]), SimpleUser(name)


async def test_the_middleware_of_a_site_says_who_visits(site):
    url = site({"app": who}, wrap=lambda app: AuthenticationMiddleware(app, backend=Backend()))
    headers = {"authorization": "Basic " + base64.b64encode(b"ada:x").decode()}
    hers = payload(url, headers=headers)
    assert await said(url, hers, headers) == "ada None"
    assert (await said(url, hers, {})).startswith("4401: the page's token is for another")


MODULE = """
    def get_user(request):
        return request.cookies.get("user")

    login_url = "/login"
    logout_url = "/logout"
"""


async def test_a_module_says_who_visits(site, folder: Write):
    url = site({"app": who}, auth_module=str(folder({"auth.py": MODULE}) / "auth.py"))
    assert httpx.get(url, headers=HTML).headers["location"] == "/login"
    assert await said(url, payload(url, headers=ADA), ADA) == "ada /logout"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "must define get_user(request) or get_user_async(request)"),
        ("get_user = 'ada'", "must define get_user(request) or get_user_async(request)"),
        ("def get_user(r): ...\nasync def get_user_async(r): ...", "get_user or get_user_async, not both"),
        ("def get_user(r): ...\nlogin_url = get_login_url = '/'", "login_url or get_login_url, not both"),
    ],
)
def test_a_module_that_cannot_be_used_is_said_to_be(folder: Write, source, words):
    path = folder({"auth.py": source}) / "auth.py"
    with pytest.raises(AppError) as error:
        Auth.of_file(path)
    assert words in str(error.value) and str(path) in str(error.value)


def test_a_module_that_is_missing(tmp_path):
    with pytest.raises(AppError, match="there is no auth module"):
        Auth.of_file(tmp_path / "auth.py")


async def test_who_is_turned_away_and_says_nothing_is_not_kept(site):
    url = site({"app": who}, auth=plain, hello_seconds=0.2)
    start = payload(url, headers=ADA)
    async with connect(socket_url(url, start)) as socket:
        assert b"log in first" in await asyncio.wait_for(socket.recv(), 5)
        with pytest.raises(ConnectionClosed):
            await socket.recv()


@pytest.mark.parametrize("prefix", ["/app", "/app/static", "/static/asgiplots", "/", "//", "/livez", "/app/"])
def test_a_prefix_that_a_visitor_makes_up_opens_nothing(site, folder: Write, prefix):
    app = folder({"main.py": "", "static/secret.js": "secret", "models/secret.js": "secret"})
    base = site({"app": app}, auth=plain)
    for path in ("", "app", "app/static/secret.js", "app/models/secret.js", "livez/app/static/secret.js",
                 "static/asgiplots/app/models/secret.js"):  # fmt: skip
        answer = httpx.get(base + path, headers={"x-forwarded-prefix": prefix})
        assert answer.status_code in (401, 404) and "secret" not in answer.text.replace(path, ""), path


def test_the_command_takes_a_module(folder: Write):
    files = folder({"auth.py": MODULE, "main.py": ""})
    with serving_files(files, options=("--auth-module", str(files / "auth.py"))) as url:
        answer = httpx.get(url, headers=HTML)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
        assert httpx.get(url, headers=ADA).status_code == 200
