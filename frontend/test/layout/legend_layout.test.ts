import { describe, expect, it } from "vitest"
import { anchor_parts, anchored, legend_layout, type LegendInputs } from "../../src/layout/legend_layout"

const inputs = (over: Partial<LegendInputs> = {}): LegendInputs => ({
  labels: [{ width: 40, height: 12 }, { width: 60, height: 12 }, { width: 20, height: 12 }],
  title: null, title_gap: 5, orientation: "vertical", ncols: "auto", nrows: "auto", swatch: { width: 20, height: 18 }, label_gap: 5,
  least_label: { width: 0, height: 0 }, spacing: 3, padding: { top: 8, right: 8, bottom: 8, left: 8 }, room: { width: 500, height: 300 }, ...over,
})

describe("the boxes of a legend", () => {
  it("stand below one another, as wide as the longest", () => {
    const { width, height, entries } = legend_layout(inputs())
    expect([width, height]).toEqual([8 + 20 + 5 + 60 + 8, 8 + 3 * 18 + 2 * 3 + 8])
    expect(entries.map(({ entry }) => [entry.x, entry.y])).toEqual([[8, 8], [8, 29], [8, 50]])
    expect(entries[0].swatch).toEqual({ x: 8, y: 8, width: 20, height: 18 })
    expect(entries[0].label).toEqual({ x: 33, y: 11, width: 40, height: 12 })
  })
  it("stand side by side, each as wide as it needs", () => {
    const { width, height, entries } = legend_layout(inputs({ orientation: "horizontal" }))
    expect(entries.map(({ entry }) => entry.x)).toEqual([8, 8 + 65 + 14, 8 + 65 + 14 + 85 + 14])
    expect([width, height]).toEqual([8 + 65 + 14 + 85 + 14 + 45 + 8, 34])
  })
  it("wrap where there is no room", () => {
    const level = legend_layout(inputs({ orientation: "horizontal", room: { width: 200, height: 300 } }))
    expect(level.entries.map(({ entry }) => entry.y)).toEqual([8, 8, 29])
    const upright = legend_layout(inputs({ room: { width: 500, height: 60 } }))
    expect(upright.entries.map(({ entry }) => [entry.x > 8, entry.y])).toEqual([[false, 8], [false, 29], [true, 8]])
  })
  it("have as many columns or rows as asked for", () => {
    expect(legend_layout(inputs({ ncols: 3 })).entries.map(({ entry }) => entry.y)).toEqual([8, 8, 8])
    expect(legend_layout(inputs({ nrows: 1, orientation: "horizontal" })).entries.map(({ entry }) => entry.y)).toEqual([8, 8, 8])
  })
  it("begin below the title", () => {
    const { title, entries, width } = legend_layout(inputs({ title: { width: 200, height: 14 } }))
    expect(title).toEqual({ x: 8, y: 8, width: 200, height: 14 })
    expect([entries[0].entry.y, width]).toEqual([8 + 14 + 5, 216])
  })
})

describe("places in a box", () => {
  it("are named by side and corner", () => {
    expect(["top_left", "center", "right", "bottom_center", "center_center", "top"].map(anchor_parts)).toEqual([[0, 0], [0.5, 0.5], [1, 0.5], [0.5, 1], [0.5, 0.5], [0.5, 0]])
  })
  it("keep a margin, or lie where they are told from the lower left", () => {
    const box = { x: 100, y: 50, width: 400, height: 300 }
    const size = { width: 80, height: 40 }
    expect(anchored(size, box, "top_right", 10)).toEqual([410, 60])
    expect(anchored(size, box, "bottom_left", 10)).toEqual([110, 300])
    expect(anchored(size, box, [5, 7], 10)).toEqual([105, 303])
  })
  it("show the beginning of what is larger than the box", () => {
    const box = { x: 100, y: 50, width: 400, height: 300 }
    expect(anchored({ width: 500, height: 320 }, box, "bottom_right", 10)).toEqual([110, 60])
    expect(anchored({ width: 500, height: 40 }, box, "top_center", 10)).toEqual([110, 60])
  })
})
