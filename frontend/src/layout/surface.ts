import type { Figure, GlyphRenderer, Legend, LegendItem } from "../generated/models"
import type { Document } from "../store/document"
import type { Scale } from "../scales/scale"

/** CSS pixels, measured in the figure's element. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a hit test asks: under a point, along the vertical ("v") or horizontal ("h") line through it, or in a rectangle. */
export type HitQuery =
  | { kind: "point"; sx: number; sy: number }
  | { kind: "span"; sx: number; sy: number; dim: "h" | "v" }
  | { kind: "rect"; x0: number; y0: number; x1: number; y1: number }

export interface RendererHit {
  readonly renderer: GlyphRenderer
  readonly indices: number[]
}

/** An entry of a legend as it lies on the figure, for those that are buttons (`click_policy` is not "none"). */
export interface LegendEntry {
  readonly legend: Legend
  readonly item: LegendItem
  readonly label: string
  readonly box: Box
  readonly renderers: GlyphRenderer[]
}

export type Layer = "base" | "data" | "overlay"

/** A figure as the tools see it; `FigureView` in figure.ts implements it. */
export interface PlotSurface {
  readonly model: Figure
  readonly document: Document
  /** Positioned element that holds the canvases; pointer positions are relative to it. */
  readonly el: HTMLElement
  readonly frame: Box
  readonly x: Scale
  readonly y: Scale
  /** Writes start and end of the range models, within their bounds and min/max_interval. */
  set_ranges(x: [number, number] | null, y: [number, number] | null, from: "pan" | "zoom" | "reset"): void
  reset_ranges(): void
  hit(query: HitQuery, renderers?: GlyphRenderer[]): RendererHit[]
  /** Where a row is held when it is pointed at: a marker's centre, the middle of a bar; CSS pixels in `el`. */
  anchor(renderer: GlyphRenderer, index: number): { sx: number; sy: number }
  /** Draws these rows, and no others, with their renderer's `hover_glyph`. */
  inspect(rows: RendererHit[]): void
  /** Entries of the legends that answer clicks, as last painted. */
  legend_entries(): LegendEntry[]
  repaint(layer: Layer): void
  /** Draws on the overlay at each of its repaints, until the returned function is called. */
  add_overlay(draw: (ctx: CanvasRenderingContext2D) => void): () => void
  to_png(scale?: number): Promise<Blob>
}
