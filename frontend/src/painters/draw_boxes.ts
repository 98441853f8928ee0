// Drawing and hitting upright boxes.
import type { HitQuery } from "../layout/surface"
import { box_at, box_bounds, boxes_of, middle_of, place_edges, rows_near, search_boxes, type BoxSet, type BoxShape, type ScreenBox } from "./boxes"
import { can_sum_up, sum_up_boxes, type EachBox, type TakeBoxes } from "./box_sums"
import { coded_at, type Coded } from "./fields"
import type { GlyphData } from "./data"
import { PORTION } from "./places"
import { area_swatch } from "./swatch"
import type { Canvas2D, GlyphPainter, Hit, Rows, View } from "./types"
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

const [x0s, x1s, y0s, y1s] = [0, 1, 2, 3].map(() => new Float64Array(PORTION))

/** `dilate` makes boxes whole pixels larger, so that neighbours leave no seam. */
export function draw_boxes(
  ctx: Canvas2D, data: GlyphData, boxes: BoxSet, view: View, wanted: Rows, corners: Corners | null, dilate = false,
): void {
  const { frame } = view
  const looks = shape_looks(data)
  const room = 1 + looks.table.reduce((most, { line }) => Math.max(most, line?.width ?? 0), 0)
  const rows = wanted ?? rows_near(data, boxes, view, {
    left: frame.x - room, top: frame.y - room, right: frame.x + frame.width + room, bottom: frame.y + frame.height + room,
  })
  const count = rows === null ? boxes.length : rows.length
  const each: EachBox = (take, most = count) => each_portion(boxes, view, rows, Math.min(count, most), dilate, take)
  if (corners === null && can_sum_up(ctx, looks, count, each)) sum_up_boxes(ctx, looks.table[0], view, each)
  else draw_one_by_one(ctx, looks, corners, rows, each)
}

/** `take` gets the boxes a portion at a time; those out of sight are left with edges in the wrong order. */
function each_portion(boxes: BoxSet, { x, y, frame }: View, rows: Rows, count: number, dilate: boolean, take: TakeBoxes): void {
  for (let from = 0; from < count; from += PORTION) {
    const to = Math.min(from + PORTION, count)
    const [x0, x1] = place_edges(boxes.x, x, rows, from, to, [x0s, x1s])
    const [y0, y1] = place_edges(boxes.y, y, rows, from, to, [y0s, y1s])
    put_in_order(x0, x1, frame.x - BEYOND, frame.x + frame.width + BEYOND, dilate)
    put_in_order(y0, y1, frame.y - BEYOND, frame.y + frame.height + BEYOND, dilate)
    take(from, x0, y0, x1, y1)
  }
}

/** The lower edge into `a`, the upper one into `b`, neither beyond `least` and `most` on its side. */
function put_in_order(a: Float64Array, b: Float64Array, least: number, most: number, dilate: boolean): void {
  for (let k = 0; k < a.length; k++) {
    const one = a[k]
    const two = b[k]
    const more = dilate ? dilation(one, two) : 0
    a[k] = Math.max(Math.min(one, two) - more, least)
    b[k] = Math.min(Math.max(one, two) + more, most)
  }
}

/** What each side needs so that the length is whole pixels. */
function dilation(a: number, b: number): number {
  const length = Math.abs(b - a)
  return (Math.ceil(length) - length) / 2
}

function draw_one_by_one(ctx: Canvas2D, looks: Coded<Look>, corners: Corners | null, rows: Rows, each: EachBox): void {
  const pen = new BoxPen(ctx, corners)
  each((from, left, top, right, bottom) => {
    for (let k = 0; k < left.length; k++) {
      if (!(right[k] >= left[k] && bottom[k] >= top[k])) continue
      const row = rows === null ? from + k : rows[from + k]
      pen.draw(coded_at(looks, row), left[k], top[k], right[k] - left[k], bottom[k] - top[k])
    }
  })
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
export function hit_boxes(data: GlyphData, boxes: BoxSet, view: View, query: HitQuery): Hit[] {
  const area = query_area(query)
  const hits: Hit[] = []
  for (const index of search_boxes(data, boxes, view, area)) {
    const box = box_at(boxes, view, index)
    if (overlap(box, area)) hits.push({ index, distance: distance_to(box, query) })
  }
  return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance || b.index - a.index) : hits
}

/** The part of the screen that a query asks about. */
function query_area(query: HitQuery): ScreenBox {
  if (query.kind === "rect") {
    const { x0, y0, x1, y1 } = query
    return { left: Math.min(x0, x1), top: Math.min(y0, y1), right: Math.max(x0, x1), bottom: Math.max(y0, y1) }
  }
  const { sx, sy } = query
  const point = { left: sx, top: sy, right: sx, bottom: sy }
  if (query.kind === "point") return point
  return query.dim === "v" ? { ...point, top: -Infinity, bottom: Infinity } : { ...point, left: -Infinity, right: Infinity }
}

const overlap = (a: ScreenBox, b: ScreenBox): boolean =>
  a.right >= b.left && a.left <= b.right && a.bottom >= b.top && a.top <= b.bottom

function distance_to(box: ScreenBox, query: HitQuery): number {
  if (query.kind === "rect") return 0
  const { sx, sy } = middle_of(box)
  return Math.hypot(sx - query.sx, sy - query.sy)
}

/** The painter of a glyph whose rows are upright boxes. */
export function box_painter<G extends { border_radius: unknown }>(shape: BoxShape): GlyphPainter<G> {
  return {
    bounds: (data, _glyph, rows) => box_bounds(data, shape, rows),
    draw: (ctx, data, glyph, view, rows) =>
      draw_boxes(ctx, data, boxes_of(data, shape), view, rows, corners_of(glyph.border_radius)),
    hit: (data, _glyph, view, query) => hit_boxes(data, boxes_of(data, shape), view, query),
    anchor: (data, _glyph, view, index) => middle_of(box_at(boxes_of(data, shape), view, index)),
    legend: (ctx, data, _glyph, box, index) => area_swatch(ctx, data, box, index),
  }
}
