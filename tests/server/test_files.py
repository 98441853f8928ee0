"""Files of an app that a browser may fetch: those in its folders of static files and of models, no others."""

from __future__ import annotations

import http.client
import os
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from app_files import Write

FILES = {
    "main.py": "canary = 1",
    "secret.js": "canary",
    "static/a.js": "of static",
    "static/sub/b.js": "of static",
    "static-not/secret.js": "canary",
    "models/m.js": "of models",
    "models/sub/n.mjs": "of models",
    "models/notes.txt": "canary",
    "models-not/secret.js": "canary",
}

# Ways to write "one folder up", and the stroke between names.
UPS = ["..", "%2e%2e", ".%2e", "%252e%252e", "..;", "..%00", "%c0%ae%c0%ae", "%uff0e%uff0e", "....", ". ."]
STROKES = ["/", "%2f", "\\", "%5c", "//", "/./", "%252f", "%c0%af"]
TARGETS = ["secret.js", "main.py", "static-not/secret.js", "models-not/secret.js", "models/notes.txt"]


def get(url: str, path: str) -> tuple[int, str]:
    """An answer for the path as it is: a library for HTTP would tidy it first."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
    try:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


@pytest.fixture
def app(folder: Write) -> Path:
    return folder(FILES)


def wrong_paths(app: Path) -> list[str]:
    """Paths below `/app/static/` and `/app/models/` that lead, or seem to lead, elsewhere."""
    ways = [
        f"{up}{stroke}{sub}{target}"
        for up, stroke, target in product(UPS, STROKES, TARGETS)
        for sub in ("", f"{up}{stroke}app{stroke}")
    ]
    ways += [f"sub{stroke}{up}{stroke}{up}{stroke}secret.js" for up, stroke in product(UPS, STROKES)]
    outside = [f"{app}/secret.js", "/etc/passwd", "//etc/passwd", "file:///etc/passwd", "C:\\boot.ini"]
    ways += [*outside, *(path.replace("/", "%2f") for path in outside)]
    ways += ["a.js%00", "a.js%00.js", "%00", "m.js%00.txt", "x" * 5000 + ".js", "a.js/..", "%0a", "%ff%fe.js"]
    return [*ways, "", ".", "..", "sub", "sub/", "%2e", "~/x.js", "~root/x.js", "a.js/../../main.py"]


def test_no_path_leads_out_of_the_folders(site, app: Path) -> None:
    url = site({"app": app})
    tried = 0
    for base, way in product(("/app/static/", "/app/models/"), wrong_paths(app)):
        status, text = get(url, (base + way).replace(" ", "%20"))
        assert "canary" not in text and "root:" not in text, base + way
        assert status in (400, 404), (status, base + way)
        tried += 1
    print(f"\nfiles: {tried} paths that lead elsewhere, none answered")
    good = ["static/a.js", "static/sub/b.js", "models/m.js", "models/sub/n.mjs", "static/sub/../a.js"]
    for path in good:
        status, text = get(url, f"/app/{path}")
        assert (status, text.startswith("of ")) == (200, True), path


def test_links_that_lead_outside_are_not_followed_and_those_inside_are(site, app: Path) -> None:
    for place in ("static", "models"):
        (app / place / "out.js").symlink_to(app / "secret.js")
        (app / place / "absolute.js").symlink_to("/etc/passwd")
        (app / place / "away").symlink_to(app)
        (app / place / "beside").symlink_to(app / f"{place}-not")
        (app / place / "loop.js").symlink_to(app / place / "loop.js")
        (app / place / "again.js").symlink_to(app / place / ("a.js" if place == "static" else "m.js"))
    url = site({"app": app})
    for place in ("static", "models"):
        for name in ("out.js", "absolute.js", "away/secret.js", "beside/secret.js", "loop.js"):
            status, text = get(url, f"/app/{place}/{name}")
            assert status == 404 and "canary" not in text, (place, name)
        assert get(url, f"/app/{place}/again.js") == (200, f"of {place}")


def test_a_folder_that_is_itself_a_link_is_served(site, app: Path, tmp_path: Path) -> None:
    for place in ("static", "models"):
        (app / place).rename(tmp_path / place)
        (app / place).symlink_to(tmp_path / place)
    url = site({"app": app})
    assert get(url, "/app/static/a.js") == (200, "of static")
    assert get(url, "/app/models/m.js") == (200, "of models")


def test_what_is_not_a_plain_file_is_not_served(site, app: Path) -> None:
    for place in ("static", "models"):
        os.mkfifo(app / place / "pipe.js")
    url = site({"app": app})
    for place in ("static", "models"):
        assert get(url, f"/app/{place}/pipe.js")[0] == 404
