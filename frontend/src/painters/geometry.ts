// Plane geometry for hit tests, in CSS pixels.

/** Distance from a point to the segment a–b. */
export function distance_to_segment(
  px: number, py: number, ax: number, ay: number, bx: number, by: number,
): number {
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(Math.max(((px - ax) * dx + (py - ay) * dy) / length2, 0), 1)
  return Math.hypot(px - ax - t * dx, py - ay - t * dy)
}

/** Even-odd test against the polygon through rows `from` to `to` (excluded). */
export function in_polygon(px: number, py: number, xs: Float64Array, ys: Float64Array, from: number, to: number): boolean {
  let inside = false
  for (let i = from, j = to - 1; i < to; j = i++) {
    if (ys[i] > py !== ys[j] > py && px < ((xs[j] - xs[i]) * (py - ys[i])) / (ys[j] - ys[i]) + xs[i]) inside = !inside
  }
  return inside
}

/** A point in the frame of a box that is turned by `angle` (clockwise) around (cx, cy). */
export function unturn(px: number, py: number, cx: number, cy: number, angle: number): [number, number] {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const dx = px - cx
  const dy = py - cy
  return [cx + dx * c + dy * s, cy - dx * s + dy * c]
}

/** True if the segment a–b touches the rectangle. */
export function segment_touches(
  ax: number, ay: number, bx: number, by: number, x0: number, y0: number, x1: number, y1: number,
): boolean {
  return clip_segment(ax, ay, bx, by, x0, y0, x1, y1) !== null
}

/** The part of the segment a–b inside the rectangle, or null. */
export function clip_segment(
  ax: number, ay: number, bx: number, by: number, x0: number, y0: number, x1: number, y1: number,
): [number, number, number, number] | null {
  const dx = bx - ax
  const dy = by - ay
  let from = 0
  let to = 1
  for (const [step, room] of [[-dx, ax - x0], [dx, x1 - ax], [-dy, ay - y0], [dy, y1 - ay]]) {
    if (step === 0) {
      if (room < 0) return null
    } else if (step < 0) from = Math.max(from, room / step)
    else to = Math.min(to, room / step)
  }
  return from > to ? null : [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy]
}
