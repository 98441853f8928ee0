// The table of glyphs, and how it grows when a page needs more of it.
import type { GlyphKind, ModelBase, ModelByKind } from "../generated/models"
import type { Model } from "../store/model"
import { EMPTY } from "./extent"
import { FIRST, type Painters } from "./first"
import type { GlyphPainter } from "./types"

/** The painters that are here by now. */
export const GLYPHS: Partial<Painters> = { ...FIRST }

/** Shows nothing: for kinds whose painter is on its way, or never came. */
const ABSENT: GlyphPainter<ModelBase> = {
  bounds: () => ({ x: EMPTY, y: EMPTY }),
  draw: () => undefined,
  hit: () => [],
  anchor: () => ({ sx: NaN, sy: NaN }),
  legend: () => undefined,
}

let coming: Promise<void> | null = null
/** Glyphs that are painted once their painters are here; null when nothing is to be waited for any more. */
let waiting: Set<Model> | null = new Set()

/** Fetches the painters of the other kinds. */
export function load_more(): Promise<void> {
  return (coming ??= import("./more").then(
    ({ MORE }) => void Object.assign(GLYPHS, MORE),
    (error: unknown) => console.error("expected the painters of more glyphs, which did not come:", error),
  ).then(() => {
    const glyphs = waiting ?? []
    waiting = null
    for (const glyph of glyphs) glyph.tell("painter")
  }))
}

/** True if a glyph can be painted, or never will be. One of which neither is true changes when its painter comes. */
export function is_here(glyph: ModelBase): boolean {
  if (waiting === null || GLYPHS[glyph.type as GlyphKind] !== undefined) return true
  waiting.add(glyph as unknown as Model)
  void load_more()
  return false
}

/** The painter of a glyph model, for callers that do not care which. */
export function painter_of<K extends GlyphKind>(glyph: ModelBase): GlyphPainter<ModelByKind[K]> {
  return (GLYPHS[glyph.type as GlyphKind] ?? ABSENT) as GlyphPainter<ModelByKind[K]>
}
