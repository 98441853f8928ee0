"""The files that make an app: a folder with `main.py` and its companions, or one module."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from asgiplots.apps.errors import AppError

_HOOKS = ("server_lifecycle.py", "app_hooks.py")
_THUMBNAILS = ("thumbnail.svg", "thumbnail.webp", "thumbnail.png", "thumbnail.jpg")


@dataclass(frozen=True)
class Files:
    """Where the parts of an app are; None for those that it does without."""

    name: str
    main: Path
    folder: Path
    hooks: Path | None = None
    theme: Path | None = None
    template: Path | None = None
    static: Path | None = None
    models: Path | None = None
    thumbnail: str | None = None

    @classmethod
    def of(cls, path: str | Path) -> Files:
        """The app at `path`, a folder with a `main.py` or a module."""
        path = Path(path).absolute()
        if path.is_dir():
            return cls._of_folder(path)
        if not path.exists():
            raise AppError(f"there is no file or folder {path}")
        if path.suffix != ".py":
            raise AppError(f"an app is a Python file or a folder with a main.py, got {path}")
        return cls(_slug(path.stem), path, path.parent)

    @classmethod
    def _of_folder(cls, folder: Path) -> Files:
        main = folder / "main.py"
        if not main.is_file():
            raise AppError(f"an app's folder has a main.py, there is none in {folder}")
        hooks = [folder / name for name in _HOOKS if (folder / name).is_file()]
        if len(hooks) > 1:
            raise AppError(f"an app has one file of hooks, {folder} has both {' and '.join(_HOOKS)}")
        static = _folder(folder / "static")
        return cls(
            name=_slug(folder.name),
            main=main,
            folder=folder,
            hooks=hooks[0] if hooks else None,
            theme=_file(folder / "theme.yaml") or _file(folder / "theme.yml"),
            template=_file(folder / "templates" / "index.html"),
            static=static,
            models=_folder(folder / "models"),
            thumbnail=next((name for name in _THUMBNAILS if static and (static / name).is_file()), None),
        )


def is_app(path: Path) -> bool:
    """Whether `path` looks like an app inside a folder of apps."""
    if path.name.startswith(("_", ".")):
        return False
    return path.suffix == ".py" if path.is_file() else (path / "main.py").is_file()


def inside(folder: Path, name: str) -> Path | None:
    """The plain file `name` in `folder`, links followed; None if there is none or it lies elsewhere."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):  # names that are too long, links in a circle, a zero byte
        return None


def _slug(name: str) -> str:
    return re.sub(r"[^\w.~-]+", "-", name, flags=re.ASCII).strip("-") or "app"


def _file(path: Path) -> Path | None:
    return path if path.is_file() else None


def _folder(path: Path) -> Path | None:
    return path if path.is_dir() else None
