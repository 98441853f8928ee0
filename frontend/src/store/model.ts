import type { ModelBase, ModelByKind, PropertyHandle, Signal as SignalFace } from "../generated/models"
import { copy_value, same_value } from "./equal"
import type { Kind } from "./kinds"
import { FreshModel } from "./kinds"
import { Signal } from "./signal"

/** What a model needs of the document that holds it. */
export interface Owner {
  /** Something was set here, by a script or a gesture. */
  note_local(model: Model, field: string): void
  /** Listeners were told; paint it with the next frame. */
  note_change(model: Model, field: string): void
  /** Makes a model that only this page knows. */
  create(kind: string): Model
}

/** The instance side shared by all kinds; `model_class` adds one accessor per field. */
export class Model implements ModelBase {
  declare name: string | null
  declare tags: unknown[]
  declare js_property_callbacks: Record<string, Model[]>
  declare js_event_callbacks: Record<string, Model[]>
  /** Events that the app listens to. */
  declare subscribed_events: Set<string>
  /** Fields that the app opened to writes from here. */
  declare open_fields: Set<string>
  declare syncable: boolean
  /** Grows with each change of a field; equal versions mean equal fields. */
  version = 0
  private readonly set_values = new Map<string, unknown>()
  /** Defaults that can be changed in place (lists, sub-models): each model has its own. */
  private readonly own_defaults = new Map<string, unknown>()
  private readonly any_change = new Signal<[field: string]>()
  private field_signals: Map<string, Signal> | null = null
  private handles: Record<string, PropertyHandle> | null = null

  constructor(readonly id: string, readonly facts: Kind, readonly document: Owner) {}

  get type(): string {
    return this.facts.name
  }

  /** Any change of this model; `change.emit()` says that something was changed in place. */
  get change(): SignalFace {
    return { connect: (listener) => this.any_change.connect(listener), emit: () => this.emit_change() }
  }

  /** Fields by name: `properties.value.change.connect(fn)`, `get_value()`, `set_value(v)`. */
  get properties(): Record<string, PropertyHandle> {
    return (this.handles ??= new Proxy({} as Record<string, PropertyHandle>, {
      get: (cache, name: string) => (cache[name] ??= this.handle(name)),
      has: (_, name: string) => this.field_names().includes(name),
      ownKeys: () => this.field_names(),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }))
  }

  /** All field values by name, defaults included. */
  get attributes(): Record<string, unknown> {
    return Object.fromEntries(this.field_names().map((name) => [name, this.get(name)]))
  }

  /** True if the field differs from its default or was set. */
  has(field: string): boolean {
    return this.set_values.has(field)
  }

  get(field: string): unknown {
    const value = this.set_values.get(field)
    if (value !== undefined || this.set_values.has(field)) return value
    const inherited = this.facts.defaults.get(field)
    if (typeof inherited !== "object" || inherited === null) return inherited
    const own = this.own_defaults.get(field)
    if (own !== undefined) return own
    const made = inherited instanceof FreshModel ? this.document.create(inherited.kind) : copy_value(inherited)
    this.own_defaults.set(field, made)
    return made
  }

  /** Sets one field as a script or a gesture does: listeners hear it, the server too where the field is writable. */
  set(field: string, value: unknown): void {
    if (!this.put(field, value)) return
    this.document.note_local(this, field)
    this.tell(field)
  }

  /** Sets several fields, then tells the listeners. */
  setv(values: Record<string, unknown>): void {
    const changed = Object.keys(values).filter((field) => this.put(field, values[field]))
    for (const field of changed) this.document.note_local(this, field)
    for (const field of changed) this.tell(field)
  }

  /** Stores without telling anybody; false if the value is the same. */
  put(field: string, value: unknown): boolean {
    if (this.set_values.has(field) ? same_value(this.set_values.get(field), value) : same_value(this.facts.defaults.get(field), value)) {
      return false
    }
    if (!(field in this)) define_field(this, field)
    this.set_values.set(field, value)
    this.version++
    return true
  }

  /** Sets back to the default without telling anybody; false if it was. */
  clear(field: string): boolean {
    const had = this.set_values.delete(field)
    if (had) this.version++
    return had
  }

  /** Calls the listener after each change, of any field or of those named; returns the way to stop it. */
  on_change(listener: (field: string) => void): () => void
  on_change(field: string | string[], listener: (field: string) => void): () => void
  on_change(first: string | string[] | ((field: string) => void), second?: (field: string) => void): () => void {
    if (typeof first === "function") return this.any_change.connect(first)
    const stops = [first].flat().map((field) => this.signal(field).connect(() => second!(field)))
    return () => stops.forEach((stop) => stop())
  }

  /** Bokeh's other way to write `signal.connect(listener)`. */
  connect(signal: { connect(listener: () => void): () => void }, listener: () => void): () => void {
    return signal.connect(listener)
  }

  /** Tells the listeners of a field and has the model painted. */
  tell(field: string): void {
    this.version++
    this.document.note_change(this, field)
    this.field_signals?.get(field)?.emit()
    this.any_change.emit(field)
  }

  /** What `change.emit()` does; sources look again at columns that were written in place. */
  protected emit_change(): void {
    this.tell("change")
  }

  /** Names of the fields that this model has. */
  field_names(): string[] {
    return [...new Set([...this.facts.defaults.keys(), ...this.set_values.keys()])]
  }

  /** Names of the fields that were set. */
  set_field_names(): string[] {
    return [...this.set_values.keys()]
  }

  /** The signal of one field. */
  signal(field: string): Signal {
    this.field_signals ??= new Map()
    let signal = this.field_signals.get(field)
    if (signal === undefined) this.field_signals.set(field, (signal = new Signal()))
    return signal
  }

  private handle(field: string): PropertyHandle {
    return {
      change: this.signal(field),
      get_value: () => this.get(field),
      set_value: (value) => this.set(field, value),
    }
  }
}

/** Narrows a model to the fields of its kind or of one of its kind's bases. */
export function is_a<K extends keyof ModelByKind>(model: ModelBase | null | undefined, kind: K): model is ModelByKind[K] & Model
export function is_a(model: ModelBase | null | undefined, kind: string): model is Model
export function is_a(model: ModelBase | null | undefined, kind: string): boolean {
  return model instanceof Model && model.facts.chain.includes(kind)
}

type ModelClass = new (id: string, kind: Kind, document: Owner) => Model

const classes = new WeakMap<Kind, ModelClass>()

/** The class of a kind: `base` and one accessor per field. */
export function model_class(kind: Kind, base: ModelClass): ModelClass {
  let found = classes.get(kind)
  if (found === undefined) {
    found = class extends base {}
    for (const field of [...kind.defaults.keys(), ...kind.writable]) if (!(field in found.prototype)) define_field(found.prototype, field)
    classes.set(kind, found)
  }
  return found
}

function define_field(target: object, field: string): void {
  Object.defineProperty(target, field, {
    enumerable: true,
    configurable: true,
    get(this: Model) {
      return this.get(field)
    },
    set(this: Model, value: unknown) {
      this.set(field, value)
    },
  })
}
