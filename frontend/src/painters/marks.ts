// Marks around points: markers of a size in pixels, circles of a radius in data units.
import type { Box, HitQuery } from "../layout/surface"
import type { GlyphData } from "./data"
import { coded_at, combine, type Coded, type NumberField } from "./fields"
import { marker as marker_of, type Marker } from "./markers"
import { RowIndex } from "./spatial"
import { with_look } from "./swatch"
import type { Canvas2D, Hit, Rows, View } from "./types"
import { Pen, type Look } from "./visuals"

/** Marks of all rows in CSS pixels; angles as `ctx.rotate` takes them. */
export interface Marks {
  readonly sx: Float64Array
  readonly sy: Float64Array
  readonly radius: NumberField
  readonly angle: NumberField
  readonly kind: Coded<string>
  readonly look: Coded<Look>
}

/** Corners of triangles and squares reach beyond their radius. */
export const REACH = Math.SQRT2

export function draw_marks(ctx: Canvas2D, marks: Marks, view: View, rows: Rows): void {
  const pen = new MarkPen(ctx)
  each_visible(marks, view, rows, (row, x, y, radius) => {
    if (pen.take(coded_at(marks.look, row), coded_at(marks.kind, row))) pen.draw(x, y, radius, marks.angle.at(row))
  })
  pen.done()
}

/** Calls `visit` for each row whose mark may touch the frame. */
export function each_visible(
  { sx, sy, radius, look }: Marks, { frame }: View, rows: Rows,
  visit: (row: number, x: number, y: number, radius: number) => void,
): void {
  const width = look.table.reduce((most, { line }) => Math.max(most, line?.width ?? 0), 0)
  const count = rows === null ? Math.min(sx.length, sy.length) : rows.length
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    const r = radius.at(row)
    const reach = r * REACH + width
    const x = sx[row] - frame.x
    const y = sy[row] - frame.y
    const seen = r > 0 && x > -reach && x < frame.width + reach && y > -reach && y < frame.height + reach
    if (seen) visit(row, sx[row], sy[row], r)
  }
}

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

/** Look and marker of each row as one code. */
export function mark_styles({ look, kind }: Marks): Coded<readonly [Look, string]> {
  return combine<[Look, string]>([look, kind])
}

/** `dilation` widens what a point hits. */
export function hit_marks(data: GlyphData, marks: Marks, view: View, query: HitQuery, dilation: number): Hit[] {
  if (query.kind === "rect") return in_rect(data, marks, view, query)
  const { sx, sy } = query
  const most = marks.radius.max() * dilation * REACH
  const vertical = query.kind === "span" && query.dim === "v"
  const horizontal = query.kind === "span" && query.dim === "h"
  const box: Ends = [
    horizontal ? -Infinity : sx - most, vertical ? -Infinity : sy - most,
    horizontal ? Infinity : sx + most, vertical ? Infinity : sy + most,
  ]
  const hits: Hit[] = []
  for (const index of candidates(data, view, box)) {
    const dx = horizontal ? 0 : marks.sx[index] - sx
    const dy = vertical ? 0 : marks.sy[index] - sy
    if (touches(marks, index, dx, dy, dilation)) hits.push({ index, distance: Math.hypot(dx, dy) })
  }
  return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance || b.index - a.index) : hits
}

type Ends = readonly [x0: number, y0: number, x1: number, y1: number]

/** Square markers are hit in their square, all others in their circle. */
function touches({ radius, angle, kind }: Marks, row: number, dx: number, dy: number, dilation: number): boolean {
  const r = radius.at(row) * dilation
  if (!marker_of(coded_at(kind, row)).boxy) return dx * dx + dy * dy <= r * r
  const turn = angle.at(row)
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return Math.abs(dx * c + dy * s) <= r && Math.abs(dy * c - dx * s) <= r
}

/** Centres inside the rectangle. */
function in_rect(data: GlyphData, { sx, sy }: Marks, view: View, { x0, y0, x1, y1 }: Corners): Hit[] {
  const [left, right, top, bottom] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)]
  return candidates(data, view, [left, top, right, bottom])
    .filter((i) => sx[i] >= left && sx[i] <= right && sy[i] >= top && sy[i] <= bottom)
    .map((index) => ({ index, distance: 0 }))
}

interface Corners { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** Rows whose point lies in a rectangle of the screen, by the index. */
function candidates(data: GlyphData, { x, y }: View, [x0, y0, x1, y1]: Ends): number[] {
  const xs = data.coords("x", "x")
  const ys = data.coords("y", "y")
  const index = data.memo("index", [...data.deps("x", "y"), xs, ys], () => new RowIndex({ x0: xs, y0: ys, x1: xs, y1: ys }))
  const at = (scale: View["x"], px: number): number => (Number.isFinite(px) ? scale.to_data(px) : px)
  return index.search(at(x, x0), at(y, y0), at(x, x1), at(y, y1))
}

/** One mark in the middle of the box. */
export function mark_swatch(
  ctx: Canvas2D, look: Look, kind: string, angle: number, radius: number, { x, y, width, height }: Box,
): void {
  with_look(ctx, () => {
    const pen = new MarkPen(ctx)
    if (pen.take(look, kind)) pen.draw(x + width / 2, y + height / 2, radius, angle)
    pen.done()
  })
}
