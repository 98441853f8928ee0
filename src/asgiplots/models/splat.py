"""Lists whose attributes are those of their items: ``p.xaxis.axis_label = "time"``."""

import warnings
from collections.abc import Iterable
from typing import Any


class Splat(list[Any]):
    """Models of one plot: setting an attribute sets it on each, reading one gives the only item's or a list.

    On an empty list reading raises AttributeError, and setting warns that it has no effect.
    """

    def __init__(self, items: Iterable[Any], what: str) -> None:
        super().__init__(items)
        object.__setattr__(self, "_what", what)

    def __setattr__(self, name: str, value: Any) -> None:
        if not self:
            warnings.warn(f"the plot has no {self._what}, so setting {name!r} has no effect", stacklevel=2)
        for item in self:
            setattr(item, name, value)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if not self:
            raise AttributeError(f"the plot has no {self.__dict__.get('_what')} to read {name!r} from")
        values = [getattr(item, name) for item in self]
        return values[0] if len(values) == 1 else Splat(values, name)
