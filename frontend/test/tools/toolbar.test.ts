// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { Interaction } from "../../src/tools/interaction"
import { entries_of } from "../../src/tools/entries"
import { toolbar_size } from "../../src/tools/toolbar_size"
import { arrow_offset } from "../../src/tools/tooltip"
import { beside } from "../../src/tools/tip"
import { file_name } from "../../src/tools/actions"
import { make_surface } from "./fake_surface"
import { prepare } from "./pointer"

function start(...args: Parameters<typeof make_surface>) {
  const made = make_surface(...args)
  prepare(made.surface.el)
  const interaction = new Interaction(made.surface)
  const buttons = (): HTMLButtonElement[] => [...made.surface.el.querySelectorAll<HTMLButtonElement>(".ap-toolbar > button")]
  const button = (label: string): HTMLButtonElement => buttons().find((one) => one.getAttribute("aria-label") === label)!
  return { ...made, interaction, buttons, button }
}

const ALL: [string, Record<string, unknown>?][] = [["ResetTool"], ["PanTool"], ["HoverTool"], ["SaveTool"], ["WheelZoomTool"]]

test("buttons stand by kind: drag, wheel, inspectors, actions", () => {
  expect(start(ALL).buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["Pan", "Wheel zoom", "Hover", "Reset", "Save as PNG"])
})

test("a tool's description names its button, an invisible tool has none", () => {
  const { buttons } = start([["PanTool", { description: "Move" }], ["HoverTool", { visible: false }]])
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["Move"])
})

test("pressing a button switches its tool, and the buttons tell", () => {
  const { surface, button } = start(ALL)
  expect(button("Pan").getAttribute("aria-pressed")).toBe("true")
  expect(button("Reset").hasAttribute("aria-pressed")).toBe(false)
  button("Wheel zoom").click()
  expect(button("Wheel zoom").getAttribute("aria-pressed")).toBe("true")
  button("Pan").click()
  expect(button("Pan").getAttribute("aria-pressed")).toBe("false")
  expect(surface.model.toolbar.active_drag).toBeNull()
})

test("an action's button acts", () => {
  const { surface, button } = start(ALL)
  surface.set_ranges([4, 5], null)
  button("Reset").click()
  expect(surface.x.domain).toEqual([0, 10])
})

test("one tab stop, arrow keys inside", () => {
  const { buttons } = start(ALL)
  const stops = (): number[] => buttons().map((one) => one.tabIndex)
  expect(stops()).toEqual([0, -1, -1, -1, -1])
  buttons()[0].focus()
  buttons()[0].dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }))
  expect(document.activeElement).toBe(buttons()[1])
  expect(stops()).toEqual([-1, 0, -1, -1, -1])
  buttons()[1].dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }))
  expect(document.activeElement).toBe(buttons()[4])
})

test("buttons without room move into a menu", () => {
  const { interaction, buttons, surface } = start(ALL)
  interaction.place_toolbar({ x: 0, y: 0, width: 34, height: 120 })
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["Pan", "Wheel zoom", "More tools"])
  expect(surface.el.querySelectorAll(".ap-toolbar-menu button").length).toBe(3)
  interaction.place_toolbar({ x: 0, y: 0, width: 34, height: 400 })
  expect(buttons().length).toBe(5)
})

test("a toolbar goes with its location and its tools", () => {
  const { surface, commit } = start(ALL)
  expect(toolbar_size(surface.model)).toBeGreaterThan(0)
  surface.model.toolbar_location = null
  commit()
  expect(toolbar_size(surface.model)).toBe(0)
  expect(surface.el.querySelector(".ap-toolbar")).toBeNull()
})

test("tools and toolbars that come later have their buttons", () => {
  const { surface, buttons, button, commit, interaction } = start([["PanTool"]])
  interaction.place_toolbar({ x: 0, y: 0, width: 34, height: 300 })
  const [kind, unknown] = ["ResetTool", "TheirOwnTool"].map((name) => surface.document.create(name) as never)
  surface.model.toolbar.tools = [...surface.model.toolbar.tools, kind, unknown]
  commit()
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["Pan", "Reset"])
  surface.model.toolbar = surface.document.create("Toolbar", { tools: [surface.document.create("BoxZoomTool")] }) as never
  commit()
  expect(buttons().map((one) => one.getAttribute("aria-label"))).toEqual(["Box zoom"])
  expect(button("Box zoom").getAttribute("aria-pressed")).toBe("true")
  surface.model.toolbar.visible = false
  commit()
  expect(surface.el.querySelector(".ap-toolbar")).toBeNull()
  surface.model.toolbar.visible = true
  commit()
  expect(surface.el.querySelector<HTMLElement>(".ap-toolbar")?.style.height).toBe("300px")
})

test("hovers of one figure share a button", () => {
  const { surface, buttons, button } = start([["HoverTool"], ["HoverTool"], ["CrosshairTool"]])
  expect(buttons().length).toBe(2)
  button("Hover").click()
  expect(surface.model.toolbar.active_inspect).toEqual([surface.model.toolbar.tools[2]])
})

test("a toolbar for several figures switches equal tools together", () => {
  const [a, b] = [start(ALL), start(ALL)]
  const tools = [...a.surface.model.toolbar.tools, ...b.surface.model.toolbar.tools]
  const entries = entries_of(tools, true)
  expect(entries.map(({ label }) => label)).toEqual(["Pan", "Wheel zoom", "Hover", "Reset", "Save as PNG"])
  expect(entries[0].is_active()).toBe(true)
  entries[0].press()
  expect([a, b].map(({ surface }) => surface.model.toolbar.active_drag)).toEqual([null, null])
  a.surface.set_ranges([4, 5], null)
  entries[3].press()
  expect(a.surface.x.domain).toEqual([0, 10])
})

test("a card keeps to its side where it fits, flips where not, and stays in the window", () => {
  const room = { width: 400, height: 300 }
  const card = { width: 100, height: 60 }
  expect(beside(new DOMRect(100, 100, 0, 0), card, "right", room, 10)).toEqual({ x: 110, y: 70, side: "right" })
  expect(beside(new DOMRect(350, 100, 0, 0), card, "right", room, 10)).toEqual({ x: 240, y: 70, side: "left" })
  expect(beside(new DOMRect(350, 290, 0, 0), card, "left", room, 10).y).toBe(236)
  expect(beside(new DOMRect(100, 20, 0, 0), card, "above", room, 10).side).toBe("below")
  expect(arrow_offset(100, 70, 60)).toBe(30)
  expect(arrow_offset(71, 70, 60)).toBe(10)
})

test("a file is named by the app, else after the title", () => {
  expect(file_name({ filename: "mine" } as never, "Title")).toBe("mine.png")
  expect(file_name({ filename: null } as never, "Größe: a/b <1>")).toBe("Größe a b 1.png")
  expect(file_name({ filename: null } as never, "")).toBe("plot.png")
})
