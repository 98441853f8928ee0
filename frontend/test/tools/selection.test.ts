import { expect, test } from "vitest"
import { combine, mode_of, same_rows } from "../../src/tools/selection"

test.each([
  ["replace", [2, 3]], ["append", [1, 2, 3]], ["intersect", [2]], ["subtract", [1]], ["xor", [1, 3]], ["toggle", [3]],
] as const)("%s combines a hit with what was selected", (mode, rows) => {
  expect(combine([1, 2], [3, 2], mode)).toEqual(rows)
})

test("toggling what is selected lets go of it", () => {
  expect(combine([4], [4], "toggle")).toEqual([])
  expect(combine([4], [7], "toggle")).toEqual([7])
  expect(combine([4, 7], [], "toggle")).toEqual([])
})

test("held keys choose the mode: shift adds, ctrl intersects, both take away", () => {
  expect(mode_of({ shift: true, ctrl: false }, "replace")).toBe("append")
  expect(mode_of({ shift: false, ctrl: true }, "replace")).toBe("intersect")
  expect(mode_of({ shift: true, ctrl: true }, "replace")).toBe("subtract")
  expect(mode_of({ shift: false, ctrl: false }, "xor")).toBe("xor")
})

test("rows are compared one by one", () => {
  expect(same_rows([1, 2], [1, 2])).toBe(true)
  expect(same_rows([1, 2], [1, 3])).toBe(false)
  expect(same_rows([1, 2], [1])).toBe(false)
})
