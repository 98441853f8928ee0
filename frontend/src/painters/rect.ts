import type { Rect } from "../generated/models"
import { box_bounds, screen_boxes, search_boxes, type BoxShape } from "./boxes"
import type { GlyphData } from "./data"
import { BoxPen, corners_of, draw_boxes, hit_boxes, middle_of } from "./draw_boxes"
import { coded_at } from "./fields"
import { unturn } from "./geometry"
import type { Boxes } from "./spatial"
import { area_swatch } from "./swatch"
import type { Canvas2D, GlyphPainter, Hit, Rows, View } from "./types"
import { shape_looks } from "./visuals"

const SHAPE: BoxShape = {
  x: { kind: "middle", at: "x", length: "width" },
  y: { kind: "middle", at: "y", length: "height" },
}

export const rect: GlyphPainter<Rect> = {
  bounds: (data, _rect, rows) => box_bounds(data, SHAPE, rows),

  draw(ctx, data, rect, view, rows) {
    const boxes = boxes_of(data, rect, view)
    const corners = corners_of(rect.border_radius)
    if (is_upright(data)) draw_boxes(ctx, boxes, shape_looks(data), view, rows, corners)
    else draw_turned(ctx, data, boxes, rows, new BoxPen(ctx, corners))
  },

  hit(data, rect, view, query) {
    if (is_upright(data) || query.kind !== "point") return hit_boxes(data, SHAPE, view, query)
    return hit_turned(data, boxes_of(data, rect, view), view, query)
  },

  anchor: (data, _rect, view, index) => middle_of(screen_boxes(data, SHAPE, view), index),
  legend: (ctx, data, _rect, box, index) => area_swatch(ctx, data, box, index),
}

function is_upright(data: GlyphData): boolean {
  const { value, values } = data.angles("angle")
  return values === null && Math.abs(value) === 0
}

/** `dilate` makes boxes whole pixels larger, so that neighbours leave no seam. */
function boxes_of(data: GlyphData, rect: Rect, view: View): Boxes {
  const boxes = screen_boxes(data, SHAPE, view)
  if (!rect.dilate) return boxes
  return data.memo("dilated", [...data.deps("x", "y", "width", "height"), boxes.x0, boxes.y0, view.x, view.y], () => {
    const [x0, x1] = dilated(boxes.x0, boxes.x1)
    const [y0, y1] = dilated(boxes.y0, boxes.y1)
    return { x0, y0, x1, y1 }
  })
}

function dilated(low: Float64Array, high: Float64Array): [Float64Array, Float64Array] {
  const half = low.map((value, i) => Math.ceil(Math.abs(high[i] - value)) / 2)
  const middle = low.map((value, i) => (value + high[i]) / 2)
  return [middle.map((value, i) => value - half[i]), middle.map((value, i) => value + half[i])]
}

function draw_turned(ctx: Canvas2D, data: GlyphData, boxes: Boxes, rows: Rows, pen: BoxPen): void {
  const looks = shape_looks(data)
  const angles = data.angles("angle")
  const base = ctx.getTransform()
  const count = rows === null ? Math.min(boxes.x0.length, boxes.y0.length) : rows.length
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    const { sx, sy } = middle_of(boxes, row)
    if (!Number.isFinite(sx + sy)) continue
    const width = Math.abs(boxes.x1[row] - boxes.x0[row])
    const height = Math.abs(boxes.y1[row] - boxes.y0[row])
    ctx.translate(sx, sy)
    ctx.rotate(angles.at(row))
    pen.draw(coded_at(looks, row), -width / 2, -height / 2, width, height)
    ctx.setTransform(base)
  }
  pen.done()
}

/** A turned box lies inside the circle through its corners; the point is turned back for the exact test. */
function hit_turned(data: GlyphData, boxes: Boxes, view: View, { sx, sy }: { sx: number; sy: number }): Hit[] {
  const angles = data.angles("angle")
  const reach = data.memo("reach", [...data.deps("x", "y", "width", "height"), boxes.x0, boxes.x1, boxes.y0, boxes.y1, view.x, view.y], () => farthest_corner(boxes))
  const hits: Hit[] = []
  for (const index of search_boxes(data, SHAPE, view, sx - reach, sy - reach, sx + reach, sy + reach)) {
    const middle = middle_of(boxes, index)
    const [x, y] = unturn(sx, sy, middle.sx, middle.sy, angles.at(index))
    const inside = Math.abs(x - middle.sx) * 2 <= Math.abs(boxes.x1[index] - boxes.x0[index])
      && Math.abs(y - middle.sy) * 2 <= Math.abs(boxes.y1[index] - boxes.y0[index])
    if (inside) hits.push({ index, distance: Math.hypot(sx - middle.sx, sy - middle.sy) })
  }
  return hits.sort((a, b) => a.distance - b.distance || b.index - a.index)
}

function farthest_corner({ x0, y0, x1, y1 }: Boxes): number {
  let most = 0
  for (let i = 0; i < x0.length; i++) {
    const half = Math.hypot(x1[i] - x0[i], y1[i] - y0[i]) / 2
    if (half > most && half < Infinity) most = half
  }
  return most
}
