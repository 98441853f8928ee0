import type { MultiLine } from "../generated/models"
import type { HitQuery } from "../layout/surface"
import { coded_at } from "./fields"
import { segment_touches } from "./geometry"
import { hit_polyline, NEAR } from "./hit_line"
import { count_points, draw_points } from "./paths"
import { comes_near, each_row, ragged_bounds, ragged_rows, type RaggedRow } from "./ragged"
import { Polyline } from "./stroke"
import { line_swatch } from "./swatch"
import type { GlyphPainter, Hit, View } from "./types"
import { line_looks } from "./visuals"

export const multi_line: GlyphPainter<MultiLine> = {
  bounds: (data, _glyph, rows) => ragged_bounds(data, rows),

  draw(ctx, data, _glyph, view, rows) {
    const looks = line_looks(data)
    const { x, y, width, height } = view.frame
    const frame = [x, y, x + width, y + height] as const
    each_row(ragged_rows(data), rows, (line, row) => {
      const look = coded_at(looks, row)
      if (look === null || !comes_near(line, view, frame, look.width * 2)) return
      const pen = new Polyline(ctx, look, view.frame)
      draw_points(pen, line, view, null, look.dash.length === 0)
      pen.end()
    })
  },

  hit(data, _glyph, view, query) {
    const looks = line_looks(data)
    const hits: Hit[] = []
    const box = query_box(query)
    ragged_rows(data).forEach((line, index) => {
      const width = coded_at(looks, index)?.width ?? 0
      if (!comes_near(line, view, box, Math.max(NEAR, width / 2))) return
      const distance = query.kind === "rect" ? (touches(line, view, box) ? 0 : Infinity)
        : (hit_polyline(line, view, query, width)[0]?.distance ?? Infinity)
      if (distance < Infinity) hits.push({ index, distance })
    })
    return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance) : hits
  },

  anchor(data, _glyph, { x, y }, index) {
    const line = ragged_rows(data)[index]
    const middle = count_points(line) >> 1
    return { sx: x.to_screen(line.xs.get(middle)), sy: y.to_screen(line.ys.get(middle)) }
  },

  legend: (ctx, data, _glyph, box, index) => line_swatch(ctx, coded_at(line_looks(data), index), box),
}

type Corners = readonly [x0: number, y0: number, x1: number, y1: number]

function query_box(query: HitQuery): Corners {
  if (query.kind === "rect") {
    return [Math.min(query.x0, query.x1), Math.min(query.y0, query.y1), Math.max(query.x0, query.x1), Math.max(query.y0, query.y1)]
  }
  const { sx, sy } = query
  if (query.kind === "point") return [sx, sy, sx, sy]
  return query.dim === "v" ? [sx, -Infinity, sx, Infinity] : [-Infinity, sy, Infinity, sy]
}

/** True if any segment of the line touches the rectangle. */
function touches(line: RaggedRow, { x, y }: View, box: Corners): boolean {
  const { xs, ys } = line
  for (let i = 0, last = count_points(line) - 1; i < last; i++) {
    const ends = [x.to_screen(xs.get(i)), y.to_screen(ys.get(i)), x.to_screen(xs.get(i + 1)), y.to_screen(ys.get(i + 1))] as const
    if (ends.every(Number.isFinite) && segment_touches(...ends, ...box)) return true
  }
  return false
}
