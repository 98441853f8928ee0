import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { figure_layout, same_box, type FigureInputs, type Panel } from "../../src/layout/figure_layout"

const inputs = (over: Partial<FigureInputs> = {}): FigureInputs => ({
  width: 600, height: 400, min_border: { top: 5, right: 5, bottom: 5, left: 5 }, air: { top: 0, right: 0, bottom: 0, left: 0 }, least: { top: 0, right: 0, bottom: 0, left: 0 },
  sides: { above: [], below: [], left: [], right: [] }, toolbar: null, frame_width: null, frame_height: null, ...over,
})

describe("the boxes of a figure", () => {
  it("leave a frame within the least borders", () => {
    expect(figure_layout(inputs()).frame).toEqual({ x: 5, y: 5, width: 590, height: 390 })
  })
  it("stack panels outwards", () => {
    const boxes = figure_layout(inputs({ sides: { above: [{ depth: 30 }], below: [{ depth: 20 }, { depth: 10 }], left: [{ depth: 40 }], right: [] } }))
    expect(boxes.frame).toEqual({ x: 40, y: 30, width: 555, height: 340 })
    expect(boxes.panels.below).toEqual([{ x: 40, y: 370, width: 555, height: 20 }, { x: 40, y: 390, width: 555, height: 10 }])
    expect(boxes.panels.left).toEqual([{ x: 0, y: 30, width: 40, height: 340 }])
    expect(boxes.panels.above).toEqual([{ x: 40, y: 0, width: 555, height: 30 }])
  })
  it("leave room for labels that stick out at the corners", () => {
    const { frame } = figure_layout(inputs({ sides: { above: [], below: [{ depth: 20, before: 3, after: 17 }], left: [{ depth: 30, before: 8, after: 8 }], right: [] } }))
    expect(frame).toEqual({ x: 30, y: 8, width: 600 - 30 - 17, height: 400 - 8 - 20 })
  })
  it("put the toolbar outermost, or over the title", () => {
    const beside = figure_layout(inputs({ toolbar: { side: "right", depth: 30, shared: false } }))
    expect([beside.frame.width, beside.toolbar]).toEqual([600 - 5 - 30, { x: 570, y: 0, width: 30, height: 400 }])
    const over = figure_layout(inputs({ sides: { above: [{ depth: 24 }], below: [], left: [], right: [] }, toolbar: { side: "above", depth: 30, shared: true } }))
    expect([over.frame.y, over.toolbar]).toEqual([30, { x: 0, y: 0, width: 600, height: 30 }])
  })
  it("grow around a frame of fixed size", () => {
    const boxes = figure_layout(inputs({ frame_width: 300, frame_height: 200, sides: { above: [], below: [{ depth: 25 }], left: [{ depth: 40 }], right: [] } }))
    expect([boxes.width, boxes.height, boxes.frame]).toEqual([345, 230, { x: 40, y: 5, width: 300, height: 200 }])
  })
  it("have air outside their labels, but not outside the toolbar", () => {
    const sides = { above: [], below: [{ depth: 20 }], left: [], right: [{ depth: 10 }] }
    const { frame } = figure_layout(inputs({ air: { top: 6, right: 6, bottom: 6, left: 6 }, sides, toolbar: { side: "right", depth: 30, shared: false } }))
    expect(frame).toEqual({ x: 5, y: 5, width: 600 - 5 - 40, height: 400 - 5 - 26 })
  })
  it("leave what neighbours need, and tell what they need themselves", () => {
    const { frame, natural } = figure_layout(inputs({ least: { top: 0, right: 50, bottom: 0, left: 80 }, sides: { above: [], below: [], left: [{ depth: 30 }], right: [] } }))
    expect([frame.x, frame.width]).toEqual([80, 470])
    expect(natural).toEqual({ top: 5, right: 5, bottom: 5, left: 30 })
  })
  it("never overlap and stay within a figure that is large enough", () => {
    const panels = fc.array(fc.record({ depth: fc.integer({ min: 0, max: 40 }) }), { maxLength: 2 })
    fc.assert(fc.property(panels, panels, panels, panels, (above, below, left, right) => {
      const { frame, panels: boxes } = figure_layout(inputs({ sides: { above, below, left, right } }))
      expect(frame.x + frame.width).toBeLessThanOrEqual(600)
      const depth = (list: Panel[]): number => list.reduce((sum, panel) => sum + panel.depth, 0)
      expect(frame.y).toBeGreaterThanOrEqual(depth(above))
      boxes.right.forEach((box) => expect(box.x).toBeGreaterThanOrEqual(frame.x + frame.width))
      boxes.left.forEach((box) => expect(box.x >= 0 && box.x + box.width <= frame.x).toBe(true))
      expect(same_box(frame, { ...frame })).toBe(true)
    }))
  })
})
