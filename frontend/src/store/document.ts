import type { HelloMessage } from "../generated/messages"
import type { Frame } from "../protocol/frame"
import { encode_value } from "../protocol/values"
import { apply_patch, apply_snapshot } from "./apply"
import { Contents } from "./contents"
import type { Model } from "./model"
import { Signal } from "./signal"
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
export class Document extends Contents {
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
  /** What a person has set here and the app has not changed since, in the order of the last writes. */
  private readonly kept_fields = new Map<string, [Model, string]>()
  private readonly own = new WeakMap<Model, Set<string>>()

  constructor(private readonly schedule: Schedule = next_frame) {
    super()
  }

  /** Applies a snapshot or patch frame as one change. */
  apply(frame: Frame): void {
    this.acknowledge(frame.ack)
    const told: [Model, string][] = []
    if (frame.kind === "snapshot") apply_snapshot(this, frame, (model, field) => told.push([model, field]))
    if (frame.kind === "patch") apply_patch(this, frame, (model, field) => told.push([model, field]))
    this.epoch = frame.epoch
    this.revision = frame.revision
    for (const [model, field] of told) {
      this.kept_fields.delete(key_of(model, field))
      this.own.get(model)?.delete(field)
      model.tell(field)
    }
  }

  /** The server has applied messages up to this number: its values count again for the fields they wrote. */
  acknowledge(ack: number): void {
    if (ack === 0 || this.unacknowledged.size === 0) return
    for (const [key, number] of this.unacknowledged) if (number <= ack) this.unacknowledged.delete(key)
  }

  /** The server refused a message: its values count again. */
  refused(message: number): void {
    for (const [key, number] of this.unacknowledged) if (number === message) this.unacknowledged.delete(key)
  }

  is_pending(model: Model, field: string): boolean {
    const key = key_of(model, field)
    return this.unacknowledged.has(key) || this.unsent.has(key)
  }

  is_own(model: Model, field: string): boolean {
    return this.own.get(model)?.has(field) ?? false
  }

  /** What a session that began anew takes over. */
  kept(): HelloMessage["kept"] {
    return [...this.kept_fields.values()]
      .filter(([model]) => this.models.get(model.id) === model)
      .map(([model, field]) => [model.id, model.type, field, encode_value(model.get(field))])
  }

  create(kind: string, fields: Record<string, unknown> = {}): Model {
    const model = this.add_model(`local-${++this.made}`, kind)
    for (const field of Object.keys(fields)) model.put(field, fields[field])
    return model
  }

  /** Tells a user's event to the scripts that listen, and to the app if it listens. */
  send_event(name: string, model: Model | null = null, values: Record<string, unknown> = {}): void {
    this.flush()
    run_event_callbacks(this.run_script, model ?? this, name, values)
    if (model !== null && (is_local(model) || !model.subscribed_events.has(name))) return
    this.uplink?.event(name, model?.id ?? null, encode_value(values) as Record<string, unknown>)
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
    run_property_callbacks(this.run_script, model, field)
  }

  note_local(model: Model, field: string): void {
    if (is_local(model) || this.uplink === null) return
    if (!may_write(model, field)) return this.warn_local(model, field)
    if (!this.collaborative && model.facts.view.has(field)) return this.note_own(model, field)
    const key = key_of(model, field)
    if (this.unsent.size === 0) queueMicrotask(() => this.flush())
    this.unsent.set(key, [model, field])
    this.kept_fields.delete(key)
    this.kept_fields.set(key, [model, field])
  }

  private note_own(model: Model, field: string): void {
    const fields = this.own.get(model)
    if (fields === undefined) this.own.set(model, new Set([field]))
    else fields.add(field)
  }

  /** Sends the local writes collected so far as one message. */
  flush(): void {
    if (this.unsent.size === 0 || this.uplink === null) return
    const entries = [...this.unsent]
    this.unsent = new Map()
    const sure = entries.filter(([, [model]]) => !model.facts.is_custom)
    this.send_writes(sure)
    // The server may refuse a field of an app's own kind, and a message is refused as a whole: each goes alone.
    for (const entry of entries) if (!sure.includes(entry)) this.send_writes([entry])
  }

  private send_writes(entries: [string, [Model, string]][]): void {
    if (entries.length === 0 || this.uplink === null) return
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

/** Of an app's own kind nobody here knows what may be written: the server says. */
function may_write(model: Model, field: string): boolean {
  return model.facts.writable.has(field) || model.facts.is_custom || model.open_fields.has(field)
}

function is_local(model: Model): boolean {
  return model.id.startsWith("local-")
}

function key_of(model: Model, field: string): string {
  return `${model.id} ${field}`
}
