"""The shipped nginx.conf: every variant passes the suite that a bare server passes."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
from site_suite import Site, each_check


@each_check
def test_site(site: Site, check: Callable[[Site], None]):
    check(site)


def test_sessions_spread_over_the_workers_and_stay_where_they_are(site: Site):
    workers: set[str] = set()
    for _ in range(12):
        page = site.page("who")
        with site.open(page) as first, site.open(page) as second:
            assert first.named("process")[1]["text"] == second.named("process")[1]["text"]
            workers.add(first.named("process")[1]["text"])
    assert len(workers) == 2


def test_a_longer_name_is_not_the_prefix(site: Site):
    if urlsplit(site.base).path == "/":
        return
    answer = httpx.get(f"{site.base[:-1]}omething", verify=False)
    assert answer.status_code == 404
    assert "nginx" in answer.text, "it is not for the workers to answer"
