import type { Line } from "../generated/models"
import { ascending_x } from "./ascending"
import { decimate, Runs, visible_rows } from "./decimate"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { hit_polyline } from "./hit_line"
import { Polyline } from "./stroke"
import { with_look } from "./swatch"
import type { GlyphPainter, Rows, View } from "./types"
import { draw_runs } from "./draw_runs"
import { line_looks, set_line } from "./visuals"

/** Below so many points a pixel column, all are drawn. */
const DENSE = 6
const runs = new Runs()

export const line: GlyphPainter<Line> = {
  connected: true,
  bounds: (data, _line, rows) => ({ x: data.extent("x", "x", rows), y: data.extent("y", "y", rows) }),

  draw(ctx, data, _line, view, rows) {
    const look = coded_at(line_looks(data), 0)
    if (look === null) return
    const pen = new Polyline(ctx, look, view.frame)
    const thinned = rows === null && look.dash.length === 0 && thin(data, view)
    if (thinned) draw_thinned(pen, data, view)
    else draw_all(pen, data, view, rows)
    pen.end()
  },

  hit: (data, line, view, query) => hit_polyline(data, view, query, line.line_width),

  anchor: (data, _line, view, index) => ({
    sx: view.x.to_screen(data.coords("x", "x")[index]), sy: view.y.to_screen(data.coords("y", "y")[index]),
  }),

  legend(ctx, data, _line, { x, y, width, height }) {
    const look = coded_at(line_looks(data), 0)
    if (look === null) return
    with_look(ctx, () => {
      set_line(ctx, look)
      ctx.beginPath()
      ctx.moveTo(x, y + height / 2)
      ctx.lineTo(x + width, y + height / 2)
      ctx.stroke()
    })
  },
}

/** Sums up a dense line in `runs`; false where it is better drawn plainly. */
function thin(data: GlyphData, view: View): boolean {
  const xs = data.coords("x", "x")
  const ys = data.coords("y", "y")
  const count = Math.ceil(view.frame.width * view.ratio)
  if (Math.min(xs.length, ys.length) <= DENSE * count || !ascending_x(data)) return false
  const window = visible_rows(xs, view.x.to_data(view.frame.x), view.x.to_data(view.frame.x + view.frame.width))
  if (window[1] - window[0] <= DENSE * count) return false
  const floor = view.y.kind === "log" ? 0 : -Infinity
  decimate(xs, ys, window, view.x, { left: view.frame.x, count, ratio: view.ratio, floor }, runs)
  return true
}

function draw_thinned(pen: Polyline, data: GlyphData, view: View): void {
  const xs = data.coords("x", "x")
  const ys = data.coords("y", "y")
  draw_runs(pen, runs, {
    x: (row) => view.x.to_screen(xs[row]),
    y: (row) => view.y.to_screen(ys[row]),
    middle: (column) => view.frame.x + (column + 0.5) / view.ratio,
    step: 1 / view.ratio,
  })
}

/** All rows, or a choice of them with a gap wherever rows are missing. */
function draw_all(pen: Polyline, data: GlyphData, view: View, rows: Rows): void {
  const sx = data.screen("x", "x", view.x)
  const sy = data.screen("y", "y", view.y)
  const count = rows === null ? Math.min(sx.length, sy.length) : rows.length
  for (let k = 0, last = -1; k < count; k++) {
    const row = rows === null ? k : rows[k]
    if (rows !== null && row !== last + 1) pen.gap()
    pen.point(sx[row], sy[row])
    last = row
  }
}
