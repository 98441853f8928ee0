"""S10: pages of the site's own origin may connect, compared exactly; others only where a setting names them.

That it needs no flag behind proxies (prefix kept or stripped, TLS ended before, unix socket) is shown with
real ones in `tests/deploy` and `tests/acceptance`; here are the rules.
"""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import payload, serving, socket_url
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

import asgiplots
from asgiplots.server.origins import Origins

SITE = {"host": "plots.example.org"}


@pytest.mark.parametrize(
    ("headers", "secure"),
    [
        ({"host": "localhost:5006", "origin": "http://localhost:5006"}, False),
        ({"host": "plots.example.org", "origin": "http://plots.example.org"}, False),
        ({"host": "plots.example.org:80", "origin": "http://plots.example.org"}, False),
        ({"host": "Plots.Example.org", "origin": "https://plots.example.org"}, True),
        (
            {
                "host": "plots.example.org",
                "origin": "https://plots.example.org",
                "x-forwarded-proto": "https",
            },
            False,
        ),
        ({"host": "plots.example.org", "origin": "https://plots.example.org"}, False),
        ({"host": "127.0.0.1:9", "origin": "https://a.org", "x-forwarded-host": "a.org"}, False),
        ({"host": "a.org", "origin": "https://a.org:8443", "x-forwarded-port": "8443"}, False),
        ({"host": "[::1]:5006", "origin": "http://[::1]:5006"}, False),
        ({"host": "localhost:5006"}, False),
    ],
)
def test_the_site_itself_may_connect(headers, secure):
    assert Origins().allows(headers, secure)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.org",
        "http://plots.example.org:8080",
        "http://plots.example.org.evil.org",
        "http://evil.org/plots.example.org",
        "http://plots.example.org@evil.org",
        "null",
        "",
        "file://",
        "http://plots.example.org:99999",
        "https://xn--plots.example.org",
    ],
)
def test_others_may_not(origin):
    assert not Origins().allows({**SITE, "origin": origin})


def test_a_page_without_tls_may_not_reach_a_site_with_it():
    headers = {**SITE, "origin": "http://plots.example.org"}
    assert not Origins().allows(headers, secure=True)
    assert not Origins().allows({**headers, "x-forwarded-proto": "https"})


@pytest.mark.parametrize(
    ("allowed", "origin", "expected"),
    [
        ("https://a.org", "https://a.org", True),
        ("https://a.org", "http://a.org", False),
        ("https://a.org", "https://a.org:8443", False),
        ("a.org", "https://a.org:8443", True),
        ("a.org:8443", "https://a.org:8443", True),
        ("a.org:8443", "https://a.org", False),
        ("*.example.org", "https://x.example.org", True),
        ("*.example.org", "https://example.org", False),
        ("*", "https://whatever.org", True),
    ],
)
def test_a_setting_allows_more(allowed, origin, expected):
    assert Origins([allowed]).allows({"host": "here", "origin": origin}) is expected


def test_a_setting_that_is_no_origin_is_an_error():
    with pytest.raises(
        ValueError, match=r"an allowed origin is https://host, host:port, \*\.example\.org or \*, got"
    ):
        Origins(["https://a.org/path"])


letters = st.text("abcxyz.-:/@0189%[]\\ \t\n\0", max_size=12)


@settings(max_examples=500, deadline=None)
@given(
    before=letters, after=letters, scheme=st.sampled_from(["http", "https", "ws", "HTTP", "file", "", "null"])
)
def test_no_origin_but_the_site_s_own_passes_however_it_is_written(before, after, scheme):
    origin = f"{scheme}://{before}plots.example.org{after}"
    allowed = Origins().allows({**SITE, "origin": origin})
    parsed = origin.lower().removesuffix(":80" if scheme.lower() == "http" else ":443")
    assert not allowed or parsed in ("http://plots.example.org", "https://plots.example.org")


async def test_a_page_of_another_origin_gets_no_websocket_and_no_session():
    app = asgiplots.create_app({"app": lambda doc: None}, allow_origin=["https://partner.org"])
    with serving(app) as url:
        start = await asyncio.to_thread(payload, url)
        host = url.split("/")[2]
        allowed = {"own": f"http://{host}", "partner": "https://partner.org", "no page": None}
        refused = [
            "http://evil.org",
            f"https://{host}:1",
            "null",
            "http://partner.org",
            f"http://{host}.evil.org",
        ]
        for origin in refused:
            with pytest.raises(InvalidStatus) as caught:
                await connect(socket_url(url, start), origin=origin)
            assert caught.value.response.status_code == 403
            assert b"is not allowed" in caught.value.response.body
        assert app.state.site.hosts["app"].sessions == {}
        for origin in allowed.values():
            async with connect(socket_url(url, start), origin=origin):
                pass
    print(f"\nS10: {len(refused)} origins refused by a server, {len(allowed)} let in; 500 spellings checked")
