// Lines of very many segments in any order: strokes cost by the segment, a sheet of bits by the pixel, so that places
// which the line crosses a thousand times cost no more than one.
import { BitSheet, FINE } from "./bit_sheet"
import { Dashes } from "./dashes"
import { clip_segment } from "./geometry"
import { draw_some, rows_in_frame, type Points } from "./paths"
import type { LinePen } from "./stroke"
import type { Canvas2D, Rows, View } from "./types"
import type { LineLook } from "./visuals"

/** Draws these rows of a line, whatever their order. Its corners are round, and so are its ends. */
export function draw_thread(ctx: Canvas2D, look: LineLook, points: Points, view: View, rows: Rows): void {
  const pen = new Thread(ctx, look, view)
  if (rows !== null) draw_some(pen, points, view, rows)
  else if (pen.dashes !== null) draw_rows(pen, points, view, ...rows_in_frame(points, view, look.width / 2))
  else draw_near(pen, points, view, look.width)
  pen.end()
}

/** All rows but those within blocks that lie beside, above or below the frame: of these the first and the last. */
function draw_near(pen: LinePen, points: Points, view: View, width: number): void {
  const { x, y, frame } = view
  const [left, right] = between(x.to_data(frame.x - width), x.to_data(frame.x + frame.width + width))
  const [low, high] = between(y.to_data(frame.y - width), y.to_data(frame.y + frame.height + width))
  const [across, up] = [points.xs.summary(), points.ys.summary()]
  const [from, to] = rows_in_frame(points, view, width / 2)
  for (let row = from; row < to; ) {
    const skipped = across.outside(row, to, left, right) || up.outside(row, to, low, high)
    const end = row + skipped
    if (skipped > 0) {
      draw_rows(pen, points, view, row, row + 1)
      draw_rows(pen, points, view, end - 1, end)
      row = end
      continue
    }
    const next = Math.min(across.block_after(row), up.block_after(row), to)
    draw_rows(pen, points, view, row, next)
    row = next
  }
}

const CHUNK = 1024
const [chunk_x, chunk_y] = [new Float64Array(CHUNK), new Float64Array(CHUNK)]

function draw_rows(pen: LinePen, { xs, ys }: Points, { x, y }: View, from: number, to: number): void {
  for (let row = from; row < to; row += CHUNK) {
    const count = Math.min(CHUNK, to - row)
    const [sx, sy] = [chunk_x.subarray(0, count), chunk_y.subarray(0, count)]
    xs.copy(row, sx)
    ys.copy(row, sy)
    x.map(sx, sx)
    y.map(sy, sy)
    for (let k = 0; k < count; k++) pen.point(sx[k], sy[k])
  }
}

const between = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

/** Receives a line point by point and paints it at its end. */
class Thread implements LinePen {
  /** Null for a solid line. */
  readonly dashes: Dashes | null
  private readonly sheet: BitSheet
  /** From CSS pixels to bits. A line of an even width has its middle between two bits. */
  private readonly scale: number
  private readonly dx: number
  private readonly dy: number
  private px = NaN
  private py = NaN

  constructor(private readonly ctx: Canvas2D, private readonly look: LineLook, { frame, ratio }: View) {
    this.scale = ratio * FINE
    const thick = Math.max(1, Math.round(look.width * this.scale))
    const shift = thick % 2 === 0 ? 0.5 : 0
    this.sheet = new BitSheet(frame, ratio, thick)
    this.dx = shift - this.sheet.left * FINE
    this.dy = shift - this.sheet.top * FINE
    this.dashes = look.dash.some((length) => length > 0) ? new Dashes(look, this.scale) : null
  }

  /** A point in CSS pixels; one that is not finite interrupts the line. */
  point(sx: number, sy: number): void {
    if (!Number.isFinite(sx + sy)) return this.gap()
    const { px, py, dashes } = this
    const x = sx * this.scale + this.dx
    const y = sy * this.scale + this.dy
    if (px === px) {
      if (dashes === null) this.segment(px, py, x, y)
      else this.dashed(dashes, px, py, x, y)
    }
    this.px = x
    this.py = y
  }

  gap(): void {
    this.px = this.py = NaN
    this.dashes?.restart()
  }

  end(): void {
    this.sheet.paint(this.ctx, this.look)
  }

  /** Sets the bits from one place to another, in bits of the sheet. */
  private segment(ax: number, ay: number, bx: number, by: number): void {
    if (this.holds(ax, ay) && this.holds(bx, by)) return this.sheet.walk(ax, ay, bx, by)
    const part = this.inside(ax, ay, bx, by)
    if (part !== null) this.sheet.walk(...part)
  }

  /** The same in dashes, whose lengths count outside the sheet too. */
  private dashed(dashes: Dashes, ax: number, ay: number, bx: number, by: number): void {
    const whole = this.holds(ax, ay) && this.holds(bx, by)
    const length = distance(ax, ay, bx, by)
    if (whole && length < dashes.left) {
      if (dashes.is_drawn) this.sheet.walk(ax, ay, bx, by)
      dashes.left -= length
      return
    }
    const part = whole ? [ax, ay, bx, by] as const : this.inside(ax, ay, bx, by)
    if (part === null) return dashes.skip(length)
    const [cx, cy, dx, dy] = part
    const seen = distance(cx, cy, dx, dy)
    const [kx, ky] = seen === 0 ? [0, 0] : [(dx - cx) / seen, (dy - cy) / seen]
    dashes.skip(distance(ax, ay, cx, cy))
    dashes.cut(seen, (from, to) => this.sheet.walk(cx + kx * from, cy + ky * from, cx + kx * to, cy + ky * to))
    dashes.skip(distance(dx, dy, bx, by))
  }

  private holds(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x <= this.sheet.right && y <= this.sheet.bottom
  }

  private inside(ax: number, ay: number, bx: number, by: number): [number, number, number, number] | null {
    const { right, bottom } = this.sheet
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > right && bx > right) || (ay > bottom && by > bottom)) return null
    return clip_segment(ax, ay, bx, by, 0, 0, right, bottom)
  }
}

const distance = (ax: number, ay: number, bx: number, by: number): number => Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay))
