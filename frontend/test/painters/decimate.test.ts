import fc from "fast-check"
import { expect, test } from "vitest"
import { decimate, Runs, visible_rows } from "../../src/painters/decimate"
import { Numbers } from "../../src/store/numbers"
import { linear_scale, log_scale, type Scale } from "../../src/scales/scale"

const numbers = (values: number[]): Numbers => new Numbers(Float64Array.from(values))
const COLUMNS = { left: 0, count: 20, ratio: 2, floor: -Infinity }

function summed(xs: number[], ys: number[], scale: Scale, columns = COLUMNS): Runs {
  const runs = new Runs()
  const x = numbers(xs)
  decimate(x, numbers(ys), visible_rows(x, scale.to_data(0), scale.to_data(10)), scale, columns, runs)
  return runs
}

const points = fc.array(fc.tuple(fc.double({ min: -2, max: 12, noNaN: true }), fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(NaN, Infinity))), { maxLength: 200 })
const scales = fc.constantFrom(linear_scale(0, 10, 0, 10), linear_scale(10, 0, 0, 10), linear_scale(3, 4, 0, 10))

test("each run lies in one column, without interruption, and names its extremes", () => {
  fc.assert(fc.property(points, scales, (rows, scale) => {
    rows.sort((a, b) => a[0] - b[0])
    const [xs, ys] = [rows.map((row) => row[0]), rows.map((row) => row[1])]
    const runs = summed(xs, ys, scale)
    const covered = new Set<number>()
    for (let k = 0; k < runs.length; k++) {
      const inside = ys.slice(runs.first[k], runs.last[k] + 1)
      expect(inside.every(Number.isFinite)).toBe(true)
      expect(ys[runs.low[k]]).toBe(Math.min(...inside))
      expect(ys[runs.high[k]]).toBe(Math.max(...inside))
      const places = xs.slice(runs.first[k], runs.last[k] + 1).map((x) => Math.floor(scale.to_screen(x) * 2 + (scale.domain[0] > scale.domain[1] ? -1e-9 : 1e-9)))
      expect(places.every((place) => place === runs.column[k] || runs.column[k] < 0 || runs.column[k] >= 20 || Math.abs(place - runs.column[k]) <= 1)).toBe(true)
      for (let i = runs.first[k]; i <= runs.last[k]; i++) covered.add(i)
      const before = k > 0 ? runs.last[k - 1] : -1
      if (k > 0) expect(runs.broken[k] === 1).toBe(runs.first[k] !== before + 1)
    }
    const [from, to] = visible_rows(numbers(xs), scale.to_data(0), scale.to_data(10))
    const wanted = ys.flatMap((y, i) => (i >= from && i < to && Number.isFinite(y) ? [i] : []))
    expect([...covered]).toEqual(wanted)
  }))
})

test("columns of many rows are summed up by blocks to the same result as by single rows", () => {
  const noise = (i: number): number => (Math.imul(i, 2654435761) >>> 8) / 2 ** 24
  fc.assert(fc.property(fc.integer({ min: 3000, max: 60_000 }), fc.nat(5000), fc.constantFrom(0, 400, 20_000), (count, dropped, gaps) => {
    const [xs, ys] = [new Numbers(), new Numbers()]
    const all = Float64Array.from({ length: count + dropped }, (_, i) => (gaps > 0 && noise(i + 7) < 1 / gaps ? NaN : noise(i)))
    const places = Float64Array.from(all, (_, i) => ((i - dropped) / count) * 10)
    xs.append(places, count)
    ys.append(all, count)
    const scale = linear_scale(0, 10, 0, 10)
    const fast = new Runs()
    decimate(xs, ys, [0, count], scale, COLUMNS, fast)
    const rows = all.subarray(dropped)
    for (let k = 0, at = 0; k < fast.length; k++) {
      const [first, last] = [fast.first[k], fast.last[k]]
      for (; at < first; at++) expect(rows[at]).toBeNaN()
      const part = rows.subarray(first, last + 1)
      expect([rows[fast.low[k]], rows[fast.high[k]]]).toEqual([Math.min(...part), Math.max(...part)])
      const travel = part.reduce((sum, y, i) => (i === 0 ? 0 : sum + Math.abs(y - part[i - 1])), 0)
      expect(Math.abs(fast.travel[k] - travel)).toBeLessThanOrEqual(1e-4 * travel)
      at = last + 1
    }
  }), { numRuns: 30 })
}, 30_000)

test("the window takes one more row to each side", () => {
  expect(visible_rows(numbers([0, 1, 2, 3, 4, 5]), 1.5, 3.5)).toEqual([1, 5])
  expect(visible_rows(numbers([0, 1, 2, 3, 4, 5]), 3.5, 1.5)).toEqual([1, 5])
  expect(visible_rows(numbers([0, 1]), 5, 9)).toEqual([1, 2])
})

test("on a log axis zero interrupts the line", () => {
  const runs = summed([1, 2, 3], [1, 0, 1], log_scale(1, 10, 0, 10), { ...COLUMNS, floor: 0 })
  expect([runs.length, runs.broken[1]]).toEqual([2, 1])
})

test("the way up and down is summed", () => {
  const runs = summed([0.1, 0.2, 0.3, 0.4], [0, 3, 1, 2], linear_scale(0, 10, 0, 10))
  expect(runs.travel[0]).toBe(6)
})

test("more columns than there was room for", () => {
  const xs = Array.from({ length: 5000 }, (_, i) => i / 500)
  expect(summed(xs, xs, linear_scale(0, 10, 0, 10), { left: 0, count: 4000, ratio: 400, floor: -Infinity }).length).toBeGreaterThan(3500)
})
