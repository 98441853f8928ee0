// @vitest-environment happy-dom
import { expect, it } from "vitest"
import type { Legend, LegendItem } from "../../src/generated/models"
import { GuideLooks } from "../../src/painters/guide_looks"
import { place_legend } from "../../src/painters/legend"
import { draw_legends, SteadyRooms } from "../../src/painters/panels"
import { Document } from "../../src/store/document"
import { record_canvases, recorder } from "./recorder"

const axis = {}
const rooms = (steady: SteadyRooms, ...afters: number[]): number[] =>
  afters.map((after) => steady.of(axis, { depth: 20, before: 0, after }).after)

it("corners are tight at first, then make room once for all labels that come near them", () => {
  const steady = new SteadyRooms()
  expect(rooms(steady, 5, 3)).toEqual([5, 3])
  steady.settle()
  expect(rooms(steady, 2, 0, 4, 9, 14, 9, 0)).toEqual([3, 3, 16, 16, 16, 16, 16])
  expect(rooms(steady, 20)).toEqual([32])
  steady.reset()
  expect(rooms(steady, 2)).toEqual([2])
})

it("depths give room back only when it is much", () => {
  const steady = new SteadyRooms()
  const depths = [30.5, 20, 32, 12].map((depth) => steady.of(axis, { depth, before: 0, after: 0 }).depth)
  expect(depths).toEqual([31, 31, 32, 12])
})

it("a legend that is too large ends at the edges of the frame that it is anchored in", () => {
  record_canvases()
  const document_ = new Document(() => undefined)
  const label = (value: string): LegendItem => document_.create("LegendItem", { label: { value } }) as unknown as LegendItem
  const legend = document_.create("Legend", { items: ["one", "two"].map(label) }) as unknown as Legend
  const looks = new GuideLooks("light")
  const placed = place_legend(legend, { width: 10, height: 10 }, looks)
  const cut = (within: { x: number; y: number; width: number; height: number } | null): unknown[][] => {
    const { ctx, calls, of } = recorder()
    draw_legends(ctx, [{ placed, corner: [5, 5], looks, within }], () => undefined)
    expect(of("fillText").length).toBe(2)
    return calls.slice(0, calls.findIndex(([name]) => name === "clip") + 1).filter(([name]) => name === "rect" || name === "clip")
  }
  expect(cut({ x: 1, y: 2, width: 30, height: 20 })).toEqual([["rect", 1, 2, 30, 20], ["clip"]])
  expect(cut(null)).toEqual([])
})
