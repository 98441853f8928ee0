import type { TapTool } from "../generated/models"
import { data_at, in_frame } from "./frame"
import type { Point } from "./gestures"
import { renderers_of, select_hits } from "./rows"
import { mode_of, type Mode } from "./selection"
import type { ToolHost, ToolRecord, ToolView } from "./tool"

function answer(tool: TapTool, host: ToolHost, at: Point): void {
  const { surface } = host
  const { sx, sy } = at
  if (!in_frame(surface.frame, sx, sy)) return
  const query = { kind: "point", sx, sy } as const
  const mode: Mode = mode_of(at.modifiers, tool.mode)
  const hits = tool.behavior === "select"
    ? select_hits(surface, { query, renderers: tool.renderers, mode })
    : surface.hit(query, renderers_of(surface, tool.renderers)).filter(({ indices }) => indices.length > 0)
  const geometry = { type: "point", sx, sy, ...data_at(surface, sx, sy) }
  if (tool.behavior === "select") host.emit("selectiongeometry", { geometry, final: true })
  const { callback } = tool
  if (callback === null) return
  for (const source of new Set(hits.map(({ renderer }) => renderer.data_source))) {
    host.execute(callback, tool, { geometries: geometry, source })
  }
}

function tap_view(tool: TapTool, host: ToolHost): ToolView {
  return {
    tap: (at) => { if (tool.gesture === "tap") answer(tool, host, at) },
    doubletap: (at) => { if (tool.gesture === "doubletap") answer(tool, host, at) },
  }
}

export const tap_tool: ToolRecord<TapTool> = {
  slot: "tap",
  icon: () => "tap",
  label: (tool) => tool.gesture === "doubletap" ? "Double tap" : "Tap",
  create: tap_view,
}
