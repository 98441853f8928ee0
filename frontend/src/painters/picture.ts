// What each canvas of a figure shows, drawn from one laid-out state; the page's canvases and PNG files share this.
import type { Figure, GlyphRenderer } from "../generated/models"
import type { FigureBoxes } from "../layout/figure_layout"
import type { Box, LegendEntry, RendererHit } from "../layout/surface"
import { draw_annotation, stays_in_frame, type Ground } from "./annotations"
import { clipped } from "./canvases"
import { draw_grid } from "./grid"
import type { GuideLooks } from "./guide_looks"
import { clickable_entries } from "./legend"
import { draw_legends, draw_panels, legend_places, ticks_by_axis, type Items, type LegendPlace } from "./panels"
import { draw_outline, draw_surface } from "./plot_box"
import type { Scales } from "./scales"
import type { RendererViews, Structure } from "./structure"
import type { Canvas2D, View } from "./types"

/** A figure laid out: everything that painting needs. */
export interface Picture {
  readonly figure: Figure
  readonly structure: Structure
  /** Looks of what lies beside the frame, and within it. */
  readonly looks: GuideLooks
  readonly inner: GuideLooks
  readonly boxes: FigureBoxes
  readonly items: Items
  readonly scales: Scales
  readonly views: RendererViews
}

export function view_of({ scales, boxes, inner }: Picture, ratio: number): View {
  return { x: scales.x, y: scales.y, frame: boxes.frame, ratio, ink: inner.ink }
}

const ground_of = (picture: Picture, ratio: number): Ground =>
  ({ view: view_of(picture, ratio), width: picture.boxes.width, height: picture.boxes.height })

/** True if data lies below the grids: these then share its canvas. */
const has_images = ({ structure }: Picture): boolean => structure.renderers.some(({ model }) => is_image(model))
const is_image = ({ level }: GlyphRenderer): boolean => level === "image"

/** Grids, and annotations below the data. */
function draw_ground(ctx: Canvas2D, picture: Picture, ratio: number): void {
  const { structure, inner, boxes: { frame }, items, scales } = picture
  const shown_ticks = ticks_by_axis(items)
  for (const grid of structure.grids) {
    if (grid.visible) draw_grid(ctx, grid, frame, scales.x, scales.y, (grid.axis && shown_ticks.get(grid.axis)) ?? null, inner, ratio)
  }
  for (const annotation of structure.under) draw_annotation(ctx, annotation, ground_of(picture, ratio), inner)
}

/** Fills, grids and annotations below the data, axes and titles. */
export function paint_base(ctx: Canvas2D, picture: Picture, ratio: number): void {
  const { figure, looks, boxes, items } = picture
  const { frame, width, height } = boxes
  draw_surface(ctx, figure, { x: 0, y: 0, width, height }, frame, looks, ratio)
  if (!has_images(picture)) clipped(ctx, frame, () => draw_ground(ctx, picture, ratio))
  draw_outline(ctx, figure, frame, looks, ratio)
  draw_panels(ctx, items, boxes.panels, view_of(picture, ratio), looks)
}

/** True if a part of the data looks the same whether it is painted alone or with the rest, wherever the frame shows it. */
export const can_move = (picture: Picture): boolean =>
  !has_images(picture) && picture.structure.renderers.every((renderer) => renderer.is_local)

/** All data, or at least what lies in a part of the frame. */
export function paint_data(ctx: Canvas2D, picture: Picture, ratio: number, part: Box = picture.boxes.frame): void {
  const view = { ...view_of(picture, ratio), frame: part }
  clipped(ctx, picture.boxes.frame, () => {
    const shown = picture.structure.renderers.filter(({ model }) => model.visible)
    for (const renderer of shown) if (is_image(renderer.model)) renderer.draw(ctx, view)
    if (has_images(picture)) draw_ground(ctx, picture, ratio)
    for (const renderer of shown) if (!is_image(renderer.model)) renderer.draw(ctx, view)
  })
}

export const has_front = ({ structure }: Picture): boolean =>
  structure.over.length + structure.legends.length > 0 || Object.values(structure.sides).some((side) => side.some(({ type }) => type === "Legend"))

/** Where the legends lie in this picture. */
export const legends_of = ({ structure, items, boxes, looks, inner }: Picture): LegendPlace[] =>
  legend_places(structure, items, boxes.panels, boxes.frame, looks, inner)

/** Annotations above the data, then legends. */
export function paint_front(ctx: Canvas2D, picture: Picture, legends: readonly LegendPlace[], ratio: number): void {
  const { structure, inner, boxes, views } = picture
  const ground = ground_of(picture, ratio)
  for (const annotation of structure.over) {
    if (stays_in_frame(annotation)) clipped(ctx, boxes.frame, () => draw_annotation(ctx, annotation, ground, inner))
    else draw_annotation(ctx, annotation, ground, inner)
  }
  draw_legends(ctx, legends, (renderer) => views.get(renderer))
}

/** Rows under the pointer in their renderer's `hover_glyph`. */
export function paint_inspected(ctx: Canvas2D, picture: Picture, rows: readonly RendererHit[], ratio: number): void {
  const view = view_of(picture, ratio)
  clipped(ctx, picture.boxes.frame, () => {
    for (const { renderer, indices } of rows) picture.views.get(renderer)?.draw_hover(ctx, view, indices)
  })
}

export const entries_of = (legends: readonly LegendPlace[]): LegendEntry[] =>
  legends.flatMap(({ placed, corner }) => clickable_entries(placed, corner))

/** The picture as a PNG file of `ratio` device pixels per CSS pixel. */
export function to_png(picture: Picture, ratio: number): Promise<Blob> {
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(picture.boxes.width * ratio)
  canvas.height = Math.round(picture.boxes.height * ratio)
  const ctx = canvas.getContext("2d")!
  ctx.scale(ratio, ratio)
  paint_base(ctx, picture, ratio)
  paint_data(ctx, picture, ratio)
  paint_front(ctx, picture, legends_of(picture), ratio)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("expected a picture, the browser made none (too large?)")) : resolve(blob)), "image/png"))
}
