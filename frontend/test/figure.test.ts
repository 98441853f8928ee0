// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest"
import { FigureView } from "../src/figure"
import type { Figure, GlyphRenderer } from "../src/generated/models"
import { Document } from "../src/store/document"
import type { ColumnSource } from "../src/store/source"
import { record_canvases, type Recorder } from "./painters/recorder"

let recorders: Map<HTMLCanvasElement, Recorder>
let observed: (() => void)[] = []

beforeEach(() => {
  recorders = record_canvases()
  observed = []
  vi.stubGlobal("ResizeObserver", class {
    private readonly targets = new Set<Element>()
    constructor(run: (entries: { target: Element }[]) => void) {
      observed.push(() => run([...this.targets].map((target) => ({ target }))))
    }
    observe(el: Element): void { this.targets.add(el) }
    unobserve(el: Element): void { this.targets.delete(el) }
  })
  vi.stubGlobal("IntersectionObserver", class {
    observe(): void { /* All is in sight. */ }
    unobserve(): void { /* All is in sight. */ }
  })
})

function make(fields: Record<string, unknown> = {}, size = { width: 600, height: 400 }) {
  const scheduled: (() => void)[] = []
  const model_document = new Document((run) => void scheduled.push(run))
  const create = (kind: string, values: Record<string, unknown> = {}) => model_document.create(kind, values)
  const source = create("ColumnDataSource") as ColumnSource
  source.put("data", { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 10, 5) })
  const glyph = create("Line", { x: { field: "x" }, y: { field: "y" } })
  const renderer = create("GlyphRenderer", { data_source: source, glyph })
  const axis = create("LinearAxis")
  const item = create("LegendItem", { label: { value: "line" }, renderers: [renderer] })
  const legend = create("Legend", { items: [item], click_policy: "hide" })
  const figure = create("Figure", {
    renderers: [renderer], below: [axis], left: [create("LinearAxis")], center: [create("Grid", { axis }), legend],
    title: create("Title", { text: "Rates" }), ...fields,
  })
  const view = new FigureView(figure as unknown as Figure, model_document)
  Object.defineProperties(view.el, { clientWidth: { get: () => size.width }, clientHeight: { get: () => size.height } })
  document.body.append(view.el)
  const commit = () => scheduled.splice(0).forEach((run) => run())
  return { view, figure, source, renderer, glyph, create, commit, size, resize: () => observed.forEach((run) => run()) }
}

/** How often each canvas was painted since the last look. */
function painted(view: FigureView): Record<string, number> {
  const counts = [...view.el.querySelectorAll("canvas")].map((el) => {
    const record = recorders.get(el)!
    const count = record.of("setTransform").length - record.of("clearRect").length
    record.calls.length = 0
    return [el.className.split("ap-canvas-")[1], count]
  })
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>
}

function shown(fields?: Record<string, unknown>) {
  const made = make(fields)
  made.resize()
  made.commit()
  painted(made.view)
  return made
}

it("paints once it has a size", () => {
  const { view, resize } = make()
  expect(painted(view)).toEqual({})
  resize()
  expect(painted(view)).toEqual({ base: 1, data: 1, front: 1 })
  expect(view.frame.width).toBeGreaterThan(400)
  expect(view.x.domain).toEqual([-0.1, 2.1])
})

it("paints data alone when no range moves", () => {
  const { view, source, commit } = shown()
  source.stream({ x: [1.5], y: [3] }, 4)
  commit()
  expect(painted(view)).toEqual({ data: 1 })
  commit()
  expect(painted(view)).toEqual({})
})

it("paints everything once when ranges move, however many changes there were", () => {
  const { view, source, commit } = shown()
  for (let i = 0; i < 5; i++) source.stream({ x: [10 + i], y: [3] })
  commit()
  expect(view.x.domain[1]).toBeCloseTo(14.7)
  expect(painted(view)).toEqual({ base: 1, data: 1, front: 1 })
  commit()
  expect(painted(view)).toEqual({})
})

it("keeps scales that map alike, so that mapped columns stay valid", () => {
  const { view, source, commit } = shown()
  const { x, y } = view
  source.stream({ x: [1.5], y: [3] }, 4)
  commit()
  expect([view.x === x, view.y === y]).toEqual([true, true])
})

const next_frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()))

it("paints the overlay alone for the pointer, and clears it when nothing is left to show", async () => {
  const { view } = shown()
  const stop = view.add_overlay((ctx) => ctx.fillText("here", 1, 1))
  await next_frame()
  expect(painted(view)).toEqual({ overlay: 1 })
  stop()
  await next_frame()
  const overlay = recorders.get(view.el.querySelector<HTMLCanvasElement>(".ap-canvas-overlay")!)!
  expect([overlay.of("clearRect").length, overlay.of("fillText").length]).toEqual([1, 0])
})

it("lays out anew for a guide, a list of them, or its own size", () => {
  const { view, figure, create, commit, size, resize } = shown()
  const { frame } = view
  figure.set("right", [create("LinearAxis")])
  commit()
  expect(view.frame.width).toBeLessThan(frame.width)
  const title = figure.get("title") as { text: string }
  title.text = ""
  commit()
  expect(view.frame.y).toBeLessThan(frame.y)
  size.width = 300
  resize()
  expect(view.frame.width).toBeLessThan(300)
})

it("moves ranges for gestures and goes back", () => {
  const { view, commit } = shown()
  view.set_ranges([0, 1], null, "zoom")
  commit()
  expect([view.x.domain, view.y.domain]).toEqual([[0, 1], [-0.5, 10.5]])
  view.reset_ranges()
  commit()
  expect(view.x.domain).toEqual([-0.1, 2.1])
})

it("finds rows and their places", () => {
  const { view, renderer } = shown()
  const { sx, sy } = view.anchor(renderer as unknown as GlyphRenderer, 1)
  expect(view.x.to_data(sx)).toBeCloseTo(1)
  expect(view.hit({ kind: "point", sx: sx - 3, sy }).map((hit) => hit.renderer)).toEqual([renderer])
  expect(view.hit({ kind: "point", sx: view.frame.x, sy: view.frame.y })).toEqual([])
})

it("tells where its legend's buttons are", () => {
  const { view, renderer, commit } = shown()
  const [entry] = view.legend_entries()
  expect([entry.label, entry.renderers]).toEqual(["line", [renderer]])
  expect(entry.box.x).toBeGreaterThan(view.frame.x)
  renderer.set("visible", false)
  commit()
  expect(painted(view)).toMatchObject({ data: 1, front: 1 })
})

it("has a name and a summary", async () => {
  const { view } = shown()
  expect(view.el.getAttribute("aria-label")).toBe("Rates")
  await new Promise((done) => setTimeout(done, 550))
  expect(view.el.querySelector("[role=img]")!.getAttribute("aria-label")).toBe("Plot “Rates”: line; x axis from 0.0 to 2.0; y axis from 0 to 10.")
})

it("keeps units alike with match_aspect, while it follows the data", () => {
  const { view, commit } = shown({ match_aspect: true })
  const unit = ({ domain, range }: FigureView["x"]) => Math.abs((range[1] - range[0]) / (domain[1] - domain[0]))
  expect(unit(view.x) / unit(view.y)).toBeCloseTo(1)
  view.set_ranges([0, 1], [0, 10], "zoom")
  commit()
  expect(view.x.domain).toEqual([0, 1])
})

it("takes a frame of fixed size and grows around it", () => {
  const { view } = shown({ frame_width: 200, frame_height: 100 })
  expect([view.frame.width, view.frame.height]).toEqual([200, 100])
  expect(parseFloat(view.el.style.width)).toBeGreaterThan(200)
})

it("answers no more once it is gone", () => {
  const { view, source, commit } = shown()
  view.destroy()
  source.stream({ x: [50], y: [3] })
  commit()
  expect(painted(view)).toEqual({})
  expect(view.el.isConnected).toBe(false)
})
