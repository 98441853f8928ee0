/** Widgets by kind; one that Python declares and nobody builds here does not compile. */
import type { WidgetKind } from "../generated/models"
import type { Builders } from "./builders"
import { ButtonView, ToggleView } from "./buttons"
import { CheckboxGroupView, RadioButtonGroupView } from "./groups"
import { DivView } from "./markup"
import { SelectView } from "./select"
import { SliderView } from "./slider"
import { TextInputView } from "./text_input"

export const WIDGETS: Builders<WidgetKind> = {
  Button: (model, page) => new ButtonView(model, page),
  Toggle: (model, page) => new ToggleView(model, page),
  Slider: (model) => new SliderView(model),
  Select: (model) => new SelectView(model),
  TextInput: (model, page) => new TextInputView(model, page),
  CheckboxGroup: (model) => new CheckboxGroupView(model),
  RadioButtonGroup: (model, page) => new RadioButtonGroupView(model, page),
  Div: (model) => new DivView(model),
}
