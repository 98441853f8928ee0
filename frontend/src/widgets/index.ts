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

declare_part("widgets", async () => Object.assign(BUILDERS, (await import("./widgets_part")).WIDGETS))
