"""Layouts: boxes of plots and widgets."""

from typing import Any

from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import Align, SizingMode, SizingPolicy
from asgiplots.schema.types import Auto, NonNegativeInt


@abstract
class StyledElement(Model):
    """The base of what has an element of its own in the page, with classes, styles and attributes for it.

    ``stylesheets`` are CSS rules for what is inside the element; ``:host`` in them is the element itself.
    """

    html_attributes: dict[str, str] = field(factory=dict)
    html_id: str | None = None
    css_classes: list[str] = field(factory=list)
    styles: dict[str, str | None] = field(factory=dict)
    stylesheets: list[str] = field(factory=list)


@abstract
class UIElement(StyledElement):
    """The base of what a page can show."""

    visible: bool = True


@abstract
class LayoutDOM(UIElement):
    """The base of what takes part in a layout.

    Sizes are in pixels; None leaves them to the content or the sizing. ``margin`` is one number, (vertical,
    horizontal) or (top, right, bottom, left).
    """

    disabled: bool = False
    width: NonNegativeInt | None = None
    height: NonNegativeInt | None = None
    min_width: NonNegativeInt | None = None
    min_height: NonNegativeInt | None = None
    max_width: NonNegativeInt | None = None
    max_height: NonNegativeInt | None = None
    margin: int | tuple[int, int] | tuple[int, int, int, int] | None = None
    width_policy: Auto | SizingPolicy = "auto"
    height_policy: Auto | SizingPolicy = "auto"
    aspect_ratio: Auto | float | None = None
    sizing_mode: SizingMode | None = None
    align: Auto | Align | tuple[Align, Align] = "auto"


@abstract
class FlexBox(LayoutDOM):
    """The base of rows and columns; ``spacing`` between two children is in pixels."""

    children: list[UIElement] = field(factory=list)
    spacing: int = 0

    def __init__(self, *children: Any, **fields: Any) -> None:
        """Make a box of ``Row(a, b)`` or of keyword arguments."""
        if children and "children" in fields:
            raise ValueError(
                f"expected the children of {type(self).__name__} once, got positional ones and children="
            )
        if children:
            fields["children"] = list(children)
        super().__init__(**fields)


class Row(FlexBox):
    """Children side by side."""


class Column(FlexBox):
    """Children one below the other."""


class Spacer(LayoutDOM):
    """Empty room."""
