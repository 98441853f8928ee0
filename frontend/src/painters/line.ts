import type { Line } from "../generated/models"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { hit_polyline } from "./hit_line"
import { draw_points, type Points } from "./paths"
import { Polyline } from "./stroke"
import { line_swatch } from "./swatch"
import type { GlyphPainter } from "./types"
import { line_looks } from "./visuals"

export const line: GlyphPainter<Line> = {
  connected: true,
  bounds: (data, _line, rows) => ({ x: data.extent("x", "x", rows), y: data.extent("y", "y", rows) }),

  draw(ctx, data, _line, view, rows) {
    const look = coded_at(line_looks(data), 0)
    if (look === null) return
    const pen = new Polyline(ctx, look, view.frame)
    draw_points(pen, points_of(data), view, rows, look.dash.length === 0)
    pen.end()
  },

  hit: (data, line, view, query) => hit_polyline(points_of(data), view, query, line.line_width),

  anchor: (data, _line, view, index) => ({
    sx: view.x.to_screen(data.series("x", "x").get(index)), sy: view.y.to_screen(data.series("y", "y").get(index)),
  }),

  legend: (ctx, data, _line, box) => line_swatch(ctx, coded_at(line_looks(data), 0), box),
}

export const points_of = (data: GlyphData): Points => ({ xs: data.series("x", "x"), ys: data.series("y", "y") })
