import type { ColumnRow, Operation, SnapshotHead, WireModel } from "../generated/messages"
import type { Frame } from "../protocol/frame"
import { columns_of, decode_value } from "../protocol/values"
import type { CellPatch } from "./cells"
import type { Contents } from "./contents"
import type { Model } from "./model"
import { ColumnSource, decode_column } from "./source"

type Fields = Record<string, unknown>
type Tell = (model: Model, field: string) => void

/** Makes the document equal to a snapshot; models that stay keep their identity and their listeners. */
export function apply_snapshot(document: Contents, frame: Frame, tell: Tell): void {
  const head = frame.head as SnapshotHead
  add_modules(document, head.modules ?? {})
  const kept = new Set(head.models.map(([id]) => id))
  for (const id of [...document.models.keys()]) {
    if (!kept.has(id) && !id.startsWith("local-")) document.models.delete(id)
  }
  document.collaborative = head.collaborative ?? true
  const patch = new Patch(document, frame, tell)
  patch.restore(head.models)
  document.js_event_callbacks = patch.decode(head.js_event_callbacks ?? {}) as Record<string, unknown[]>
  document.theme = head.theme ?? null
  set_roots(document, head.roots)
  set_title(document, head.title ?? "")
}

/** Applies the operations of a patch in their order. */
export function apply_patch(document: Contents, frame: Frame, tell: Tell): void {
  const patch = new Patch(document, frame, tell)
  for (const [name, ...rest] of frame.head as Operation[]) {
    const operation = OPERATIONS[name]
    if (operation === undefined) throw new TypeError(`expected an operation of the protocol, got "${name}"`)
    operation(patch, ...(rest as unknown as never[]))
  }
}

/** What an operation may use: the document, the frame's columns, and the way to note a change. */
class Patch {
  private readonly fresh = new Set<Model>()

  constructor(readonly document: Contents, readonly frame: Frame, private readonly tell_known: Tell) {}

  /** Creates all models first, so that references may point forward or in circles. */
  add(records: WireModel[]): void {
    this.create(records)
    for (const [id, , fields] of records) this.set(id, fields)
  }

  /** `add`, and every field that a record leaves out goes back to its default. */
  restore(records: WireModel[]): void {
    this.create(records)
    for (const [id, , fields] of records) {
      const model = this.model(id)
      for (const field of model.set_field_names()) {
        if (!(field in fields) && !this.stays(model, field) && model.clear(field)) this.tell(model, field)
      }
      this.set(id, fields, (field) => this.stays(model, field))
    }
  }

  set(id: string, fields: Fields, stays = (field: string) => this.document.is_pending(this.model(id), field)): void {
    const model = this.model(id)
    for (const field of Object.keys(fields)) {
      if (stays(field)) continue
      if (field === "data" && model instanceof ColumnSource) this.set_data(model, fields.data)
      else if (model.put(field, this.decode(fields[field]))) this.tell(model, field)
    }
  }

  columns(id: string, columns: Fields): void {
    this.source(id).replace_columns(this.decode_columns(columns))
    this.tell(this.model(id), "data")
  }

  stream(id: string, columns: Fields | ColumnRow, rollover: number | null): void {
    this.source(id).append_columns(this.decode_columns(columns), rollover)
    this.tell(this.model(id), "data")
    this.tell(this.model(id), "streaming")
  }

  cells(id: string, cells: Fields): void {
    this.source(id).patch_columns(this.decode(cells) as Record<string, CellPatch[]>)
    this.tell(this.model(id), "data")
    this.tell(this.model(id), "patching")
  }

  drop(ids: string[]): void {
    for (const id of ids) this.document.models.delete(id)
  }

  decode(value: unknown): unknown {
    return decode_value(value, this.frame.area, (id) => this.model(id))
  }

  /** A snapshot leaves alone what a person did here: it says what was before, not that the app changed it. */
  private stays(model: Model, field: string): boolean {
    return this.document.is_pending(model, field) || this.document.is_own(model, field)
  }

  private create(records: WireModel[]): void {
    for (const [id, kind] of records) {
      const known = this.document.models.get(id)
      const model = this.document.add_model(id, kind)
      if (model !== known) this.fresh.add(model)
    }
  }

  /** Nobody can have listened to a model that has just come. */
  private tell(model: Model, field: string): void {
    if (!this.fresh.has(model)) this.tell_known(model, field)
  }

  private set_data(source: ColumnSource, data: unknown): void {
    source.clear("data")
    source.replace_columns(this.decode_columns(data as Fields))
    this.tell(source, "data")
  }

  private decode_columns(columns: Fields | ColumnRow): Record<string, ReturnType<typeof decode_column>> {
    const pairs = Array.isArray(columns) ? columns_of(columns as ColumnRow)
      : "$map" in columns ? (columns.$map as [string, unknown][]) : Object.entries(columns)
    return Object.fromEntries(
      pairs.map(([name, value]) => [name, decode_column(value, this.frame.area, (id) => this.model(id))]),
    )
  }

  private model(id: string): Model {
    const model = this.document.models.get(id)
    if (model === undefined) throw new Error(`expected a model of the document, got id ${id}`)
    return model
  }

  private source(id: string): ColumnSource {
    const model = this.model(id)
    if (!(model instanceof ColumnSource)) throw new TypeError(`expected a ColumnDataSource, got ${model.type} ${id}`)
    return model
  }
}

const OPERATIONS: Record<Operation[0], (patch: Patch, ...rest: never[]) => void> = {
  add: (patch, records: WireModel[]) => patch.add(records),
  set: (patch, id: string, fields: Fields) => patch.set(id, fields),
  columns: (patch, id: string, columns: Fields) => patch.columns(id, columns),
  stream: (patch, id: string, columns: Fields | ColumnRow, rollover: number | null) => patch.stream(id, columns, rollover),
  patch: (patch, id: string, cells: Fields) => patch.cells(id, cells),
  drop: (patch, ids: string[]) => patch.drop(ids),
  roots: (patch, ids: string[]) => set_roots(patch.document, ids),
  title: (patch, title: string) => set_title(patch.document, title),
  collaborative: (patch, collaborative: boolean) => void (patch.document.collaborative = collaborative),
  event: (patch, name: string, values: Fields) => patch.document.events.emit(name, patch.decode(values) as Fields),
  modules: (patch, modules: Record<string, string>) => add_modules(patch.document, modules),
}

function add_modules(document: Contents, modules: Record<string, string>): void {
  for (const [kind, url] of Object.entries(modules)) document.modules.set(kind, url)
}

function set_roots(document: Contents, ids: string[]): void {
  if (ids.length === document.root_ids.length && ids.every((id, i) => id === document.root_ids[i])) return
  document.root_ids = ids
  document.roots_change.emit()
}

function set_title(document: Contents, title: string): void {
  if (title === document.title) return
  document.title = title
  document.title_change.emit(title)
}
