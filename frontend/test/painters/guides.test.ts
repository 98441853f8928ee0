// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from "vitest"
import type { Axis, BoxAnnotation, Grid, Label, Span } from "../../src/generated/models"
import { draw_annotation, type Ground } from "../../src/painters/annotations"
import { draw_axis, place_axis } from "../../src/painters/axis"
import { draw_grid } from "../../src/painters/grid"
import { GuideLooks, scheme_on } from "../../src/painters/guide_looks"
import { snapped } from "../../src/painters/guide_text"
import { place_title } from "../../src/painters/title"
import { linear_scale } from "../../src/scales/scale"
import { Document } from "../../src/store/document"
import type { Model } from "../../src/store/model"
import { record_canvases, recorder, type Recorder } from "./recorder"

const frame = { x: 50, y: 20, width: 400, height: 300 }
const x = linear_scale(0, 10, 50, 450)
const y = linear_scale(0, 10, 320, 20)
const looks = new GuideLooks("light")
const ground: Ground = { view: { x, y, frame, ratio: 1 }, width: 500, height: 400 }
const document_ = new Document(() => {})
const model = <T>(kind: string, fields: Record<string, unknown> = {}): T => document_.create(kind, fields) as unknown as T

beforeAll(() => void record_canvases())

describe("looks", () => {
  it("take what the app set, else the scheme's", () => {
    const axis = model<Axis>("LinearAxis", { axis_line_color: "red" })
    expect(looks.line(axis, "axis")?.color).toBe("red")
    const dark = new GuideLooks("dark")
    expect(dark.text(axis, "major_label").color).not.toBe(looks.text(axis, "major_label").color)
    expect(looks.line(model<Axis>("LinearAxis"), "minor_tick")).toBeNull()
    expect(looks.line(model<Axis>("LogAxis"), "minor_tick")).not.toBeNull()
  })
  it("are those of now, whatever was read before", () => {
    const axis = model<Axis>("LinearAxis")
    const before = looks.line(axis, "axis")
    expect(looks.line(axis, "axis")).toBe(before)
    ;(axis as unknown as Model).set("axis_line_width", 7)
    expect([looks.line(axis, "axis")?.width, looks.get(axis, "axis_line_width")]).toEqual([7, 7])
    ;(axis as unknown as Model).set("axis_line_color", null)
    expect(looks.line(axis, "axis")).toBeNull()
  })
  it("take colour of surface and font from the page", () => {
    const own = new GuideLooks("light", { surface: "#fffaf0", font: "Inter" })
    expect(own.get(model("Figure"), "border_fill_color")).toBe("#fffaf0")
    expect(own.text(model("Title")).style.family).toBe("Inter")
  })
  it("are those that read well on a fill that the app chose", () => {
    expect([scheme_on("#fffaf0"), scheme_on("#000"), scheme_on("rgba(0, 0, 0, 0.1)"), scheme_on(null)]).toEqual(["light", "dark", null, null])
    const light_label = model<Label>("Label", { background_fill_color: "#ffffdd" })
    expect(new GuideLooks("dark").text(light_label).color).toBe(looks.text(model("Label")).color)
    expect(looks.on("#101010").scheme).toBe("dark")
    expect(looks.on(null)).toBe(looks)
  })
  it("give a text of the app's a surface that it reads on", () => {
    const dark = new GuideLooks("dark", { surface: "#000", font: null })
    expect(dark.under(model("Legend", { label_text_color: "#000000" }), "label_text_color").scheme).toBe("light")
    expect(dark.under(model("Legend", { label_text_color: "#ffffff" }), "label_text_color")).toBe(dark)
    expect(dark.under(model("Legend", { label_text_color: "#000000", background_fill_color: "red" }), "label_text_color")).toBe(dark)
  })
})

describe("an axis on a canvas", () => {
  const drawn = (side: "below" | "left", ratio = 1): Recorder => {
    const record = recorder(ratio)
    const placed = place_axis(model<Axis>("LinearAxis", { axis_label: "time" }), side, side === "below" ? x : y, 200, looks)
    draw_axis(record.ctx, placed, side === "below" ? 320 : 50, looks, ratio)
    return record
  }
  it("has its line and ticks on whole device pixels", () => {
    const points = [...drawn("below").of("moveTo"), ...drawn("below").of("lineTo")] as [number, number][]
    const ticks = drawn("below").of("moveTo").slice(0, -1) as [number, number][]
    expect(ticks.map(([tick]) => tick)).toEqual([50.5, 130.5, 210.5, 290.5, 370.5, 450.5])
    expect(new Set(points.map(([, at]) => at))).toEqual(new Set([320.5, 324.5]))
  })
  it("does so on dense screens too", () => {
    const ticks = drawn("below", 2).of("moveTo").slice(0, -1) as [number, number][]
    ticks.forEach(([tick]) => expect((tick * 2) % 1).toBe(0))
  })
  it("writes its labels and its own name", () => {
    const texts = drawn("left").of("fillText").map(([text]) => text)
    expect(texts).toEqual(["0", "2", "4", "6", "8", "10", "time"])
  })
  it("cuts lines to whole pixels of their width", () => {
    expect([snapped(10.2, 1, 1), snapped(10.7, 1, 1), snapped(10.2, 2, 1), snapped(10.3, 1, 2)]).toEqual([10.5, 10.5, 10, 10.5])
  })
})

describe("grids", () => {
  const ticks = { major: [0, 2, 4, 6, 8, 10], minor: [1, 3] }
  it("have a line across the frame at each tick of their axis", () => {
    const record = recorder()
    draw_grid(record.ctx, model<Grid>("Grid", { dimension: 0 }), frame, x, y, ticks, looks, 1)
    expect(record.of("moveTo")).toEqual([50.5, 130.5, 210.5, 290.5, 370.5, 450.5].map((at) => [at, 20]))
    expect(record.of("lineTo")[0]).toEqual([50.5, 320])
  })
  it("fill every second band, the same ones after a pan", () => {
    const grid = model<Grid>("Grid", { dimension: 0, band_fill_color: "red", band_fill_alpha: 0.1, grid_line_color: null })
    const bands = (domain: [number, number], major: number[]): number[] => {
      const record = recorder()
      const scale = linear_scale(...domain, 50, 450)
      draw_grid(record.ctx, grid, frame, scale, y, { major, minor: [] }, looks, 1)
      return record.of("fillRect").filter(([, , width]) => (width as number) > 1).map(([left]) => Math.round(scale.to_data(left as number)))
    }
    expect(bands([0, 10], [0, 2, 4, 6, 8, 10])).toEqual([0, 4, 8])
    expect(bands([2, 12], [2, 4, 6, 8, 10, 12])).toEqual([4, 8])
  })
  it("keep to their bounds", () => {
    const record = recorder()
    draw_grid(record.ctx, model<Grid>("Grid", { dimension: 0, bounds: [4, 8], cross_bounds: [0, 5] }), frame, x, y, ticks, looks, 1)
    expect(record.of("moveTo")).toEqual([[210.5, 170], [290.5, 170], [370.5, 170]])
  })
})

describe("annotations", () => {
  const drawn = (annotation: unknown): Recorder => {
    const record = recorder()
    draw_annotation(record.ctx, annotation as never, ground, looks)
    return record
  }
  it("spans run across the frame", () => {
    expect(drawn(model<Span>("Span", { location: 5, dimension: "height" })).of("lineTo")).toEqual([[250.5, 320]])
    expect(drawn(model<Span>("Span", { location: 5, dimension: "width" })).of("lineTo")).toEqual([[450, 170.5]])
    expect(drawn(model<Span>("Span", { location: 30, location_units: "screen" })).of("moveTo")).toEqual([[50, 290.5]])
    expect(drawn(model<Span>("Span")).calls).toEqual([])
  })
  it("boxes end at the frame where a side is open", () => {
    expect(drawn(model<BoxAnnotation>("BoxAnnotation", { left: 2, right: 4 })).of("roundRect")[0].slice(0, 4)).toEqual([130, 20, 80, 300])
  })
  it("labels stand at their point, moved by their offsets", () => {
    const [[text, left]] = drawn(model<Label>("Label", { x: 5, y: 5, text: "here", x_offset: 7 })).of("fillText")
    expect([text, left]).toEqual(["here", 257])
  })
  it("what is invisible is left out", () => {
    expect(drawn(model<Label>("Label", { x: 5, y: 5, text: "here", visible: false })).calls).toEqual([])
  })
})

it("titles wrap between words, and take no room when they are empty", () => {
  const placed = place_title(model("Title", { text: "one two three four" }), "above", 60, looks)
  expect(placed.block.lines.length).toBeGreaterThan(1)
  expect(placed.depth).toBe(placed.block.height + 10)
  expect(place_title(model("Title", { text: "" }), "above", 60, looks).depth).toBe(0)
})
