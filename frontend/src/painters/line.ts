import type { Line } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { hit_polyline } from "./hit_line"
import { Late } from "./late"
import { draw_points, is_long, type Points } from "./paths"
import { Polyline } from "./stroke"
import { line_swatch } from "./swatch"
import type { GlyphPainter } from "./types"
import { line_looks } from "./visuals"

/** Draws lines that would take too long to stroke. */
export const thread = new Late(() => import("./thread_part"))

export const line: GlyphPainter<Line> = {
  connected: true,
  bounds: (data, _line, rows) => data.extents(rows),

  draw(ctx, data, line, view, rows) {
    const look = coded_at(line_looks(data), 0)
    if (look === null) return
    const points = points_of(data)
    const solid = look.dash.length === 0
    if (!thread.is_lost && is_long(points, view, rows, solid)) return thread.get(line)?.draw_thread(ctx, look, points, view, rows)
    const pen = new Polyline(ctx, look, view.frame)
    draw_points(pen, points, view, rows, solid)
    pen.end()
  },

  hit: (data, line, view, query) => hit_polyline(points_of(data), view, query, line.line_width),

  anchor: (data, _line, view, index) => ({
    sx: view.x.to_screen(data.series("x", "x").get(index)), sy: view.y.to_screen(data.series("y", "y").get(index)),
  }),

  legend: (ctx, data, _line, box) => line_swatch(ctx, coded_at(line_looks(data), 0), box),
}

export const points_of = (data: GlyphData): Points => ({ xs: data.series("x", "x"), ys: data.series("y", "y") })
