"""Prefixes of proxies and outer sites are found without being told."""

import pytest

from asgiplots.server.addresses import Locator, up


@pytest.mark.parametrize(
    ("local", "way"),
    [("/", "./"), ("", "./"), ("/app", "./"), ("/app/", "../"), ("/a/b", "../"), ("/a/b/", "../../")],
)
def test_the_way_up(local, way):
    assert up(local) == way


def split(path: str, prefix: str = "", root_path: str = "", **headers: str) -> tuple[str, str]:
    return Locator(prefix, ["app", "app2", "deep/er", ""]).split(
        {"path": path, "root_path": root_path}, headers
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/app", ("", "/app")),
        ("/app/ws", ("", "/app/ws")),
        ("/", ("", "/")),
        ("//app", ("", "/app")),
        ("/plots/app", ("/plots", "/app")),
        ("/plots/app/", ("/plots", "/app/")),
        ("/a/b/app2/ws", ("/a/b", "/app2/ws")),
        ("/plots/deep/er", ("/plots", "/deep/er")),
        ("/plots/static/asgiplots/main-1.js", ("/plots", "/static/asgiplots/main-1.js")),
        ("/plots/livez", ("/plots", "/livez")),
        ("/app/static/app/x.js", ("", "/app/static/app/x.js")),
        ("/static/app/x.css", ("", "/static/app/x.css")),
        ("/nothing", ("", "/nothing")),
        ("/application", ("", "/application")),
    ],
)
def test_a_prefix_that_a_proxy_keeps_is_what_stands_before_our_part(path, expected):
    assert split(path) == expected


def test_a_setting_and_a_header_name_the_prefix():
    assert split("/plots/", prefix="/plots") == ("/plots", "/")
    assert split("/plots", prefix="/plots") == ("/plots", "")
    assert split("/plotsy", prefix="/plots") == ("", "/plotsy")
    assert split("/app", prefix="/plots") == ("", "/app")
    assert split("/plots/app", **{"x-forwarded-prefix": "/plots/"}) == ("/plots", "/app")


def test_a_mount_leaves_its_own_part_to_us():
    assert split("/sub/app", root_path="/sub") == ("", "/app")
    assert split("/sub", root_path="/sub") == ("", "")
    assert split("/app", root_path="/sub") == ("", "/app")
