// Hit tests against the slowest way to do the same: look at every row.
import fc from "fast-check"
import { expect, test } from "vitest"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import type { HitQuery } from "../../src/layout/surface"
import { distance_to_segment, in_polygon, segment_touches, unturn } from "../../src/painters/geometry"
import { set_stage, type Case, type Stage } from "./stage"

await fetch_all()

const SIZE: [number, number] = [400, 300]

function chance(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32
}

function column(count: number, seed: number, low = 0, high = 10): number[] {
  const next = chance(seed)
  return Array.from({ length: count }, () => low + (high - low) * next())
}

const stage = (glyph: Case["renderers"][0]["glyph"], data: Record<string, unknown>, more: Partial<Case> = {}): Stage =>
  set_stage({ size: SIZE, x: { ends: [0, 10] }, y: { ends: [0, 10] }, renderers: [{ glyph, data }], ...more })

const hits = ({ renderers, view }: Stage, query: HitQuery): number[] => renderers[0].hit(view, query).map((hit) => hit.index)
const sorted = (rows: number[]): number[] => [...rows].sort((a, b) => a - b)
const rows_where = (count: number, wanted: (row: number) => boolean): number[] =>
  Array.from({ length: count }, (_, row) => row).filter(wanted)

/** Evenly spread over the range, where `fc.double` would draw most numbers near zero. */
const spread = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 ** 20 }).map((step) => low + ((high - low) * step) / 2 ** 20)
const point = fc.record({ kind: fc.constant("point" as const), sx: spread(0, 400), sy: spread(0, 300) })
const corner = spread(-20, 420)
const rect = fc.record({ kind: fc.constant("rect" as const), x0: corner, y0: corner, x1: corner, y1: corner })

// Enough rows and questions for the tree to answer most of them.
const COUNT = 1500
const px = (value: number): number => value * 40
const py = (value: number): number => 300 - value * 30
const x = column(COUNT, 1)
const y = column(COUNT, 2).map((value, i) => (i % 50 === 0 ? NaN : value))

test("markers are found under the point, nearest first", () => {
  const size = column(COUNT, 3, 2, 40)
  const all = stage(["Scatter", { size: { field: "size" } }], { x, y, size })
  fc.assert(fc.property(point, (query) => {
    const distance = (i: number): number => Math.hypot(px(x[i]) - query.sx, py(y[i]) - query.sy)
    const found = hits(all, query)
    expect(sorted(found)).toEqual(rows_where(COUNT, (i) => distance(i) <= size[i] / 2))
    expect(found).toEqual([...found].sort((a, b) => distance(a) - distance(b)))
  }))
})

test("squares are found in their corners, turned ones too", () => {
  const square = stage(["Scatter", { size: 40, marker: "square" }], { x: [5], y: [5] })
  expect(hits(square, { kind: "point", sx: 200 + 19, sy: 150 + 19 })).toEqual([0])
  const turned = stage(["Scatter", { size: 40, marker: "square", angle: Math.PI / 4 }], { x: [5], y: [5] })
  expect(hits(turned, { kind: "point", sx: 200 + 19, sy: 150 + 19 })).toEqual([])
  expect(hits(turned, { kind: "point", sx: 200 + 27, sy: 150 })).toEqual([0])
})

test("markers are found in a rectangle by their centres, and along a line by their size", () => {
  const all = stage(["Scatter", { size: 12 }], { x, y })
  fc.assert(fc.property(rect, (query) => {
    const [l, r, t, b] = [Math.min(query.x0, query.x1), Math.max(query.x0, query.x1), Math.min(query.y0, query.y1), Math.max(query.y0, query.y1)]
    expect(hits(all, query)).toEqual(rows_where(COUNT, (i) => px(x[i]) >= l && px(x[i]) <= r && py(y[i]) >= t && py(y[i]) <= b))
  }))
  fc.assert(fc.property(point, fc.constantFrom("v" as const, "h" as const), ({ sx, sy }, dim) => {
    const found = hits(all, { kind: "span", sx, sy, dim })
    const near = (i: number): number => (dim === "v" ? Math.abs(px(x[i]) - sx) : Math.abs(py(y[i]) - sy))
    expect(sorted(found)).toEqual(rows_where(COUNT, (i) => near(i) <= 6 && !Number.isNaN(y[i])))
  }))
})

test("circles have the radius that is drawn", () => {
  const radius = column(COUNT, 4, 0.01, 1)
  const all = stage(["Circle", { radius: { field: "radius" } }], { x, y, radius })
  fc.assert(fc.property(point, (query) => {
    const wanted = rows_where(COUNT, (i) => Math.hypot(px(x[i]) - query.sx, py(y[i]) - query.sy) <= radius[i] * 40)
    expect(sorted(hits(all, query))).toEqual(wanted)
  }))
})

test("boxes hold points, cross lines and touch rectangles", () => {
  const right = x.map((value, i) => value + column(COUNT, 5, -1, 1)[i])
  const top = y.map((value, i) => value + column(COUNT, 6, -1, 1)[i])
  const all = stage(["Quad", { left: { field: "x" }, bottom: { field: "y" } }], { x, y, right, top })
  const touches = (i: number, l: number, t: number, r: number, b: number): boolean =>
    Math.max(px(x[i]), px(right[i])) >= l && Math.min(px(x[i]), px(right[i])) <= r
    && Math.max(py(y[i]), py(top[i])) >= t && Math.min(py(y[i]), py(top[i])) <= b
  fc.assert(fc.property(point, ({ sx, sy }) => {
    expect(sorted(hits(all, { kind: "point", sx, sy }))).toEqual(rows_where(COUNT, (i) => touches(i, sx, sy, sx, sy)))
    expect(hits(all, { kind: "span", sx, sy, dim: "v" })).toEqual(rows_where(COUNT, (i) => touches(i, sx, -1e9, sx, 1e9)))
  }))
  fc.assert(fc.property(rect, (query) => {
    const wanted = rows_where(COUNT, (i) => touches(i, Math.min(query.x0, query.x1), Math.min(query.y0, query.y1), Math.max(query.x0, query.x1), Math.max(query.y0, query.y1)))
    expect(hits(all, query)).toEqual(wanted)
  }))
})

test("turned rectangles hold the points that lie in them", () => {
  const [width, height, angle] = [column(COUNT, 7, 0.1, 2), column(COUNT, 8, 0.1, 2), column(COUNT, 9, -3, 3)]
  const all = stage(["Rect", { width: { field: "width" }, height: { field: "height" }, angle: { field: "angle" } }], { x, y, width, height, angle })
  fc.assert(fc.property(point, (query) => {
    const inside = (i: number): boolean => {
      const [ux, uy] = unturn(query.sx, query.sy, px(x[i]), py(y[i]), -angle[i])
      return Math.abs(ux - px(x[i])) <= width[i] * 20 && Math.abs(uy - py(y[i])) <= height[i] * 15
    }
    expect(sorted(hits(all, query))).toEqual(rows_where(COUNT, inside))
  }))
})

test("bars of a width in pixels are found wherever the view lies", () => {
  const bars = { x: [1, 5, 9], top: [4, 8, 6] }
  const all = stage(["VBar", { width: { value: 30, units: "screen" } }], bars, { x: { ends: [4, 6] } })
  expect(hits(all, { kind: "point", sx: 200 + 14, sy: 200 })).toEqual([1])
  expect(hits(all, { kind: "point", sx: 200 + 16, sy: 200 })).toEqual([])
})

test("segments are found near them, across a line and in a rectangle", () => {
  const [x1, y1] = [column(COUNT, 10), column(COUNT, 11)]
  const all = stage(["Segment", { x0: { field: "x" }, y0: { field: "y" } }], { x, y, x1, y1 })
  fc.assert(fc.property(point, (query) => {
    const near = (i: number): boolean => distance_to_segment(query.sx, query.sy, px(x[i]), py(y[i]), px(x1[i]), py(y1[i])) <= 4
    expect(sorted(hits(all, query))).toEqual(rows_where(COUNT, near))
  }))
  fc.assert(fc.property(rect, (query) => {
    const [l, r, t, b] = [Math.min(query.x0, query.x1), Math.max(query.x0, query.x1), Math.min(query.y0, query.y1), Math.max(query.y0, query.y1)]
    expect(hits(all, query)).toEqual(rows_where(COUNT, (i) => !Number.isNaN(y[i]) && segment_touches(px(x[i]), py(y[i]), px(x1[i]), py(y1[i]), l, t, r, b)))
  }))
})

test.each([["ascending", true], ["any order", false]])("a line is found at its nearest segment: %s", (_, ascending) => {
  const xs = ascending ? [...x].sort((a, b) => a - b) : x
  const all = stage(["Line", { line_width: 3 }], { x: xs, y })
  fc.assert(fc.property(point, (query) => {
    let best = { index: -1, distance: 4 }
    for (let i = 0; i + 1 < COUNT; i++) {
      const distance = distance_to_segment(query.sx, query.sy, px(xs[i]), py(y[i]), px(xs[i + 1]), py(y[i + 1]))
      if (distance < best.distance) best = { index: i, distance }
    }
    expect(hits(all, query)).toEqual(best.index < 0 ? [] : [best.index])
  }))
})

test("a line is found where an upright line crosses it", () => {
  const all = stage(["Line", {}], { x: [0, 2, 4, 6], y: [1, 2, NaN, 4] })
  expect(hits(all, { kind: "span", dim: "v", sx: 100, sy: 0 })).toEqual([1])
  expect(hits(all, { kind: "span", dim: "v", sx: 399, sy: 0 })).toEqual([])
  expect(hits(all, { kind: "span", dim: "h", sx: 0, sy: py(1.5) })).toEqual([0])
})

test("a patch is found inside each of its pieces", () => {
  const all = stage(["Patch", {}], { x: [1, 3, 3, 1, NaN, 6, 9, 9], y: [1, 1, 3, 3, NaN, 6, 6, 9] })
  const at = (a: number, b: number): number[] => hits(all, { kind: "point", sx: px(a), sy: py(b) })
  expect([at(2, 2), at(8, 7), at(7, 8), at(4, 4)]).toEqual([[0], [0], [], []])
})

test("an image is found where it lies, flipped or not", () => {
  const image = { image: [{ $array: [[1, 2], [7, 8]] }], x: [2], y: [2], dw: [4], dh: [2] }
  const mapper = { $new: ["LinearColorMapper", { palette: ["red"] }] }
  const data = { ...image, image: [Object.assign(Float64Array.of(7, 8), { shape: [1, 2] })] }
  const all = stage(["Image", { color_mapper: mapper, dw: { field: "dw" }, dh: { field: "dh" } }], data, { x: { ends: [10, 0] } })
  expect(hits(all, { kind: "point", sx: 400 - px(3), sy: py(3) })).toEqual([0])
  expect(hits(all, { kind: "point", sx: px(3), sy: py(3) })).toEqual([])
})

test("a point in a polygon, by counting sides", () => {
  const [xs, ys] = [Float64Array.of(0, 4, 4, 2, 0), Float64Array.of(0, 0, 4, 1, 4)]
  expect([[1, 1], [2, 3], [3.5, 3], [5, 1]].map(([a, b]) => in_polygon(a, b, xs, ys, 0, 5))).toEqual([true, false, true, false])
})

test("a log axis finds what it shows", () => {
  const all = stage(["Scatter", { size: 10 }], { x: [1, 10, 100, -5], y: [5, 5, 5, 5] }, { x: { ends: [1, 100], log: true } })
  expect(hits(all, { kind: "point", sx: 200, sy: 150 })).toEqual([1])
  expect(hits(all, { kind: "rect", x0: -10, y0: 0, x1: 500, y1: 300 })).toEqual([0, 1, 2])
})
