"""Widgets: controls and text beside plots."""

from collections.abc import Callable
from typing import Any, Literal

from asgiplots.models.events import ButtonClick
from asgiplots.models.formatters import TickFormatter
from asgiplots.models.layouts import LayoutDOM
from asgiplots.schema import Model, abstract, field
from asgiplots.schema.enums import ButtonType, Orientation
from asgiplots.schema.types import Color, FiniteFloat, NonNegativeInt, PositiveFloat

Margin = int | tuple[int, int] | tuple[int, int, int, int] | None
Option = str | tuple[Any, str]


@abstract
class Widget(LayoutDOM):
    """The base of widgets."""

    margin: Margin = 5


@abstract
class ButtonLike(Model):
    """What all buttons share; ``button_type`` names a look."""

    button_type: ButtonType = "default"


@abstract
class AbstractButton(Widget, ButtonLike):
    """The base of buttons."""

    label: str = "Button"


class Button(AbstractButton):
    """A button that does something when pressed."""

    def on_click(self, handler: Callable[..., Any]) -> None:
        """Call ``handler``, with the event or with nothing, each time the button is pressed."""
        self.on_event(ButtonClick, handler)

    def js_on_click(self, handler: Any) -> None:
        """Run a ``CustomJS`` each time the button is pressed."""
        self.js_on_event(ButtonClick, handler)


class Toggle(AbstractButton):
    """A button that stays pressed: ``active`` says whether it is."""

    label: str = "Toggle"
    active: bool = field(default=False, writable=True)

    def on_click(self, handler: Callable[[bool], Any]) -> None:
        """Call ``handler`` with the new state each time it changes."""

        def on_active(attr: str, old: Any, new: Any) -> Any:
            return handler(new)

        self.on_change("active", on_active)

    def js_on_click(self, handler: Any) -> None:
        """Run a ``CustomJS`` each time the state changes."""
        self.js_on_change("active", handler)


@abstract
class AbstractSlider(Widget):
    """The base of sliders: a title, the value beside it, and a bar."""

    width: NonNegativeInt | None = 300
    orientation: Orientation = "horizontal"
    title: str | None = ""
    show_value: bool = True
    direction: Literal["ltr", "rtl"] = "ltr"
    tooltips: bool = True
    bar_color: Color = "#e6e6e6"


@abstract
class NumericalSlider(AbstractSlider):
    """The base of sliders of numbers; ``format`` is a numeral pattern or a tick formatter."""

    format: str | TickFormatter = ""


class Slider(NumericalSlider):
    """A number between ``start`` and ``end``.

    ``value_throttled`` follows when the handle is let go, None before.
    """

    format: str | TickFormatter = "0[.]00"
    start: FiniteFloat = field(required=True)
    end: FiniteFloat = field(required=True)
    value: FiniteFloat = field(required=True, writable=True)
    value_throttled: FiniteFloat | None = field(default=None, writable=True)
    step: PositiveFloat = 1


@abstract
class InputWidget(Widget):
    """The base of input fields, with a title above and a description on demand."""

    title: str = ""
    description: str | None = None


class Select(InputWidget):
    """A choice of one: options are values or (value, label) pairs, or a dictionary of groups of these."""

    options: list[Option] | dict[str, list[Option]] = field(factory=list)
    value: Any = field(default="", writable=True)


@abstract
class TextLikeInput(InputWidget):
    """The base of text fields.

    ``value`` changes on Enter or on leaving the field, ``value_input`` on each key.
    """

    value: str = field(default="", writable=True)
    value_input: str = field(default="", writable=True)
    placeholder: str = ""
    max_length: int | None = None


class TextInput(TextLikeInput):
    """One line of text, with optional texts before and after the field."""

    prefix: str | None = None
    suffix: str | None = None


@abstract
class AbstractGroup(Widget):
    """The base of groups of boxes or buttons."""

    labels: list[str] = field(factory=list)


@abstract
class ToggleInputGroup(AbstractGroup):
    """The base of groups of boxes, below each other or in one line."""

    inline: bool = False


class CheckboxGroup(ToggleInputGroup):
    """Boxes of which any number may be checked: ``active`` lists their places."""

    active: list[int] = field(factory=list, writable=True)


@abstract
class ToggleButtonGroup(AbstractGroup, ButtonLike):
    """The base of groups of buttons that stay pressed."""

    orientation: Orientation = "horizontal"


class RadioButtonGroup(ToggleButtonGroup):
    """Buttons of which at most one is pressed: ``active`` is its place."""

    active: int | None = field(default=None, writable=True)


@abstract
class Markup(Widget):
    """The base of pieces of text."""

    text: str = ""


class Div(Markup):
    """A block of HTML, or of plain text with ``render_as_text``."""

    render_as_text: bool = False
