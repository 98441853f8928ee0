// Parts of the front end that come when a document first names a kind of model that needs them. Part NAME is what
// NAME_part.ts imports; the server reads which kinds need it from the same file, and sends it along where it may be.
import KINDS from "./part_kinds.json"

interface Part {
  readonly fetch: () => Promise<unknown>
  coming: Promise<void> | null
  here: boolean
}

const parts = new Set<Part>()
const by_kind = new Map<string, Part>()

/** Declares code without which models of the part's kinds cannot be shown; `fetch` puts it where it is looked for. */
export function declare_part(name: keyof typeof KINDS, fetch: () => Promise<unknown>): void {
  const part: Part = { fetch, coming: null, here: false }
  parts.add(part)
  for (const kind of KINDS[name]) by_kind.set(kind, part)
}

/** True if models of this kind can be shown, or never will be. */
export const is_here = (kind: string): boolean => by_kind.get(kind)?.here ?? true

/** Fetches what models of these kinds need; null if all of it is here. */
export function fetch_for(kinds: Iterable<string>): Promise<unknown> | null {
  const missing = new Set<Part>()
  for (const kind of kinds) {
    const part = by_kind.get(kind)
    if (part?.here === false) missing.add(part)
  }
  return missing.size === 0 ? null : Promise.all([...missing].map(come))
}

/** Fetches all parts. */
export const fetch_all = (): Promise<unknown> => Promise.all([...parts].map(come))

/** A part that does not come counts as here: what needs it shows nothing, and everything else goes on. */
function come(part: Part): Promise<void> {
  return (part.coming ??= part.fetch()
    .catch((error: unknown) => console.error("expected a part of the front end, which did not come:", error))
    .then(() => void (part.here = true)))
}
