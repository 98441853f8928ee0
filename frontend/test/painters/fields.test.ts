import fc from "fast-check"
import { expect, test } from "vitest"
import { coded_at, combine, encode, NumberField, uniform } from "../../src/painters/fields"

test("equal values share a code and come back", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("a", "b", "c")), (values) => {
    const field = encode(values)
    expect(values.map((_, row) => coded_at(field, row))).toEqual(values)
    expect(new Set(field.table).size).toBe(field.table.length)
  }))
})

test("fields combine row by row", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom("x", "y"), fc.boolean()))
  fc.assert(fc.property(rows, (values) => {
    const columns = [0, 1, 2].map((k) => encode<unknown>(values.map((row) => row[k])))
    const all = combine<readonly unknown[]>([columns[0], uniform("same"), columns[1], columns[2]])
    const wanted = values.map(([a, b, c]) => [a, "same", b, c])
    if (values.length > 0) expect(values.map((_, row) => coded_at(all, row))).toEqual(wanted)
    expect(all.table.length).toBeLessThanOrEqual(Math.max(values.length, 1))
  }))
})

test("fields that are the same for all rows combine to one", () => {
  expect(combine<[number, string]>([uniform(1), uniform("a")])).toEqual({ codes: null, table: [[1, "a"]] })
})

test("the highest number leaves out what is none", () => {
  expect(new NumberField(NaN, Float64Array.of(1, NaN, 5, Infinity)).max()).toBe(5)
  expect(new NumberField(3).max()).toBe(3)
  expect(new NumberField(NaN).max()).toBe(0)
})
