// Painters of the kinds that every page is ready for. A kind that models declare and that has a painter neither here
// nor in more.ts does not compile.
import type { GlyphKind, ModelByKind } from "../generated/models"
import { circle } from "./circle"
import { hbar } from "./hbar"
import { line } from "./line"
import { patch } from "./patch"
import { quad } from "./quad"
import { rect } from "./rect"
import { scatter } from "./scatter"
import { segment } from "./segment"
import { text } from "./text"
import type { GlyphPainter } from "./types"
import { vbar } from "./vbar"

export type Painters = { readonly [K in GlyphKind]: GlyphPainter<ModelByKind[K]> }

export const FIRST = {
  Line: line,
  Scatter: scatter,
  Circle: circle,
  VBar: vbar,
  HBar: hbar,
  Rect: rect,
  Quad: quad,
  Segment: segment,
  Text: text,
  Patch: patch,
} satisfies Partial<Painters>

/** What pages load with the first glyph of these kinds. */
export type MorePainters = Omit<Painters, keyof typeof FIRST>
