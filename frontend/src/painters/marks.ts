// Marks around points: markers of a size in pixels, circles of a radius in data units.
import type { Box, HitQuery } from "../layout/surface"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import { MarkPen, REACH } from "./mark_pen"
import { marker } from "./markers"
import { data_area, RowIndex } from "./spatial"
import { with_look } from "./swatch"
import type { Anchor, Canvas2D, Hit, Rows, View } from "./types"
import type { Marks } from "./mark_rows"
import { can_stamp, stamp_marks } from "./stamp_marks"
import type { Look } from "./visuals"

export function draw_marks(ctx: Canvas2D, data: GlyphData, marks: Marks, view: View, wanted: Rows): void {
  const { frame } = view
  const reach = reach_of(marks)
  const rows = wanted ?? index_of(data, marks).rows_near(...data_area(view, [
    frame.x - reach, frame.y - reach, frame.x + frame.width + reach, frame.y + frame.height + reach,
  ]))
  const count = rows === null ? Math.min(marks.xs.length, marks.ys.length) : rows.length
  if (can_stamp(ctx, count, marks.radius.max())) stamp_marks(ctx, marks, view, rows, count, reach)
  else draw_paths(ctx, marks, view, rows, count, reach)
}

/** How far the largest mark may go from its place, CSS pixels. */
function reach_of({ radius, style }: Marks): number {
  return radius.max() * REACH + style.table.reduce((most, [{ line }]) => Math.max(most, line?.width ?? 0), 0)
}

function draw_paths(ctx: Canvas2D, { xs, ys, radius, angle, style }: Marks, view: View, rows: Rows, count: number, reach: number): void {
  const { frame } = view
  const [left, right] = [frame.x - reach, frame.x + frame.width + reach]
  const [top, bottom] = [frame.y - reach, frame.y + frame.height + reach]
  const pen = new MarkPen(ctx)
  for (let k = 0; k < count; k++) {
    const row = rows === null ? k : rows[k]
    if (row >= xs.length || row >= ys.length) continue
    const [x, y, r] = [view.x.to_screen(xs.get(row)), view.y.to_screen(ys.get(row)), radius.at(row)]
    if (!(r > 0 && x > left && x < right && y > top && y < bottom)) continue
    const [look, kind] = coded_at(style, row)
    if (pen.take(look, kind)) pen.draw(x, y, r, angle.at(row))
  }
  pen.done()
}

/** `dilation` widens what a point hits. */
export function hit_marks(data: GlyphData, marks: Marks, view: View, query: HitQuery, dilation: number): Hit[] {
  if (query.kind === "rect") return in_rect(data, marks, view, query)
  const { sx, sy } = query
  const most = marks.radius.max() * dilation * REACH
  const vertical = query.kind === "span" && query.dim === "v"
  const horizontal = query.kind === "span" && query.dim === "h"
  const area: Area = [
    horizontal ? -Infinity : sx - most, vertical ? -Infinity : sy - most,
    horizontal ? Infinity : sx + most, vertical ? Infinity : sy + most,
  ]
  const hits: Hit[] = []
  for (const index of candidates(data, marks, view, area)) {
    const { sx: x, sy: y } = place_of(marks, view, index)
    const dx = horizontal ? 0 : x - sx
    const dy = vertical ? 0 : y - sy
    if (touches(marks, index, dx, dy, dilation)) hits.push({ index, distance: Math.hypot(dx, dy) })
  }
  return query.kind === "point" ? hits.sort((a, b) => a.distance - b.distance || b.index - a.index) : hits
}

type Area = readonly [x0: number, y0: number, x1: number, y1: number]

/** Where the mark of a row has its middle. */
export function place_of({ xs, ys }: Pick<Marks, "xs" | "ys">, view: View, row: number): Anchor {
  return { sx: view.x.to_screen(xs.get(row)), sy: view.y.to_screen(ys.get(row)) }
}

/** Square markers are hit in their square, all others in their circle. */
function touches({ radius, angle, style }: Marks, row: number, dx: number, dy: number, dilation: number): boolean {
  const r = radius.at(row) * dilation
  if (marker(coded_at(style, row)[1]).boxy !== true) return dx * dx + dy * dy <= r * r
  const turn = angle.at(row)
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return Math.abs(dx * c + dy * s) <= r && Math.abs(dy * c - dx * s) <= r
}

/** Centres inside the rectangle. */
function in_rect(data: GlyphData, marks: Marks, view: View, { x0, y0, x1, y1 }: Corners): Hit[] {
  const [left, right, top, bottom] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)]
  return candidates(data, marks, view, [left, top, right, bottom])
    .filter((i) => {
      const { sx, sy } = place_of(marks, view, i)
      return sx >= left && sx <= right && sy >= top && sy <= bottom
    })
    .map((index) => ({ index, distance: 0 }))
}

interface Corners { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** Rows whose point lies in a rectangle of the screen, by the index. */
const candidates = (data: GlyphData, marks: Marks, view: View, area: Area): number[] =>
  index_of(data, marks).search(...data_area(view, area))

const index_of = (data: GlyphData, { xs, ys }: Marks): RowIndex =>
  data.memo("index", [xs, ys], () => new RowIndex({ x0: xs, y0: ys, x1: xs, y1: ys }))

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
