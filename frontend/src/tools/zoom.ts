/** Zooming about a point, shared by wheel, pinch, buttons and keys. */
import type { PlotSurface } from "../layout/surface"
import type { ToolHost } from "./tool"
import { zoom, type Interval } from "./viewport"

export interface Zoom {
  ratio: number
  sx: number
  sy: number
  x: boolean
  y: boolean
  /** A bound met in one dimension stops both, so that the focus stays where it is. */
  maintain_focus?: boolean
}

type Ends = { start: unknown; end: unknown }

function near(ends: Ends, wanted: Interval | null): boolean {
  if (wanted === null) return true
  const slack = Math.abs(wanted[1] - wanted[0]) * 1e-9
  return Math.abs(Number(ends.start) - wanted[0]) <= slack && Math.abs(Number(ends.end) - wanted[1]) <= slack
}

function ranges(surface: PlotSurface): { x: Ends; y: Ends } {
  return { x: surface.model.x_range as unknown as Ends, y: surface.model.y_range as unknown as Ends }
}

export function zoom_view(host: ToolHost, { ratio, sx, sy, x, y, maintain_focus = false }: Zoom): void {
  const { surface } = host
  const next_x = x ? zoom(surface.x, surface.x.range[0], surface.x.range[1], ratio, sx) : null
  const next_y = y ? zoom(surface.y, surface.y.range[0], surface.y.range[1], ratio, sy) : null
  if ((next_x === null && next_y === null) || [...next_x ?? [], ...next_y ?? []].some((end) => !Number.isFinite(end))) return
  const before: [Interval, Interval] = [[...surface.x.domain], [...surface.y.domain]]
  host.set_ranges(next_x, next_y, "zoom")
  if (!maintain_focus || next_x === null || next_y === null) return
  const now = ranges(surface)
  if (!near(now.x, next_x) || !near(now.y, next_y)) host.set_ranges(before[0], before[1], "zoom")
}
