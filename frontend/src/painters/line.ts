import type { Line } from "../generated/models"
import type { Numbers } from "../store/numbers"
import { decimate, Runs, visible_rows } from "./decimate"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { hit_polyline } from "./hit_line"
import { Polyline } from "./stroke"
import { with_look } from "./swatch"
import type { GlyphPainter, View } from "./types"
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
    const path = path_of(data, view)
    if (rows !== null) draw_some(pen, path, rows)
    else if (!path.xs.is_ascending()) draw_rows(pen, path, [0, path.length])
    else draw_visible(pen, path, look.dash.length === 0)
    pen.end()
  },

  hit: (data, line, view, query) => hit_polyline(data, view, query, line.line_width),

  anchor: (data, _line, view, index) => ({
    sx: view.x.to_screen(data.series("x", "x").get(index)), sy: view.y.to_screen(data.series("y", "y").get(index)),
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

/** The points of a line, and how they lie on the screen. */
interface Path {
  readonly xs: Numbers
  readonly ys: Numbers
  readonly length: number
  readonly view: View
}

function path_of(data: GlyphData, view: View): Path {
  const [xs, ys] = [data.series("x", "x"), data.series("y", "y")]
  return { xs, ys, length: Math.min(xs.length, ys.length), view }
}

/** The rows within the frame of a line whose x ascends: by pixel column where it is dense and has no dashes. */
function draw_visible(pen: Polyline, path: Path, thinned: boolean): void {
  const { xs, ys, length, view: { x, y, frame, ratio } } = path
  const [from, to] = visible_rows(xs, x.to_data(frame.x), x.to_data(frame.x + frame.width))
  const window = [from, Math.min(to, length)] as const
  const count = Math.ceil(frame.width * ratio)
  if (!thinned || window[1] - from <= DENSE * count) return draw_rows(pen, path, window)
  decimate(xs, ys, window, x, { left: frame.x, count, ratio, floor: y.kind === "log" ? 0 : -Infinity }, runs)
  draw_runs(pen, runs, {
    x: (row) => x.to_screen(xs.get(row)),
    y: (row) => y.to_screen(ys.get(row)),
    middle: (column) => frame.x + (column + 0.5) / ratio,
    step: 1 / ratio,
  })
}

function draw_rows(pen: Polyline, { xs, ys, view: { x, y } }: Path, [from, to]: readonly [number, number]): void {
  for (let row = from; row < to; row++) pen.point(x.to_screen(xs.get(row)), y.to_screen(ys.get(row)))
}

/** A choice of rows, with a gap wherever rows are missing. */
function draw_some(pen: Polyline, path: Path, rows: Uint32Array): void {
  let last = -1
  for (const row of rows) {
    if (row >= path.length) return
    if (row !== last + 1) pen.gap()
    draw_rows(pen, path, [row, row + 1])
    last = row
  }
}
