import fc from "fast-check"
import { expect, test } from "vitest"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import { EMPTY, type Extent } from "../../src/painters/extent"
import type { Bounds } from "../../src/painters/types"
import { set_stage, type Case } from "./stage"

await fetch_all()

const numbers = fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9 }), fc.constantFrom(NaN, Infinity, -Infinity, 0)), { maxLength: 30 })

function bounds(glyph: Case["renderers"][0]["glyph"], data: Record<string, unknown>, more: Partial<Case> = {}, fields = {}): Bounds {
  const { x, y } = set_stage({ size: [10, 10], x: {}, y: {}, renderers: [{ glyph, data, fields }], ...more }).renderers[0].bounds()
  // Minus zero plus zero is zero.
  return { x: [x[0] + 0, x[1] + 0], y: [y[0] + 0, y[1] + 0] }
}

function extent(values: number[], above = -Infinity): Extent {
  const good = values.filter((value) => value > above && value < Infinity)
  return good.length === 0 ? EMPTY : [Math.min(...good) + 0, Math.max(...good) + 0]
}

test("points: all finite coordinates, positive ones on a log axis", () => {
  fc.assert(fc.property(numbers, (x) => {
    const data = { x, y: x }
    const log = bounds(["Line", {}], data, { y: { log: true } })
    expect(log).toEqual({ x: extent(x), y: extent(x, 0) })
    expect(bounds(["Scatter", {}], data)).toEqual({ x: extent(x), y: extent(x) })
  }))
})

test("points of which x is missing count for no y, filtered or not", () => {
  const data = { x: [1, NaN, 3, Infinity], y: [5, 900, NaN, -900] }
  const first_three = { view: { $new: ["CDSView", { filter: { $new: ["IndexFilter", { indices: [0, 1, 2] }] } }] } }
  for (const kind of ["Line", "Scatter", "Step", "Text"]) {
    expect(bounds([kind, {}], data)).toEqual({ x: [1, 3], y: [5, 5] })
    expect(bounds([kind, {}], data, {}, first_three).y).toEqual([5, 5])
  }
})

test("bars: both sides and both ends", () => {
  expect(bounds(["VBar", { width: 0.5 }], { x: [1, 2], top: [3, -4] })).toEqual({ x: [0.75, 2.25], y: [-4, 3] })
  expect(bounds(["HBar", { left: 1 }], { y: [1, 2], right: [3, 4] })).toEqual({ x: [1, 4], y: [0.5, 2.5] })
})

test("bars on a log axis: their tops alone where the bottom is zero", () => {
  expect(bounds(["VBar", {}], { x: [1], top: [30] }, { y: { log: true } }).y).toEqual([30, 30])
})

test("bars of a width in pixels: their middles", () => {
  expect(bounds(["VBar", { width_units: "screen" }], { x: [1, 3], top: [1, 1] }).x).toEqual([1, 3])
})

test("circles: their radius too, unless it is in pixels", () => {
  const data = { x: [1, 5], y: [2, 2], r: [1, 2] }
  expect(bounds(["Circle", { radius: { field: "r" } }], data)).toEqual({ x: [-1, 7], y: [0, 4] })
  expect(bounds(["Circle", { radius: { value: 9, units: "screen" } }], data).x).toEqual([1, 5])
})

test("images: from corner to corner, held at their anchor", () => {
  const data = { x: [1], y: [1], image: [[[1]]] }
  expect(bounds(["Image", { dw: 4, dh: 2 }], data)).toEqual({ x: [1, 5], y: [1, 3] })
  expect(bounds(["Image", { dw: 4, dh: 2, anchor: "center" }], data)).toEqual({ x: [-1, 3], y: [0, 2] })
  expect(bounds(["Image", { dw: 4, dh: 2, anchor: "top_right" }], data)).toEqual({ x: [-3, 1], y: [-1, 1] })
})

test("segments: both ends", () => {
  expect(bounds(["Segment", {}], { x0: [1], y0: [9], x1: [4], y1: [2] })).toEqual({ x: [1, 4], y: [2, 9] })
})

test("only rows that the view lets through", () => {
  const view = (filter: unknown): Record<string, unknown> => ({ view: { $new: ["CDSView", { filter }] } })
  const data = { x: [1, 2, 3], y: [1, 2, 3], g: ["a", "b", "a"] }
  const shown = (kind: string, fields: Record<string, unknown>): Extent => bounds(["Scatter", {}], data, {}, view({ $new: [kind, fields] })).x
  expect(shown("IndexFilter", { indices: [1, 7] })).toEqual([2, 2])
  expect(shown("BooleanFilter", { booleans: [true, true, false] })).toEqual([1, 2])
  expect(shown("GroupFilter", { column_name: "g", group: "a" })).toEqual([1, 3])
  expect(shown("AllIndices", {})).toEqual([1, 3])
  expect(bounds(["VBar", { width: 1 }], { x: [1, 5], top: [1, 9] }, {}, view({ $new: ["IndexFilter", { indices: [0] }] }))).toEqual({ x: [0.5, 1.5], y: [0, 1] })
})
