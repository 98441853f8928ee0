"""deploy/nginx/limits.conf: what one address may ask for, and that a visitor does not notice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from proxies import nginx
from serving import serving, viewing

import asgiplots
from asgiplots.models import Div


def app(doc):
    doc.add_root(Div(name="words", text="here"))


async def test_a_visitor_comes_in_and_a_flood_does_not(tmp_path: Path) -> None:
    made = asgiplots.create_app({"app": app})
    with (
        serving(made) as url,
        nginx(tmp_path, ("workers-tcp", "root", "limits"), [urlsplit(url).netloc]) as ports,
    ):
        base = f"http://127.0.0.1:{ports['http']}/"
        async with viewing(base) as viewer:
            await viewer.until(lambda v: v.roots)
            assert viewer.named("words")["text"] == "here"
        with httpx.Client(base_url=base) as client:
            assert client.post("", content=b"x" * 20_000).status_code == 413
            counts = Counter(client.get("livez").status_code for _ in range(500))
    print(f"\nlimits.conf: of 500 requests at once {dict(counts)}")
    assert set(counts) == {200, 429} and counts[200] >= 190
