// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { ColumnDataSource, GlyphRenderer } from "../../src/generated/models"
import { Interaction } from "../../src/tools/interaction"
import { make_surface, type Made } from "./fake_surface"
import { drag, fire, prepare, tap, turn } from "./pointer"

let made: Made
let interaction: Interaction

function start(...args: Parameters<typeof make_surface>): Made {
  made = make_surface(...args)
  prepare(made.surface.el)
  interaction = new Interaction(made.surface)
  return made
}

const frames = (count = 1): void => { for (let i = 0; i < count; i++) vi.advanceTimersByTime(17) }
const view = (): number[][] => [made.surface.x.domain, made.surface.y.domain].map(([a, b]) => [+a.toFixed(3), +b.toFixed(3)])
const source = (): ColumnDataSource => (made.surface.model.renderers[0] as GlyphRenderer).data_source as ColumnDataSource
const selected = (): number[] => source().selected.indices
const at = (x: number, y: number): [number, number] => [made.surface.x.to_screen(x), made.surface.y.to_screen(y)]
const key = (name: string, init: KeyboardEventInit = {}): boolean =>
  made.surface.el.dispatchEvent(new KeyboardEvent("keydown", { key: name, cancelable: true, bubbles: true, ...init }))

beforeEach(() => { vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout", "performance"] }) })
afterEach(() => {
  interaction.destroy()
  vi.useRealTimers()
})

test("pan drags the data along; over an axis only that axis", () => {
  start([["PanTool"]])
  drag(made.surface.el, [200, 100], [240, 130])
  expect(view()).toEqual([[-1, 9], [1, 11]])
  drag(made.surface.el, [200, 330], [160, 300])
  expect(view()).toEqual([[0, 10], [1, 11]])
})

test("a pan follows the pointer by whole pixels, also when labels make the frame smaller on the way", () => {
  const { surface } = start([["PanTool"]])
  fire(surface.el, "pointerdown", { x: 200, y: 100 })
  fire(surface.el, "pointermove", { x: 240.3, y: 100 })
  frames()
  expect(view()[0]).toEqual([-1, 9])
  surface.frame = { ...surface.frame, width: 320 }
  fire(surface.el, "pointermove", { x: 264, y: 100 })
  frames()
  expect(view()[0]).toEqual([-2, 8])
})

test("xpan and ypan move one dimension", () => {
  start([["PanTool", { dimensions: "width" }]])
  drag(made.surface.el, [200, 100], [240, 130])
  expect(view()).toEqual([[-1, 9], [0, 10]])
})

test("the wheel zooms at the pointer once the tool is active, and scrolls the page before", () => {
  const { surface, commit } = start([["WheelZoomTool"]])
  expect(turn(surface.el, 50, 310, -300)).toBe(true)
  frames(40)
  expect(view()).toEqual([[0, 10], [0, 10]])
  surface.model.toolbar.active_scroll = surface.model.toolbar.tools[0] as never
  commit()
  expect(turn(surface.el, 50, 310, -300)).toBe(false)
  frames(40)
  expect(view()).toEqual([[0, 5], [0, 5]])
})

test("the wheel over an axis zooms that axis, unless zoom_on_axis is off", () => {
  const { surface } = start([["WheelZoomTool"]])
  surface.model.toolbar.active_scroll = surface.model.toolbar.tools[0] as never
  made.commit()
  turn(surface.el, 50, 330, -300)
  frames(40)
  expect(view()).toEqual([[0, 5], [0, 10]])
  Object.assign(surface.model.toolbar.tools[0], { zoom_on_axis: false })
  expect(turn(surface.el, 50, 330, -300)).toBe(true)
})

test("box zoom shows its box while dragging and zooms to it; Escape breaks it off", () => {
  const { surface } = start([["BoxZoomTool"]])
  const [x0, y0] = at(2, 8)
  const [x1, y1] = at(6, 4)
  fire(surface.el, "pointerdown", { x: x0, y: y0 })
  fire(surface.el, "pointermove", { x: x1, y: y1 })
  expect(surface.overlays.size).toBe(1)
  key("Escape")
  fire(surface.el, "pointerup", { x: x1, y: y1 })
  expect(surface.overlays.size).toBe(0)
  expect(view()).toEqual([[0, 10], [0, 10]])
  drag(surface.el, [x0, y0], [x1, y1])
  expect(view()).toEqual([[2, 6], [4, 8]])
})

test("a slip with the box zoom zooms nothing", () => {
  start([["BoxZoomTool", { dimensions: "both" }]])
  drag(made.surface.el, [200, 100], [203, 104])
  expect(view()).toEqual([[0, 10], [0, 10]])
})

test("box select selects rows, combines by keys, reaches the server, and a tap beside clears", async () => {
  const { surface, sent } = start([["BoxSelectTool"]])
  drag(surface.el, at(0.5, 3.5), at(3.5, 0.5))
  expect(selected()).toEqual([1, 2, 3])
  drag(surface.el, at(4.5, 6.5), at(6.5, 4.5), { shift: true })
  expect(selected()).toEqual([1, 2, 3, 5, 6])
  drag(surface.el, at(2.5, 5.5), at(5.5, 2.5), { shift: true, ctrl: true })
  expect(selected()).toEqual([1, 2, 6])
  await Promise.resolve()
  expect(sent.writes.at(-1)?.slice(1)).toEqual(["indices", [1, 2, 6]])
  tap(surface.el, ...at(8, 2))
  expect(selected()).toEqual([])
})

test("a continuous selection follows the box, Escape brings the old one back", () => {
  const { surface } = start([["BoxSelectTool", { continuous: true }]])
  source().selected.indices = [9]
  fire(surface.el, "pointerdown", { x: at(0.5, 3.5)[0], y: at(0.5, 3.5)[1] })
  fire(surface.el, "pointermove", { x: at(2.5, 0.5)[0], y: at(2.5, 0.5)[1] })
  expect(selected()).toEqual([1, 2])
  fire(surface.el, "pointermove", { x: at(1.5, 0.5)[0], y: at(1.5, 0.5)[1] })
  expect(selected()).toEqual([1])
})

test("a tap selects one row, again lets go of it, with shift adds", () => {
  const { surface } = start([["TapTool"]])
  tap(surface.el, ...at(4, 4))
  expect(selected()).toEqual([4])
  tap(surface.el, ...at(4, 4))
  expect(selected()).toEqual([])
  tap(surface.el, ...at(4, 4))
  tap(surface.el, ...at(7, 7), { shift: true })
  expect(selected()).toEqual([4, 7])
})

test("a tap runs the tool's callback with the source that was hit", () => {
  start([["TapTool"]])
  const ran: unknown[] = []
  made.document.run_script = (_code, scope) => ran.push(scope.cb_data)
  const callback = made.document.create("CustomJS", { code: "1" })
  Object.assign(made.surface.model.toolbar.tools[0], { callback, behavior: "inspect" })
  tap(made.surface.el, ...at(8, 2))
  expect(ran).toEqual([])
  tap(made.surface.el, ...at(4, 4))
  expect(ran).toMatchObject([{ geometries: { type: "point" } }])
  expect((ran[0] as { source: unknown }).source).toBe(source())
  expect(selected()).toEqual([])
})

test("hover shows a card at the row, as text, and takes it away beside it", () => {
  const { surface } = start([["HoverTool", { tooltips: [["name", "@name"], ["x", "@x{0.00}"]] }]])
  fire(surface.el, "pointermove", { x: at(5, 5)[0] + 2, y: at(5, 5)[1] })
  frames()
  const card = surface.el.querySelector<HTMLElement>(".ap-card")!
  expect(card.classList.contains("ap-open")).toBe(true)
  expect(card.textContent).toBe("namerow <b>5</b>x5.00")
  expect(surface.inspected[0].indices).toEqual([5])
  fire(surface.el, "pointermove", { x: at(5, 1)[0], y: at(5, 1)[1] })
  frames()
  expect(card.classList.contains("ap-open")).toBe(false)
  expect(surface.inspected).toEqual([])
})

test("hover along a line collects the rows that it crosses", () => {
  const { surface } = start([["HoverTool", { mode: "vline", tooltips: [["i", "$index"]] }]])
  fire(surface.el, "pointermove", { x: at(3, 9)[0], y: at(3, 9)[1] })
  frames()
  expect(surface.el.querySelector(".ap-card")?.textContent).toBe("i3")
})

test("crosshair is drawn while the pointer is in the frame", () => {
  const { surface } = start([["CrosshairTool"]])
  const moves: number[][] = []
  const ctx = new Proxy({}, { get: (_, name) => (...args: number[]) => { if (name === "moveTo") moves.push(args) }, set: () => true })
  const draw = (): void => { moves.length = 0; for (const overlay of surface.overlays) overlay(ctx as CanvasRenderingContext2D) }
  fire(surface.el, "pointermove", { x: 200, y: 100 })
  draw()
  expect(moves).toEqual([[50, 100.5], [200.5, 10]])
  fire(surface.el, "pointermove", { x: 20, y: 100 })
  draw()
  expect(moves).toEqual([])
})

test("keys pan, zoom, reset and let go, when the figure has such tools", () => {
  const { surface } = start([["PanTool"], ["WheelZoomTool"], ["ResetTool"]])
  expect(surface.el.tabIndex).toBe(0)
  key("ArrowRight")
  expect(view()).toEqual([[1, 11], [0, 10]])
  key("ArrowUp", { shiftKey: true })
  expect(view()).toEqual([[1, 11], [0.1, 10.1]])
  key("+")
  expect(view()).toEqual([[2, 10], [1.1, 9.1]])
  key("0")
  expect(view()).toEqual([[0, 10], [0, 10]])
  source().selected.indices = [1]
  key("Escape")
  expect(selected()).toEqual([])
  expect(key("a")).toBe(true)
})

test("without tools the keys and the focus are the page's", () => {
  const { surface } = start([])
  expect(surface.el.hasAttribute("tabindex")).toBe(false)
  expect(key("ArrowRight")).toBe(true)
})

test("reset brings ranges and selection back and says so", () => {
  start([["ResetTool"]], {}, { subscribed_events: new Set(["reset"]) })
  made.surface.set_ranges([3, 4], null)
  source().selected.indices = [1]
  interaction.reset()
  expect(view()).toEqual([[0, 10], [0, 10]])
  expect(selected()).toEqual([])
  expect(made.sent.events.map(([name]) => name)).toEqual(["reset"])
})

test("with reset_policy event_only the app resets", () => {
  start([["ResetTool"]], {}, { subscribed_events: new Set(["reset"]), reset_policy: "event_only" })
  made.surface.set_ranges([3, 4], null)
  interaction.reset()
  expect(view()).toEqual([[3, 4], [0, 10]])
  expect(made.sent.events.length).toBe(1)
})

test("only events that somebody asked for are sent, with their place in data", () => {
  start([["PanTool"]], {}, { subscribed_events: new Set(["tap", "panend", "rangesupdate"]) })
  tap(made.surface.el, ...at(5, 5))
  drag(made.surface.el, [200, 100], [240, 100])
  frames()
  const { events } = made.sent
  expect(events.map(([name]) => name)).toEqual(["tap", "panend", "rangesupdate"])
  expect(events[0][2]).toMatchObject({ sx: 250, sy: 160, x: 5, y: 5, modifiers: { shift: false, ctrl: false, alt: false } })
  expect(events[2][2]).toEqual({ x0: -1, x1: 9, y0: 0, y1: 10 })
})

test("one finger scrolls the page until a tool that drags is chosen", () => {
  const { surface, commit } = start([["PanTool"], ["WheelZoomTool"]])
  expect(surface.el.style.touchAction).toBe("pan-y")
  surface.model.toolbar.active_drag = surface.model.toolbar.tools[0] as never
  commit()
  expect(surface.el.style.touchAction).toBe("none")
  surface.model.toolbar.active_drag = null
  commit()
  expect(surface.el.style.touchAction).toBe("pan-x pan-y")
})

test("two fingers zoom about their middle and drag it along", () => {
  const { surface } = start([["PanTool"], ["WheelZoomTool"]])
  const touch = (name: string, id: number, x: number): void => fire(surface.el, name, { x, y: 160, id, type: "touch" })
  touch("pointerdown", 1, 200)
  touch("pointerdown", 2, 300)
  touch("pointermove", 1, 150)
  touch("pointermove", 2, 350)
  expect(view()).toEqual([[2.5, 7.5], [2.5, 7.5]])
  touch("pointermove", 1, 190)
  touch("pointermove", 2, 390)
  expect(view()[0]).toEqual([2, 7])
})

test("legend entries are buttons that hide or mute their renderers", () => {
  const { surface } = start([])
  const renderer = surface.model.renderers[0] as GlyphRenderer
  const legend = made.document.create("Legend", { click_policy: "hide" }) as never
  surface.entries = [{ legend, item: made.document.create("LegendItem") as never, label: "points", box: { x: 1, y: 2, width: 60, height: 20 }, renderers: [renderer] }]
  interaction.sync_legends()
  const button = surface.el.querySelector<HTMLButtonElement>(".ap-legend-button")!
  expect([button.getAttribute("aria-label"), button.getAttribute("aria-pressed")]).toEqual(["points", "true"])
  button.click()
  expect(renderer.visible).toBe(false)
  interaction.sync_legends()
  expect(button.getAttribute("aria-pressed")).toBe("false")
})
