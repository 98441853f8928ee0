import { encode_value } from "../protocol/values"
import { kind_of } from "./kinds"
import type { Owner } from "./model"
import { Model, model_class } from "./model"
import { Signal } from "./signal"
import { ColumnSource } from "./source"

/** What a document holds: models by id, its roots, its title, and where custom kinds are drawn. */
export abstract class Contents implements Owner {
  readonly models = new Map<string, Model>()
  readonly title_change = new Signal<[title: string]>()
  readonly roots_change = new Signal()
  readonly events = new Signal<[name: string, values: Record<string, unknown>]>()
  /** Kind name → address of the ES module that draws it. */
  readonly modules = new Map<string, string>()
  /** CustomJS models that listen to events of no particular model, by event name. */
  js_event_callbacks: Record<string, unknown[]> = {}
  title = ""
  /** Whether the app's theme is for a light or a dark page; null where it says nothing. */
  theme: "light" | "dark" | null = null
  /** Whether all viewers share how they look at the document; if not, this page keeps it to itself. */
  collaborative = true
  epoch = 0
  revision = 0
  root_ids: string[] = []

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
      attributes: Object.fromEntries(model.set_field_names().map((field) => [field, encode_value(model.get(field))])),
    }))
    return { title: this.title, roots: [...this.root_ids], revision: this.revision, models }
  }

  /** Adds an empty model of this id, or returns the one that is there. */
  add_model(id: string, kind: string): Model {
    const known = this.models.get(id)
    if (known !== undefined && known.type === kind) return known
    const facts = kind_of(kind)
    const base = facts.chain.includes("ColumnDataSource") ? ColumnSource : Model
    const model = new (model_class(facts, base))(id, facts, this)
    this.models.set(id, model)
    return model
  }

  /** True while a local write of the field has not reached the server. */
  abstract is_pending(model: Model, field: string): boolean
  /** True while the field is this page's own, set here in a document that is not collaborative. */
  abstract is_own(model: Model, field: string): boolean
  abstract note_local(model: Model, field: string): void
  abstract note_change(model: Model, field: string): void
  abstract create(kind: string, fields?: Record<string, unknown>): Model
}
