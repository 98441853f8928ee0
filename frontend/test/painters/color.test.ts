import { expect, test } from "vitest"
import { is_opaque, packed, rgba, to_css } from "../../src/painters/color"

test("hexadecimal and functional notations", () => {
  expect(rgba("#f80")).toEqual([255, 136, 0, 255])
  expect(rgba("#ff8800")).toEqual([255, 136, 0, 255])
  expect(rgba("#ff880080")).toEqual([255, 136, 0, 128])
  expect(rgba("rgb(1, 2, 3)")).toEqual([1, 2, 3, 255])
  expect(rgba("rgba(1, 2, 3, 0.5)")).toEqual([1, 2, 3, 128])
  expect(rgba("rgb(100% 0% 50% / 25%)")).toEqual([255, 0, 128, 64])
})

test("a pixel holds red first", () => {
  expect(new Uint8Array(Uint32Array.of(packed("#01020304")).buffer)).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(packed(null)).toBe(0)
})

test("what lets the ground shine through is known", () => {
  expect(["red", "#fff", "#ffffffff", "rgb(1,2,3)"].map(is_opaque)).toEqual([true, true, true, true])
  expect(["transparent", "#fff8", "rgba(1,2,3,0.9)", "hsl(0 100% 50%)"].map(is_opaque)).toEqual([false, false, false, false])
})

test("cells of colour columns", () => {
  expect(to_css("navy")).toBe("navy")
  expect(to_css(0x112233ff)).toBe("#112233ff")
  expect(to_css([1, 2, 3])).toBe("rgba(1, 2, 3, 1)")
  expect(to_css(null)).toBe(null)
  expect(to_css(NaN)).toBe(null)
})
