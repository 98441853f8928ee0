"""Writes what is made from the declarations: ``python -m asgiplots.generate [--check]``."""

import sys
from pathlib import Path

import asgiplots.models  # noqa: F401  (declares every shipped model)
from asgiplots.protocol.typescript import emit_messages
from asgiplots.schema.registry import REGISTRY
from asgiplots.schema.typescript import emit_models


def outputs(root: Path) -> dict[Path, str]:
    """Return the text of every generated file below the repository's folder ``root``."""
    folder = root / "frontend" / "src" / "generated"
    return {
        folder / "models.ts": emit_models(REGISTRY.shipped()),
        folder / "messages.ts": emit_messages(),
    }


def main(arguments: list[str]) -> int:
    """Write the files; with ``--check`` only tell which are stale (exit code 1 if any is)."""
    root = Path(__file__).resolve().parents[2]
    stale = [
        path for path, text in outputs(root).items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        print(f"{'stale' if '--check' in arguments else 'wrote'}: {path.relative_to(root)}")
        if "--check" not in arguments:
            path.write_text(outputs(root)[path], encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
