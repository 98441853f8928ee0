import type { Rect } from "../generated/models"
import { box_at, box_bounds, boxes_of, middle_of, search_boxes, type BoxSet, type BoxShape } from "./boxes"
import type { GlyphData } from "./data"
import { BoxPen, corners_of, draw_boxes, hit_boxes } from "./draw_boxes"
import { coded_at } from "./fields"
import { unturn } from "./geometry"
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
    const boxes = boxes_of(data, SHAPE)
    const corners = corners_of(rect.border_radius)
    if (is_upright(data)) draw_boxes(ctx, data, boxes, view, rows, corners, rect.dilate)
    else draw_turned(ctx, data, boxes, view, rows, new BoxPen(ctx, corners), rect.dilate)
  },

  hit(data, _rect, view, query) {
    const boxes = boxes_of(data, SHAPE)
    return is_upright(data) || query.kind !== "point" ? hit_boxes(data, boxes, view, query) : hit_turned(data, boxes, view, query)
  },

  anchor: (data, _rect, view, index) => middle_of(box_at(boxes_of(data, SHAPE), view, index)),
  legend: (ctx, data, _rect, box, index) => area_swatch(ctx, data, box, index),
}

function is_upright(data: GlyphData): boolean {
  const { value, values } = data.angles("angle")
  return values === null && Math.abs(value) === 0
}

function draw_turned(ctx: Canvas2D, data: GlyphData, boxes: BoxSet, view: View, rows: Rows, pen: BoxPen, dilate: boolean): void {
  const looks = shape_looks(data)
  const angles = data.angles("angle")
  const base = ctx.getTransform()
  const count = rows === null ? boxes.length : rows.length
  const whole = (length: number): number => (dilate ? Math.ceil(length) : length)
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    if (row >= boxes.length) continue
    const box = box_at(boxes, view, row)
    const { sx, sy } = middle_of(box)
    if (!Number.isFinite(sx + sy)) continue
    const [width, height] = [whole(box.right - box.left), whole(box.bottom - box.top)]
    ctx.translate(sx, sy)
    ctx.rotate(angles.at(row))
    pen.draw(coded_at(looks, row), -width / 2, -height / 2, width, height)
    ctx.setTransform(base)
  }
  pen.done()
}

/** A turned box lies inside the circle through its corners; the point is turned back for the exact test. */
function hit_turned(data: GlyphData, boxes: BoxSet, view: View, { sx, sy }: { sx: number; sy: number }): Hit[] {
  const angles = data.angles("angle")
  const { x, y } = boxes
  const deps = [...data.deps("x", "y", "width", "height"), x.low, x.beyond, y.low, y.beyond, view.x, view.y]
  const reach = data.memo("reach", deps, () => farthest_corner(boxes, view))
  const hits: Hit[] = []
  for (const index of search_boxes(data, boxes, view, { left: sx - reach, top: sy - reach, right: sx + reach, bottom: sy + reach })) {
    const box = box_at(boxes, view, index)
    const middle = middle_of(box)
    const [ux, uy] = unturn(sx, sy, middle.sx, middle.sy, angles.at(index))
    if (ux < box.left || ux > box.right || uy < box.top || uy > box.bottom) continue
    hits.push({ index, distance: Math.hypot(sx - middle.sx, sy - middle.sy) })
  }
  return hits.sort((a, b) => a.distance - b.distance || b.index - a.index)
}

function farthest_corner(boxes: BoxSet, view: View): number {
  let most = 0
  for (let row = 0; row < boxes.length; row++) {
    const { left, top, right, bottom } = box_at(boxes, view, row)
    const half = Math.hypot(right - left, bottom - top) / 2
    if (half > most && half < Infinity) most = half
  }
  return most
}
