// @vitest-environment happy-dom
import { expect, it } from "vitest"
import { SteadyRooms } from "../../src/painters/panels"

const axis = {}
const rooms = (steady: SteadyRooms, ...afters: number[]): number[] =>
  afters.map((after) => steady.of(axis, { depth: 20, before: 0, after }).after)

it("corners are tight at first, then make room once for all labels that come near them", () => {
  const steady = new SteadyRooms()
  expect(rooms(steady, 5, 3)).toEqual([5, 3])
  steady.settle()
  expect(rooms(steady, 2, 0, 4, 9, 14, 9, 0)).toEqual([3, 3, 16, 16, 16, 16, 16])
  expect(rooms(steady, 20)).toEqual([32])
  steady.reset()
  expect(rooms(steady, 2)).toEqual([2])
})

it("depths give room back only when it is much", () => {
  const steady = new SteadyRooms()
  const depths = [30.5, 20, 32, 12].map((depth) => steady.of(axis, { depth, before: 0, after: 0 }).depth)
  expect(depths).toEqual([31, 31, 32, 12])
})
