// Rows found by the packing against a look at each row: crowded, tied and missing places, rows added, dropped, rewritten.
import { expect, test, vi } from "vitest"
import type { Boxes } from "../../src/painters/packing"
import { RowIndex } from "../../src/painters/spatial"
import { Numbers } from "../../src/store/numbers"

function chance(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32
}

type Make = (next: () => number, i: number) => number
const even: Make = (next) => 10 * next()
const KINDS: Record<string, [x: Make, y: Make]> = {
  even: [even, even],
  crowded: [(next) => 10 * next() ** 8, (next) => 1e-9 * next() ** 4],
  ascending: [(_, i) => i / 1000, even],
  "all at one x": [() => 5, even],
  "few places": [(next) => Math.floor(4 * next()), (next) => Math.floor(3 * next())],
  "with gaps": [(next, i) => (i % 7 === 0 ? NaN : 10 * next()), (next, i) => (i % 11 === 0 ? NaN : 10 * next())],
  dates: [(next) => 1.7e12 + 1000 * next(), (next) => 1e15 + next()],
}
const ROWS = 20_000

function column(count: number, make: Make, seed: number): Float64Array {
  const next = chance(seed)
  return Float64Array.from({ length: count }, (_, i) => make(next, i))
}

function points(kind: string): Boxes {
  const [x, y] = KINDS[kind].map((make, k) => new Numbers(column(ROWS, make, k + 1)))
  return { x0: x, x1: x, y0: y, y1: y }
}

/** Boxes about the points; one is as large as all. */
function boxes(kind: string): Boxes {
  const { x0, y0 } = points(kind)
  const wider = (from: Numbers, seed: number): Numbers =>
    new Numbers(column(ROWS, (next, i) => (i === 77 ? 1e13 : from.get(i) + (next() - 0.5)), seed))
  return { x0, y0, x1: wider(x0, 3), y1: wider(y0, 4) }
}

function looked_at({ x0, y0, x1, y1 }: Boxes, [ax, ay, bx, by]: number[]): number[] {
  const meets = (p: number, q: number, a: number, b: number): boolean => Math.max(p, q) >= Math.min(a, b) && Math.min(p, q) <= Math.max(a, b)
  return Array.from({ length: x0.length }, (_, i) => i)
    .filter((i) => meets(x0.get(i), x1.get(i), ax, bx) && meets(y0.get(i), y1.get(i), ay, by))
}

/** Rectangles of all sizes around rows, in either order of ends, some endless. */
function* questions({ x0, y0 }: Boxes, seed: number): Generator<[number, number, number, number]> {
  const next = chance(seed)
  for (let k = 0; k < 25; k++) {
    const [i, j] = [Math.floor(next() * x0.length), Math.floor(next() * x0.length)]
    const [x, y] = [x0.get(i) || 0, y0.get(i) || 0]
    const size = 10 ** (-3 * next())
    yield [x, y, x, y]
    yield [x + size, y - size, x - size, y + size]
    yield [x, y, x0.get(j) || 0, y0.get(j) || 0]
    yield [x, -Infinity, x + size / 10, Infinity]
  }
}

function agree(index: RowIndex, all: Boxes, seed = 9): void {
  for (const area of questions(all, seed)) {
    const wanted = looked_at(all, area)
    expect(index.search(...area)).toEqual(wanted)
    const near = index.rows_near(...area)
    if (near === null) continue
    const found = new Set(near)
    expect(wanted.filter((row) => !found.has(row))).toEqual([])
    expect(near.every((row, k) => row < all.x0.length && (k === 0 || row > near[k - 1]))).toBe(true)
  }
}

async function ready(all: Boxes): Promise<RowIndex> {
  const index = new RowIndex(all)
  index.search(0, 0, 1, 1)
  await vi.waitFor(() => expect(index.is_ready).toBe(true), { timeout: 10_000, interval: 5 })
  return index
}

test.each(Object.keys(KINDS))("the same rows as by looking at each: %s", async (kind) => {
  for (const all of [points(kind), boxes(kind)]) {
    agree(new RowIndex(all), all)
    agree(await ready(all), all)
  }
})

test("a packing holds while rows come and go, without being made anew for a few", async () => {
  const [x, y] = [new Numbers(column(ROWS, even, 1)), new Numbers(column(ROWS, even, 2))]
  const all = { x0: x, x1: x, y0: y, y1: y }
  const index = await ready(all)
  for (let round = 0; round < 8; round++) {
    for (const [values, seed] of [[x, 20], [y, 40]] as const) values.append(column(500, even, seed + round), ROWS)
    expect(index.is_ready).toBe(true)
    agree(index, all, round)
  }
})

test("rows may come and go while the packing is made", async () => {
  const [x, y] = [new Numbers(column(ROWS, even, 1)), new Numbers(column(ROWS, even, 2))]
  const all = { x0: x, x1: x, y0: y, y1: y }
  const index = new RowIndex(all)
  index.search(0, 0, 1, 1)
  const work = vi.spyOn(performance, "now").mockImplementation(() => {
    // Between any two steps of a slice.
    for (const [values, seed] of [[x, 20], [y, 40]] as const) values.append(column(100, even, seed + x.first), ROWS)
    return 0
  })
  await vi.waitFor(() => expect(index.is_ready).toBe(true), { timeout: 10_000, interval: 5 })
  work.mockRestore()
  expect(x.first).toBeGreaterThan(500)
  agree(index, all)
})

test("rewritten rows are found where they are now", async () => {
  const all = points("even")
  const index = await ready(all)
  for (let row = 0; row < 50; row++) all.x0.set(row, 100 + row)
  expect(index.search(100, -Infinity, 200, Infinity)).toEqual(Array.from({ length: 50 }, (_, row) => row))
  expect(index.is_ready).toBe(false)
})

test("a view of few rows finds few of them", async () => {
  const all = points("even")
  const near = (await ready(all)).rows_near(4, 4, 5, 5)
  expect(near!.length).toBeLessThan(ROWS / 20)
})
