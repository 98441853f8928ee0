// Steps, areas and rows that are whole lines: bounds, and hits against the slowest way to find them.
import fc from "fast-check"
import { expect, test } from "vitest"
import type { HitQuery } from "../../src/layout/surface"
import { distance_to_segment, segment_touches } from "../../src/painters/geometry"
import { fetch_all } from "../../src/store/parts"
import "../../src/painters"
import { EMPTY } from "../../src/painters/extent"
import type { ColumnSource } from "../../src/store/source"
import { set_stage, type Case, type Stage } from "./stage"

await fetch_all()

type Glyph = Case["renderers"][0]["glyph"]
const stage = (glyph: Glyph, data: Record<string, unknown>, more: Partial<Case> = {}): Stage =>
  set_stage({ size: [400, 300], x: { ends: [0, 10] }, y: { ends: [0, 10] }, renderers: [{ glyph, data }], ...more })
const hits = ({ renderers, view }: Stage, query: HitQuery): number[] => renderers[0].hit(view, query).map((hit) => hit.index)
const bounds = (...args: Parameters<typeof stage>) => stage(...args).renderers[0].bounds()
const anchor = (stage: Stage, row: number) => stage.renderers[0].anchor(stage.view, row)

const px = (value: number): number => value * 40
const py = (value: number): number => 300 - value * 30
const at = (x: number, y: number): HitQuery => ({ kind: "point", sx: px(x), sy: py(y) })
// Evenly spread: doubles of fast-check are mostly next to nothing.
const number = fc.integer({ min: 0, max: 1000 }).map((value) => value / 100)
const point = fc.record({ kind: fc.constant("point" as const), sx: number.map((value) => value * 40 + 0.013), sy: number.map((value) => value * 30 + 0.017) })
const MODES = ["before", "after", "center"] as const
const modes = fc.constantFrom(...MODES)
const curve = fc.array(fc.tuple(number, fc.option(number, { nil: NaN, freq: 8 }), number), { minLength: 1, maxLength: 40 })
const by_place = (rows: [number, number, number][]): [number[], number[], number[]] => {
  const sorted = [...rows].sort((a, b) => a[0] - b[0])
  return [0, 1, 2].map((k) => sorted.map((row) => row[k])) as [number[], number[], number[]]
}

const middle = (mode: typeof MODES[number], a: number, b: number): number => (mode === "before" ? a : mode === "after" ? b : (a + b) / 2)

test("steps: padding counts, but a log axis has no room below zero", () => {
  const data = { x: [1, 2], y: [3, 4] }
  expect(bounds(["Step", { pad_before: 2, pad_after: 1 }], data)).toEqual({ x: [-1, 3], y: [3, 4] })
  expect(bounds(["Step", { pad_before: 2 }], data, { x: { log: true } }).x).toEqual([1, 2])
})

test("areas: both edges, one of which may be a number", () => {
  expect(bounds(["VArea", { y1: { value: 0 } }], { x: [1, 5], y2: [3, -4] })).toEqual({ x: [1, 5], y: [-4, 3] })
  expect(bounds(["HAreaStep", {}], { y: [1, 5], x1: [3, 4], x2: [9, NaN] })).toEqual({ x: [3, 9], y: [1, 5] })
  expect(bounds(["VArea", { y1: { value: 0 } }], { x: [1], y2: [30] }, { y: { log: true } }).y).toEqual([30, 30])
})

test("rows of lines: all their places", () => {
  const data = { xs: [[1, 2, NaN], Float64Array.of(5), []], ys: [[3, -4, 9], [7], []] }
  expect(bounds(["MultiLine", {}], data)).toEqual({ x: [1, 5], y: [-4, 9] })
  expect(bounds(["Patches", {}], data, { y: { log: true } }).y).toEqual([3, 9])
  expect(bounds(["MultiLine", {}], { xs: [], ys: [] })).toEqual({ x: EMPTY, y: EMPTY })
  const words = { xs: [["a", "c"]], ys: [[1, 2]] }
  expect(bounds(["MultiLine", {}], words, { x: { factors: ["a", "b", "c"] } }).x).toEqual([0.5, 2.5])
})

test("a step is found at the row whose level, or half an upright beside it, lies nearest", () => {
  fc.assert(fc.property(curve, modes, fc.nat(), fc.integer({ min: -60, max: 60 }), fc.integer({ min: -6, max: 6 }), (rows, mode, pick, dx, dy) => {
    const [x, y] = by_place(rows)
    const row = pick % x.length
    const query = { kind: "point" as const, sx: px(x[row]) + dx + 0.013, sy: py(y[row] || 5) + dy + 0.017 }
    let best = { index: -1, distance: Infinity }
    const look = (index: number, ...ends: [number, number, number, number]): void => {
      const distance = distance_to_segment(query.sx, query.sy, ...ends)
      if (distance <= 4 && distance < best.distance) best = { index, distance }
    }
    for (let i = 0; i + 1 < x.length; i++) {
      const [ax, bx, ay, by] = [px(x[i]), px(x[i + 1]), py(y[i]), py(y[i + 1])]
      if (Number.isNaN(ay + by)) continue
      const turn = middle(mode, ax, bx)
      look(i, ax, ay, turn, ay)
      look(i, turn, ay, turn, (ay + by) / 2)
      look(i + 1, turn, (ay + by) / 2, turn, by)
      look(i + 1, turn, by, bx, by)
    }
    expect(hits(stage(["Step", { mode }], { x, y }), query)).toEqual(best.index < 0 ? [] : [best.index])
  }), { numRuns: 300 })
})

test("a step answers an upright line by the row that is level there, a level line by where it goes up or down", () => {
  const data = { x: [0, 4, 8], y: [1, 5, 2] }
  const row = (mode: string, x: number): number[] => hits(stage(["Step", { mode }], data), { kind: "span", dim: "v", sx: px(x), sy: 0 })
  expect([row("before", 1), row("after", 1), row("center", 1), row("center", 3), row("after", 9)]).toEqual([[1], [0], [0], [1], []])
  expect(hits(stage(["Step", {}], data), { kind: "span", dim: "h", sx: 0, sy: py(3) })).toEqual([0, 1])
})

test.each(["linear", ...MODES] as const)("an area is found between its edges, at the row beside the pointer: %s", (mode) => {
  fc.assert(fc.property(curve, point, (rows, query) => {
    const [x, y1, y2] = by_place(rows)
    const wanted: number[] = []
    for (let i = 0; i + 1 < x.length && wanted.length === 0; i++) {
      const [ax, bx] = [px(x[i]), px(x[i + 1])]
      if (!(ax <= query.sx && query.sx <= bx)) continue
      const first = query.sx - ax < middle(mode === "linear" ? "center" : mode, ax, bx) - ax
      const part = mode === "linear" ? (query.sx - ax) / (bx - ax) || 0 : first ? 0 : 1
      const [one, two] = [y1, y2].map((y) => (py(y[i]) === py(y[i + 1]) ? py(y[i]) : py(y[i]) + (py(y[i + 1]) - py(y[i])) * part))
      if (Math.min(one, two) <= query.sy && query.sy <= Math.max(one, two)) wanted.push(first ? i : i + 1)
    }
    const glyph: Glyph = mode === "linear" ? ["VArea", {}] : ["VAreaStep", { step_mode: mode }]
    expect(hits(stage(glyph, { x, y1, y2 }), query)).toEqual(wanted)
  }), { numRuns: 300 })
})

test("areas over y, those whose places come in any order, and lines through them", () => {
  const over_y = stage(["HArea", {}], { y: [1, 5], x1: [1, 1], x2: [3, 3] })
  expect([hits(over_y, at(2, 2)), hits(over_y, at(2, 4)), hits(over_y, at(4, 2)), hits(over_y, at(2, 6))]).toEqual([[0], [1], [], []])
  expect(hits(over_y, { kind: "span", dim: "h", sx: 0, sy: py(4.5) })).toEqual([1])
  expect(hits(over_y, { kind: "span", dim: "v", sx: px(2), sy: 0 })).toEqual([])
  const back = stage(["VArea", { y1: 0 }], { x: [8, 2, 5], y2: [4, 4, 8] })
  expect([hits(back, at(7.5, 3)), hits(back, at(4.5, 6)), hits(back, at(9, 1))]).toEqual([[0], [2], []])
})

test("an area is held in the middle of what it shows", () => {
  expect(anchor(stage(["VArea", {}], { x: [2], y1: [1], y2: [5] }), 0)).toEqual({ sx: px(2), sy: py(3) })
  const log = stage(["VArea", { y1: 0 }], { x: [2], y2: [10] }, { y: { ends: [1, 100], log: true } })
  expect(anchor(log, 0)).toEqual({ sx: px(2), sy: 225 })
})

const line = fc.array(fc.tuple(number, fc.option(number, { nil: NaN, freq: 6 })), { maxLength: 8 })

test("lines are found under the pointer, nearest first, and in a rectangle that they touch", () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), point, (lines, query) => {
    const [xs, ys] = [0, 1].map((k) => lines.map((places) => places.map((place) => place[k])))
    const all = stage(["MultiLine", { line_width: 3 }], { xs, ys })
    const pieces = (row: number): [number, number, number, number][] => xs[row].slice(1).map((_, i) =>
      [px(xs[row][i]), py(ys[row][i]), px(xs[row][i + 1]), py(ys[row][i + 1])])
    const distance = (row: number): number => Math.min(Infinity, ...pieces(row).map((ends) => distance_to_segment(query.sx, query.sy, ...ends)).filter((d) => d >= 0))
    const rows = xs.map((_, row) => row)
    const found = hits(all, query)
    expect([...found].sort((a, b) => a - b)).toEqual(rows.filter((row) => distance(row) <= 4))
    expect(found).toEqual([...found].sort((a, b) => distance(a) - distance(b)))
    const box = [query.sx, query.sy, query.sx + 60, query.sy + 40] as const
    const touched = rows.filter((row) => pieces(row).some((ends) => ends.every(Number.isFinite) && segment_touches(...ends, ...box)))
    expect(hits(all, { kind: "rect", x0: box[2], y0: box[1], x1: box[0], y1: box[3] })).toEqual(touched)
  }), { numRuns: 300 })
})

test("of two lines the nearer one comes first", () => {
  const all = stage(["MultiLine", {}], { xs: [[0, 9], [0, 9]], ys: [[5, 5], [5.1, 5.1]] })
  expect([hits(all, at(3, 5.02)), hits(all, at(3, 5.08))]).toEqual([[0, 1], [1, 0]])
})

test("lines answer upright and level lines through them", () => {
  const all = stage(["MultiLine", {}], { xs: [[0, 2], [1, 5], [6, 8]], ys: [[1, 1], [4, 0], [2, 9]] })
  expect(hits(all, { kind: "span", dim: "v", sx: px(1.5), sy: 0 })).toEqual([0, 1])
  expect(hits(all, { kind: "span", dim: "h", sx: 0, sy: py(3) })).toEqual([1, 2])
})

test("patches are found inside each of their pieces", () => {
  const all = stage(["Patches", {}], { xs: [[1, 3, 3, 1, NaN, 6, 9, 9], [2, 4, 4]], ys: [[1, 1, 3, 3, NaN, 6, 6, 9], [2, 2, 5]] })
  expect([hits(all, at(1.5, 2)), hits(all, at(2.9, 2.5)), hits(all, at(8, 7)), hits(all, at(7, 8))]).toEqual([[0], [0, 1], [0], []])
})

test("appended lines join those that are known, and changed cells are looked at again", () => {
  const { renderers: [renderer] } = stage(["MultiLine", {}], { xs: [[0, 1], [5, 6]], ys: [[0, 1], [5, 6]] })
  expect(renderer.bounds().x).toEqual([0, 6])
  const source = renderer.model.data_source as unknown as { stream(rows: object, rollover: number): void; patch(cells: object): void }
  source.stream({ xs: [[8, 9]], ys: [[8, 9]] }, 2)
  expect(renderer.bounds()).toEqual({ x: [5, 9], y: [5, 9] })
  source.patch({ xs: [[0, [2, 3]]] })
  expect(renderer.bounds()).toEqual({ x: [2, 9], y: [5, 9] })
})

test("a line that is changed within its array moves", () => {
  const made = stage(["MultiLine", { xs: { field: "xs" }, ys: { field: "ys" } }], { xs: [Float64Array.of(0, 1)], ys: [Float64Array.of(0, 1)] })
  expect(made.renderers[0].bounds().y).toEqual([0, 1])
  const source = made.renderers[0].model.data_source as unknown as ColumnSource
  source.patch({ ys: [[[0, [1]], 5]] })
  expect(made.renderers[0].bounds().y).toEqual([0, 5])
})
