import { describe, expect, it } from "vitest"
import { angle_of, plan_axis, type AxisSpec } from "../../src/layout/axis_plan"
import type { TextStyle } from "../../src/layout/text"
import { factor_map, type Factor } from "../../src/scales/factors"
import { linear_scale } from "../../src/scales/scale"

const style: TextStyle = { family: "sans", size: 10, style: "normal", line_height: 1.2 }
const measure = (text: string, font: string): number => (text.length * parseFloat(/([\d.]+)px/.exec(font)![1])) / 2
const spec = (over: Partial<AxisSpec> = {}): AxisSpec => ({
  side: "below", ticker: { type: "BasicTicker" }, formatter: { type: "BasicTickFormatter" }, overrides: null, bounds: null,
  tick_reach: 6, standoff: 5, labels: style, orientation: "auto", distance: 6, groups: [style, style],
  group_orientation: ["parallel", "parallel"], title: null, longest: 200, ...over,
})
const texts = (plan: ReturnType<typeof plan_axis>): string[] => plan.labels.map((label) => label.block.source)
const categories = (factors: Factor[], width: number, over: Partial<AxisSpec> = {}): ReturnType<typeof plan_axis> => {
  const map = factor_map({ factors })
  return plan_axis(spec({ ticker: { type: "CategoricalTicker" }, ...over }), linear_scale(map.start, map.end, 0, width, map), measure)
}

describe("a level axis", () => {
  const plan = plan_axis(spec(), linear_scale(0, 10, 50, 550), measure)
  it("centres labels under their ticks", () => {
    expect(texts(plan)).toEqual(["0", "2", "4", "6", "8", "10"])
    expect(plan.labels.map((label) => label.along)).toEqual([50, 150, 250, 350, 450, 550])
    expect(plan.labels[0].across).toBe(6 + 5 + 6)
  })
  it("takes the room of ticks and labels, and sticks out at its ends", () => {
    expect([plan.depth, plan.before, plan.after]).toEqual([23, 2.5, 5])
  })
  it("adds its own label outside", () => {
    const titled = plan_axis(spec({ title: { text: "time", style, standoff: 8, orientation: "parallel" } }), linear_scale(0, 10, 0, 500), measure)
    expect(titled.title).toMatchObject({ along: 250, angle: 0, across: 23 + 8 + 6 })
    expect(titled.depth).toBe(43)
  })
  it("has fewer ticks where labels would overlap", () => {
    const wide = plan_axis(spec({ formatter: { type: "NumeralTickFormatter", format: "0,0.000000" } as never }), linear_scale(0, 1e6, 0, 500), measure)
    expect(wide.ticks.major.length).toBe(wide.labels.length)
    wide.labels.slice(1).forEach((label, i) =>
      expect(label.along - wide.labels[i].along).toBeGreaterThanOrEqual((label.block.width + wide.labels[i].block.width) / 2 + 6))
  })
  it("has whole labels, however low the figure is", () => {
    const plan = plan_axis(spec({ longest: 20 }), linear_scale(1e9, 1e9 + 3, 0, 300), measure)
    expect(texts(plan)).toContain("1000000001")
    expect(texts(plan).some((text) => text.includes("…"))).toBe(false)
  })
  it("thins labels of ticks that are given", () => {
    const ticker = { type: "FixedTicker", ticks: Array.from({ length: 101 }, (_, i) => i) }
    const scale = linear_scale(0, 100, 0, 500)
    expect(plan_axis(spec({ ticker }), scale, measure).labels.length).toBeLessThan(40)
    expect(plan_axis(spec({ ticker }), scale, measure).ticks.major.length).toBe(101)
  })
  it("says nothing of dates before there are any", () => {
    const plan = plan_axis(spec({ ticker: { type: "DatetimeTicker" }, formatter: { type: "DatetimeTickFormatter" } }), linear_scale(0, 1, 0, 500), measure)
    expect([plan.labels, plan.ticks.major]).toEqual([[], []])
  })
  it("takes other texts for single ticks", () => {
    expect(texts(plan_axis(spec({ overrides: new Map([["4", "four"]]) }), linear_scale(0, 10, 0, 500), measure))).toContain("four")
  })
})

describe("an upright axis", () => {
  it("sets labels flush to its ticks", () => {
    const plan = plan_axis(spec({ side: "left" }), linear_scale(0, 10, 400, 0), measure)
    const flush = plan.labels.map((label) => label.across - label.block.width / 2)
    expect(new Set(flush)).toEqual(new Set([11]))
    expect(plan.depth).toBe(11 + 10)
  })
  it("reads upwards on the left and above, downwards on the right and below", () => {
    const turns = (["left", "above", "right", "below"] as const).map((side) => Math.sign(angle_of("vertical", side)))
    expect(turns).toEqual([1, 1, -1, -1])
    expect([angle_of("normal", "above"), angle_of("normal", "below")].map(Math.sign)).toEqual([1, -1])
  })
  it("turns its own label", () => {
    expect(angle_of("parallel", "left")).toBeCloseTo(Math.PI / 2)
    expect(angle_of("parallel", "right")).toBeCloseTo(-Math.PI / 2)
    expect([angle_of("normal", "left"), angle_of("parallel", "below"), angle_of(0.3, "left")]).toEqual([0, 0, 0.3])
  })
})

describe("names on an axis", () => {
  const fruits = ["Apples", "Pears", "Nectarines", "Plums", "Grapes", "Strawberries"]
  it("stay level where they fit", () => expect(categories(fruits, 600).labels.map((label) => label.angle)).toEqual([0, 0, 0, 0, 0, 0]))
  it("are slanted where they do not, ending at their ticks", () => {
    const plan = categories(fruits, 240)
    expect(plan.labels.map((label) => label.angle)).toEqual(fruits.map(() => 0.7))
    expect(plan.labels[0].along).toBeLessThan(20)
  })
  it("stand upright where they are dense, and are thinned at last", () => {
    expect(categories(fruits, 80).labels[0].angle).toBeCloseTo(Math.PI / 2)
    expect(categories(fruits, 40).labels.length).toBe(3)
  })
  it("keep an orientation that was chosen", () => {
    expect(categories(fruits, 600, { orientation: "vertical" }).labels[0].angle).toBeCloseTo(-Math.PI / 2)
  })
  it("that are slanted lie as near to each other as their letters allow", () => {
    const dense = Array.from({ length: 24 }, (_, i) => `name ${i}`)
    expect(categories(dense, 24 * 13, { orientation: 1 }).labels.length).toBe(24)
    expect(categories(dense, 24 * 10, { orientation: 1 }).labels.length).toBe(12)
  })
  it("of groups may reach to the middle between groups", () => {
    const map = factor_map({ factors: [["Strawberry", "1"], ["Strawberry", "2"], ["Raspberries", "1"], ["Raspberries", "2"]] })
    const plan = plan_axis(spec({ ticker: { type: "CategoricalTicker" } }), linear_scale(map.start, map.end, 0, 92, map), measure)
    expect(plan.groups.map(({ text }) => text.block.source)).toEqual(["Strawberry", "Raspberri…"])
  })
  it("are cut where they are too long", () => {
    expect(texts(categories(["A very long name indeed", "Another long name"], 100, { longest: 50 }))).toEqual(["A very lo…", "Another l…"])
  })
  it("are whole where they fit side by side, however low the figure is", () => {
    expect(texts(categories(["A very long name indeed", "Another long name"], 300, { longest: 50 }))).toEqual(["A very long name indeed", "Another long name"])
  })
  it("of nested factors have a tier for each level, and lines between groups", () => {
    const plan = categories([["A", "x"], ["A", "y"], ["B", "x"]], 440)
    expect(texts(plan)).toEqual(["x", "y", "x"])
    expect(plan.groups.map((group) => [group.level, group.text.block.source, Math.round(group.text.along)])).toEqual([[0, "A", 100], [0, "B", 390]])
    expect(plan.groups[0].text.across).toBe(23 + 4 + 6)
    expect(plan.separators).toEqual([{ along: 270, reach: 39 }])
    expect(plan.depth).toBe(39)
  })
  it("of three levels have two tiers", () => {
    const plan = categories([["A", "p", "x"], ["A", "q", "x"], ["B", "p", "x"]], 600)
    expect(plan.groups.map((group) => [group.level, group.text.block.source])).toEqual([[1, "p"], [1, "q"], [1, "p"], [0, "A"], [0, "B"]])
  })
})
