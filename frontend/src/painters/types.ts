// What a glyph's painter is, and the values that pass between it and the figure.
import type { GlyphKind, ModelByKind } from "../generated/models"
import type { Box, HitQuery } from "../layout/surface"
import type { Scale } from "../scales/scale"
import type { GlyphData } from "./data"
import type { Extent, Rows } from "./extent"

/** How data lies on the screen right now. Scales are values: a new view of the data is a new scale object. */
export interface View {
  readonly x: Scale
  readonly y: Scale
  /** The plotting area, in the pixels that the scales map to. Painters may leave out what lies outside. */
  readonly frame: Box
  /** Device pixels per CSS pixel. */
  readonly ratio: number
  /** The colour of text that nobody coloured, where the glyph's own default would not read on the ground. */
  readonly ink?: string | null
}

/** What automatic ranges must show. Empty: `EMPTY`. On a log axis only positive numbers count. */
export interface Bounds { readonly x: Extent; readonly y: Extent }

/** A row that answers a query; on a line, the row where the segment starts. */
export interface Hit {
  readonly index: number
  /** Pixels from the pointer to the row's anchor (to the segment, on a line). */
  readonly distance: number
}

/** Where a row is held when it is pointed at: the marker's centre, the middle of a bar. CSS pixels. */
export interface Anchor { readonly sx: number; readonly sy: number }

export interface GlyphPainter<G> {
  /** One shape through all rows (lines, patches), selected and hit as a whole. */
  readonly connected?: boolean
  bounds(data: GlyphData, glyph: G, rows: Rows): Bounds
  /** Draws rows; `ctx` measures CSS pixels and is clipped to the frame. */
  draw(ctx: Canvas2D, data: GlyphData, glyph: G, view: View, rows: Rows): void
  /** Rows that the query touches, nearest first for a point, ascending else. Rows outside `rows` are left out by the caller. */
  hit(data: GlyphData, glyph: G, view: View, query: HitQuery): Hit[]
  anchor(data: GlyphData, glyph: G, view: View, index: number): Anchor
  /** A swatch with the look of row `index`. */
  legend(ctx: Canvas2D, data: GlyphData, glyph: G, box: Box, index: number): void
}

/** What paints each kind of glyph. */
export type Painters = { readonly [K in GlyphKind]: GlyphPainter<ModelByKind[K]> }

export type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
export type { Extent, Rows }
