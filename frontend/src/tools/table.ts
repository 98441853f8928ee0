/** Every tool kind with its record; one that Python declares and nobody draws here does not compile. */
import type { ModelByKind, Tool, ToolKind } from "../generated/models"
import { help_tool, reset_tool, save_tool, zoom_in_tool, zoom_out_tool } from "./actions"
import { box_select_tool } from "./box_select"
import { box_zoom_tool } from "./box_zoom"
import { crosshair_tool } from "./crosshair"
import { hover_tool } from "./hover"
import { pan_tool } from "./pan"
import { tap_tool } from "./tap"
import type { ToolRecord } from "./tool"
import { wheel_zoom_tool } from "./wheel_zoom"

const TOOLS: { [K in ToolKind]: ToolRecord<ModelByKind[K]> } = {
  PanTool: pan_tool,
  WheelZoomTool: wheel_zoom_tool,
  BoxZoomTool: box_zoom_tool,
  BoxSelectTool: box_select_tool,
  ResetTool: reset_tool,
  SaveTool: save_tool,
  HoverTool: hover_tool,
  TapTool: tap_tool,
  CrosshairTool: crosshair_tool,
  HelpTool: help_tool,
  ZoomInTool: zoom_in_tool,
  ZoomOutTool: zoom_out_tool,
}

/** Undefined for a kind of an app's own. */
export function record_of(tool: Tool): ToolRecord<Tool> | undefined {
  return TOOLS[tool.type as ToolKind] as unknown as ToolRecord<Tool> | undefined
}
