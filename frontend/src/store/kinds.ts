import { KINDS } from "../generated/models"
import { decode_value } from "../protocol/values"

/** Facts of one kind as they are written down: its own defaults and fields a browser may write; `base` has the rest. */
export interface KindFacts {
  base: string | null
  defaults: Record<string, unknown>
  writable?: string[]
}

/** A kind with the facts of its bases folded in. */
export interface Kind {
  readonly name: string
  /** The kind itself, then its bases. */
  readonly chain: readonly string[]
  readonly defaults: ReadonlyMap<string, unknown>
  readonly writable: ReadonlySet<string>
}

const NOTHING: Kind = { name: "", chain: [], defaults: new Map(), writable: new Set() }

/** The base of kinds that nobody declared. */
const ROOT: Record<string, Record<string, unknown>> = {
  Model: { name: null, tags: [], js_property_callbacks: {}, js_event_callbacks: {} },
}

const NO_AREA = { buffer: new ArrayBuffer(0), start: 0 }

/** Kinds by name: those of the library, and those that an app declares. */
export class KindTable {
  private readonly folded = new Map<string, Kind>()
  private readonly own: Record<string, KindFacts> = Object.create(null) as Record<string, KindFacts>

  /** Declares the app's kinds. */
  add(facts: Record<string, KindFacts>): void {
    Object.assign(this.own, facts)
    for (const name of Object.keys(facts)) this.folded.delete(name)
  }

  /** The kind of this name; one that nobody declared has no defaults. */
  get(name: string): Kind {
    let kind = this.folded.get(name)
    if (kind === undefined) {
      kind = this.fold(name)
      this.folded.set(name, kind)
    }
    return kind
  }

  private fold(name: string): Kind {
    const facts: KindFacts = this.own[name] ?? KINDS[name] ?? { base: name in ROOT ? null : "Model", defaults: ROOT[name] ?? {} }
    const parent = facts.base === null ? NOTHING : this.get(facts.base)
    const own = Object.entries(facts.defaults).map(([field, value]) => [field, decode_value(value, NO_AREA)] as const)
    return {
      name,
      chain: [name, ...parent.chain],
      defaults: new Map([...parent.defaults, ...own]),
      writable: new Set([...parent.writable, ...(facts.writable ?? [])]),
    }
  }
}
