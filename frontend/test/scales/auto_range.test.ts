import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { auto_range, limited, type Limits } from "../../src/scales/auto_range"

const rounded = (pair: number[] | null): number[] | null => pair && pair.map((v) => Number(v.toPrecision(9)))

describe("an automatic range", () => {
  it.each<[number[], object, number[] | null]>([
    [[0, 10], {}, [-0.5, 10.5]],
    [[0, 10], { range_padding: 0 }, [0, 10]],
    [[0, 10], { range_padding: 2, range_padding_units: "absolute" }, [-2, 12]],
    [[5, 5], {}, [4, 6]],
    [[5, 5], { default_span: 10 }, [0, 10]],
    [[0, 10], { flipped: true }, [10.5, -0.5]],
    [[0, 100], { follow: "end", follow_interval: 10, range_padding: 0 }, [90, 100]],
    [[0, 100], { follow: "start", follow_interval: 10, range_padding: 0 }, [0, 10]],
    [[0, 5], { follow: "end", follow_interval: 10, range_padding: 0 }, [0, 5]],
    [[0, 100], { follow: "end", follow_interval: 10, range_padding: 0, flipped: true }, [10, 0]],
    [[Infinity, -Infinity], {}, null],
    [[NaN, NaN], {}, null],
  ])("for data in %j with %j is %j", (extent, options, expected) =>
    expect(rounded(auto_range(extent as [number, number], options))).toEqual(expected))
  it("pads decades on a log axis", () => {
    expect(rounded(auto_range([1, 100], {}, true))).toEqual([10 ** -0.1, 10 ** 2.1].map((v) => Number(v.toPrecision(9))))
    expect(rounded(auto_range([10, 10], {}, true))).toEqual([1, 100])
    expect(auto_range([0, 10], {}, true)).toBeNull()
    expect(auto_range([1, 10], { range_padding: 2, range_padding_units: "absolute" }, true)).toEqual([1, 12])
  })
  it("always shows all of the data", () => {
    const value = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
    fc.assert(fc.property(value, value, fc.double({ noNaN: true, min: 0, max: 2 }), (a, b, range_padding) => {
      const extent: [number, number] = [Math.min(a, b), Math.max(a, b)]
      const [start, end] = auto_range(extent, { range_padding })!
      expect(start).toBeLessThanOrEqual(extent[0] + 1e-6)
      expect(end).toBeGreaterThanOrEqual(extent[1] - 1e-6)
    }))
  })
})

describe("limits of gestures", () => {
  const limits = (over: Partial<Limits>): Limits => ({ bounds: null, min_interval: null, max_interval: null, ...over })
  it("shift a pan back with its span, and cut a zoom", () => {
    expect(limited([-2, 3], limits({ bounds: [0, 10] }), true)).toEqual([0, 5])
    expect(limited([-2, 3], limits({ bounds: [0, 10] }), false)).toEqual([0, 3])
    expect(limited([8, 13], limits({ bounds: [null, 10] }), true)).toEqual([5, 10])
    expect(limited([-5, 50], limits({ bounds: [0, 10] }), true)).toEqual([0, 10])
    expect(limited([3, -2], limits({ bounds: [0, 10] }), true)).toEqual([5, 0])
  })
  it("keep the span between the least and the most", () => {
    expect(limited([4, 5], limits({ min_interval: 4 }), false)).toEqual([2.5, 6.5])
    expect(limited([0, 10], limits({ max_interval: 4 }), false)).toEqual([3, 7])
    expect(limited([10, 0], limits({ max_interval: 4 }), false)).toEqual([7, 3])
  })
})
