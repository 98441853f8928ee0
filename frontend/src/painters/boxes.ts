// Upright boxes: bars, quads and unturned rectangles, given by their four edges.
import type { Scale } from "../scales/scale"
import { Numbers } from "../store/numbers"
import type { Dim, GlyphData } from "./data"
import { EMPTY, extent_of, joint, type Extent } from "./extent"
import { NumberField } from "./fields"
import { place } from "./places"
import { data_area, RowIndex } from "./spatial"
import type { Anchor, Bounds, Rows, View } from "./types"

/** Where one pair of edges comes from: two fields, or a middle and a length (in data units or pixels). */
export type Edges =
  | { readonly kind: "pair"; readonly low: string; readonly high: string }
  | { readonly kind: "middle"; readonly at: string; readonly length: string }

/** How a kind of glyph describes its boxes. */
export interface BoxShape {
  readonly x: Edges
  readonly y: Edges
}

/** Both edges along one axis: places in data units, in no particular order, and what each box reaches beyond both. */
interface Ends {
  readonly low: Numbers
  readonly high: Numbers
  readonly beyond: NumberField
  readonly in_pixels: boolean
}

/** The boxes of all rows. */
export interface BoxSet {
  readonly x: Ends
  readonly y: Ends
  readonly length: number
}

/** A box on the screen, CSS pixels. */
export interface ScreenBox { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const NOTHING = new NumberField(0)

export function boxes_of(data: GlyphData, shape: BoxShape): BoxSet {
  const x = ends_of(data, shape.x, "x")
  const y = ends_of(data, shape.y, "y")
  return { x, y, length: Math.min(x.low.length, x.high.length, y.low.length, y.high.length) }
}

function ends_of(data: GlyphData, edges: Edges, dim: Dim): Ends {
  if (edges.kind === "pair") {
    return { low: data.series(edges.low, dim), high: data.series(edges.high, dim), beyond: NOTHING, in_pixels: false }
  }
  const middle = data.series(edges.at, dim)
  const length = data.numbers(edges.length)
  const in_pixels = data.units(edges.length, "data") === "screen"
  const beyond = data.memo(`half ${dim}`, [length], () => length.times(1 / 2))
  if (in_pixels || length.values === null) return { low: middle, high: middle, beyond, in_pixels }
  return data.memo(`edges ${dim}`, [...data.deps(edges.at), middle, beyond], () => {
    const places = data.coords(edges.at, dim)
    const edge = (side: number): Numbers => new Numbers(places.map((value, i) => value + side * beyond.at(i)))
    return { low: edge(-1), high: edge(1), beyond: NOTHING, in_pixels: false }
  })
}

/** Both edges of the rows at places `from` to `to` of the list, in CSS pixels, in no particular order. */
export function place_edges(
  { low, high, beyond, in_pixels }: Ends, scale: Scale, rows: Rows, from: number, to: number, out: readonly [Float64Array, Float64Array],
): [Float64Array, Float64Array] {
  const room = in_pixels ? 0 : beyond.value || 0
  const a = place(low, scale, rows, from, to, out[0], -room)
  const b = place(high, scale, rows, from, to, out[1], room)
  if (!in_pixels) return [a, b]
  for (let k = 0; k < a.length; k++) {
    const half = beyond.at(rows === null ? from + k : rows[from + k])
    a[k] -= half
    b[k] += half
  }
  return [a, b]
}

export function box_at({ x, y }: BoxSet, view: View, row: number): ScreenBox {
  const [left, right] = edges_at(x, view.x, row)
  const [top, bottom] = edges_at(y, view.y, row)
  return { left, top, right, bottom }
}

function edges_at({ low, high, beyond, in_pixels }: Ends, scale: Scale, row: number): [number, number] {
  const half = beyond.at(row)
  const room = in_pixels ? 0 : half
  const [a, b] = [scale.to_screen(low.get(row) - room), scale.to_screen(high.get(row) + room)]
  const pixels = in_pixels ? Math.abs(half) : 0
  return [Math.min(a, b) - pixels, Math.max(a, b) + pixels]
}

export function middle_of({ left, top, right, bottom }: ScreenBox): Anchor {
  return { sx: (left + right) / 2, sy: (top + bottom) / 2 }
}

/** Rows whose box may touch a part of the screen, by the index. */
export function search_boxes(data: GlyphData, boxes: BoxSet, view: View, area: ScreenBox): number[] {
  return index_of(data, boxes).search(...index_area(boxes, view, area))
}

/** Rows to draw so that a part of the screen is right; null: all. */
export function rows_near(data: GlyphData, boxes: BoxSet, view: View, area: ScreenBox): Rows {
  return index_of(data, boxes).rows_near(...index_area(boxes, view, area))
}

function index_of(data: GlyphData, { x, y }: BoxSet): RowIndex {
  return data.memo("index", [x.low, x.high, y.low, y.high], () =>
    new RowIndex({ x0: x.low, x1: x.high, y0: y.low, y1: y.high }))
}

/** The area in data units, widened by what boxes reach beyond their place in the index. */
function index_area({ x, y }: BoxSet, view: View, { left, top, right, bottom }: ScreenBox): [number, number, number, number] {
  const [px, py] = [x, y].map(({ in_pixels, beyond }) => (in_pixels ? beyond.max() : 0))
  const [dx, dy] = [x, y].map(({ in_pixels, beyond }) => (in_pixels ? 0 : Math.abs(beyond.value) || 0))
  const [x0, y0, x1, y1] = data_area(view, [left - px, top - py, right + px, bottom + py])
  return [Math.min(x0, x1) - dx, Math.min(y0, y1) - dy, Math.max(x0, x1) + dx, Math.max(y0, y1) + dy]
}

export function box_bounds(data: GlyphData, shape: BoxShape, rows: Rows): Bounds {
  const { x, y } = boxes_of(data, shape)
  const { axes } = data
  return { x: ends_bounds(data, "x", x, rows, axes.x.log), y: ends_bounds(data, "y", y, rows, axes.y.log) }
}

function ends_bounds(data: GlyphData, dim: Dim, { low, high, beyond, in_pixels }: Ends, rows: Rows, log: boolean): Extent {
  const room = in_pixels ? 0 : beyond.value || 0
  const above = log ? 0 : -Infinity
  if (rows === null && (room === 0 || !log)) {
    const [min, max] = joint(known(low.extent(above)), known(high.extent(above)))
    return [min - room, max + room]
  }
  const versions = [low, high].flatMap((each) => [each, each.first, each.length, each.rewritten])
  return data.memo(`bounds ${dim}`, [...versions, room, above, rows], () =>
    extent_of([low.view().map((one) => one - room), high.view().map((one) => one + room)], rows, above))
}

/** Of nothing, columns say NaN. */
const known = ([min, max]: Extent): Extent => (min <= max ? [min, max] : EMPTY)
