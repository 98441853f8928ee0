import type { Step } from "../generated/models"
import type { HitQuery } from "../layout/surface"
import { coded_at } from "./fields"
import { distance_to_segment } from "./geometry"
import { each_near, NEAR, near_rows } from "./hit_line"
import { points_of } from "./line"
import { count_points, draw_points, rows_in_frame, type Points } from "./paths"
import { Stairs, upright, type StepMode } from "./stairs"
import { line_swatch } from "./swatch"
import type { Extent, GlyphPainter, Hit, View } from "./types"
import { line_looks } from "./visuals"

export const step: GlyphPainter<Step> = {
  connected: true,

  bounds(data, { pad_before, pad_after }, rows) {
    const { x: [low, high], y } = data.extents(rows)
    const start = data.axes.x.log && low <= pad_before ? low : low - pad_before
    const x: Extent = [start, high + pad_after]
    return { x, y }
  },

  draw(ctx, data, { mode, pad_before, pad_after }, view, rows) {
    const look = coded_at(line_looks(data), 0)
    if (look === null) return
    const pen = new Stairs(ctx, look, view.frame, mode)
    const points = points_of(data)
    const { xs, ys } = points
    const last = count_points(points) - 1
    const [from, to] = rows_in_frame(points, view)
    /** The end of the level of the first or last row. */
    const pad = (row: number, width: number): void => {
      if (rows === null && width !== 0) pen.point(view.x.to_screen(xs.get(row) + width), view.y.to_screen(ys.get(row)))
    }
    if (from === 0 && last >= 0) pad(0, -pad_before)
    draw_points(pen, points, view, rows, look.dash.length === 0)
    if (to === last + 1 && last >= 0) pad(last, pad_after)
    pen.end()
  },

  hit(data, { mode, line_width }, view, query) {
    if (query.kind === "rect") return []
    const points = points_of(data)
    if (query.kind === "span") return crossed(points, mode, view, query)
    const best = nearest(points, mode, view, query, Math.max(NEAR, line_width / 2))
    return best === null ? [] : [best]
  },

  anchor: (data, _step, view, index) => {
    const { xs, ys } = points_of(data)
    return { sx: view.x.to_screen(xs.get(index)), sy: view.y.to_screen(ys.get(index)) }
  },

  legend: (ctx, data, _step, box) => line_swatch(ctx, coded_at(line_looks(data), 0), box),
}

/** The row whose level, or half of an upright beside it, lies nearest to the pointer, at most `reach` away. */
function nearest(
  points: Points, mode: StepMode, view: View, { sx, sy }: { sx: number; sy: number }, reach: number,
): Hit | null {
  const { xs, ys } = points
  const { x, y } = view
  const [from, to] = near_rows(points, view, sx - reach, sx + reach)
  const [y0, y1] = [y.to_data(sy - reach), y.to_data(sy + reach)]
  let best: Hit | null = null
  const look = (index: number, ...ends: [number, number, number, number]): void => {
    const distance = distance_to_segment(sx, sy, ...ends)
    if (distance <= reach && !(best !== null && best.distance <= distance)) best = { index, distance }
  }
  each_near(ys, from, to, Math.min(y0, y1), Math.max(y0, y1), (i) => {
    const [ax, ay, bx, by] = [x.to_screen(xs.get(i)), y.to_screen(ys.get(i)), x.to_screen(xs.get(i + 1)), y.to_screen(ys.get(i + 1))]
    const at = upright(mode, ax, bx)
    const middle = (ay + by) / 2
    if (!Number.isFinite(at + middle)) return
    look(i, ax, ay, at, ay)
    look(i, at, ay, at, middle)
    look(i + 1, at, middle, at, by)
    look(i + 1, at, by, bx, by)
  })
  return best
}

/** Rows whose levels cross the upright line through the pointer, or rows behind which an upright crosses the level one. */
function crossed(points: Points, mode: StepMode, view: View, { sx, sy, dim }: HitQuery & { kind: "span" }): Hit[] {
  const { xs, ys } = points
  const hits: Hit[] = []
  const [from, to] = dim === "v" ? near_rows(points, view, sx, sx) : [0, Math.max(count_points(points) - 1, 0)]
  if (dim === "h") {
    const at = view.y.to_data(sy)
    each_near(ys, from, to, at, at, (i) => {
      const [a, b] = [ys.get(i), ys.get(i + 1)]
      if ((a <= at && at < b) || (b < at && at <= a)) hits.push({ index: i, distance: 0 })
    })
    return hits
  }
  for (let i = from; i < to; i++) {
    const [a, b] = [view.x.to_screen(xs.get(i)), view.x.to_screen(xs.get(i + 1))]
    if (!((a <= sx && sx < b) || (b < sx && sx <= a)) || !Number.isFinite(ys.get(i) + ys.get(i + 1))) continue
    const before = Math.abs(sx - a) < Math.abs(upright(mode, a, b) - a)
    hits.push({ index: before ? i : i + 1, distance: 0 })
  }
  return hits
}
