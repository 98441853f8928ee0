// The table of glyphs. Lines are painted by every page; painters of other kinds come with the first glyph that needs them.
import type { GlyphKind, ModelBase, ModelByKind } from "../generated/models"
import { declare_part } from "../store/parts"
import type { BOXES } from "./boxes_part"
import { EMPTY } from "./extent"
import { line } from "./line"
import type { MARKS } from "./marks_part"
import type { RARE } from "./rare_part"
import type { GlyphPainter } from "./types"

export type Painters = { readonly [K in GlyphKind]: GlyphPainter<ModelByKind[K]> }

/** The painters that are here by now. */
export const GLYPHS: Partial<Painters> = { Line: line }

/** Kinds by part. One that models declare and that no part paints does not compile. */
const MARK_KINDS: Kinds<typeof MARKS> = { Scatter: 1, Circle: 1 }
const BOX_KINDS: Kinds<typeof BOXES> = { VBar: 1, HBar: 1, Rect: 1, Quad: 1 }
const RARE_KINDS: Kinds<Omit<Painters, "Line" | keyof typeof MARKS | keyof typeof BOXES>> & Kinds<typeof RARE> = {
  Image: 1, Step: 1, MultiLine: 1, Segment: 1, Text: 1, Patch: 1, Patches: 1, VArea: 1, HArea: 1, VAreaStep: 1, HAreaStep: 1,
}
type Kinds<Part> = Record<keyof Part, 1>

const add = (painters: Partial<Painters>): void => void Object.assign(GLYPHS, painters)
declare_part(Object.keys(MARK_KINDS), async () => add((await import("./marks_part")).MARKS))
declare_part(Object.keys(BOX_KINDS), async () => add((await import("./boxes_part")).BOXES))
declare_part(Object.keys(RARE_KINDS), async () => add((await import("./rare_part")).RARE))

/** Shows nothing: for kinds whose painter is on its way, or never came. */
const ABSENT: GlyphPainter<ModelBase> = {
  bounds: () => ({ x: EMPTY, y: EMPTY }),
  draw: () => undefined,
  hit: () => [],
  anchor: () => ({ sx: NaN, sy: NaN }),
  legend: () => undefined,
}

/** The painter of a glyph model, for callers that do not care which. */
export function painter_of<K extends GlyphKind>(glyph: ModelBase): GlyphPainter<ModelByKind[K]> {
  return (GLYPHS[glyph.type as GlyphKind] ?? ABSENT) as GlyphPainter<ModelByKind[K]>
}
