/** How views are made, by kind of model. */
import type { ModelByKind } from "../generated/models"
import type { Page, View } from "./view"

export type Builders<K extends keyof ModelByKind> = { [Kind in K]: (model: ModelByKind[Kind], page: Page) => View }
