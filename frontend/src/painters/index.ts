// The table of glyphs: a kind that models declare and that has no painter here does not compile.
import type { GlyphKind, ModelByKind } from "../generated/models"
import { harea, harea_step, varea, varea_step } from "./area"
import { circle } from "./circle"
import { hbar } from "./hbar"
import { image } from "./image"
import { line } from "./line"
import { multi_line } from "./multi_line"
import { patch } from "./patch"
import { patches } from "./patches"
import { quad } from "./quad"
import { rect } from "./rect"
import { scatter } from "./scatter"
import { segment } from "./segment"
import { step } from "./step"
import { text } from "./text"
import type { GlyphPainter } from "./types"
import { vbar } from "./vbar"

export const GLYPHS: { readonly [K in GlyphKind]: GlyphPainter<ModelByKind[K]> } = {
  Line: line,
  Step: step,
  MultiLine: multi_line,
  VArea: varea,
  HArea: harea,
  VAreaStep: varea_step,
  HAreaStep: harea_step,
  Scatter: scatter,
  Circle: circle,
  VBar: vbar,
  HBar: hbar,
  Rect: rect,
  Quad: quad,
  Segment: segment,
  Text: text,
  Patch: patch,
  Patches: patches,
  Image: image,
}

/** The painter of a glyph model, for callers that do not care which. */
export function painter_of<K extends GlyphKind>(glyph: { readonly type: string }): GlyphPainter<ModelByKind[K]> {
  return GLYPHS[glyph.type as K] as GlyphPainter<ModelByKind[K]>
}
