// Upright boxes: bars, quads and unturned rectangles, given by their four edges.
import type { Dim, GlyphData } from "./data"
import { extent_of } from "./extent"
import type { NumberField } from "./fields"
import { RowIndex, type Boxes } from "./spatial"
import type { Bounds, Rows, View } from "./types"

/** Where one pair of edges comes from: two fields, or a middle and a length (in data units or pixels). */
export type Edges =
  | { readonly kind: "pair"; readonly low: string; readonly high: string }
  | { readonly kind: "middle"; readonly at: string; readonly length: string }

/** How a kind of glyph describes its boxes. */
export interface BoxShape {
  readonly x: Edges
  readonly y: Edges
}

type Pair = readonly [Float64Array, Float64Array]

/** Both edges along one axis in data units; boxes with a length in pixels shrink to their middle. */
function data_pair(data: GlyphData, edges: Edges, dim: Dim): Pair {
  if (edges.kind === "pair") return [data.coords(edges.low, dim), data.coords(edges.high, dim)]
  const middle = data.coords(edges.at, dim)
  if (data.units(edges.length, "data") === "screen") return [middle, middle]
  const length = data.numbers(edges.length)
  return data.memo(`edges ${dim}`, [...data.deps(edges.at), middle, length], () =>
    [middle.map((value, i) => value - length.at(i) / 2), middle.map((value, i) => value + length.at(i) / 2)] as const)
}

/** Both edges along one axis in CSS pixels, in no particular order. */
function screen_pair(data: GlyphData, edges: Edges, dim: Dim, view: View): Pair {
  const [low, high] = data_pair(data, edges, dim)
  const scale = view[dim]
  return data.memo(`pixels ${dim}`, [...data.deps(...fields_of(edges)), low, high, scale], (previous: Pair | undefined) => {
    const room = previous?.[0].length === low.length && previous[1].length === high.length ? previous : undefined
    const pair: Pair = [scale.map(low, room?.[0]), scale.map(high, room?.[1])]
    if (low === high) spread(pair, data.numbers((edges as { length: string }).length))
    return pair
  })
}

function spread([low, high]: Pair, length: NumberField): void {
  for (let i = 0; i < low.length; i++) {
    low[i] -= length.at(i) / 2
    high[i] += length.at(i) / 2
  }
}

export function screen_boxes(data: GlyphData, shape: BoxShape, view: View): Boxes {
  const [x0, x1] = screen_pair(data, shape.x, "x", view)
  const [y0, y1] = screen_pair(data, shape.y, "y", view)
  return { x0, y0, x1, y1 }
}

function data_boxes(data: GlyphData, shape: BoxShape): Boxes {
  const [x0, x1] = data_pair(data, shape.x, "x")
  const [y0, y1] = data_pair(data, shape.y, "y")
  return { x0, y0, x1, y1 }
}

/** Rows whose box may touch a rectangle of the screen, by the index. */
export function search_boxes(
  data: GlyphData, shape: BoxShape, view: View, x0: number, y0: number, x1: number, y1: number,
): number[] {
  const boxes = data_boxes(data, shape)
  const deps = [...data.deps(...fields_of(shape.x), ...fields_of(shape.y)), boxes.x0, boxes.y0, boxes.x1, boxes.y1]
  const index = data.memo("index", deps, () => new RowIndex(boxes))
  const room_x = room(data, shape.x)
  const room_y = room(data, shape.y)
  const at = (scale: View["x"], px: number): number => (Number.isFinite(px) ? scale.to_data(px) : px)
  return index.search(
    at(view.x, x0 - room_x), at(view.y, y0 - room_y), at(view.x, x1 + room_x), at(view.y, y1 + room_y))
}

/** How far boxes reach beyond their place in the index, in pixels. */
function room(data: GlyphData, edges: Edges): number {
  const pixels = edges.kind === "middle" && data.units(edges.length, "data") === "screen"
  return pixels ? data.numbers(edges.length).max() / 2 : 0
}

const fields_of = (edges: Edges): string[] =>
  edges.kind === "pair" ? [edges.low, edges.high] : [edges.at, edges.length]

export function box_bounds(data: GlyphData, shape: BoxShape, rows: Rows): Bounds {
  const { x0, y0, x1, y1 } = data_boxes(data, shape)
  const deps = (dim: Dim): unknown[] => data.deps(...fields_of(shape[dim]))
  const { x, y } = data.axes
  return {
    x: data.memo("bounds x", [...deps("x"), x0, x1, x.log, rows], () => extent_of([x0, x1], rows, x.log ? 0 : -Infinity)),
    y: data.memo("bounds y", [...deps("y"), y0, y1, y.log, rows], () => extent_of([y0, y1], rows, y.log ? 0 : -Infinity)),
  }
}
