// One mark at a time, by paths.
import { marker as marker_of, type Marker } from "./markers"
import type { Canvas2D } from "./types"
import { Pen, type Look } from "./visuals"

/** Corners of triangles and squares reach beyond their radius. */
export const REACH = Math.SQRT2

/** Draws single marks, changing canvas state only where the look changes. */
export class MarkPen {
  private readonly pen: Pen
  private readonly base: DOMMatrix
  private look: Look | null = null
  private marker: Marker = marker_of("circle")

  constructor(private readonly ctx: Canvas2D) {
    this.pen = new Pen(ctx)
    this.base = ctx.getTransform()
  }

  /** Takes up a look and a marker; false if nothing would show. */
  take(look: Look, kind: string): boolean {
    this.look = look
    this.marker = marker_of(kind)
    return this.pen.take(this.marker.outline === undefined ? stroke_only(look) : look)
  }

  draw(x: number, y: number, radius: number, angle: number): void {
    const { ctx, marker, base } = this
    const { a, b, c, d, e, f } = base
    ctx.setTransform(a, b, c, d, a * x + c * y + e, b * x + d * y + f)
    if (angle !== 0) ctx.rotate(angle)
    ctx.beginPath()
    marker.outline?.(ctx, radius)
    marker.strokes?.(ctx, radius)
    if (marker.outline !== undefined || marker.strokes !== undefined) this.pen.paint()
    if (marker.dot !== undefined) this.dot(radius * marker.dot)
  }

  done(): void {
    this.ctx.setTransform(this.base)
    this.pen.done()
  }

  /** The middle of a dotted marker has the colour of its line. */
  private dot(radius: number): void {
    const line = this.look!.line
    if (line === null) return
    const { ctx } = this
    const fill = ctx.fillStyle
    ctx.fillStyle = line.color!
    ctx.globalAlpha = line.alpha
    ctx.beginPath()
    ctx.arc(0, 0, radius, 0, 2 * Math.PI)
    ctx.fill()
    ctx.fillStyle = fill
    ctx.globalAlpha = this.look!.fill?.alpha ?? line.alpha
  }
}

const stroked = new WeakMap<Look, Look>()

/** The look without its fill, the same object each time. */
function stroke_only(look: Look): Look {
  let part = stroked.get(look)
  if (part === undefined) stroked.set(look, (part = { fill: null, line: look.line }))
  return part
}
