// Hit tests on polylines: by the distance to a segment, or by the segments that a straight line crosses.
import type { HitQuery } from "../layout/surface"
import type { Numbers } from "../store/numbers"
import { distance_to_segment } from "./geometry"
import { count_points, type Points } from "./paths"
import type { Hit, View } from "./types"

/** How near in pixels a pointer must come to a thin line. */
export const NEAR = 4

/** A row stands for the segment that begins there. Nothing is found by rectangles. */
export function hit_polyline(points: Points, view: View, query: HitQuery, width: number): Hit[] {
  if (query.kind === "rect") return []
  if (query.kind === "span") return crossed(points, view, query.dim === "v" ? "x" : "y", query)
  const reach = Math.max(NEAR, width / 2)
  const [from, to] = near_rows(points, view, query.sx - reach, query.sx + reach)
  const best = nearest_segment(points, view, query, from, to, reach)
  return best !== null && best.distance <= reach ? [best] : []
}

/** Rows whose segments may lie between two screen positions. */
export function near_rows(points: Points, view: View, sx0: number, sx1: number): [number, number] {
  const { xs } = points
  const last = Math.max(count_points(points) - 1, 0)
  if (!xs.is_ascending()) return [0, last]
  const [a, b] = [view.x.to_data(sx0), view.x.to_data(sx1)]
  const from = xs.lower_bound(Math.min(a, b)) - 1
  const to = xs.lower_bound(Math.max(a, b)) + 1
  return [Math.max(from, 0), Math.min(to, last)]
}

function nearest_segment(
  { xs, ys }: Points, { x, y }: View, { sx, sy }: { sx: number; sy: number }, from: number, to: number, reach: number,
): Hit | null {
  const [y0, y1] = [y.to_data(sy - reach), y.to_data(sy + reach)]
  let index = -1
  let best = Infinity
  each_near(ys, from, to, Math.min(y0, y1), Math.max(y0, y1), (i) => {
    const distance = distance_to_segment(
      sx, sy, x.to_screen(xs.get(i)), y.to_screen(ys.get(i)), x.to_screen(xs.get(i + 1)), y.to_screen(ys.get(i + 1)))
    if (!(distance < best)) return
    best = distance
    index = i
  })
  return index < 0 ? null : { index, distance: best }
}

/** Visits segments from `from` to `to`, but not those amid rows that are all above `high` or all below `low`. */
export function each_near(values: Numbers, from: number, to: number, low: number, high: number, visit: (i: number) => void): void {
  const summary = values.summary()
  for (let i = from; i < to; i++) {
    const size = summary.outside(i, to, low, high)
    if (size > 1) i += size - 1 // the last row begins a segment that leaves the block
    visit(i)
  }
}

/** Segments that cross the vertical (`dim` x) or horizontal line through the pointer. */
function crossed(points: Points, view: View, dim: "x" | "y", { sx, sy }: { sx: number; sy: number }): Hit[] {
  const values = dim === "x" ? points.xs : points.ys
  const at = dim === "x" ? view.x.to_data(sx) : view.y.to_data(sy)
  const [from, to] = dim === "x" ? near_rows(points, view, sx, sx) : [0, values.length - 1]
  const hits: Hit[] = []
  each_near(values, from, to, at, at, (i) => {
    const [a, b] = [values.get(i), values.get(i + 1)]
    if ((a <= at && at < b) || (b < at && at <= a)) hits.push({ index: i, distance: 0 })
  })
  return hits
}
