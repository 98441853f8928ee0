import { is_plain } from "./equal"
import { Model } from "./model"

/** What a callback's code sees: `cb_obj`, `cb_data`, `cb_context`, and `args` by name. */
export interface Scope {
  readonly cb_obj: unknown
  readonly cb_data: unknown
  readonly args: Record<string, unknown>
}

/** Runs the code of a CustomJS model. */
export type ScriptRunner = (id: string, code: string, scope: Scope) => unknown

interface Listened {
  js_event_callbacks: Record<string, unknown[]>
}

/** Runs the CustomJS models that listen to a field of the model, or to "change" for all of them. */
export function run_property_callbacks(run: ScriptRunner | null, model: Model, field: string): void {
  for (const key of [`change:${field}`, field]) {
    for (const callback of model.js_property_callbacks?.[key] ?? []) run_callback(run, callback, model)
  }
}

/** Runs the CustomJS models that listen to an event of a model or of the document; `cb_obj` is the event. */
export function run_event_callbacks(run: ScriptRunner | null, origin: Listened, name: string, values: Record<string, unknown>): void {
  const event = { event_name: name, origin, model: origin, ...values }
  for (const callback of origin.js_event_callbacks?.[name] ?? []) run_callback(run, callback, event)
}

/** Runs one callback model; its errors are reported and stop nobody else. */
export function run_callback(run: ScriptRunner | null, callback: unknown, cb_obj: unknown, cb_data: unknown = {}): unknown {
  if (!(callback instanceof Model) || typeof callback.get("code") !== "string") return undefined
  const args = callback.get("args")
  const scope = { cb_obj, cb_data, args: is_plain(args) ? args : {} }
  try {
    return run?.(callback.id, callback.get("code") as string, scope)
  } catch (error) {
    console.error(`CustomJS ${callback.id}:`, error)
    return undefined
  }
}
