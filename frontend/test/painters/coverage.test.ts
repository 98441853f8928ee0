import fc from "fast-check"
import { expect, test } from "vitest"
import { Coverage } from "../../src/painters/coverage"
import { upright, type StepMode } from "../../src/painters/stairs"

const [COLUMNS, HEIGHT] = [6, 8]
const FINE = 400

type Row = [at: number, one: number, two: number]

function covered(rows: Row[], mode: StepMode | null): number[][] {
  const pixels = Array.from({ length: COLUMNS }, () => new Array<number>(HEIGHT).fill(0))
  const coverage = new Coverage(COLUMNS, HEIGHT, mode, (column, shares) => {
    pixels[column] = [...shares]
  })
  for (const row of rows) coverage.row(...row)
  coverage.end()
  return pixels
}

/** The same by looking at many thin slices, each of which lies between two numbers. */
function by_slices(rows: Row[], mode: StepMode | null): number[][] {
  return Array.from({ length: COLUMNS }, (_, column) => {
    const shares = new Array<number>(HEIGHT).fill(0)
    for (let k = 0; k < FINE; k++) {
      const at = column + (k + 0.5) / FINE
      for (let i = 0; i + 1 < rows.length; i++) {
        const [[s0, a0, b0], [s1, a1, b1]] = [rows[i], rows[i + 1]]
        if (!((s0 <= at && at < s1) || (s1 <= at && at < s0)) || Number.isNaN(a0 + a1 + b0 + b1)) continue
        const turn = mode === null ? 0 : upright(mode, s0, s1)
        const part = mode === null ? (at - s0) / (s1 - s0) : Math.abs(at - s0) < Math.abs(turn - s0) ? 0 : 1
        const [a, b] = [a0 + (a1 - a0) * part, b0 + (b1 - b0) * part]
        for (let y = 0; y < HEIGHT; y++) {
          shares[y] += Math.max(0, Math.min(y + 1, Math.max(a, b)) - Math.max(y, Math.min(a, b))) / FINE
        }
      }
    }
    return shares
  })
}

// Evenly spread: doubles of fast-check are mostly next to nothing.
const from_to = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100)
const height = from_to(-4, HEIGHT + 4)
const rows = fc.array(fc.tuple(from_to(-2, COLUMNS + 2), fc.option(height, { nil: NaN, freq: 8 }), height), { maxLength: 12 })

test("a pixel is covered as far as the area lies in it", () => {
  fc.assert(fc.property(rows, fc.boolean(), fc.constantFrom(null, "before", "after", "center"), (some, backwards, mode) => {
    some.sort((a, b) => (backwards ? b[0] - a[0] : a[0] - b[0]))
    const [ours, sliced] = [covered(some as Row[], mode as StepMode | null), by_slices(some as Row[], mode as StepMode | null)]
    const furthest = Math.max(...ours.flatMap((shares, column) => shares.map((share, y) => Math.abs(share - sliced[column][y]))))
    expect(furthest).toBeLessThan(0.03)
  }), { numRuns: 150 })
})

test("an edge may be endless", () => {
  expect(covered([[0, 4, Infinity], [6, 4, Infinity]], null)).toEqual(new Array(6).fill([0, 0, 0, 0, 1, 1, 1, 1]))
})
