import type { PanTool } from "../generated/models"
import type { Scale } from "../scales/scale"
import { dimensions_at } from "./frame"
import { along, by_dimensions, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { pan, type Interval } from "./viewport"

/** Moves the view by px from the ends and scales that it had when the drag began, so that rounding never piles up. */
export function panner(host: ToolHost, x: boolean, y: boolean): (dx: number, dy: number) => void {
  const { surface } = host
  const { x: xs, y: ys } = surface
  return (dx, dy) => {
    const next_x = x ? moved(xs, dx, surface.x) : null
    const next_y = y ? moved(ys, dy, surface.y) : null
    if (next_x !== null || next_y !== null) host.set_ranges(next_x, next_y, "pan")
  }
}

/** The ends after a move by px of the frame as it is now: labels may have changed its size since the drag began. */
function moved(start: Scale, shift: number, now: Scale): Interval {
  const [a, b] = start.range
  return pan(start, a, b, shift * ((b - a) / (now.range[1] - now.range[0])))
}

/** Whole pixels of the screen, so that what is painted can be moved along: fingers are between them. */
const snapped = (px: number): number => Math.round(px * window.devicePixelRatio) / window.devicePixelRatio

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
    pan: (at) => shift?.(snapped(at.dx), snapped(at.dy)),
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
