import { expect, test, vi } from "vitest"
import { GlyphData, type Axes } from "../../src/painters/data"
import { coded_at } from "../../src/painters/fields"
import { Document } from "../../src/store/document"
import type { Model } from "../../src/store/model"
import type { ColumnSource } from "../../src/store/source"
import { from_json } from "./stage"

const document = new Document(() => undefined)
const make = (kind: string, fields: Record<string, unknown> = {}): Model => from_json(document, { $new: [kind, fields] }) as Model

function source_of(data: Record<string, unknown>): ColumnSource {
  const source = document.create("ColumnDataSource") as ColumnSource
  source.data = data as Record<string, ArrayLike<unknown>>
  return source
}

const range = (fields = {}): Axes["x"]["range"] => make("Range1d", { start: 0, end: 1, ...fields }) as unknown as Axes["x"]["range"]
const factors = (names: unknown[]): Axes["x"]["range"] => make("FactorRange", { factors: names }) as unknown as Axes["x"]["range"]
const plain: Axes = { x: { range: range(), log: false }, y: { range: range(), log: false } }

const resolved = (kind: string, fields: Record<string, unknown>, data: Record<string, unknown>, axes = plain): GlyphData =>
  new GlyphData(source_of(data), make(kind, fields), axes)

test("a column of numbers is used in place", () => {
  const data = resolved("Line", { x: { field: "a" } }, { a: Float64Array.of(3, 1, 2) })
  expect(data.coords("x", "x")).toEqual(Float64Array.of(3, 1, 2))
  expect(data.coords("x", "x")).toBe(data.coords("x", "x"))
})

test("an append shows, and only then is anything worked out again", () => {
  const source = source_of({ x: [1, 2], c: ["red", "blue"] })
  const data = new GlyphData(source, make("Scatter", { fill_color: { field: "c" } }), plain)
  const before = data.colors("fill_color")
  expect(data.colors("fill_color")).toBe(before)
  source.stream({ x: [3], c: ["red"] })
  expect(data.coords("x", "x")).toEqual(Float64Array.of(1, 2, 3))
  expect(data.colors("fill_color")).toMatchObject({ codes: Uint32Array.of(0, 1, 0), table: ["red", "blue"] })
})

test("one value serves all rows", () => {
  const data = resolved("VBar", { bottom: 4 }, { x: [1, 2], top: [1, 2] })
  expect(data.coords("bottom", "y")).toEqual(Float64Array.of(4, 4))
  expect(data.numbers("width").at(1)).toBe(1)
})

test("missing values are no numbers", () => {
  const data = resolved("Line", {}, { x: [1, null, 3], y: [1, 2, 3] })
  expect([...data.coords("x", "x")]).toEqual([1, NaN, 3])
})

test("factors lie at their places on the range", () => {
  const axes = { ...plain, x: { range: factors(["a", "b", "c"]), log: false } }
  const data = resolved("Scatter", {}, { x: ["c", "a", "?", ["b", 0.25]], y: [1, 2, 3, 4] }, axes)
  expect([...data.coords("x", "x")]).toEqual([2.5, 0.5, NaN, 1.75])
})

test("a change of the factors moves the rows", () => {
  const names = make("FactorRange", { factors: ["a", "b"] })
  const axes = { ...plain, x: { range: names as unknown as Axes["x"]["range"], log: false } }
  const data = resolved("Scatter", {}, { x: ["b"], y: [1] }, axes)
  expect([...data.coords("x", "x")]).toEqual([1.5])
  names.set("factors", ["b", "a"])
  expect([...data.coords("x", "x")]).toEqual([0.5])
})

test("dodge moves factors by its value", () => {
  const names = make("FactorRange", { factors: ["a", "b"] })
  const data = resolved("VBar", { x: { field: "x", transform: make("Dodge", { value: -0.25, range: names }) } }, { x: ["a", "b"] })
  expect([...data.coords("x", "x")]).toEqual([0.25, 1.25])
})

test("jitter gives a row the same place each time, also after rows before it were dropped", () => {
  const source = source_of({ x: [0, 0, 0, 0] })
  const glyph = make("Scatter", { x: { field: "x", transform: make("Jitter", { width: 2, mean: 10 }) } })
  const data = new GlyphData(source, glyph, plain)
  const before = [...data.coords("x", "x")]
  expect(Math.min(...before)).toBeGreaterThan(9)
  expect(Math.max(...before)).toBeLessThan(11)
  expect(new Set(before).size).toBe(4)
  source.stream({ x: [0, 0] }, 4)
  expect([...data.coords("x", "x")].slice(0, 2)).toEqual(before.slice(2))
})

test("jitter spreads as its distribution says", () => {
  const spread = (distribution: string): number[] => {
    const transform = make("Jitter", { width: 1, distribution })
    return [...resolved("Scatter", { x: { field: "x", transform } }, { x: new Float64Array(20_000) }).coords("x", "x")]
  }
  const deviation = (values: number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length)
  expect(deviation(spread("uniform"))).toBeCloseTo(1 / Math.sqrt(12), 2)
  expect(deviation(spread("normal"))).toBeCloseTo(1, 1)
})

test("expressions are sums over columns or rows", () => {
  const columns = { a: [1, 2, 3], b: [10, 20, 30] }
  const stacked = resolved("VBar", { top: { expr: make("Stack", { fields: ["a", "b"] }) } }, columns)
  expect([...stacked.coords("top", "y")]).toEqual([11, 22, 33])
  const running = resolved("Line", { y: { expr: make("CumSum", { field: "a" }) } }, columns)
  expect([...running.coords("y", "y")]).toEqual([1, 3, 6])
  const before = resolved("Line", { y: { expr: make("CumSum", { field: "a", include_zero: true }) } }, columns)
  expect([...before.coords("y", "y")]).toEqual([0, 1, 3])
})

test("an expression follows its columns", () => {
  const source = source_of({ a: [1, 2] })
  const data = new GlyphData(source, make("Line", { y: { expr: make("CumSum", { field: "a" }) } }), plain)
  expect([...data.coords("y", "y")]).toEqual([1, 3])
  source.patch({ a: [[0, 5]] })
  expect([...data.coords("y", "y")]).toEqual([5, 7])
})

test("angles count anticlockwise in their units", () => {
  const data = resolved("Scatter", { angle: { field: "a" }, angle_units: "deg" }, { x: [0], a: [90] })
  expect(data.angles("angle").at(0)).toBeCloseTo(-Math.PI / 2)
  const own = resolved("Scatter", { angle: { value: 0.25, units: "turn" } }, { x: [0] })
  expect(own.angles("angle").at(0)).toBeCloseTo(-Math.PI / 2)
})

test("colours may be names, numbers, sequences or nothing", () => {
  const data = resolved("Scatter", { fill_color: { field: "c" }, line_color: null }, { x: [1, 2, 3], c: ["red", null, [1, 2, 3, 0.5]] })
  const colors = data.colors("fill_color")
  expect([0, 1, 2].map((row) => coded_at(colors, row))).toEqual(["red", null, "rgba(1, 2, 3, 0.5)"])
  expect(data.colors("line_color").table).toEqual([null])
  const numbers = resolved("Scatter", { fill_color: { field: "c" } }, { x: [1], c: Uint32Array.of(0xff8000ff) })
  expect(numbers.colors("fill_color").table).toEqual(["#ff8000ff"])
})

test("a mapper's change shows at once", () => {
  const transform = make("LinearColorMapper", { palette: ["red", "blue"], low: 0, high: 10 })
  const data = resolved("Scatter", { fill_color: { field: "v", transform } }, { x: [1, 2], v: [2, 8] })
  const shown = (): (string | null)[] => [0, 1].map((row) => coded_at(data.colors("fill_color"), row))
  expect(shown()).toEqual(["red", "blue"])
  transform.set("high", 4)
  transform.set("high_color", "black")
  expect(shown()).toEqual(["blue", "black"])
})

test("a column that does not exist is named once", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined)
  const data = resolved("Line", { y: { field: "z" } }, { x: [1] })
  expect(data.coords("y", "y")).toHaveLength(0)
  data.coords("y", "y")
  expect(warn.mock.calls).toEqual([['Line.y expects a column "z", which the data source does not have']])
  warn.mockRestore()
})

test("looks made from a glyph share what they do not change", () => {
  const glyph = make("Scatter", { fill_alpha: { value: 0.8 } })
  const main = new GlyphData(source_of({ x: [1, 2], y: [3, 4] }), glyph, plain)
  const faint = new GlyphData(main.source, glyph, plain, main, { fill_alpha: 0.1 })
  expect(faint.coords("x", "x")).toBe(main.coords("x", "x"))
  expect(coded_at(faint.coded("fill_alpha"), 0)).toBe(0.1)
  expect(coded_at(main.coded("fill_alpha"), 0)).toBe(0.8)
})
