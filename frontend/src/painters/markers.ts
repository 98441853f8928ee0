// Marker shapes around the origin, in the outline that is filled and stroked and in strokes on top of it.
import type { Canvas2D } from "./types"

export type MarkerName =
  | "asterisk" | "circle" | "circle_cross" | "circle_dot" | "circle_x" | "circle_y" | "cross" | "dash" | "diamond"
  | "diamond_cross" | "diamond_dot" | "dot" | "hex" | "hex_dot" | "inverted_triangle" | "plus" | "square"
  | "square_cross" | "square_dot" | "square_pin" | "square_x" | "star" | "star_dot" | "triangle" | "triangle_dot"
  | "triangle_pin" | "x" | "y"

type Trace = (ctx: Canvas2D, r: number) => void

/** A marker of radius `r`: an outline to fill and stroke, strokes over it, a dot in the line's colour. */
export interface Marker {
  readonly outline?: Trace
  readonly strokes?: Trace
  readonly dot?: number
  /** Reaches the corners of its square rather than its circle. */
  readonly boxy?: boolean
}

const SQRT3 = Math.sqrt(3)

const circle: Trace = (ctx, r) => {
  ctx.moveTo(r, 0)
  ctx.arc(0, 0, r, 0, 2 * Math.PI)
}

/** A closed polygon through points given in units of the radius. */
function polygon(...points: readonly [number, number][]): Trace {
  return (ctx, r) => {
    points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x * r, y * r) : ctx.lineTo(x * r, y * r)))
    ctx.closePath()
  }
}

/** Separate strokes, each from one point to another in units of the radius. */
function strokes(...lines: readonly [number, number, number, number][]): Trace {
  return (ctx, r) => {
    for (const [x0, y0, x1, y1] of lines) {
      ctx.moveTo(x0 * r, y0 * r)
      ctx.lineTo(x1 * r, y1 * r)
    }
  }
}

/** Corners on a circle, the first at the top. */
const corners = (count: number, radius = 1, turn = 0): [number, number][] =>
  Array.from({ length: count }, (_, i) => {
    const angle = 2 * Math.PI * (i / count + turn) - Math.PI / 2
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })

function star_points(): [number, number][] {
  const inner = corners(5, (3 - Math.sqrt(5)) / 2, 0.1)
  return corners(5).flatMap((corner, i) => [corner, inner[i]])
}

/** Sides bent inwards towards the middle: a square or triangle with points like pins. */
function pin(points: readonly [number, number][], bend: number): Trace {
  return (ctx, r) => {
    ctx.moveTo(points[0][0] * r, points[0][1] * r)
    points.forEach(([x0, y0], i) => {
      const [x1, y1] = points[(i + 1) % points.length]
      ctx.quadraticCurveTo(((x0 + x1) / 2) * bend * r, ((y0 + y1) / 2) * bend * r, x1 * r, y1 * r)
    })
    ctx.closePath()
  }
}

const square_points: [number, number][] = [[-1, -1], [1, -1], [1, 1], [-1, 1]]
const triangle_points: [number, number][] = [[-1, SQRT3 / 3], [0, -2 * SQRT3 / 3], [1, SQRT3 / 3]]
const square = polygon(...square_points)
const diamond = polygon([0, -1], [2 / 3, 0], [0, 1], [-2 / 3, 0])
const hex = polygon(...corners(6, 1, 1 / 12))
const star = polygon(...star_points())
const triangle = polygon(...triangle_points)
const upright = strokes([0, -1, 0, 1], [-1, 0, 1, 0])
const diagonal = strokes([-Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2], [-Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, -Math.SQRT1_2])
const corner_cross = strokes([-1, -1, 1, 1], [-1, 1, 1, -1])
const forked = strokes([0, 0, 0, 1], [0, 0, SQRT3 / 2, -0.5], [0, 0, -SQRT3 / 2, -0.5])
const both = (...traces: Trace[]): Trace => (ctx, r) => traces.forEach((trace) => trace(ctx, r))

const PLUS = 0.3
const plus = polygon(
  [-PLUS, -1], [PLUS, -1], [PLUS, -PLUS], [1, -PLUS], [1, PLUS], [PLUS, PLUS],
  [PLUS, 1], [-PLUS, 1], [-PLUS, PLUS], [-1, PLUS], [-1, -PLUS], [-PLUS, -PLUS],
)

export const MARKERS: { readonly [K in MarkerName]: Marker } = {
  asterisk: { strokes: both(upright, (ctx, r) => diagonal(ctx, r * 0.92)) },
  circle: { outline: circle },
  circle_cross: { outline: circle, strokes: upright },
  circle_dot: { outline: circle, dot: 0.25 },
  circle_x: { outline: circle, strokes: diagonal },
  circle_y: { outline: circle, strokes: forked },
  cross: { strokes: upright },
  dash: { strokes: strokes([-1, 0, 1, 0]) },
  diamond: { outline: diamond },
  diamond_cross: { outline: diamond, strokes: strokes([0, -1, 0, 1], [-2 / 3, 0, 2 / 3, 0]) },
  diamond_dot: { outline: diamond, dot: 0.25 },
  dot: { dot: 0.25 },
  hex: { outline: hex },
  hex_dot: { outline: hex, dot: 0.25 },
  inverted_triangle: { outline: polygon(...triangle_points.map(([x, y]): [number, number] => [x, -y])) },
  plus: { outline: plus },
  square: { outline: square, boxy: true },
  square_cross: { outline: square, strokes: upright, boxy: true },
  square_dot: { outline: square, dot: 0.25, boxy: true },
  square_pin: { outline: pin(square_points, 0.45), boxy: true },
  square_x: { outline: square, strokes: corner_cross, boxy: true },
  star: { outline: star },
  star_dot: { outline: star, dot: 0.25 },
  triangle: { outline: triangle },
  triangle_dot: { outline: triangle, dot: 0.25 },
  triangle_pin: { outline: pin(triangle_points, 0.25) },
  x: { strokes: corner_cross, boxy: true },
  y: { strokes: forked },
}

export function marker(name: string): Marker {
  return MARKERS[name as MarkerName] ?? MARKERS.circle
}
