import type { CustomJS } from "../generated/models"
import type { Model } from "./model"
import { is_a } from "./model"

/** What a callback's code sees: `cb_obj`, `cb_data`, `cb_context`, and `args` by name. */
export interface Scope {
  readonly cb_obj: unknown
  readonly cb_data: unknown
  readonly args: Record<string, unknown>
}

/** The code of a CustomJS model: the body of a function, or a module with a default export. */
export interface Code {
  readonly id: string
  readonly code: string
  readonly is_module: boolean
}

/** Runs code; a promise if it is a module or awaits something. */
export type ScriptRunner = (code: Code, scope: Scope) => unknown

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
  if (run === null || !is_a(callback as Model, "CustomJS")) return undefined
  const { id, args, code, module } = callback as Model & CustomJS
  const report = (error: unknown) => console.error(`CustomJS ${id}:`, error)
  try {
    const is_module = module === "auto" ? /^\s*export\s+default\b/m.test(code) : module
    const result = run({ id, code, is_module }, { cb_obj, cb_data, args: args as Record<string, unknown> })
    return result instanceof Promise ? result.catch(report) : result
  } catch (error) {
    report(error)
    return undefined
  }
}
