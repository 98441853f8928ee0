import type { Patches } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { in_polygon } from "./geometry"
import { each_piece, mean, trace } from "./patch"
import { comes_near, each_row, ragged_bounds, ragged_rows, type RaggedRow } from "./ragged"
import { area_swatch } from "./swatch"
import type { GlyphPainter, Hit, View } from "./types"
import { Pen, shape_looks } from "./visuals"

export const patches: GlyphPainter<Patches> = {
  bounds: (data, _glyph, rows) => ragged_bounds(data, rows),

  draw(ctx, data, _glyph, view, rows) {
    const looks = shape_looks(data)
    const pen = new Pen(ctx)
    const { x, y, width, height } = view.frame
    each_row(ragged_rows(data), rows, (line, row) => {
      const look = coded_at(looks, row)
      if (!comes_near(line, view, [x, y, x + width, y + height], (look.line?.width ?? 0) * 2) || !pen.take(look)) return
      trace(ctx, pen, ...on_screen(line, view))
    })
    pen.done()
  },

  hit(data, _glyph, view, query) {
    if (query.kind !== "point") return []
    const { sx, sy } = query
    return lines_with(data, (line) => comes_near(line, view, [sx, sy, sx, sy], 0) && holds(line, view, sx, sy))
  },

  anchor(data, _glyph, view, index) {
    const [xs, ys] = on_screen(ragged_rows(data)[index], view)
    return { sx: mean(xs), sy: mean(ys) }
  },

  legend: (ctx, data, _glyph, box, index) => area_swatch(ctx, data, box, index),
}

const on_screen = ({ xs, ys }: RaggedRow, { x, y }: View): [Float64Array, Float64Array] => [x.map(xs.view()), y.map(ys.view())]

function lines_with(data: GlyphData, fits: (line: RaggedRow) => boolean): Hit[] {
  return ragged_rows(data).flatMap((line, index) => (fits(line) ? [{ index, distance: 0 }] : []))
}

function holds(line: RaggedRow, view: View, sx: number, sy: number): boolean {
  const [xs, ys] = on_screen(line, view)
  let inside = false
  each_piece(xs, ys, (from, to) => {
    inside ||= in_polygon(sx, sy, xs, ys, from, to)
  })
  return inside
}
