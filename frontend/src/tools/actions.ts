/** Tools that are a press of a button. */
import type { HelpTool, ResetTool, SaveTool, ZoomBaseTool, ZoomInTool, ZoomOutTool } from "../generated/models"
import { along, type ToolHost, type ToolRecord } from "./tool"
import { zoom_view } from "./zoom"

/** How long the address of a finished download is kept, so that slow browsers have fetched it. */
const KEEP_MS = 30_000
const DOWNLOAD_SCALE = 2

function zoom_by(tool: ZoomBaseTool, host: ToolHost, ratio: number, maintain_focus: boolean): void {
  const { x, y, width, height } = host.surface.frame
  const { dimensions } = tool
  zoom_view(host, {
    ratio, sx: x + width / 2, sy: y + height / 2, x: dimensions !== "height", y: dimensions !== "width", maintain_focus,
  })
}

export const zoom_in_tool: ToolRecord<ZoomInTool> = {
  slot: "action",
  icon: () => "zoom_in",
  label: (tool) => `Zoom in${along(tool.dimensions)}`,
  create: (tool, host) => ({ run: () => zoom_by(tool, host, 1 / (1 - tool.factor), true) }),
}

export const zoom_out_tool: ToolRecord<ZoomOutTool> = {
  slot: "action",
  icon: () => "zoom_out",
  label: (tool) => `Zoom out${along(tool.dimensions)}`,
  create: (tool, host) => ({ run: () => zoom_by(tool, host, 1 / (1 + tool.factor), tool.maintain_focus) }),
}

export const reset_tool: ToolRecord<ResetTool> = {
  slot: "action",
  icon: () => "reset",
  label: () => "Reset",
  create: (_tool, host) => ({ run: () => host.reset() }),
}

/** A file name made of the figure's title, without what file systems refuse. */
export function file_name(tool: SaveTool, title: string): string {
  const plain = [...title].map((sign) => /[\p{L}\p{N} ._-]/u.test(sign) ? sign : " ").join("").replace(/\s+/g, " ").trim()
  return `${tool.filename ?? (plain || "plot")}.png`
}

async function save({ surface }: ToolHost, tool: SaveTool): Promise<void> {
  const blob = await surface.to_png(Math.max(DOWNLOAD_SCALE, globalThis.devicePixelRatio))
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = file_name(tool, surface.model.title?.text ?? "")
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}

export const save_tool: ToolRecord<SaveTool> = {
  slot: "action",
  icon: () => "save",
  label: () => "Save as PNG",
  create: (tool, host) => ({ run: () => void save(host, tool) }),
}

export const help_tool: ToolRecord<HelpTool> = {
  slot: "action",
  icon: () => "help",
  label: () => "Help",
  create: (tool) => ({ run: () => void window.open(tool.redirect, "_blank", "noopener") }),
}
