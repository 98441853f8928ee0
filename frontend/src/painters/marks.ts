// Marks around points: markers of a size in pixels, circles of a radius in data units.
import type { Box, HitQuery } from "../layout/surface"
import type { GlyphData } from "./data"
import { coded_at, combine, type Coded, type NumberField } from "./fields"
import { MarkPen, REACH } from "./mark_pen"
import { marker } from "./markers"
import { RowIndex } from "./spatial"
import { with_look } from "./swatch"
import type { Canvas2D, Hit, Rows, View } from "./types"
import { can_stamp, stamp_marks, type MarkStyle } from "./stamp_marks"
import { shape_looks, type Look } from "./visuals"

/** Marks of all rows in CSS pixels; angles as `ctx.rotate` takes them. */
export interface Marks {
  readonly sx: Float64Array
  readonly sy: Float64Array
  readonly radius: NumberField
  readonly angle: NumberField
  readonly style: Coded<MarkStyle>
}

/** Look and marker of each row. */
export function mark_styles(data: GlyphData, kind: Coded<string>): Coded<MarkStyle> {
  const look = shape_looks(data)
  return data.memo("style", [look, kind], () => combine<[Look, string]>([look, kind]))
}

export function draw_marks(ctx: Canvas2D, marks: Marks, view: View, rows: Rows): void {
  const { style, angle, radius } = marks
  const count = rows === null ? Math.min(marks.sx.length, marks.sy.length) : rows.length
  if (can_stamp(ctx, count, radius.max())) {
    return stamp_marks(ctx, view, style, (row) => angle.at(row), (visit) => each_visible(marks, view, rows, count, visit))
  }
  const pen = new MarkPen(ctx)
  each_visible(marks, view, rows, count, (row, x, y, r) => {
    const [look, kind] = coded_at(style, row)
    if (pen.take(look, kind)) pen.draw(x, y, r, angle.at(row))
  })
  pen.done()
}

/** Calls `visit` for each row whose mark may touch the frame. */
function each_visible(
  { sx, sy, radius, style }: Marks, { frame }: View, rows: Rows, count: number,
  visit: (row: number, x: number, y: number, radius: number) => void,
): void {
  const width = style.table.reduce((most, [{ line }]) => Math.max(most, line?.width ?? 0), 0)
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
function touches({ radius, angle, style }: Marks, row: number, dx: number, dy: number, dilation: number): boolean {
  const r = radius.at(row) * dilation
  if (marker(coded_at(style, row)[1]).boxy !== true) return dx * dx + dy * dy <= r * r
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
