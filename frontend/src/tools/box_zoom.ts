import type { BoxZoomTool } from "../generated/models"
import { BoxOverlay } from "./box_overlay"
import { in_frame, rect_of } from "./frame"
import type { Drag } from "./gestures"
import { along, by_dimensions, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { auto_dimensions, drag_box, fit, type Rect } from "./viewport"

/** A box this small is a slip of the hand. */
const LEAST = 5

function box_of(tool: BoxZoomTool, host: ToolHost, at: Drag): Rect {
  const dimensions = tool.dimensions === "auto" ? auto_dimensions(at.dx, at.dy) : tool.dimensions
  const { origin, match_aspect } = tool
  return drag_box({ x: at.x0, y: at.y0 }, { x: at.sx, y: at.sy }, rect_of(host.surface.frame), { dimensions, origin, match_aspect })
}

function zoom_to(host: ToolHost, { x0, y0, x1, y1 }: Rect): void {
  const { x, y } = host.surface
  if (x1 - x0 < LEAST || y1 - y0 < LEAST) return
  host.set_ranges(fit(x, x.range[0], x.range[1], x0, x1), fit(y, y.range[0], y.range[1], y0, y1), "zoom")
}

function box_zoom_view(tool: BoxZoomTool, host: ToolHost): ToolView {
  const overlay = new BoxOverlay(host.surface)
  let box: Rect | null = null
  let dragging = false
  const stop = (): void => {
    box = null
    dragging = false
    overlay.hide()
  }
  return {
    pan_start: (at) => { dragging = in_frame(host.surface.frame, at.x0, at.y0) },
    pan(at) {
      if (!dragging) return
      box = box_of(tool, host, at)
      overlay.show(box)
    },
    pan_end() {
      const wanted = box
      stop()
      if (wanted !== null) zoom_to(host, wanted)
    },
    cancel: stop,
    destroy: stop,
  }
}

export const box_zoom_tool: ToolRecord<BoxZoomTool> = {
  slot: "drag",
  icon: (tool) => by_dimensions("box_zoom", tool.dimensions),
  label: (tool) => `Box zoom${along(tool.dimensions)}`,
  create: box_zoom_view,
}
