import fc from "fast-check"
import { expect, test, vi } from "vitest"
import { GlyphData, type Axes } from "../../src/painters/data"
import { coded_at, type Coded } from "../../src/painters/fields"
import { shape_looks } from "../../src/painters/visuals"
import { Document } from "../../src/store/document"
import { Numbers } from "../../src/store/numbers"
import type { ColumnSource } from "../../src/store/source"
import { from_json } from "./stage"

const document = new Document(() => undefined)
const range = document.create("Range1d", { start: 0, end: 1 }) as unknown as Axes["x"]["range"]
const axes: Axes = { x: { range, log: false }, y: { range, log: false } }
const PALETTE = ["#000000", "#555555", "#aaaaaa", "#ffffff"]

const mapper = (fields: Record<string, unknown>): unknown =>
  document.create("LinearColorMapper", { palette: PALETTE, nan_color: "#0000ff", ...fields })

/** Scatter whose rows are coloured by numbers, with one more field a row. */
function scatter(colors: unknown, width = "w"): { source: ColumnSource; glyph: ReturnType<typeof document.create> } {
  const source = document.create("ColumnDataSource") as ColumnSource
  source.data = { v: new Float64Array(), w: [], x: [] }
  const color = { field: "v", transform: colors }
  const fields = { fill_color: color, line_color: { ...color }, line_width: { field: width } }
  return { source, glyph: from_json(document, { $new: ["Scatter", fields] }) as ReturnType<typeof document.create> }
}

const rows = <T>(field: Coded<T>, count: number): T[] => Array.from({ length: count }, (_, i) => coded_at(field, i))

const number = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constant(NaN))
const step = fc.oneof(
  fc.record({ append: fc.array(number, { maxLength: 8 }), rollover: fc.option(fc.integer({ min: 1, max: 12 })) }),
  fc.record({ at: fc.nat(20), value: number }),
  fc.constant("look" as const),
)

test.each([
  ["a fixed span", { low: 0, high: 6 }],
  ["a span of the column", {}],
])("%s: whatever rows come and go, each has the look that it would have afresh", (_name, fields) => {
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const { source, glyph } = scatter(mapper(fields))
    const data = new GlyphData(source, glyph, axes)
    for (const one of steps) {
      if (one === "look") shape_looks(data)
      else if ("append" in one) {
        source.stream({ v: one.append, w: one.append.map((v) => `${v}`.length), x: one.append }, one.rollover)
      } else if (source.length > 0) source.patch({ v: [[one.at % source.length, one.value]], w: [[one.at % source.length, 3]] })
    }
    const fresh = new GlyphData(source, glyph, axes)
    expect(rows(shape_looks(data), source.length)).toEqual(rows(shape_looks(fresh), source.length))
  }))
})

test("an append maps the new rows only", () => {
  const { source, glyph } = scatter(mapper({ low: 0, high: 1 }), "v")
  const data = new GlyphData(source, glyph, axes)
  const more = Array.from({ length: 10 }, (_, i) => i / 10)
  for (let t = 0; t < 500; t++) source.stream({ v: more, w: more, x: more }, 1000)
  shape_looks(data)
  const get = vi.spyOn(Numbers.prototype, "get")
  for (let t = 0; t < 100; t++) {
    source.stream({ v: more, w: more, x: more }, 1000)
    shape_looks(data)
  }
  expect(get.mock.calls.length).toBe(2 * 100 * 10)
  get.mockRestore()
})

test("fields that read the same column through the same mapper share their codes", () => {
  const { source, glyph } = scatter(mapper({ low: 0, high: 1 }))
  source.stream({ v: [0, 1], w: [1, 1], x: [0, 0] })
  const data = new GlyphData(source, glyph, axes)
  expect(data.colors("fill_color").codes).toBe(data.colors("line_color").codes)
})

test("codes of values that are gone are given up", () => {
  const { source, glyph } = scatter(mapper({ low: 0, high: 1 }), "x")
  const data = new GlyphData(source, glyph, axes)
  for (let t = 0; t < 1000; t++) {
    source.stream({ v: [t % 2], w: [1], x: [t] }, 10)
    expect(shape_looks(data).table.length).toBeLessThan(40)
  }
})
