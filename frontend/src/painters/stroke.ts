// Polylines on a canvas: gaps, parts outside the frame, and lengths that one path would choke on.
import type { Box } from "../layout/surface"
import { is_opaque } from "./color"
import { clip_segment } from "./geometry"
import type { Canvas2D } from "./types"
import { set_line, type LineLook } from "./visuals"

/** Wide lines cost more than their length; an opaque one is stroked in pieces of so many segments. */
const PIECE = 100
const FAR = 20_000
const STUB = 0.01

/** Draws a line that it is told point by point; a point that is not finite interrupts it. */
export interface LinePen {
  point(x: number, y: number): void
  gap(): void
}

/** Strokes a polyline. */
export class Polyline implements LinePen {
  private readonly left: number
  private readonly right: number
  private readonly top: number
  private readonly bottom: number
  private readonly piece: number
  /** True if the line runs level at its rows. */
  readonly is_level: boolean = false
  private qx = NaN
  private qy = NaN
  private px = NaN
  private py = NaN
  private p_side = 0
  /** The canvas path ends at (px, py). */
  private joined = false
  private count = 0
  private readonly opaque: boolean

  constructor(private readonly ctx: Canvas2D, private readonly look: LineLook, frame: Box) {
    const margin = look.width * 2 + 2
    this.left = frame.x - margin
    this.right = frame.x + frame.width + margin
    this.top = frame.y - margin
    this.bottom = frame.y + frame.height + margin
    this.opaque = look.alpha >= 1 && look.dash.length === 0 && is_opaque(look.color!)
    this.piece = this.opaque && look.width > 1 ? PIECE : Infinity
    set_line(ctx, look)
    ctx.fillStyle = look.color!
    ctx.beginPath()
  }

  point(x: number, y: number): void {
    if (!Number.isFinite(x + y)) return this.gap()
    const side = this.side(x, y)
    if (!Number.isNaN(this.px)) {
      if ((side & this.p_side) !== 0) this.joined = false
      else this.segment(x, y)
    }
    this.qx = this.px
    this.qy = this.py
    this.px = x
    this.py = y
    this.p_side = side
  }

  /** A point between which and the last one rows were left out that lie on the way. */
  skip_to(x: number, y: number): void {
    this.point(x, y)
  }

  gap(): void {
    this.px = this.py = NaN
    this.joined = false
  }

  /** True if `bar` draws what a stroke of the same place would. */
  get has_bars(): boolean {
    const { join, cap, width } = this.look
    return (this.opaque || cap === "butt") && (join !== "round" || width <= 3)
  }

  get width(): number {
    return this.look.width
  }

  /** Upright strokes side by side, `extra` pixels wider than one, which the line itself may leave out. */
  bar(x: number, y0: number, y1: number, extra: number): void {
    const { ctx } = this
    const width = this.look.width + extra
    const top = Math.max(Math.min(y0, y1), this.top)
    const bottom = Math.min(Math.max(y0, y1), this.bottom)
    if (bottom <= top) return
    if (this.opaque) return ctx.fillRect(x - width / 2, top, width, bottom - top)
    for (const side of extra > 0 ? [-extra / 2, extra / 2] : [0]) {
      ctx.moveTo(x + side, top)
      ctx.lineTo(x + side, bottom)
    }
    this.joined = false
  }

  end(): void {
    this.ctx.stroke()
    this.ctx.globalAlpha = 1
    this.ctx.setLineDash([])
  }

  /** Which borders of the frame the point lies beyond, as bits. */
  private side(x: number, y: number): number {
    return (x < this.left ? 1 : x > this.right ? 2 : 0) | (y < this.top ? 4 : y > this.bottom ? 8 : 0)
  }

  private segment(x: number, y: number): void {
    const { ctx, px, py } = this
    if (Math.abs(x) + Math.abs(y) + Math.abs(px) + Math.abs(py) > FAR) return this.far_segment(x, y)
    if (this.count >= this.piece && this.joined) this.next_piece()
    if (!this.joined) ctx.moveTo(px, py)
    ctx.lineTo(x, y)
    this.count++
    this.joined = true
  }

  /** Canvas coordinates lose precision far out: only the part near the frame is drawn. */
  private far_segment(x: number, y: number): void {
    const part = clip_segment(this.px, this.py, x, y, this.left - FAR / 10, this.top - FAR / 10, this.right + FAR / 10, this.bottom + FAR / 10)
    if (part !== null) {
      this.ctx.moveTo(part[0], part[1])
      this.ctx.lineTo(part[2], part[3])
    }
    this.joined = false
  }

  /** Goes on in a new path that begins just before the last one's end, so that the corner there is joined. */
  private next_piece(): void {
    const { ctx, px, py } = this
    ctx.stroke()
    ctx.beginPath()
    this.count = 0
    const length = Math.hypot(px - this.qx, py - this.qy)
    if (length > 0) ctx.moveTo(px - (px - this.qx) * (STUB / length), py - (py - this.qy) * (STUB / length))
    ctx.lineTo(px, py)
  }
}
