// @vitest-environment happy-dom
import { expect, test } from "vitest"
import type { Tool } from "../../src/generated/models"
import { Actives } from "../../src/tools/active"
import { record_of } from "../../src/tools/table"
import { make_surface } from "./fake_surface"

function actives(toolbar: Record<string, unknown> = {}) {
  const made = make_surface([["PanTool"], ["BoxZoomTool"], ["WheelZoomTool"], ["TapTool"], ["HoverTool"], ["CrosshairTool"], ["ResetTool"]], toolbar)
  const bar = made.surface.model.toolbar
  const state = new Actives(made.surface.model, (tool) => record_of(tool)?.slot)
  const tool = (kind: string): Tool => bar.tools.find(({ type }) => type === kind)!
  const on = (): string[] => bar.tools.filter((one) => state.is_active(one)).map(({ type }) => type)
  return { ...made, bar, state, tool, on }
}

test("auto: the first tool that drags, all taps and inspectors, no wheel", () => {
  expect(actives().on()).toEqual(["PanTool", "TapTool", "HoverTool", "CrosshairTool"])
})

test("None switches a gesture off", () => {
  expect(actives({ active_drag: null, active_tap: null, active_inspect: null }).on()).toEqual([])
})

test("one tool drags at a time, and choosing it is written to the server", async () => {
  const { state, tool, on, sent, bar } = actives()
  expect(state.drag_chosen).toBe(false)
  state.set(tool("BoxZoomTool"), true)
  expect(on()).toContain("BoxZoomTool")
  expect(on()).not.toContain("PanTool")
  expect(state.drag_chosen).toBe(true)
  state.set(tool("BoxZoomTool"), false)
  expect(bar.active_drag).toBeNull()
  await Promise.resolve()
  expect(sent.writes.map(([id, field]) => [id, field])).toEqual([[bar.id, "active_drag"]])
})

test("inspectors switch one by one", () => {
  const { state, tool, on, bar } = actives()
  state.set(tool("HoverTool"), false)
  expect(on()).toEqual(["PanTool", "TapTool", "CrosshairTool"])
  expect(bar.active_inspect).toEqual([tool("CrosshairTool")])
  state.set(tool("CrosshairTool"), false)
  expect(bar.active_inspect).toBeNull()
  state.set(tool("HoverTool"), true)
  expect(on()).toContain("HoverTool")
})

test("active_multi is active beside the others", () => {
  const made = actives()
  made.bar.active_multi = made.tool("BoxZoomTool") as never
  expect(made.on()).toEqual(["PanTool", "BoxZoomTool", "TapTool", "HoverTool", "CrosshairTool"])
})
