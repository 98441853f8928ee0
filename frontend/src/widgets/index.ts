/** Widgets and containers by kind; one that Python declares and nobody builds here does not compile. */
import type { ModelByKind, WidgetKind } from "../generated/models"
import { ButtonView, ToggleView } from "./buttons"
import { FlexView, SpacerView } from "./containers"
import { CheckboxGroupView, RadioButtonGroupView } from "./groups"
import { DivView } from "./markup"
import { SelectView } from "./select"
import { SliderView } from "./slider"
import { TextInputView } from "./text_input"
import { SharedToolbarView } from "./toolbar_view"
import type { Page, View } from "./view"

export type { Page, View } from "./view"

type Table<K extends keyof ModelByKind> = { [Kind in K]: (model: ModelByKind[Kind], page: Page) => View }

export const WIDGETS: Table<WidgetKind> = {
  Button: (model, page) => new ButtonView(model, page),
  Toggle: (model, page) => new ToggleView(model, page),
  Slider: (model) => new SliderView(model),
  Select: (model) => new SelectView(model),
  TextInput: (model, page) => new TextInputView(model, page),
  CheckboxGroup: (model) => new CheckboxGroupView(model),
  RadioButtonGroup: (model, page) => new RadioButtonGroupView(model, page),
  Div: (model) => new DivView(model),
}

export const CONTAINERS: Table<"Row" | "Column" | "Spacer" | "Toolbar"> = {
  Row: (model, page) => new FlexView(model, page, "row"),
  Column: (model, page) => new FlexView(model, page, "column"),
  Spacer: (model) => new SpacerView(model),
  Toolbar: (model, page) => new SharedToolbarView(model, page),
}
