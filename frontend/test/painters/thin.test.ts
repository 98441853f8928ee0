import fc from "fast-check"
import { expect, test } from "vitest"
import { each_chosen } from "../../src/painters/thin"
import { linear_scale, type Scale } from "../../src/scales/scale"
import { Numbers } from "../../src/store/numbers"

const COLUMNS = { left: 0, count: 20, ratio: 1 }

function chosen(places: Numbers, scale: Scale): number[] {
  const rows: number[] = []
  each_chosen(places, [0, places.length], scale, COLUMNS, (row) => rows.push(row))
  return rows
}

const evenly = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => (20 * i) / count)

test("rows come in order, all of them where they are few, with the ends of every column where they are many", () => {
  const values = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 600 })
  fc.assert(fc.property(values, fc.boolean(), (places, flipped) => {
    places.sort((a, b) => a - b)
    const scale = flipped ? linear_scale(0, 20, 20, 0) : linear_scale(0, 20, 0, 20)
    const rows = chosen(new Numbers(Float64Array.from(places)), scale)
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
    const column = (row: number): number => Math.floor(scale.to_screen(places[row]))
    places.forEach((_, row) => {
      const inside = places.filter((_, other) => column(other) === column(row)).length
      const at_an_end = column(row) !== column(row - 1) || column(row) !== column(row + 1)
      if (inside < 30 || at_an_end) expect(rows).toContain(row)
    })
  }), { numRuns: 60 })
})

test("a column is told by a few rows, however many it has", () => {
  for (const count of [1_000, 30_000, 1_000_000]) {
    const rows = chosen(new Numbers(evenly(count)), linear_scale(0, 20, 0, 20))
    expect(rows.length).toBeGreaterThan(20 * 15)
    expect(rows.length).toBeLessThan(20 * 40)
  }
})

test.each([2, 3, 7, 64, 1000])("rows are chosen alike from each part of a rhythm of %i rows", (period) => {
  const rows = chosen(new Numbers(evenly(100_000)), linear_scale(0, 20, 0, 20))
  const share = rows.filter((row) => row % period < period / 2).length / rows.length
  expect(Math.abs(share - Math.ceil(period / 2) / period)).toBeLessThan(0.08)
})

test("dropping rows chooses no others of those that stay", () => {
  const places = new Numbers(evenly(64_000))
  const scale = linear_scale(0, 20, 0, 20)
  const before = chosen(places, scale)
  places.append(new Float64Array(1000).fill(21), 64_000)
  const after = chosen(places, linear_scale(20 / 64, 20 + 20 / 64, 0, 20)).map((row) => row + 1000)
  const kept = new Set(before)
  expect(after.filter((row) => kept.has(row)).length).toBeGreaterThan(before.length * 0.8)
})
