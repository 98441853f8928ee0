"""Callbacks that run in the browser."""

from os import PathLike, fspath
from typing import Any

from asgiplots.schema import Model, abstract, field
from asgiplots.schema.types import Auto


@abstract
class Callback(Model):
    """The base of callbacks that run in the browser."""


@abstract
class CustomCode(Callback):
    """The base of callbacks whose code the app brings."""


class CustomJS(CustomCode):
    """JavaScript of the app's own.

    ``code`` is the body of a function that sees ``cb_obj``, ``cb_data``, ``cb_context`` and each key of
    ``args``, whose values may be models; or an ES module with a default export, recognised by itself or said
    by ``module=True``.
    """

    args: dict[str, Any] = field(factory=dict)
    code: str = field(required=True)
    module: Auto | bool = "auto"

    @classmethod
    def from_file(cls, path: "str | PathLike[str]", **args: Any) -> "CustomJS":
        """Return a callback with the code of a ``.js`` file, or of an ``.mjs`` file, which is a module."""
        name = fspath(path)
        if not name.endswith((".js", ".mjs")):
            raise ValueError(f"expected a .js or .mjs file, got {name!r}")
        with open(name, encoding="utf-8") as file:
            return cls(code=file.read(), args=args, module=True if name.endswith(".mjs") else "auto")
