import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Numbers } from "../../src/store/numbers"

const cell = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -50, max: 50 }) }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) })

/** Walks far more rows than are given, so that pages are crossed: a seed and a count stand for rows. */
const step = fc.oneof(
  fc.record({ seed: fc.integer(), append: fc.oneof(fc.nat(300), fc.integer({ min: 50_000, max: 200_000 })), rollover: fc.option(fc.oneof(fc.nat(2000), fc.integer({ min: 60_000, max: 300_000 }))) }),
  fc.record({ at: fc.nat(), value: cell }),
  fc.record({ write: fc.nat(), value: cell }),
)

function rows_of(seed: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const noise = Math.imul(i + seed, 2654435761) >>> 8
    return noise % 97 === 0 ? NaN : (noise % 1000) / 10
  })
}

function plain_extent(rows: readonly number[], above: number): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const one of rows) if (one > above && one < Infinity) [low, high] = [Math.min(low, one), Math.max(high, one)]
  return low <= high ? [low, high] : [NaN, NaN]
}

const ascends = (rows: readonly number[]): boolean =>
  !rows.some(Number.isNaN) && rows.every((one, i) => i === 0 || one >= rows[i - 1])

test("any sequence of appends, drops, patches and writes from outside gives what a plain list gives", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
    const numbers = new Numbers(Float64Array.of(1))
    let list = [1]
    for (const one of steps) {
      if ("append" in one) {
        const more = rows_of(one.seed, one.append)
        list = [...list, ...more]
        if (one.rollover !== null) list = list.slice(Math.max(list.length - one.rollover, 0))
        numbers.append(more, one.rollover)
      } else if (list.length > 0) {
        const at = ("at" in one ? one.at : one.write) % list.length
        list[at] = one.value
        if ("at" in one) numbers.set(at, one.value)
        else {
          numbers.view()[at] = one.value
          numbers.touch()
        }
      }
      expect(numbers.length).toBe(list.length)
      expect(numbers.extent().map((x) => x + 0)).toEqual(plain_extent(list, -Infinity).map((x) => x + 0))
      expect(numbers.extent(40)).toEqual(plain_extent(list, 40))
      expect(numbers.is_ascending()).toBe(ascends(list))
    }
    expect(Array.from(numbers.view())).toEqual(list)
    const places = list.flatMap((_, i) => (i % 997 === 0 ? [i] : []))
    expect(places.map((i) => numbers.get(i))).toEqual(places.map((i) => list[i]))
  }), { numRuns: 60 })
}, 60_000)

test("rows that ascend are found so, whatever is dropped and appended", () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.array(cell, { maxLength: 5 }), fc.option(fc.nat(6))), { maxLength: 12 }), (appends) => {
    const numbers = new Numbers()
    let list: number[] = []
    for (const [more, rollover] of appends) {
      list.push(...more)
      if (rollover !== null) list = list.slice(Math.max(list.length - rollover, 0))
      numbers.append(Float64Array.from(more), rollover)
      expect(numbers.is_ascending()).toBe(ascends(list))
    }
  }))
})

describe("blocks", () => {
  test("say what the rows in them say, however the start has moved", () => {
    fc.assert(fc.property(fc.integer(), fc.array(fc.tuple(fc.nat(70_000), fc.integer({ min: 1000, max: 150_000 })), { minLength: 1, maxLength: 5 }), fc.nat(), (seed, appends, at) => {
      const numbers = new Numbers()
      for (const [count, rollover] of appends) {
        numbers.append(rows_of(seed, count), rollover)
        numbers.summary()
      }
      const rows = numbers.view()
      const summary = numbers.summary()
      let found = 0
      for (let i = at % 64; i < rows.length; i++) {
        const size = summary.next(i, rows.length, 1)
        if (size === 0) continue
        found++
        const part = rows.subarray(i, i + size)
        expect([summary.low, summary.high]).toEqual(plain_extent(Array.from(part), -Infinity))
        expect(part.every((one) => one > 1)).toBe(true)
        const [low, high] = [summary.low, summary.high]
        expect(rows[summary.find(i, size, low, "low")]).toBe(low)
        expect(summary.find(i, size, high, "high")).toBe(i + part.indexOf(high))
        if (i > 0 && Number.isFinite(rows[i - 1])) {
          const travel = part.reduce((sum, one, k) => sum + Math.abs(one - rows[i + k - 1]), 0)
          expect(summary.travel / travel).toBeCloseTo(1, 4)
        }
      }
      if (rows.length > 20_000) expect(found).toBeGreaterThan(0)
    }), { numRuns: 40 })
  }, 60_000)

  test("are large where the rows are many, so that few answer for all", () => {
    const numbers = new Numbers(Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i)))
    let [steps, rows] = [0, 0]
    for (let i = 0; i < numbers.length; steps++) {
      const size = numbers.summary().next(i, numbers.length, -Infinity)
      rows += size
      i += size || 1
    }
    expect(rows).toBeGreaterThan(999_900)
    expect(steps).toBeLessThan(200)
  })

  test("that hold nothing finite are passed over", () => {
    const numbers = new Numbers(new Float64Array(1000).fill(NaN))
    expect([numbers.summary().gap(64, 1000), numbers.summary().gap(65, 1000), numbers.summary().gap(960, 1000)]).toEqual([64, 0, 0])
  })
})

test("a view stays what the rows are when rows change", () => {
  const numbers = new Numbers(Float64Array.from({ length: 200_000 }, (_, i) => i))
  numbers.append(Float64Array.of(7), 200_000)
  const view = numbers.view()
  numbers.set(3, -1)
  expect([view[3], numbers.view()[3], numbers.get(3), view[199_999]]).toEqual([-1, -1, -1, 7])
})

test("memory stays that of the live rows and a few pages", () => {
  const bytes = (numbers: Numbers): number => {
    const { pages, spare } = numbers as unknown as { pages: Float64Array[]; spare: Float64Array[] }
    return [...pages, ...spare].reduce((sum, page) => sum + page.byteLength, 0)
  }
  const numbers = new Numbers(new Float64Array(1_000_000))
  const more = new Float64Array(10_000)
  for (let i = 0; i < 500; i++) numbers.append(more, 1_000_000)
  expect(bytes(numbers)).toBeLessThan(8 * (1_000_000 + 4 * 65_536))
  expect(numbers.first).toBe(5_000_000)
})
