/** Containers, and the widgets once a document has any. */
import type { WidgetKind } from "../generated/models"
import { declare_part } from "../store/parts"
import type { Builders } from "./builders"
import { FlexView, SpacerView } from "./containers"
import { SharedToolbarView } from "./toolbar_view"

export type { Page, View } from "./view"

const CONTAINERS: Builders<"Row" | "Column" | "Spacer" | "Toolbar"> = {
  Row: (model, page) => new FlexView(model, page, "row"),
  Column: (model, page) => new FlexView(model, page, "column"),
  Spacer: (model) => new SpacerView(model),
  Toolbar: (model, page) => new SharedToolbarView(model, page),
}

/** What is here by now. */
export const BUILDERS: typeof CONTAINERS & Partial<Builders<WidgetKind>> = CONTAINERS

const WIDGET_KINDS: Record<WidgetKind, 1> = {
  Button: 1, Toggle: 1, Slider: 1, Select: 1, TextInput: 1, CheckboxGroup: 1, RadioButtonGroup: 1, Div: 1,
}
declare_part(Object.keys(WIDGET_KINDS), async () => Object.assign(BUILDERS, (await import("./widgets_part")).WIDGETS))
