import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawable_domain, drawable_log_domain, linear_scale, log_scale } from "../../src/scales/scale"
import { make_scale, range_ends } from "../../src/scales/make"

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })

describe("a linear scale", () => {
  it("maps its domain onto its range", () => {
    const scale = linear_scale(10, 20, 100, 0)
    expect([10, 15, 20, 25].map(scale.to_screen)).toEqual([100, 50, 0, -50])
    expect(scale.to_data(25)).toBe(17.5)
  })
  it("returns what went in, through the screen and back", () => {
    fc.assert(fc.property(finite, finite, finite, (a, b, v) => {
      fc.pre(Math.abs(a - b) > 1e-3)
      const scale = linear_scale(a, b, 0, 500)
      const tolerance = 1e-9 * (Math.abs(a) + Math.abs(b) + Math.abs(v)) + 1e-9
      expect(Math.abs(scale.to_data(scale.to_screen(v)) - v)).toBeLessThanOrEqual(tolerance)
    }))
  })
  it("maps a column as it maps each value, also in place", () => {
    const scale = linear_scale(0, 10, 0, 100)
    const column = Float64Array.of(1, NaN, 5)
    expect([...scale.map(column)]).toEqual([10, NaN, 50])
    expect(scale.map(column, column)).toBe(column)
    expect([...column]).toEqual([10, NaN, 50])
  })
  it("tells microseconds apart within today", () => {
    const now = Date.UTC(2024, 5, 1)
    const scale = linear_scale(now, now + 1, 0, 1000)
    expect(scale.to_screen(now + 0.25)).toBe(250)
  })
})

describe("a log scale", () => {
  it("gives each decade the same length", () => {
    const scale = log_scale(1, 1000, 0, 300)
    expect([1, 10, 100, 1000].map(scale.to_screen).map(Math.round)).toEqual([0, 100, 200, 300])
  })
  it("returns what went in, through the screen and back", () => {
    const positive = fc.double({ noNaN: true, min: 1e-9, max: 1e9 })
    fc.assert(fc.property(positive, positive, positive, (a, b, v) => {
      fc.pre(Math.max(a / b, b / a) > 1.001)
      const scale = log_scale(a, b, 0, 500)
      expect(scale.to_data(scale.to_screen(v)) / v).toBeCloseTo(1, 6)
    }))
  })
  it("sends zero beyond every frame and leaves a gap for negative numbers", () => {
    expect([...log_scale(1, 10, 0, 100).map(Float64Array.of(0, -1))]).toEqual([-Infinity, NaN])
  })
})

describe("domains that cannot be drawn", () => {
  it.each([
    [NaN, NaN, [0, 1]], [NaN, 5, [4, 5]], [5, NaN, [5, 6]], [0, 0, [-0.5, 0.5]], [3, 1, [3, 1]],
  ])("%d to %d becomes %j", (start, end, expected) => expect(drawable_domain(start, end)).toEqual(expected))
  it.each([
    [NaN, NaN, [1, 10]], [-5, 0, [1, 10]], [0, 1000, [1, 1000]], [1000, -1, [1000, 1]], [2, 200, [2, 200]],
  ])("on a log axis %d to %d becomes %j", (start, end, expected) => expect(drawable_log_domain(start, end)).toEqual(expected))
})

describe("make_scale", () => {
  it("takes the kind from the scale model and the domain from the range", () => {
    expect(make_scale({ type: "LogScale" }, { type: "Range1d", start: 1, end: 100 }, 0, 10).kind).toBe("log")
    expect(make_scale({ type: "LinearScale" }, { type: "Range1d", start: 1, end: 100 }, 0, 10).domain).toEqual([1, 100])
  })
  it("shows all factors until somebody zooms", () => {
    const range = { type: "FactorRange", factors: ["a", "b"], start: 0, end: 0 }
    expect(range_ends(range)).toEqual([0, 2])
    expect(range_ends({ ...range, start: 0.5, end: 1 })).toEqual([0.5, 1])
    const scale = make_scale({ type: "CategoricalScale" }, range, 0, 200)
    expect(scale.kind).toBe("categorical")
    expect(scale.to_screen(scale.factors!.position("b"))).toBe(150)
  })
})
