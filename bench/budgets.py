"""`python -m bench.budgets`: prints each budget and what it is now; fails where one is broken."""

from __future__ import annotations

import statistics
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bench import importing, peer, weight
from bench.source_tree import ROOMS, ROOT, hands_on, modules, room_of

#: What the project was asked to build on; the others are ours to answer for.
GIVEN = {"starlette", "uvicorn", "numpy", "pyyaml", "httpx"}
FRONTEND = ROOT / "frontend" / "src"


@dataclass(frozen=True)
class Budget:
    """One budget: its name, the value now, the most it may be, and how to print them."""

    name: str
    value: float
    most: float
    unit: str = ""
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        now, most = (f"{number:.3g}{self.unit}" for number in (self.value, self.most))
        return f"{self.name:<44} {now:>9} of {most:<8} {'ok' if self.holds else 'BROKEN'}  {self.note}"


def dependencies() -> list[str]:
    """Names of the packages that the product requires."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        requirements: list[str] = tomllib.load(file)["project"]["dependencies"]
    return [requirement.split(">")[0].split("=")[0].split("<")[0].strip() for requirement in requirements]


def edges_against_the_order() -> int:
    """How many imports go from a room to one below it."""
    order = {room: number for number, room in enumerate(ROOMS)}
    return sum(
        order[target] > order[module.room]
        for module in modules()
        if module.room
        for _, name in module.imports()
        if (target := room_of(name)) and not hands_on(module, name)
    )


def _python_sizes() -> list[Budget]:
    counted = [module for module in modules() if module.room != "models" and not module.is_generated]
    sizes = {module.name: module.lines for module in counted}
    largest = max(sizes, key=sizes.__getitem__)
    functions = [function for module in counted for function in module.functions()]
    longest = max(functions, key=lambda function: function.lines)
    long_share = sum(function.lines >= 15 for function in functions) / len(functions) * 100
    return [
        Budget("Python module, median lines", statistics.median(sizes.values()), 120),
        Budget("Python module, largest", sizes[largest], 400, note=largest),
        Budget("Python function, longest", longest.lines, 40, note=f"{longest.module}.{longest.name}"),
        Budget("Python functions of 15 lines and more", long_share, 50, "%"),
    ]


def _typescript_sizes() -> list[Budget]:
    paths = [path for path in FRONTEND.rglob("*.ts") if "generated" not in path.parts]
    sizes = {path.relative_to(FRONTEND): path.read_text().count("\n") for path in paths}
    largest: Path = max(sizes, key=sizes.__getitem__)
    return [
        Budget("TypeScript module, median lines", statistics.median(sizes.values()), 120),
        Budget("TypeScript module, largest", sizes[largest], 400, note=str(largest)),
    ]


def _import_time() -> Budget:
    ours = importing.import_seconds(sys.executable, "asgiplots.plotting")
    theirs = importing.import_seconds(peer.prepare(), "bokeh.plotting")
    note = f"{ours * 1e3:.0f} ms, Bokeh {theirs * 1e3:.0f} ms"
    return Budget("import of plotting, of Bokeh's", ours / theirs, 0.25, note=note)


def measure() -> list[Budget]:
    """Every budget with its value now."""
    names = dependencies()
    return [
        Budget("imports against the order of the rooms", edges_against_the_order(), 0),
        *_python_sizes(),
        *_typescript_sizes(),
        Budget("first load, gzip", sum(weight.first_load().values()) / 1024, 90, " KB"),
        _import_time(),
        Budget("dependencies beyond the given five", len(set(names) - GIVEN), 8),
    ]


def main() -> int:
    budgets = measure()
    print(*budgets, sep="\n")
    return 0 if all(budget.holds for budget in budgets) else 1


if __name__ == "__main__":
    sys.exit(main())
