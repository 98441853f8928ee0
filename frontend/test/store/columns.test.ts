import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Column } from "../../src/store/columns"

describe("what rows are kept as", () => {
  test.each([
    ["numbers", [1, 2.5], "number"],
    ["typed arrays", Int32Array.of(1, 2), "number"],
    ["numbers with gaps", [1, null], "number"],
    ["booleans", [true, false], "bool"],
    ["strings", ["a", "b"], "any"],
    ["factors", [["a", "b"]], "any"],
    ["a mixture", [1, "a"], "any"],
    ["nothing", [], "any"],
  ] as const)("%s", (_name, values, type) => {
    expect(new Column(values as ArrayLike<unknown>).type).toBe(type)
  })
})

test("rows come back as the app sees them", () => {
  expect(new Column([true, false]).at(0)).toBe(true)
  expect(new Column(["a", "b"]).at(1)).toBe("b")
  expect(new Column([1, null]).at(1)).toBeNaN()
  expect(Array.from(new Column([true, false]).values())).toEqual([true, false])
  expect(Array.from(new Column([true, false]).numeric())).toEqual([1, 0])
})

test("a column of strings has no numbers and says so", () => {
  expect(() => new Column(["a"]).numeric()).toThrow('expected a column of numbers, got one that holds "a"')
  expect(new Column(["a"]).is_numeric).toBe(false)
  expect(new Column([]).is_numeric).toBe(true)
  expect(new Column([null, null]).is_numeric).toBe(true)
})

test("an empty column becomes what is appended first", () => {
  const column = new Column([])
  column.append([1, 2])
  expect([column.type, column.is_numeric]).toEqual(["number", true])
  const words = new Column(new Float64Array())
  words.append(["a"])
  expect([words.type, words.at(0)]).toEqual(["any", "a"])
})

test("numbers followed by words become a list", () => {
  const column = new Column([1, 2])
  column.append(["a"])
  expect(column.values()).toEqual([1, 2, "a"])
})

test("an array of higher rank is one array for each row", () => {
  const image = Object.assign(Float64Array.from({ length: 12 }, (_, i) => i), { shape: [2, 2, 3] })
  const column = new Column(image)
  const second = column.at(1) as Float64Array & { shape: number[] }
  expect([column.length, second.shape, Array.from(second)]).toEqual([2, [2, 3], [6, 7, 8, 9, 10, 11]])
})

test("an array of rows is appended row by row", () => {
  const of = (...rows: number[][]) => Object.assign(Float32Array.from(rows.flat()), { shape: [rows.length, 2] })
  const column = new Column(of())
  column.append(of([1, 2], [3, 4]))
  column.append(of([5, 6], [7, 8]), 3)
  expect([column.length, column.first, column.type]).toEqual([3, 1, "any"])
  expect(Array.from(column.values())).toEqual([Float32Array.of(3, 4), Float32Array.of(5, 6), Float32Array.of(7, 8)])
})

test("cells and slices are patched in place", () => {
  const column = new Column([1, 2, 3, 4, 5])
  column.patch([[0, 10], [-1, 50], [[1, 4, 2], [20, 40]], [[2, 3, null], 30]])
  expect(Array.from(column.numeric())).toEqual([10, 20, 30, 40, 50])
  expect(() => column.patch([[9, 1]])).toThrow("expected a row below 5 to patch, got 9")
})

test.each([0, 63, 64, 700, 9_999])("a gap is found wherever it is: row %i of many", (row) => {
  const rows = Float64Array.from({ length: 10_000 }, (_, i) => i % 7)
  expect(new Column(rows).series().has_gaps()).toBe(false)
  rows[row] = NaN
  expect(new Column(rows).series().has_gaps()).toBe(true)
})

test("the extent is that of finite numbers", () => {
  expect(new Column([3, NaN, Infinity, -2]).extent()).toEqual([-2, 3])
  expect(new Column([NaN]).extent()).toEqual([NaN, NaN])
  expect(new Column(["a"]).extent()).toEqual([NaN, NaN])
})

const number = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN))
const step = fc.oneof(
  fc.record({ append: fc.array(number, { maxLength: 40 }), rollover: fc.option(fc.nat(60)) }),
  fc.record({ at: fc.nat(1000), value: number }),
)

test.each(["numbers", "words"])("%s: any sequence of appends and patches gives what a plain list gives", (sort) => {
  const of = (value: number): unknown => (sort === "numbers" ? value : `w${value}`)
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const column = new Column(sort === "numbers" ? [1] : ["w1"])
    let list: unknown[] = [of(1)]
    for (const one of steps) {
      if ("append" in one) {
        list.push(...one.append.map(of))
        if (one.rollover !== null) list = list.slice(Math.max(list.length - one.rollover, 0))
        column.append(one.append.map(of), one.rollover)
      } else if (list.length > 0) {
        list[one.at % list.length] = of(one.value)
        column.patch([[one.at % list.length, of(one.value)]])
      }
      const finite = (list as number[]).filter(Number.isFinite)
      const extent = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [NaN, NaN]
      expect(column.extent().map((x) => x + 0)).toEqual(extent.map((x) => x + 0))
      if (sort === "numbers") expect(column.series().has_gaps()).toBe(!list.every(Number.isFinite))
    }
    expect(Array.from(column.values())).toEqual(list)
  }))
})

test("the summary of blocks survives rolling over many blocks", () => {
  const column = new Column(new Float64Array(10_000))
  for (let i = 0; i < 300; i++) {
    column.append(Float64Array.from({ length: 100 }, (_, k) => i * 100 + k), 10_000)
    const rows = column.numeric()
    expect(column.extent()).toEqual([Math.min(...rows), Math.max(...rows)])
  }
})

test("appending costs what is appended, not what is there", () => {
  const time = (rows: number) => {
    const column = new Column(new Float64Array(rows))
    const more = new Float64Array(100)
    const start = performance.now()
    for (let i = 0; i < 3000; i++) {
      column.append(more, rows)
      column.extent()
    }
    return performance.now() - start
  }
  time(10_000)
  expect(time(2_000_000)).toBeLessThan(20 * time(20_000) + 200)
})
