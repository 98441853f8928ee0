import type { HArea, HAreaStep, VArea, VAreaStep } from "../generated/models"
import type { HitQuery } from "../layout/surface"
import type { Scale } from "../scales/scale"
import type { Numbers } from "../store/numbers"
import type { Dim, GlyphData } from "./data"
import { visible_rows } from "./decimate"
import { paint_dense } from "./dense_area"
import { joint } from "./extent"
import { coded_at } from "./fields"
import { Ribbon } from "./ribbon"
import { upright, type StepMode } from "./stairs"
import { fill_swatch } from "./swatch"
import { each_chosen } from "./thin"
import type { Anchor, Bounds, Canvas2D, GlyphPainter, Hit, Rows, View } from "./types"
import { fill_looks, set_fill, type FillLook } from "./visuals"

/** The names of the fields: places along one axis, and two edges across it. */
interface Shape {
  readonly dim: Dim
  readonly places: string
  readonly edges: readonly [string, string]
}

const UPRIGHT: Shape = { dim: "x", places: "x", edges: ["y1", "y2"] }
const LEVEL: Shape = { dim: "y", places: "y", edges: ["x1", "x2"] }

export const varea: GlyphPainter<VArea> = area(UPRIGHT, () => null)
export const harea: GlyphPainter<HArea> = area(LEVEL, () => null)
export const varea_step: GlyphPainter<VAreaStep> = area(UPRIGHT, (glyph) => glyph.step_mode)
export const harea_step: GlyphPainter<HAreaStep> = area(LEVEL, (glyph) => glyph.step_mode)

function area<G>(shape: Shape, mode_of: (glyph: G) => StepMode | null): GlyphPainter<G> {
  return {
    connected: true,
    bounds: (data, _glyph, rows) => bounds(data, shape, rows),

    draw(ctx, data, glyph, view, rows) {
      const look = coded_at(fill_looks(data), 0)
      if (look === null) return
      const curves = curves_of(data, shape, view)
      const over_y = shape.dim === "y"
      const window = rows === null ? dense_rows(curves, shape, view) : null
      if (window !== null) return draw_dense(ctx, look, curves, window, view, over_y, mode_of(glyph))
      set_fill(ctx, look)
      const ribbon = new Ribbon(ctx, view.frame, over_y, mode_of(glyph))
      feed(ribbon, curves, shape, view, rows)
      ribbon.fill()
      ctx.globalAlpha = 1
    },

    hit: (data, glyph, view, query) => hit(curves_of(data, shape, view), shape, mode_of(glyph), query),
    anchor: (data, _glyph, view, index) => anchor(curves_of(data, shape, view), shape, view, index),
    legend: (ctx, data, _glyph, box) => fill_swatch(ctx, { fill: coded_at(fill_looks(data), 0), line: null }, box),
  }
}

/** The edges of an area and how they lie on the screen. */
interface Curves {
  readonly places: Numbers
  readonly one: Numbers
  readonly two: Numbers
  readonly length: number
  readonly along: Scale
  readonly across: Scale
}

const other = (dim: Dim): Dim => (dim === "x" ? "y" : "x")

function curves_of(data: GlyphData, { dim, places: name, edges }: Shape, view: View): Curves {
  const places = data.series(name, dim)
  const [one, two] = edges.map((edge) => data.series(edge, other(dim)))
  const length = Math.min(places.length, one.length, two.length)
  return { places, one, two, length, along: view[dim], across: view[other(dim)] }
}

function bounds(data: GlyphData, { dim, places, edges: [one, two] }: Shape, rows: Rows): Bounds {
  const along = data.extent(places, dim, rows)
  const across = joint(data.extent(one, other(dim), rows), data.extent(two, other(dim), rows))
  return dim === "x" ? { x: along, y: across } : { x: across, y: along }
}

const span_of = ({ dim }: Shape, { frame }: View): [start: number, width: number] =>
  dim === "x" ? [frame.x, frame.width] : [frame.y, frame.height]

/** The rows in the frame, and one more to each side; all where places do not ascend. */
function shown_rows({ places, length, along }: Curves, shape: Shape, view: View): [from: number, to: number] {
  if (!places.is_ascending()) return [0, length]
  const [start, width] = span_of(shape, view)
  const [from, to] = visible_rows(places, along.to_data(start), along.to_data(start + width))
  return [from, Math.min(to, length)]
}

/** The rows in the frame if they ascend and are more than the pixel columns; else null. */
function dense_rows(curves: Curves, shape: Shape, view: View): [from: number, to: number] | null {
  const [from, to] = shown_rows(curves, shape, view)
  const many = to - from > span_of(shape, view)[1] * view.ratio
  return many && curves.places.is_ascending() ? [from, to] : null
}

function draw_dense(
  ctx: Canvas2D, look: FillLook, curves: Curves, window: [from: number, to: number],
  { frame, ratio }: View, over_y: boolean, mode: StepMode | null,
): void {
  const { places, along } = curves
  paint_dense(ctx, look, frame, ratio, over_y, mode, (coverage, x, y) => {
    const [left, top] = over_y ? [y, x] : [x, y]
    const device: RowTaker = {
      gap: () => coverage.gap(),
      row: (at, one, two) => coverage.row((at - left) * ratio, (one - top) * ratio, (two - top) * ratio),
    }
    const count = Math.ceil((over_y ? frame.height : frame.width) * ratio) + 1
    each_chosen(places, window, along, { left, count, ratio }, (row) => feed_row(device, curves, row))
  })
}

/** Feeds these rows, or those that are in the frame. */
function feed(ribbon: Ribbon, curves: Curves, shape: Shape, view: View, rows: Rows): void {
  const row = (i: number): void => feed_row(ribbon, curves, i)
  if (rows !== null) return feed_some(ribbon, rows, curves.length, row)
  const [from, to] = shown_rows(curves, shape, view)
  for (let i = from; i < to; i++) row(i)
}

/** Takes rows in pixels. */
interface RowTaker {
  row(at: number, one: number, two: number): void
  gap(): void
}

function feed_row(taker: RowTaker, { places, one, two, along, across }: Curves, row: number): void {
  const [a, b] = [one.get(row), two.get(row)]
  if (!Number.isFinite(a + b)) return taker.gap()
  taker.row(along.to_screen(places.get(row)), across.to_screen(a), across.to_screen(b))
}

/** A choice of rows, with a gap wherever rows are missing. */
function feed_some(ribbon: Ribbon, rows: Uint32Array, length: number, feed_one: (row: number) => void): void {
  let last = -1
  for (const row of rows) {
    if (row >= length) return
    if (row !== last + 1) ribbon.gap()
    feed_one(row)
    last = row
  }
}

/** The row at the pointer, if that is inside the area or a line through it runs across the area. */
function hit(curves: Curves, { dim }: Shape, mode: StepMode | null, query: HitQuery): Hit[] {
  if (query.kind === "rect" || (query.kind === "span" && (query.dim === "v") !== (dim === "x"))) return []
  const [at, across] = dim === "x" ? [query.sx, query.sy] : [query.sy, query.sx]
  const [from, to] = rows_around(curves, at)
  for (let i = from; i + 1 < to; i++) {
    const index = hit_piece(curves, i, mode, at, query.kind === "span" ? null : across)
    if (index !== null) return [{ index, distance: 0 }]
  }
  return []
}

function rows_around({ places, length, along }: Curves, at: number): [from: number, to: number] {
  if (!places.is_ascending()) return [0, length]
  const value = along.to_data(at)
  const [from, to] = visible_rows(places, value, value)
  return [from, Math.min(to, length)]
}

/** The one of rows `i` and `i + 1` that the pointer is at, if it is between their edges. */
function hit_piece({ places, one, two, along, across }: Curves, i: number, mode: StepMode | null, at: number, value: number | null): number | null {
  const [s0, s1] = [along.to_screen(places.get(i)), along.to_screen(places.get(i + 1))]
  if (!((s0 <= at && at <= s1) || (s1 <= at && at <= s0))) return null
  const turn = upright(mode ?? "center", s0, s1)
  const index = Math.abs(at - s0) < Math.abs(turn - s0) ? i : i + 1
  const part = mode === null ? (at - s0) / (s1 - s0) || 0 : index - i
  const edge = (values: Numbers): number => {
    const [a, b] = [across.to_screen(values.get(i)), across.to_screen(values.get(i + 1))]
    return a === b ? a : a + (b - a) * part
  }
  const [a, b] = [edge(one), edge(two)]
  if (Number.isNaN(a) || Number.isNaN(b)) return null
  return value === null || (a <= value && value <= b) || (b <= value && value <= a) ? index : null
}

/** The middle between the edges, as far as these are in the frame. */
function anchor({ places, one, two, along, across }: Curves, { dim }: Shape, { frame }: View, index: number): Anchor {
  const [low, high] = dim === "x" ? [frame.y, frame.y + frame.height] : [frame.x, frame.x + frame.width]
  const shown = (values: Numbers): number => Math.max(low, Math.min(high, across.to_screen(values.get(index))))
  const at = along.to_screen(places.get(index))
  const middle = (shown(one) + shown(two)) / 2
  return dim === "x" ? { sx: at, sy: middle } : { sx: middle, sy: at }
}
