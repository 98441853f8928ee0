// The table of glyphs. Lines are painted by every page; painters of other kinds come with the first glyph that needs them.
import type { GlyphKind, ModelBase, ModelByKind } from "../generated/models"
import { declare_part } from "../store/parts"
import { EMPTY } from "./extent"
import { line } from "./line"
import type { GlyphPainter, Painters } from "./types"

/** The painters that are here by now. */
export const GLYPHS: Partial<Painters> = { Line: line }

const add = (painters: Partial<Painters>): void => void Object.assign(GLYPHS, painters)
declare_part("marks", async () => add((await import("./marks_part")).MARKS))
declare_part("boxes", async () => add((await import("./boxes_part")).BOXES))
declare_part("rare", async () => add((await import("./rare_part")).RARE))

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
