import pytest
from starlette.requests import HTTPConnection

from asgiplots.server.guard import objection


def connection(host="127.0.0.1", **headers):
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    client = None if host is None else (host, 1234)
    return HTTPConnection({"type": "websocket", "headers": raw, "client": client})


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1"])
def test_a_client_on_this_machine_may_come_in(host):
    assert objection(connection(host), None) is None


@pytest.mark.parametrize("host", ["10.0.0.2", "2001:db8::1", "testclient", None])
def test_one_from_elsewhere_needs_a_key(host):
    assert "need a key" in objection(connection(host), None)
    assert objection(connection(host, x_asgiplots_push_key="k"), "k") is None


@pytest.mark.parametrize("header", ["forwarded", "x_forwarded_for", "x_forwarded_host", "x_real_ip"])
def test_what_comes_through_a_proxy_is_from_elsewhere(header):
    assert "need a key" in objection(connection(**{header: "127.0.0.1"}), None)


@pytest.mark.parametrize("given", [{}, {"x_asgiplots_push_key": ""}, {"x_asgiplots_push_key": "other"}])
def test_where_there_is_a_key_everybody_must_show_it(given):
    assert "must show the server's key" in objection(connection(**given), "secret")


def test_a_page_never_may_whatever_it_shows():
    page = connection(origin="http://localhost:5006", x_asgiplots_push_key="k")
    assert "pages of a browser" in objection(page, "k")
