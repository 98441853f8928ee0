"""Sites on free ports: `site(apps, **options)` gives the address of one that runs until the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from serving import serving

from asgiplots.server import create_app
from asgiplots.server.assets import Assets

Site = Callable[..., str]


@pytest.fixture(scope="session")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Assets:
    """A front end of two files."""
    folder = tmp_path_factory.mktemp("static")
    (folder / "main-1.js").write_text("export {}\n" * 200)
    (folder / "main-2.css").write_text("body {}")
    (folder / "manifest.json").write_text(
        '{"main.js": "main-1.js", "main.css": "main-2.css", "single.js": "single-4.js", "parts": ['
        '{"kinds": ["Slider", "Button"], "files": ["chunk-5.js", "chunk-3.js"]}, '
        '{"kinds": ["Scatter"], "files": ["chunk-6.js"]}]}'
    )
    (folder / "build.json").write_text('{"first": ["main-1.js", "chunk-3.js", "main-2.css"]}')
    return Assets(folder)


@pytest.fixture
def site(assets: Assets) -> Iterator[Site]:
    with ExitStack() as stack:

        def start(
            apps: Any, *, lifespan: str = "on", wrap: Callable[[Any], Any] = lambda app: app, **options: Any
        ) -> str:
            app = create_app(apps, assets=assets, **options)
            return stack.enter_context(serving(wrap(app), lifespan=lifespan))

        yield start
