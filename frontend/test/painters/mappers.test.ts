import fc from "fast-check"
import { expect, test } from "vitest"
import { map_values, type AnyMapper } from "../../src/painters/mappers"
import { Document } from "../../src/store/document"

const document = new Document(() => undefined)
const mapper = (kind: string, fields: Record<string, unknown>): AnyMapper => document.create(kind, fields) as unknown as AnyMapper
const mapped = (one: AnyMapper, values: ArrayLike<unknown>): string[] => {
  const { codes, table } = map_values(one, values)
  return Array.from(codes!, (code) => table[code])
}

const palette = ["p0", "p1", "p2", "p3"]

test("equal parts of the span get equal parts of the palette, the top end included", () => {
  const one = mapper("LinearColorMapper", { palette, low: 0, high: 4 })
  expect(mapped(one, [0, 0.99, 1, 2.5, 3.99, 4])).toEqual(["p0", "p0", "p1", "p2", "p3", "p3"])
})

test("values outside take the ends, or the colours for them", () => {
  expect(mapped(mapper("LinearColorMapper", { palette, low: 0, high: 4 }), [-1, 5])).toEqual(["p0", "p3"])
  const marked = mapper("LinearColorMapper", { palette, low: 0, high: 4, low_color: "low", high_color: "high", nan_color: "nan" })
  expect(mapped(marked, [-Infinity, -1, 5, Infinity, NaN, null])).toEqual(["low", "low", "high", "high", "nan", "nan"])
})

test("without ends the data gives them", () => {
  expect(mapped(mapper("LinearColorMapper", { palette }), [10, NaN, 20, 30])).toEqual(["p0", "gray", "p2", "p3"])
})

test("data of one value takes the top of the palette", () => {
  expect(mapped(mapper("LinearColorMapper", { palette }), [7, 7])).toEqual(["p3", "p3"])
})

test("decades get equal parts on a logarithmic mapper", () => {
  const one = mapper("LogColorMapper", { palette, low: 1, high: 10_000, low_color: "low" })
  expect(mapped(one, [1, 5, 10, 500, 10_000, 0, -3])).toEqual(["p0", "p0", "p1", "p2", "p3", "low", "low"])
})

test("codes never leave the table and grow with the values", () => {
  const ends = fc.tuple(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.double({ noNaN: true, min: 1e-3, max: 1e6 }))
  fc.assert(fc.property(ends, fc.array(fc.double()), fc.integer({ min: 1, max: 300 }), ([low, span], values, size) => {
    const colors = Array.from({ length: size }, (_, i) => `c${i}`)
    const { codes, table } = map_values(mapper("LinearColorMapper", { palette: colors, low, high: low + span }), values)
    const inside = values.map((value, i) => ({ value, code: codes![i] })).filter(({ value }) => value >= low && value <= low + span)
    inside.sort((a, b) => a.value - b.value)
    expect(inside.every(({ code }, i) => code < size && (i === 0 || code >= inside[i - 1].code))).toBe(true)
    expect([...codes!].every((code) => table[code] !== undefined)).toBe(true)
  }))
})

test("factors have the looks of their places", () => {
  const one = mapper("CategoricalColorMapper", { palette: ["red", "blue"], factors: ["a", "b", "c"], nan_color: "none" })
  expect(mapped(one, ["b", "a", "c", "?"])).toEqual(["blue", "red", "none", "none"])
})

test("nested factors may be looked up by a part of them", () => {
  const one = mapper("CategoricalColorMapper", { palette: ["red", "blue"], factors: ["x", "y"], start: 1, end: 2 })
  expect(mapped(one, [["a", "y"], ["b", "x"]])).toEqual(["blue", "red"])
  const whole = mapper("CategoricalColorMapper", { palette: ["red", "blue"], factors: [["a", "x"], ["a", "y"]] })
  expect(mapped(whole, [["a", "y"], ["b", "y"]])).toEqual(["blue", "gray"])
})

test("markers by factor, with one for the rest", () => {
  const one = mapper("CategoricalMarkerMapper", { markers: ["hex", "star"], factors: ["a", "b"], default_value: "x" })
  expect(mapped(one, ["b", "?", "a"])).toEqual(["star", "x", "hex"])
})
