// The rows of a line on the screen: all that are visible, by pixel column where they are dense.
import type { Numbers } from "../store/numbers"
import { decimate, Runs, visible_rows } from "./decimate"
import { draw_runs } from "./draw_runs"
import type { LinePen, Polyline } from "./stroke"
import type { Rows, View } from "./types"

/** Below so many points a pixel column, all are drawn. */
const DENSE = 6
/** Strokes of more rows would take longer than a frame. */
const LONG = 20_000
const MOST_PIXELS = 8000
const runs = new Runs()

/** The points of a line, in data units. */
export interface Points {
  readonly xs: Numbers
  readonly ys: Numbers
}

export const count_points = ({ xs, ys }: Points): number => Math.min(xs.length, ys.length)

/** The rows that lie in the frame or so many pixels beside it, and one more to each side; all where x does not ascend. */
export function rows_in_frame(points: Points, { x, frame }: View, beside = 0): [from: number, to: number] {
  const length = count_points(points)
  if (!points.xs.is_ascending()) return [0, length]
  const [from, to] = visible_rows(points.xs, x.to_data(frame.x - beside), x.to_data(frame.x + frame.width + beside))
  return [Math.min(from, length), Math.min(to, length)]
}

/** True if very many rows would have to be stroked one by one, on a frame that `thread_part.ts` can take. */
export function is_long(points: Points, view: View, rows: Rows, thinned: boolean): boolean {
  if (Math.max(view.frame.width, view.frame.height) * view.ratio > MOST_PIXELS) return false
  if (rows !== null) return rows.length > LONG
  if (count_points(points) <= LONG || (thinned && points.xs.is_ascending())) return false
  const [from, to] = rows_in_frame(points, view)
  return to - from > LONG
}

/** Draws a line of these rows. A line with dashes cannot be `thinned`. */
export function draw_points(pen: Polyline, points: Points, view: View, rows: Rows, thinned: boolean): void {
  if (rows !== null) return draw_some(pen, points, view, rows)
  const { x, y, frame, ratio } = view
  const { xs, ys } = points
  // Half of a wide line beside the frame reaches into it.
  const beside = Math.ceil((pen.width / 2) * ratio)
  const left = frame.x - beside / ratio
  const [from, to] = rows_in_frame(points, view, beside / ratio)
  const count = Math.ceil(frame.width * ratio) + 2 * beside
  if (!thinned || to - from <= DENSE * count || !xs.is_ascending()) return draw_rows(pen, points, view, from, to)
  decimate(xs, ys, [from, to], x, { left, count, ratio, floor: y.kind === "log" ? 0 : -Infinity }, runs)
  draw_runs(pen, runs, {
    x: (row) => x.to_screen(xs.get(row)),
    y: (row) => y.to_screen(ys.get(row)),
    middle: (column) => left + (column + 0.5) / ratio,
    step: 1 / ratio,
  })
}

function draw_rows(pen: LinePen, { xs, ys }: Points, { x, y }: View, from: number, to: number): void {
  for (let row = from; row < to; row++) pen.point(x.to_screen(xs.get(row)), y.to_screen(ys.get(row)))
}

/** A choice of rows, with a gap wherever rows are missing. */
export function draw_some(pen: LinePen, points: Points, view: View, rows: Uint32Array): void {
  const length = count_points(points)
  let last = -1
  for (const row of rows) {
    if (row >= length) return
    if (row !== last + 1) pen.gap()
    draw_rows(pen, points, view, row, row + 1)
    last = row
  }
}
