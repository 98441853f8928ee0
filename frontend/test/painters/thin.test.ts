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
  const values = fc.array(fc.integer({ min: 0, max: 1999 }), { minLength: 1, maxLength: 2000, size: "max" })
  fc.assert(fc.property(values, fc.boolean(), (numbers, flipped) => {
    const places = numbers.map((value) => ((value + 0.5) / 2000) ** 3 * 20).sort((a, b) => a - b)
    const scale = flipped ? linear_scale(0, 20, 20, 0) : linear_scale(0, 20, 0, 20)
    const rows = chosen(new Numbers(Float64Array.from(places)), scale)
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
    const column = places.map((place) => Math.floor(scale.to_screen(place)))
    const counts = new Map<number, number>()
    for (const one of column) counts.set(one, (counts.get(one) ?? 0) + 1)
    const needed = places.map((_, row) => row).filter((row) =>
      counts.get(column[row])! < 30 || column[row] !== column[row - 1] || column[row] !== column[row + 1])
    const found = new Set(rows)
    expect(needed.filter((row) => !found.has(row))).toEqual([])
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
