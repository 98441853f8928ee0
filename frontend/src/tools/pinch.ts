/** Two fingers on a figure: their distance zooms, their middle drags the data along. */
import { dimensions_at } from "./frame"
import type { Pinch } from "./gestures"
import type { Dimensions, ToolHost } from "./tool"
import type { Interval, Mapping } from "./viewport"

export interface PinchMeans {
  zoom: Dimensions | null
  pan: Dimensions | null
}

interface Axis {
  scale: Mapping
  ends: readonly [number, number]
  focus: number
  zooms: boolean
  pans: boolean
}

/** Ends after the px that were under `focus` moved to `focus + shift` and grew by `ratio`. */
function ends_after({ scale, ends, focus, zooms, pans }: Axis, ratio: number, shift: number): Interval | null {
  if (!zooms && !pans) return null
  const [r, d] = [zooms ? ratio : 1, pans ? shift : 0]
  const back = (px: number): number => scale.to_data(focus + (px - focus - d) / r)
  return [back(ends[0]), back(ends[1])]
}

/** Answers the reports of one pinch, always from the view it began with. */
export function pinch_handler(host: ToolHost, start: Pinch, means: PinchMeans): (at: Pinch) => void {
  const { surface } = host
  const may = (wanted: Dimensions | null): { x: boolean; y: boolean } =>
    wanted === null ? { x: false, y: false } : dimensions_at(surface.frame, start.sx, start.sy, wanted)
  const [zooms, pans] = [may(means.zoom), may(means.pan)]
  const x: Axis = { scale: surface.x, ends: surface.x.range, focus: start.sx, zooms: zooms.x, pans: pans.x }
  const y: Axis = { scale: surface.y, ends: surface.y.range, focus: start.sy, zooms: zooms.y, pans: pans.y }
  let [ratio, dx, dy] = [1, 0, 0]
  return (at) => {
    ratio *= at.scale
    dx += at.step_x
    dy += at.step_y
    const [next_x, next_y] = [ends_after(x, ratio, dx), ends_after(y, ratio, dy)]
    if (next_x !== null || next_y !== null) host.set_ranges(next_x, next_y, means.zoom === null ? "pan" : "zoom")
  }
}
