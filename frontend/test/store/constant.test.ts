import { expect, test } from "vitest"
import { Constant } from "../../src/store/constant"

test("one number answers for all rows", () => {
  const three = new Constant(3, 1000)
  expect([three.length, three.get(), three.extent(), three.is_ascending(), three.lower_bound(3), three.lower_bound(4)])
    .toEqual([1000, 3, [3, 3], true, 0, 1000])
  expect([...new Constant(3, 2).view()]).toEqual([3, 3])
  expect([three.extent(3), new Constant(3, 0).extent(), new Constant(NaN, 5).extent()]).toEqual([[NaN, NaN], [NaN, NaN], [NaN, NaN]])
  expect([three.summary().next(0, 1000, 0), three.summary().low]).toEqual([512, 3])
})
