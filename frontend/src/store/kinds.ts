import { KINDS } from "../generated/models"
import { decode_value } from "../protocol/values"

/** Facts of one kind as they are written down: its own defaults and fields a browser may write; `base` has the rest. */
interface KindFacts {
  base: string | null
  defaults: Record<string, unknown>
  writable?: string[]
  view?: string[]
}

/** A kind with the facts of its bases folded in. */
export interface Kind {
  readonly name: string
  /** True for an app's own kind, of which no defaults are known. */
  readonly is_custom: boolean
  /** The kind itself, then its bases. */
  readonly chain: readonly string[]
  readonly defaults: ReadonlyMap<string, unknown>
  /** What a browser may write, `view` too. */
  readonly writable: ReadonlySet<string>
  /** How a person looks at it: each viewer's own where the document is not collaborative. */
  readonly view: ReadonlySet<string>
}

/** What every model has. */
const ROOT: KindFacts = {
  base: null,
  defaults: {
    name: null, tags: [], js_property_callbacks: {}, js_event_callbacks: {}, subscribed_events: { $set: [] },
    open_fields: { $set: [] }, syncable: true,
  },
}

/** A default that is a model of its own: made when it is first read. */
export class FreshModel {
  constructor(readonly kind: string) {}
}

const NO_AREA = { buffer: new ArrayBuffer(0), start: 0 }

const folded = new Map<string, Kind>()

/** The kind of this name. One that the library does not know comes with all its fields; the server says what it takes. */
export function kind_of(name: string): Kind {
  let kind = folded.get(name)
  if (kind === undefined) {
    kind = fold(name)
    folded.set(name, kind)
  }
  return kind
}

function fold(name: string): Kind {
  const facts = name === "Model" ? ROOT : (KINDS[name] ?? { base: null, defaults: {} })
  const parent = name === "Model" ? null : kind_of(facts.base ?? "Model")
  const defaults = new Map(parent?.defaults)
  for (const field of Object.keys(facts.defaults)) defaults.set(field, decode_default(facts.defaults[field]))
  return {
    name,
    is_custom: !(name in KINDS) && name !== "Model",
    chain: [name, ...(parent?.chain ?? [])],
    defaults,
    writable: joined(parent?.writable, facts.writable, facts.view),
    view: joined(parent?.view, facts.view),
  }
}

function joined(known: ReadonlySet<string> | undefined, ...more: (readonly string[] | undefined)[]): Set<string> {
  const names = new Set(known)
  for (const some of more) for (const name of some ?? []) names.add(name)
  return names
}

function decode_default(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value
  const fresh = (value as { $new?: string }).$new
  return fresh === undefined ? decode_value(value, NO_AREA) : new FreshModel(fresh)
}
