/** Pure arithmetic of views: how a pan, a zoom or a box changes the two ends of an axis, in whatever scale it has. */
import type { Scale } from "../scales/scale"

export type Interval = [number, number]

/** What the view sums need of a scale: data to px and back. */
export type Mapping = Pick<Scale, "to_screen" | "to_data">

export interface Rect {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The ends after the content moved by `shift` px, for an axis drawn from `a` to `b` px. */
export function pan(scale: Mapping, a: number, b: number, shift: number): Interval {
  return [scale.to_data(a - shift), scale.to_data(b - shift)]
}

/** The ends after zooming by `ratio` (2: twice as large) with the data under `focus` px staying where it is. */
export function zoom(scale: Mapping, a: number, b: number, ratio: number, focus: number): Interval {
  return [scale.to_data(focus + (a - focus) / ratio), scale.to_data(focus + (b - focus) / ratio)]
}

/** The ends that make the px from `p` to `q` fill the axis; its direction is kept. */
export function fit(scale: Mapping, a: number, b: number, p: number, q: number): Interval {
  const [low, high] = p <= q ? [p, q] : [q, p]
  return a <= b ? [scale.to_data(low), scale.to_data(high)] : [scale.to_data(high), scale.to_data(low)]
}

export interface BoxOptions {
  dimensions: "width" | "height" | "both"
  origin: "corner" | "center"
  match_aspect?: boolean
}

/** Stretches the shorter side of a drag so that the box has the proportions of the frame. */
function to_aspect(dx: number, dy: number, aspect: number): [number, number] {
  const width = Math.max(Math.abs(dx), Math.abs(dy) * aspect)
  return [Math.sign(dx || 1) * width, Math.sign(dy || 1) * width / aspect]
}

/** The box of a drag from (x0, y0) to (x1, y1): within the frame, over the whole of it in the dimension that is not chosen. */
export function drag_box(from: { x: number; y: number }, to: { x: number; y: number }, frame: Rect, options: BoxOptions): Rect {
  let [dx, dy] = [to.x - from.x, to.y - from.y]
  if (options.match_aspect === true && options.dimensions === "both") {
    [dx, dy] = to_aspect(dx, dy, (frame.x1 - frame.x0) / (frame.y1 - frame.y0))
  }
  const back = options.origin === "center" ? -1 : 0
  const [xa, xb] = [from.x + back * dx, from.x + dx]
  const [ya, yb] = [from.y + back * dy, from.y + dy]
  const whole_x = options.dimensions === "height"
  const whole_y = options.dimensions === "width"
  return {
    x0: whole_x ? frame.x0 : Math.max(frame.x0, Math.min(xa, xb)),
    x1: whole_x ? frame.x1 : Math.min(frame.x1, Math.max(xa, xb)),
    y0: whole_y ? frame.y0 : Math.max(frame.y0, Math.min(ya, yb)),
    y1: whole_y ? frame.y1 : Math.min(frame.y1, Math.max(ya, yb)),
  }
}

/** Which dimensions a free-hand box means when the app left it open: a flat drag is a span of x, a tall one a span of y. */
export function auto_dimensions(dx: number, dy: number, slack = 10): "width" | "height" | "both" {
  if (Math.abs(dy) < slack && Math.abs(dx) >= slack) return "width"
  if (Math.abs(dx) < slack && Math.abs(dy) >= slack) return "height"
  return "both"
}
