import type { PanTool } from "../generated/models"
import { dimensions_at } from "./frame"
import { along, by_dimensions, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { pan, type Interval } from "./viewport"

/** Moves the view by px from the ends and scales that it had when the drag began, so that rounding never piles up. */
export function panner(host: ToolHost, x: boolean, y: boolean): (dx: number, dy: number) => void {
  const { surface: { x: xs, y: ys } } = host
  const [x0, x1] = xs.range
  const [y0, y1] = ys.range
  return (dx, dy) => {
    const next_x: Interval | null = x ? pan(xs, x0, x1, dx) : null
    const next_y: Interval | null = y ? pan(ys, y0, y1, dy) : null
    if (next_x !== null || next_y !== null) host.set_ranges(next_x, next_y, "pan")
  }
}

function pan_view(tool: PanTool, host: ToolHost): ToolView {
  let shift: ((dx: number, dy: number) => void) | null = null
  const { el } = host.surface
  const stop = (): void => {
    shift = null
    el.classList.remove("ap-grabbing")
  }
  return {
    pan_start(at) {
      const { x, y } = dimensions_at(host.surface.frame, at.x0, at.y0, tool.dimensions)
      shift = x || y ? panner(host, x, y) : null
      el.classList.toggle("ap-grabbing", shift !== null)
    },
    pan: (at) => shift?.(at.dx, at.dy),
    pan_end: stop,
    cancel() {
      shift?.(0, 0)
      stop()
    },
  }
}

export const pan_tool: ToolRecord<PanTool> = {
  slot: "drag",
  icon: (tool) => by_dimensions("pan", tool.dimensions),
  label: (tool) => `Pan${along(tool.dimensions)}`,
  create: pan_view,
}
