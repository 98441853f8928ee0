import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { NDArray } from "../../src/protocol/values"
import { write_within, type Slice } from "../../src/store/cells"
import { Column } from "../../src/store/columns"

const matrix = (shape: number[], values: number[]): NDArray => Object.assign(Float64Array.from(values), { shape })

/** The flat places of a region, row by row, the slow way. */
function places(shape: number[], axes: (number | Slice)[]): number[] {
  let found = [0]
  shape.forEach((length, axis) => {
    const part = axes[axis] ?? [null, null, null]
    const all = Array.from({ length }, (_, i) => i)
    const chosen = typeof part === "number" ? [part] : all.slice(part[0] ?? 0, part[1] ?? length).filter((_, i) => i % (part[2] ?? 1) === 0)
    found = found.flatMap((before) => chosen.map((i) => before * length + i))
  })
  return found
}

const nested = (shape: number[], values: number[]): unknown[] =>
  shape.length === 1 ? values : Array.from({ length: shape[0] }, (_, i) => {
    const size = values.length / shape[0]
    return nested(shape.slice(1), values.slice(i * size, (i + 1) * size))
  })

const region = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((shape) => fc.record({
  shape: fc.constant(shape),
  axes: fc.tuple(...shape.map((length) => fc.oneof(
    fc.nat(length - 1),
    fc.tuple(fc.option(fc.nat(length - 1)), fc.constantFrom(null, length), fc.constantFrom(null, 1, 2)) as fc.Arbitrary<Slice>,
  ))),
}))

test("any region takes its values row by row, in arrays and in lists", () => {
  fc.assert(fc.property(region, fc.boolean(), ({ shape, axes }, one) => {
    const size = shape.reduce((product, n) => product * n, 1)
    const before = Array.from({ length: size }, (_, i) => i)
    const chosen = places(shape, axes)
    const value = one ? -1 : chosen.map((_, k) => -1 - k)
    const after = before.map((x, i) => (chosen.includes(i) ? (one ? -1 : -1 - chosen.indexOf(i)) : x))
    const array = matrix(shape, before)
    expect(write_within(array, axes, value)).toEqual([chosen[0], chosen.at(-1)! + 1])
    expect(Array.from(array)).toEqual(after)
    const list = nested(shape, before)
    write_within(list, axes, value)
    expect(list).toEqual(nested(shape, after))
  }))
})

test("axes that are not named are taken whole", () => {
  const array = matrix([2, 2], [1, 2, 3, 4])
  write_within(array, [1], [[8, 9]])
  expect(Array.from(array)).toEqual([1, 2, 8, 9])
})

describe("a column", () => {
  const column = () => new Column([matrix([2, 3], [0, 0, 0, 0, 0, 0])])

  test("says where it was written, for those who look again", () => {
    const image = column()
    image.append([matrix([1, 1], [0])], 1)
    const before = image.version
    image.append([matrix([2, 3], [0, 0, 0, 0, 0, 0])], 2)
    image.patch([[[1, [1, [1, 3, null]]], [5, 6]]])
    image.patch([[0, matrix([1, 1], [1])]])
    expect(image.writes.since(before)).toEqual([
      { version: before + 2, row: 2, end: 3, from: 4, to: 6 },
      { version: before + 3, row: 1, end: 2, from: 0, to: Infinity },
    ])
    expect(image.writes.since(image.version)).toEqual([])
  })

  test("has another object for a row that was written within", () => {
    const image = column()
    const before = image.at(0) as NDArray
    image.patch([[[0, [1, 1]], 7]])
    const after = image.at(0) as NDArray
    expect([after === before, after.shape, Array.from(after)]).toEqual([false, [2, 3], [0, 0, 0, 0, 7, 0]])
  })

  test("forgets what was long ago, and all that a script may have changed", () => {
    const numbers = new Column([1, 2, 3])
    for (let i = 0; i < 3000; i++) numbers.patch([[0, i]])
    expect(numbers.writes.since(0)).toBeNull()
    expect(numbers.writes.since(2990)).toHaveLength(10)
    numbers.touch()
    expect(numbers.writes.since(2990)).toBeNull()
  })

  test.each([
    [[5, [0, 0]], "expected a row below 1 to patch, got 5"],
    [[0, [2, 0]], "expected a row below 2 to patch, got 2"],
  ] as [[number, number[]], string][])("refuses %j", (place, message) => {
    expect(() => column().patch([[place, 1]])).toThrow(message)
  })

  test("refuses a place within a row that is no array", () => {
    expect(() => new Column([1]).patch([[[0, [0]], 1]])).toThrow("expected an array in row 0 to patch, got a number")
  })
})
