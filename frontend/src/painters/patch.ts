import type { Patch } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { in_polygon } from "./geometry"
import { area_swatch } from "./swatch"
import type { Canvas2D, GlyphPainter, View } from "./types"
import { Pen, shape_looks } from "./visuals"

export const patch: GlyphPainter<Patch> = {
  connected: true,
  bounds: (data, _patch, rows) => ({ x: data.extent("x", "x", rows), y: data.extent("y", "y", rows) }),

  draw(ctx, data, _patch, view) {
    const pen = new Pen(ctx)
    if (!pen.take(coded_at(shape_looks(data), 0))) return
    const { sx, sy } = outline(data, view)
    trace(ctx, pen, sx, sy)
    pen.done()
  },

  hit(data, _patch, view, query) {
    if (query.kind !== "point") return []
    const { sx, sy } = outline(data, view)
    let inside = false
    each_piece(sx, sy, (from, to) => {
      inside ||= in_polygon(query.sx, query.sy, sx, sy, from, to)
    })
    return inside ? [{ index: 0, distance: 0 }] : []
  },

  anchor(data, _patch, view) {
    const { sx, sy } = outline(data, view)
    return { sx: mean(sx), sy: mean(sy) }
  },

  legend: (ctx, data, _patch, box) => area_swatch(ctx, data, box, 0),
}

function outline(data: GlyphData, view: View): { sx: Float64Array; sy: Float64Array } {
  return { sx: data.screen("x", "x", view.x), sy: data.screen("y", "y", view.y) }
}

/** Paints the polygons through these points. */
export function trace(ctx: Canvas2D, pen: Pen, sx: Float64Array, sy: Float64Array): void {
  each_piece(sx, sy, (from, to) => {
    ctx.beginPath()
    for (let i = from; i < to; i++) ctx.lineTo(sx[i], sy[i])
    ctx.closePath()
    pen.paint()
  })
}

/** A row without a position ends one polygon; the next row begins another. */
export function each_piece(sx: Float64Array, sy: Float64Array, visit: (from: number, to: number) => void): void {
  const length = Math.min(sx.length, sy.length)
  for (let from = 0, i = 0; i <= length; i++) {
    if (i < length && Number.isFinite(sx[i] + sy[i])) continue
    if (i - from > 1) visit(from, i)
    from = i + 1
  }
}

/** Mean of the finite numbers. */
export function mean(values: Float64Array): number {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    sum += value
    count++
  }
  return sum / count
}
