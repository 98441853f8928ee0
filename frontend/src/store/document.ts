import type { Frame } from "../protocol/frame"
import { encode_value } from "../protocol/values"
import { apply_patch, apply_snapshot } from "./apply"
import { KindTable } from "./kinds"
import type { Owner } from "./model"
import { Model, model_class } from "./model"
import { Signal } from "./signal"
import { ColumnSource } from "./source"
import type { ScriptRunner } from "./customjs"
import { run_event_callbacks, run_property_callbacks } from "./customjs"

/** Models and their fields that changed since the last commit. */
export type Changes = Map<Model, Set<string>>

/** Where local writes and events go; each call returns the number of its message. */
export interface Uplink {
  write(writes: [id: string, field: string, value: unknown][]): number
  event(name: string, model: string | null, values: Record<string, unknown>): number
}

/** Runs a function before the next picture; in a hidden tab that is when it is shown again. */
export type Schedule = (run: () => void) => void

const next_frame: Schedule = (run) => void requestAnimationFrame(run)

/** The models of one page document, equal to the server's, and the place where their changes come together. */
export class Document implements Owner {
  readonly kinds = new KindTable()
  readonly models = new Map<string, Model>()
  readonly title_change = new Signal<[title: string]>()
  readonly roots_change = new Signal()
  readonly events = new Signal<[name: string, values: Record<string, unknown>]>()
  /** Kind name → address of the ES module that draws it. */
  readonly modules = new Map<string, string>()
  title = ""
  theme: string | null = null
  epoch = 0
  revision = 0
  root_ids: string[] = []
  uplink: Uplink | null = null
  run_script: ScriptRunner | null = null
  private changes: Changes = new Map()
  private scheduled = false
  private made = 0
  private readonly commits = new Signal<[changes: Changes]>()
  /** Local writes not sent yet, by "id field". */
  private unsent = new Map<string, [Model, string]>()
  /** Message number of the last local write by "id field", until the server has applied it. */
  private readonly unacknowledged = new Map<string, number>()
  private readonly told_local = new Set<string>()

  constructor(private readonly schedule: Schedule = next_frame) {}

  roots(): Model[] {
    return this.root_ids.map((id) => this.models.get(id)).filter((model) => model !== undefined)
  }

  get_model_by_id(id: string): Model | null {
    return this.models.get(id) ?? null
  }

  /** The only model of this name, or null; an error where several have it. */
  get_model_by_name(name: string): Model | null {
    const found = [...this.models.values()].filter((model) => model.name === name)
    if (found.length > 1) throw new Error(`expected one model named "${name}", found ${found.length}`)
    return found[0] ?? null
  }

  /** The document as plain data, for tests and reports: roots and every model's fields that were set. */
  to_json(): Record<string, unknown> {
    const models = [...this.models.values()].map((model) => ({
      id: model.id,
      type: model.type,
      attributes: Object.fromEntries(model.set_fields().map((field) => [field, encode_value(model.get(field))])),
    }))
    return { title: this.title, roots: [...this.root_ids], revision: this.revision, models }
  }

  /** Applies a snapshot or patch frame as one change. */
  apply(frame: Frame): void {
    this.acknowledge(frame.ack)
    const told: [Model, string][] = []
    if (frame.kind === "snapshot") apply_snapshot(this, frame, (model, field) => told.push([model, field]))
    if (frame.kind === "patch") apply_patch(this, frame, (model, field) => told.push([model, field]))
    this.epoch = frame.epoch
    this.revision = frame.revision
    for (const [model, field] of told) model.tell(field)
  }

  /** The server has applied messages up to this number: its values count again for the fields they wrote. */
  acknowledge(ack: number): void {
    if (ack === 0 || this.unacknowledged.size === 0) return
    for (const [key, number] of this.unacknowledged) if (number <= ack) this.unacknowledged.delete(key)
  }

  /** True while a local write of the field has not reached the server. */
  is_pending(model: Model, field: string): boolean {
    const key = key_of(model, field)
    return this.unacknowledged.has(key) || this.unsent.has(key)
  }

  /** Makes a model that only this page knows. */
  create(kind: string, fields: Record<string, unknown> = {}): Model {
    const model = this.add_model(`local-${++this.made}`, kind)
    for (const field of Object.keys(fields)) model.put(field, fields[field])
    return model
  }

  /** Adds an empty model of this id, or returns the one that is there. */
  add_model(id: string, kind: string): Model {
    const known = this.models.get(id)
    if (known !== undefined && known.type === kind) return known
    const facts = this.kinds.get(kind)
    const base = facts.chain.includes("ColumnDataSource") ? ColumnSource : Model
    const model = new (model_class(facts, base))(id, facts, this)
    this.models.set(id, model)
    return model
  }

  /** Tells a user's event to the scripts that listen and to the server. */
  send_event(name: string, model: Model | null = null, values: Record<string, unknown> = {}): void {
    this.flush()
    if (model !== null) run_event_callbacks(this, model, name, values)
    if (model === null || model.id.startsWith("local-")) return
    const encoded = encode_value(values) as Record<string, unknown>
    this.uplink?.event(name, model.id, encoded)
  }

  /** Calls the listener once per animation frame with all that changed since the last one. */
  on_commit(listener: (changes: Changes) => void): () => void {
    return this.commits.connect(listener)
  }

  /** Hands the changes to the commit listeners now. */
  commit(): void {
    this.scheduled = false
    if (this.changes.size === 0) return
    const changes = this.changes
    this.changes = new Map()
    this.commits.emit(changes)
  }

  note_change(model: Model, field: string): void {
    const fields = this.changes.get(model)
    if (fields === undefined) this.changes.set(model, new Set([field]))
    else fields.add(field)
    if (!this.scheduled) {
      this.scheduled = true
      this.schedule(() => this.commit())
    }
    run_property_callbacks(this, model, field)
  }

  note_local(model: Model, field: string): void {
    if (model.id.startsWith("local-") || this.uplink === null) return
    if (!model.kind.writable.has(field)) return this.warn_local(model, field)
    if (this.unsent.size === 0) queueMicrotask(() => this.flush())
    this.unsent.set(key_of(model, field), [model, field])
  }

  /** Sends the local writes collected so far as one message. */
  flush(): void {
    if (this.unsent.size === 0 || this.uplink === null) return
    const entries = [...this.unsent]
    this.unsent = new Map()
    const number = this.uplink.write(
      entries.map(([, [model, field]]) => [model.id, field, encode_value(model.get(field))]),
    )
    for (const [key] of entries) this.unacknowledged.set(key, number)
  }

  private warn_local(model: Model, field: string): void {
    const key = `${model.type}.${field}`
    if (this.told_local.has(key)) return
    this.told_local.add(key)
    console.warn(
      `${key} was changed by a script: the change stays in this page. ` +
        `To share it, call curdoc().allow_writes(model, "${field}") in the app.`,
    )
  }
}

function key_of(model: Model, field: string): string {
  return `${model.id} ${field}`
}
