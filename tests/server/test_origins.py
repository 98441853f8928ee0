"""Same origin by default, exactly; others only by name."""

import pytest

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
