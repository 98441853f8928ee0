"""Every model class by the name it has on the wire."""

from typing import Any

from asgiplots.schema.names import similar


class Registry:
    """Model classes by kind; a class defined again (an app run afresh) replaces the earlier one."""

    def __init__(self) -> None:
        self._classes: dict[str, Any] = {}

    def add(self, cls: Any) -> None:
        self._classes[cls.kind_name] = cls

    def get(self, name: str) -> Any:
        """Return the model class called ``name``; ValueError with similar names if there is none."""
        try:
            return self._classes[name]
        except KeyError:
            raise ValueError(f"there is no model called {name!r}{similar(name, self._classes)}") from None

    def names(self) -> dict[str, Any]:
        return self._classes

    def shipped(self) -> list[Any]:
        """Return the classes that the package itself declares, bases first."""
        return [c for c in self._classes.values() if c.__module__.startswith("asgiplots.")]


REGISTRY = Registry()
