"""The built front end: hashed files, kept by browsers for ever and sent compressed from memory."""

from __future__ import annotations

import gzip
import json
import mimetypes
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

FOLDER = Path(__file__).parents[1] / "static"
_COMPRESSIBLE = (".js", ".css", ".svg", ".json", ".map")
_FOR_EVER = "public, max-age=31536000, immutable"


class MissingFrontEnd(RuntimeError):
    """The front end was never built."""


@dataclass(frozen=True)
class FrontEnd:
    """File names that a page refers to: its script, its style sheet, what the script loads at once.

    ``single`` is the script and all that it ever loads in one file, for pages without a server.
    """

    script: str
    style: str
    single: str
    preloads: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def needed_by(self, kinds: AbstractSet[str]) -> list[str]:
        """The files that a document of these kinds of models loads at once, beyond the script."""
        needed = [part.files for part in self.parts if not kinds.isdisjoint(part.kinds)]
        return list(dict.fromkeys([*self.preloads, *chain.from_iterable(needed)]))


@dataclass(frozen=True)
class Part:
    """Files that the script loads for the first model of one of these kinds."""

    kinds: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class _File:
    media_type: str
    content: bytes
    compressed: bytes | None


class Assets:
    """Serves the files of `folder`, and tells the pages their names."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._read = lru_cache(maxsize=256)(_read)

    @cached_property
    def front_end(self) -> FrontEnd:
        """The names from `manifest.json`; `MissingFrontEnd` says how to build it."""
        try:
            manifest = json.loads((self._folder / "manifest.json").read_text(encoding="utf-8"))
        except OSError:
            raise MissingFrontEnd(
                f"the front end is not built, {self._folder / 'manifest.json'} is missing: "
                "run `make install`, or `npm --prefix frontend run build`"
            ) from None
        script: str = manifest["main.js"]
        first: list[str] = []
        with suppress(OSError, KeyError):
            first = json.loads((self._folder / "build.json").read_text(encoding="utf-8"))["first"]
        preloads = tuple(name for name in first if name.endswith(".js") and name != script)
        parts = tuple(Part(tuple(p["kinds"]), tuple(p["files"])) for p in manifest.get("parts", ()))
        return FrontEnd(script, manifest.get("main.css", ""), manifest["single.js"], preloads, parts)

    async def serve(self, request: Request) -> Response:
        """One file; its name changes with its content, so it is never asked for again."""
        path = self._folder / request.path_params["name"]
        if path.parent != self._folder or not path.is_file():
            return PlainTextResponse("There is no such file.\n", 404)
        file = self._read(path, path.stat().st_mtime_ns)
        headers = {"Cache-Control": _FOR_EVER, "X-Content-Type-Options": "nosniff"}
        content = file.content
        if file.compressed is not None:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in request.headers.get("accept-encoding", ""):
                headers["Content-Encoding"] = "gzip"
                content = file.compressed
        return Response(content, media_type=file.media_type, headers=headers)


def _read(path: Path, changed: int) -> _File:
    content = path.read_bytes()
    compressed = gzip.compress(content, mtime=0) if path.suffix in _COMPRESSIBLE else None
    return _File(media_type(path.name), content, compressed)


def media_type(name: str) -> str:
    """The media type of a file; modules are JavaScript whatever the machine's own tables say."""
    if name.endswith((".js", ".mjs")):
        return "text/javascript"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
