"""The product's Python sources as data: modules, rooms, imports and the length of functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "asgiplots"

#: Top to bottom: a room imports only rooms named before it.
ROOMS = (
    "schema", "models", "plotting", "document", "protocol", "session", "apps", "server", "client", "embed",
    "testing",
)  # fmt: skip

#: The room plotting is also the face that apps import: at first use it hands on names of these.
FACES = {"asgiplots.plotting": ("asgiplots.io", "asgiplots.document")}


@dataclass(frozen=True)
class Function:
    """One function or method: where it is and how many lines it has, decorators and docstring left out."""

    module: str
    name: str
    lines: int


@dataclass(frozen=True)
class Module:
    """One source file of the package."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def name(self) -> str:
        """Dotted name, such as `asgiplots.document.current`."""
        parts = self.path.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str | None:
        """The room that the module lives in; None for the package's own facades."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 and parts[1] in ROOMS else None

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def is_generated(self) -> bool:
        return "generated" in self.text[:200].lower()

    def imports(self, *, for_types: bool = True) -> Iterator[tuple[int, str]]:
        """Line and dotted name of everything imported from this package, in functions too.

        What is imported for type checkers only is left out when `for_types` is false.
        """
        skipped = set() if for_types else self._type_only()
        for node in ast.walk(self.tree):
            if node in skipped:
                continue
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names if _is_ours(alias.name))
            elif isinstance(node, ast.ImportFrom):
                base = self._absolute(node)
                if _is_ours(base):
                    yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)

    def functions(self) -> Iterator[Function]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield Function(self.name, node.name, _body_lines(node))

    def _type_only(self) -> set[ast.AST]:
        blocks = [node for node in ast.walk(self.tree) if isinstance(node, ast.If)]
        return {
            inner
            for block in blocks
            if "TYPE_CHECKING" in ast.unparse(block.test)
            for inner in ast.walk(block)
        }

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]
        for _ in range(node.level - 1):
            package = package.rpartition(".")[0]
        return f"{package}.{node.module}" if node.module else package


def modules() -> list[Module]:
    """Every module of the package, sorted by path."""
    return [Module(path) for path in sorted(SOURCE.rglob("*.py")) if "static" not in path.parts]


def room_of(name: str) -> str | None:
    """The room that a dotted name points into; None for the package itself and its facades."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else None


def hands_on(module: Module, name: str) -> bool:
    """Whether `module` is a face that hands on the dotted name `name` of a later room."""
    return name.startswith(FACES.get(module.name, ("?",)))


def _is_ours(name: str) -> bool:
    return name == "asgiplots" or name.startswith("asgiplots.")


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    start = node.lineno
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        start += (first.end_lineno or first.lineno) - first.lineno + 1
    return (node.end_lineno or node.lineno) - start + 1
