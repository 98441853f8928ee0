import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { factor_map } from "../../src/scales/factors"

describe("flat factors", () => {
  const map = factor_map({ factors: ["a", "b", "c"] })
  it("take one unit each", () => {
    expect([...map.centers]).toEqual([0.5, 1.5, 2.5])
    expect([map.start, map.end, map.levels]).toEqual([0, 3, 1])
  })
  it("are placed by name, by name and offset, or by number", () => {
    expect([...map.positions(["b", ["b", 0.2], ["a"], 7, "z", null])]).toEqual([1.5, 1.7, 0.5, 7, NaN, NaN])
  })
  it("can be padded", () => {
    expect([...factor_map({ factors: ["a", "b"], factor_padding: 0.5 }).centers]).toEqual([0.5, 2])
    const percent = factor_map({ factors: ["a", "b"], range_padding: 0.1 })
    expect([percent.start, percent.end]).toEqual([-0.1, 2.1])
    const absolute = factor_map({ factors: ["a", "b"], range_padding: 1, range_padding_units: "absolute" })
    expect([absolute.start, absolute.end]).toEqual([-1, 3])
  })
  it("find the nearest", () => {
    expect([-9, 0.9, 1.2, 99].map(map.nearest)).toEqual(["a", "a", "b", "c"])
    expect(factor_map({ factors: [] }).nearest(1)).toBeUndefined()
  })
})

describe("nested factors", () => {
  it("of two levels keep a padding between groups", () => {
    const map = factor_map({ factors: [["A", "x"], ["A", "y"], ["B", "x"]] })
    expect([...map.centers].map((v) => Number(v.toFixed(6)))).toEqual([0.5, 1.5, 3.9])
    expect(map.groups.map(({ names, start, end }) => [names, start, Number(end.toFixed(6))])).toEqual([[["A"], 0, 2], [["B"], 3.4, 4.4]])
    expect(map.position(["A"])).toBe(1)
    expect(map.position("A")).toBe(1)
    expect(map.position(["A", "y", -0.25])).toBe(1.25)
  })
  it("of three levels also between middle groups", () => {
    const map = factor_map({ factors: [["A", "p", "x"], ["A", "p", "y"], ["A", "q", "x"], ["B", "p", "x"]] })
    expect([...map.centers].map((v) => Number(v.toFixed(6)))).toEqual([0.5, 1.5, 3.3, 5.7])
    expect(map.subgroups.map((group) => group.names)).toEqual([["A", "p"], ["A", "q"], ["B", "p"]])
    expect(map.position(["A", "p"])).toBe(1)
    expect(map.position(["A", "p", 0.5])).toBe(1.5)
  })
  it("are grouped in order of first appearance, keeping the order of `factors`", () => {
    const map = factor_map({ factors: [["A", "x"], ["B", "x"], ["A", "y"]], group_padding: 0 })
    expect([...map.centers]).toEqual([0.5, 2.5, 1.5])
  })
})

it("centres never overlap and lie within the range", () => {
  const names = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 })), { maxLength: 12, selector: (pair) => pair.join("|") })
  fc.assert(fc.property(names, (factors) => {
    const map = factor_map({ factors })
    const sorted = [...map.centers].sort((a, b) => a - b)
    sorted.forEach((v, i) => expect(v - (sorted[i - 1] ?? -Infinity)).toBeGreaterThan(0.999))
    sorted.forEach((v) => expect(v > map.start && v < map.end).toBe(true))
  }))
})
