"""One-way rooms: a module imports only from its own room, rooms above it, and never a facade."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from bench.source_tree import ROOMS, Module, hands_on, modules, room_of

#: What rooms may take from the package's root: its version and nothing else.
ROOT_NAMES = {"asgiplots.__version__"}


def _wrong_edges(module: Module) -> list[str]:
    room = module.room
    if room is None:
        return []
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    return [
        f"{module.name}:{line} imports {name}"
        for line, name in module.imports()
        if name not in ROOT_NAMES and room_of(name) not in allowed and not hands_on(module, name)
    ]


def test_a_room_imports_only_rooms_above_it():
    wrong = [edge for module in modules() for edge in _wrong_edges(module)]
    assert not wrong, "these imports go against the order of the rooms:\n" + "\n".join(wrong)


def test_every_package_is_a_room():
    packages = {
        module.path.parent.name for module in modules() if module.path.parent.parent.name == "asgiplots"
    }
    assert packages == set(ROOMS)


def test_no_cycle_between_modules():
    names = {module.name for module in modules()}
    graph: dict[str, set[str]] = {}
    for module in modules():
        found = [name for _, name in module.imports(for_types=False) if not hands_on(module, name)]
        targets = {_module_named(name, names) for name in found}
        graph[module.name] = {target for target in targets if target and target != module.name}
    for name in list(graph):  # a package's own __init__ gathers its modules; they may name the package
        graph[name] = {target for target in graph[name] if not name.startswith(target + ".")}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError("import cycle: " + " -> ".join(error.args[1])) from None


def _module_named(name: str, names: set[str]) -> str | None:
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name or None


def test_the_core_does_no_input_or_output():
    edge = {
        "socket",
        "asyncio",
        "threading",
        "starlette",
        "uvicorn",
        "httpx",
        "websockets",
        "jinja2",
        "click",
    }
    rooms = {"schema", "models", "plotting", "document", "protocol"}
    allowed = {
        ("document", "threading"),
        ("schema", "threading"),
    }  # locks only: models change from any thread
    wrong = [
        f"{module.name} imports {top}"
        for module in modules()
        if module.room in rooms
        for top in _outside(module) & edge
        if (module.room, top) not in allowed
    ]
    assert not wrong, "\n".join(wrong)


def _outside(module: Module) -> set[str]:
    import ast

    found: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found
