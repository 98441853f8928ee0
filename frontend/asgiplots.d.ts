/**
 * Types for custom models: one ES module beside the app (`models/gauge.js`), served as it is, no build step.
 *
 *     // @ts-check
 *     /** @implements {import("asgiplots").CustomView} *\/
 *     export default class Gauge {
 *       /** @param {import("asgiplots").Context<{value: number}>} context *\/
 *       constructor({ model, el }) { this.model = model; this.el = el }
 *       render() { this.el.textContent = String(this.model.value) }
 *       update(changed) { this.render() }
 *       destroy() {}
 *     }
 */
declare module "asgiplots" {
  /** What the class is made with. */
  export interface Context<Fields = Record<string, unknown>> {
    readonly model: Model<Fields>
    /** The element to fill; sized as the model's `width`, `height` and `sizing_mode` say if it has them. */
    readonly el: HTMLElement
    readonly document: Document
  }

  /** What the module's default export is a class of. An error in it is shown in its place and stops nothing else. */
  export interface CustomView {
    /** Called once, when `el` is in the page or about to be. */
    render(): void | Promise<void>
    /** Fields of the model changed; at most once per animation frame. */
    update?(changed: Set<string>): void | Promise<void>
    /** The model is no longer shown; stop timers and listeners. */
    destroy?(): void
  }

  /** A model: its fields by the names that Python gave them. Setting one tells listeners, and Python where it is writable. */
  export type Model<Fields = Record<string, unknown>> = Fields & {
    readonly id: string
    readonly type: string
    readonly document: Document
    readonly change: Signal
    readonly properties: Record<string, { readonly change: Signal; get_value(): unknown; set_value(value: unknown): void }>
    name: string | null
    tags: unknown[]
    /** Calls the listener after each change; the returned function stops that. */
    on_change(listener: (field: string) => void): () => void
    on_change(field: string | string[], listener: (field: string) => void): () => void
    setv(values: Partial<Fields>): void
  }

  export interface Signal {
    connect(listener: () => void): () => void
    emit(): void
  }

  /** A ColumnDataSource. */
  export type Source = Model<{ data: Record<string, ArrayLike<unknown>> }> & {
    readonly length: number
    readonly column_names: string[]
    get_column(name: string): ArrayLike<unknown> | null
    stream(rows: Record<string, ArrayLike<unknown>>, rollover?: number | null): void
    patch(cells: Record<string, [place: number | Slice | [row: number, axes: (number | Slice)[]], value: unknown][]>): void
  }

  /** `[start, stop, step]`; null stands for the beginning, the end and 1. */
  export type Slice = [start: number | null, stop: number | null, step: number | null]

  /** `window.asgiplots.documents` lists those of the page. */
  export interface Document {
    readonly revision: number
    readonly title: string
    roots(): Model[]
    get_model_by_id(id: string): Model | null
    get_model_by_name(name: string): Model | null
    to_json(): Record<string, unknown>
    /** Tells Python's `on_event` handlers of a model. */
    send_event(name: string, model: Model | null, values?: Record<string, unknown>): void
  }
}

interface Window {
  readonly asgiplots: { readonly documents: import("asgiplots").Document[] }
}
