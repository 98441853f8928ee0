/** Types for custom models: one ES module in an app's folder, served as it is. */
export interface Context<Fields = Record<string, unknown>> {
  /** The model as Python declared it: fields by name, `on_change(field, fn)`, `setv({...})`. */
  readonly model: Fields & Model
  /** The element to fill. */
  readonly el: HTMLElement
  readonly document: unknown
}
