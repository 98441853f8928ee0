"""Writes what is made from the declarations: ``python -m asgiplots.generate [--check]``."""

import sys
from pathlib import Path

from asgiplots.plotting import options  # importing the room plotting declares every shipped model
from asgiplots.protocol.typescript import emit_messages
from asgiplots.schema.registry import REGISTRY
from asgiplots.schema.typescript import emit_models
from asgiplots.session import states


def outputs(root: Path) -> dict[Path, str]:
    """Return the text of every generated file below the repository's folder ``root``."""
    folder = root / "frontend" / "src" / "generated"
    return {
        folder / "models.ts": emit_models(REGISTRY.shipped()),
        folder / "messages.ts": emit_messages(),
        root / "src" / "asgiplots" / "plotting" / "_options.py": options.render(),
        root / "docs" / "states.md": states.render(),
    }


def main(arguments: list[str]) -> int:
    """Write the files; with ``--check`` only tell which are stale (exit code 1 if any is)."""
    root = Path(__file__).resolve().parents[2]
    check = "--check" in arguments
    stale = {path: text for path, text in outputs(root).items() if _current(path) != text}
    for path, text in stale.items():
        print(f"{'stale' if check else 'wrote'}: {path.relative_to(root)}")
        if not check:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and check else 0


def _current(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
