// Hit tests on polylines: by the distance to a segment, or by the segments that a straight line crosses.
import type { HitQuery } from "../layout/surface"
import type { GlyphData } from "./data"
import { distance_to_segment } from "./geometry"
import { lower_bound } from "./spatial"
import { ascending_x } from "./ascending"
import type { Hit, View } from "./types"

/** How near in pixels a pointer must come to a thin line. */
const NEAR = 4

/** A row stands for the segment that begins there. Nothing is found by rectangles. */
export function hit_polyline(data: GlyphData, view: View, query: HitQuery, width: number): Hit[] {
  if (query.kind === "rect") return []
  if (query.kind === "span") return crossed(data, view, query.dim === "v" ? "x" : "y", query)
  const reach = Math.max(NEAR, width / 2)
  const [from, to] = near_rows(data, view, query.sx - reach, query.sx + reach)
  const best = nearest_segment(data, view, query, from, to)
  return best !== null && best.distance <= reach ? [best] : []
}

/** Rows whose segments may lie between two screen positions. */
function near_rows(data: GlyphData, view: View, sx0: number, sx1: number): [number, number] {
  const xs = data.coords("x", "x")
  const last = Math.min(xs.length, data.coords("y", "y").length) - 1
  if (!ascending_x(data)) return [0, last]
  const [a, b] = [view.x.to_data(sx0), view.x.to_data(sx1)]
  const from = lower_bound(xs, Math.min(a, b)) - 1
  const to = lower_bound(xs, Math.max(a, b)) + 1
  return [Math.max(from, 0), Math.min(to, last)]
}

function nearest_segment(
  data: GlyphData, { x, y }: View, { sx, sy }: { sx: number; sy: number }, from: number, to: number,
): Hit | null {
  const xs = data.coords("x", "x")
  const ys = data.coords("y", "y")
  let index = -1
  let best = Infinity
  let [ax, ay] = [x.to_screen(xs[from]), y.to_screen(ys[from])]
  for (let i = from; i < to; i++) {
    const bx = x.to_screen(xs[i + 1])
    const by = y.to_screen(ys[i + 1])
    const distance = distance_to_segment(sx, sy, ax, ay, bx, by)
    if (distance < best) {
      best = distance
      index = i
    }
    ax = bx
    ay = by
  }
  return index < 0 ? null : { index, distance: best }
}

/** Segments that cross the vertical (`dim` x) or horizontal line through the pointer. */
function crossed(data: GlyphData, view: View, dim: "x" | "y", { sx, sy }: { sx: number; sy: number }): Hit[] {
  const values = data.coords(dim, dim)
  const at = dim === "x" ? view.x.to_data(sx) : view.y.to_data(sy)
  const [from, to] = dim === "x" ? near_rows(data, view, sx, sx) : [0, values.length - 1]
  const hits: Hit[] = []
  for (let i = from; i < to; i++) {
    const [a, b] = [values[i], values[i + 1]]
    if ((a <= at && at < b) || (b < at && at <= a)) hits.push({ index: i, distance: 0 })
  }
  return hits
}
