"""Themes: defaults of many models at once, from a file, a dictionary, or by name."""

from collections.abc import Mapping
from os import PathLike, fspath
from typing import Any
from weakref import WeakKeyDictionary

from asgiplots.models.plots import Plot
from asgiplots.models.visuals import (
    FillProps,
    LineProps,
    ScalarFillProps,
    ScalarLineProps,
    ScalarTextProps,
    TextProps,
)
from asgiplots.plotting.theme_looks import ATTRIBUTES, SCHEMES, Scheme
from asgiplots.schema import REGISTRY, Model
from asgiplots.schema.names import show, similar

_GROUPS: dict[str, tuple[type[Model], ...]] = {
    "line_defaults": (LineProps, ScalarLineProps),
    "fill_defaults": (FillProps, ScalarFillProps),
    "text_defaults": (TextProps, ScalarTextProps),
}
BUILT_IN = tuple(ATTRIBUTES)


class Theme:
    """Values that stand in for the defaults of fields which an app never set.

    ``json`` is ``{"attrs": {"Plot": {"background_fill_color": "#20262b"}, …}}``: fields by the name of a
    model class; they hold for classes derived from it too. ``line_defaults``, ``fill_defaults`` and
    ``text_defaults`` beside ``attrs`` hold for all models with such looks. ``filename`` is a YAML or JSON
    file with the same. ``scheme`` is "light" or "dark" as the page around the plots should be, or None.
    """

    def __init__(
        self,
        filename: "str | PathLike[str] | None" = None,
        json: Mapping[str, Any] | None = None,
        *,
        name: str | None = None,
    ) -> None:
        """Read a theme from one of the two; ValueError says which model or field does not exist or fit."""
        if (filename is None) == (json is None):
            raise ValueError("a theme expected either filename or json")
        self.name = name
        where = "the theme" if filename is None else fspath(filename)
        content = _read(fspath(filename)) if filename is not None else json
        self._groups, self._attrs = _parts(content, where)
        self._where = where
        # Apps that declare models declare them anew in each session: their classes must be able to go.
        self._found: WeakKeyDictionary[type[Model], Mapping[str, Any]] = WeakKeyDictionary()
        for cls in [REGISTRY.names()[kind] for kind in self._attrs if kind in REGISTRY.names()]:
            self.for_model(cls)
        self.scheme = SCHEMES.get(name or "") or scheme_of(self.for_model(Plot))

    def __repr__(self) -> str:
        return f"Theme({self.name or self._where!r})"

    def for_model(self, cls: type[Model]) -> Mapping[str, Any]:
        """Return the values for a model class by field, checked; ValueError names what does not fit."""
        found = self._found.get(cls)
        if found is None:
            found = self._found[cls] = self._collect(cls)
        return found

    def _collect(self, cls: type[Model]) -> Mapping[str, Any]:
        values: dict[str, Any] = {}
        for group, bases in _GROUPS.items():
            if issubclass(cls, bases):
                values |= self._groups.get(group, {})
        for base in reversed(cls.__mro__):
            for name in dict.fromkeys((getattr(base, "kind_name", ""), base.__name__)):
                values |= self._attrs.get(name, {})
        return {name: self._checked(cls, name, value) for name, value in values.items()}

    def _checked(self, cls: type[Model], name: str, value: Any) -> Any:
        descriptor = cls._fields.get(name)
        if descriptor is None:
            raise ValueError(
                f"{self._where}: {cls.__name__} has no field {name!r}{similar(name, cls._fields)}"
            )
        try:
            return descriptor.coerce(value, cls)
        except ValueError as error:
            raise ValueError(f"{self._where}: {error}") from None


def scheme_of(values: Mapping[str, Any]) -> Scheme | None:
    """Return the scheme that goes with a plot's colours, as far as they are set and written with "#"."""
    for field in ("border_fill_color", "background_fill_color"):
        color = str(values.get(field))
        if len(color) == 7 and color.startswith("#"):
            red, green, blue = bytes.fromhex(color[1:])
            return "light" if 0.299 * red + 0.587 * green + 0.114 * blue > 127 else "dark"
    return None


def built_in(name: str) -> Theme:
    """Return a theme that comes with the package; ValueError with similar names if there is none."""
    if name not in ATTRIBUTES:
        known = ", ".join(BUILT_IN)
        raise ValueError(f"there is no theme called {name!r}; the themes: {known}{similar(name, BUILT_IN)}")
    return Theme(json={"attrs": ATTRIBUTES[name]}, name=name)


def read_theme(value: Any) -> Theme | None:
    """Return the theme that a name, the path of a file, a dictionary or a theme stands for; None is none."""
    if value is None or isinstance(value, Theme):
        return value
    if isinstance(value, Mapping):
        return Theme(json=value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, str) and not value.endswith((".yaml", ".yml", ".json")):
        return built_in(value)
    if isinstance(value, str | PathLike):
        return Theme(filename=value)  # pyright: ignore[reportUnknownArgumentType]
    raise ValueError(f"expected a theme, the name of one, a file or a dictionary, got {show(value)}")


def _read(filename: str) -> Any:
    import yaml

    with open(filename, encoding="utf-8") as file:
        try:
            return yaml.safe_load(file)  # JSON is a part of YAML
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f" in line {mark.line + 1}" if mark is not None else ""
            problem = getattr(error, "problem", None) or "it cannot be read"
            raise ValueError(f"{filename} is no valid YAML: {problem}{line}") from None


def _parts(content: Any, where: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the groups' values and the classes' values of a theme."""
    top = _mapping(content, f"{where} expected 'attrs' at its top")
    for key in top:
        if key != "attrs" and key not in _GROUPS:
            known = ["attrs", *_GROUPS]
            raise ValueError(f"{where} expected {', '.join(known)} at its top, got {show(key)}")
    attrs = _mapping(top.get("attrs"), f"{where} expected models by name under 'attrs'")
    blocks = {
        kind: _mapping(fields, f"{where} expected fields by name under {kind!r}")
        for kind, fields in attrs.items()
    }
    groups = {
        key: _mapping(top[key], f"{where} expected fields under {key!r}") for key in top if key != "attrs"
    }
    return groups, blocks


def _mapping(value: Any, sentence: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ValueError(f"{sentence}, got {show(value)}")
    return dict(value)  # pyright: ignore[reportUnknownArgumentType]
