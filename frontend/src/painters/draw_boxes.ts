// Drawing and hitting upright boxes.
import type { HitQuery } from "../layout/surface"
import { box_bounds, screen_boxes, search_boxes, type BoxShape } from "./boxes"
import { coded_at, type Coded } from "./fields"
import type { GlyphData } from "./data"
import type { Boxes } from "./spatial"
import { area_swatch } from "./swatch"
import type { Anchor, Canvas2D, GlyphPainter, Hit, Rows, View } from "./types"
import { Pen, shape_looks, type Look } from "./visuals"

/** Corner radii in pixels: top left, top right, bottom right, bottom left. */
export type Corners = readonly [number, number, number, number]

/** `border_radius` as models hold it (one number, or a number by corner) to radii; null: square corners. */
export function corners_of(value: unknown): Corners | null {
  if (typeof value === "number") return value > 0 ? [value, value, value, value] : null
  if (typeof value !== "object" || value === null) return null
  if (Array.isArray(value)) return value as unknown as Corners
  const by_name = value as Record<string, number | undefined>
  return [by_name.top_left ?? 0, by_name.top_right ?? 0, by_name.bottom_right ?? 0, by_name.bottom_left ?? 0]
}

/** Far outside the frame all places look alike: edges are moved in to where the canvas is exact. */
const BEYOND = 1000

export function draw_boxes(
  ctx: Canvas2D, boxes: Boxes, looks: Coded<Look>, { frame }: View, rows: Rows, corners: Corners | null,
): void {
  const { x0, y0, x1, y1 } = boxes
  const pen = new BoxPen(ctx, corners)
  const [left, right] = [frame.x - BEYOND, frame.x + frame.width + BEYOND]
  const [top, bottom] = [frame.y - BEYOND, frame.y + frame.height + BEYOND]
  const count = rows === null ? Math.min(x0.length, x1.length, y0.length, y1.length) : rows.length
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    const l = Math.max(Math.min(x0[row], x1[row]), left)
    const r = Math.min(Math.max(x0[row], x1[row]), right)
    const t = Math.max(Math.min(y0[row], y1[row]), top)
    const b = Math.min(Math.max(y0[row], y1[row]), bottom)
    if (r >= l && b >= t) pen.draw(coded_at(looks, row), l, t, r - l, b - t)
  }
  pen.done()
}

/** Draws boxes one by one: rectangles without paths where corners are square. */
export class BoxPen {
  private readonly pen: Pen

  constructor(private readonly ctx: Canvas2D, private readonly corners: Corners | null) {
    this.pen = new Pen(ctx)
  }

  draw(look: Look, x: number, y: number, width: number, height: number): void {
    if (!this.pen.take(look)) return
    const { ctx } = this
    if (this.corners === null && look.line === null) return ctx.fillRect(x, y, width, height)
    ctx.beginPath()
    if (this.corners === null) ctx.rect(x, y, width, height)
    else ctx.roundRect(x, y, width, height, this.corners as unknown as number[])
    this.pen.paint()
  }

  done(): void {
    this.pen.done()
  }
}

/** Boxes that hold the point, cross the line or touch the rectangle. */
export function hit_boxes(data: GlyphData, shape: BoxShape, view: View, query: HitQuery): Hit[] {
  const boxes = screen_boxes(data, shape, view)
  const [x0, y0, x1, y1] = query_box(query)
  const hits: Hit[] = []
  for (const index of search_boxes(data, shape, view, x0, y0, x1, y1)) {
    if (overlaps(boxes, index, x0, y0, x1, y1)) hits.push({ index, distance: distance_to(boxes, index, query) })
  }
  return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance || b.index - a.index) : hits
}

/** The part of the screen that a query asks about. */
function query_box(query: HitQuery): [number, number, number, number] {
  if (query.kind === "point") return [query.sx, query.sy, query.sx, query.sy]
  if (query.kind === "span") return query.dim === "v" ? [query.sx, -Infinity, query.sx, Infinity] : [-Infinity, query.sy, Infinity, query.sy]
  const { x0, y0, x1, y1 } = query
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

function overlaps(boxes: Boxes, i: number, left: number, top: number, right: number, bottom: number): boolean {
  return Math.max(boxes.x0[i], boxes.x1[i]) >= left && Math.min(boxes.x0[i], boxes.x1[i]) <= right
    && Math.max(boxes.y0[i], boxes.y1[i]) >= top && Math.min(boxes.y0[i], boxes.y1[i]) <= bottom
}

function distance_to(boxes: Boxes, index: number, query: HitQuery): number {
  if (query.kind === "rect") return 0
  const { sx, sy } = middle_of(boxes, index)
  return Math.hypot(sx - query.sx, sy - query.sy)
}

export function middle_of({ x0, y0, x1, y1 }: Boxes, index: number): Anchor {
  return { sx: (x0[index] + x1[index]) / 2, sy: (y0[index] + y1[index]) / 2 }
}

/** The painter of a glyph whose rows are upright boxes. */
export function box_painter<G extends { border_radius: unknown }>(shape: BoxShape): GlyphPainter<G> {
  return {
    bounds: (data, _glyph, rows) => box_bounds(data, shape, rows),
    draw: (ctx, data, glyph, view, rows) =>
      draw_boxes(ctx, screen_boxes(data, shape, view), shape_looks(data), view, rows, corners_of(glyph.border_radius)),
    hit: (data, _glyph, view, query) => hit_boxes(data, shape, view, query),
    anchor: (data, _glyph, view, index) => middle_of(screen_boxes(data, shape, view), index),
    legend: (ctx, data, _glyph, box, index) => area_swatch(ctx, data, box, index),
  }
}
