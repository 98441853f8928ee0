import { expect, test } from "vitest"
import fc from "fast-check"
import { linear_scale, log_scale } from "../../src/scales/scale"
import { auto_dimensions, drag_box, fit, pan, zoom } from "../../src/tools/viewport"

const frame = { x0: 50, y0: 10, x1: 450, y1: 310 }

test("a pan moves the data with the pointer, on any scale", () => {
  expect(pan(linear_scale(0, 10, 50, 450), 50, 450, 40)).toEqual([-1, 9])
  const [low, high] = pan(log_scale(1, 100, 0, 200), 0, 200, -100)
  expect(low).toBeCloseTo(10)
  expect(high).toBeCloseTo(1000)
})

test("a zoom keeps what lies under the focus in place", () => {
  fc.assert(fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({ min: 50, max: 450 }), (ratio, focus) => {
    const scale = linear_scale(0, 10, 50, 450)
    const [start, end] = zoom(scale, 50, 450, ratio, focus)
    expect(end - start).toBeCloseTo(10 / ratio)
    expect(linear_scale(start, end, 50, 450).to_screen(scale.to_data(focus))).toBeCloseTo(focus)
  }))
})

test("a box fills the axis and keeps its direction", () => {
  expect(fit(linear_scale(0, 10, 50, 450), 50, 450, 250, 90)).toEqual([1, 5])
  expect(fit(linear_scale(0, 10, 310, 10), 310, 10, 40, 70)).toEqual([8, 9])
})

test("a drag's box stays in the frame and covers the dimension that was not chosen", () => {
  const from = { x: 100, y: 100 }
  expect(drag_box(from, { x: 600, y: 50 }, frame, { dimensions: "both", origin: "corner" })).toEqual({ x0: 100, y0: 50, x1: 450, y1: 100 })
  expect(drag_box(from, { x: 200, y: 50 }, frame, { dimensions: "width", origin: "corner" })).toEqual({ x0: 100, y0: 10, x1: 200, y1: 310 })
  expect(drag_box(from, { x: 120, y: 110 }, frame, { dimensions: "both", origin: "center" })).toEqual({ x0: 80, y0: 90, x1: 120, y1: 110 })
})

test("match_aspect stretches the box to the frame's proportions", () => {
  const { x0, y0, x1, y1 } = drag_box({ x: 100, y: 100 }, { x: 140, y: 103 }, frame, { dimensions: "both", origin: "corner", match_aspect: true })
  expect((x1 - x0) / (y1 - y0)).toBeCloseTo(400 / 300)
  expect(x1 - x0).toBe(40)
})

test("a flat drag means x alone, a tall one y alone", () => {
  expect(auto_dimensions(80, 4)).toBe("width")
  expect(auto_dimensions(-3, 60)).toBe("height")
  expect(auto_dimensions(60, 60)).toBe("both")
})
