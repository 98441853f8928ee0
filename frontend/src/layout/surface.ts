import type { Figure, GlyphRenderer } from "../generated/models"
import type { Document } from "../store/document"
import type { Scale } from "../scales/scale"

/** CSS pixels, measured in the figure's element. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a hit test asks: under a point, along a vertical or horizontal line through a point, or inside a rectangle. */
export type HitQuery =
  | { kind: "point"; sx: number; sy: number }
  | { kind: "span"; sx: number; sy: number; dim: "h" | "v" }
  | { kind: "rect"; x0: number; y0: number; x1: number; y1: number }

export interface RendererHit {
  readonly renderer: GlyphRenderer
  readonly indices: number[]
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
  repaint(layer: Layer): void
  /** Draws on the overlay at each of its repaints, until the returned function is called. */
  add_overlay(draw: (ctx: CanvasRenderingContext2D) => void): () => void
  to_png(scale?: number): Promise<Blob>
}
