import type { WheelZoomTool } from "../generated/models"
import { dimensions_at, in_frame } from "./frame"
import type { Point, Wheel } from "./gestures"
import { along, by_dimensions, type ToolHost, type ToolRecord, type ToolView } from "./tool"
import { zoom_view } from "./zoom"

/** Part of what is left that one frame zooms: a notch of the wheel becomes a short glide, a touchpad stays direct. */
const GLIDE = 0.4
const DONE = 0.002
const MOST = 0.9

const still = (): boolean => globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false

class Glide {
  private left = 0
  private at: Point | null = null
  private frame = 0

  constructor(private readonly step: (ratio: number, at: Point) => void) {}

  push(log_ratio: number, at: Point): void {
    this.left += log_ratio
    this.at = at
    if (this.frame === 0) this.frame = requestAnimationFrame(this.tick)
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.left = 0
  }

  private readonly tick = (): void => {
    const part = Math.abs(this.left) < DONE * 5 || still() ? this.left : this.left * GLIDE
    this.left -= part
    if (this.at !== null) this.step(Math.exp(part), this.at)
    this.frame = Math.abs(this.left) < DONE ? 0 : requestAnimationFrame(this.tick)
  }
}

function wheel_view(tool: WheelZoomTool, host: ToolHost): ToolView {
  const wanted = (at: Point): { x: boolean; y: boolean } => {
    const { frame } = host.surface
    if (!tool.zoom_on_axis && !in_frame(frame, at.sx, at.sy)) return { x: false, y: false }
    return dimensions_at(frame, at.sx, at.sy, tool.dimensions)
  }
  const step = (ratio: number, at: Point): void =>
    zoom_view(host, { ratio, sx: at.sx, sy: at.sy, ...wanted(at), maintain_focus: tool.maintain_focus })
  const glide = new Glide(step)
  const takes = (at: Wheel): boolean => {
    const { x, y } = wanted(at)
    return x || y
  }
  return {
    takes_wheel: takes,
    wheel(at) {
      const share = Math.max(-MOST, Math.min(MOST, tool.speed * at.delta))
      if (takes(at)) glide.push(-Math.log(1 - share), at)
    },
    cancel: () => glide.stop(),
    destroy: () => glide.stop(),
  }
}

export const wheel_zoom_tool: ToolRecord<WheelZoomTool> = {
  slot: "scroll",
  icon: (tool) => by_dimensions("wheel_zoom", tool.dimensions),
  label: (tool) => `Wheel zoom${along(tool.dimensions)}`,
  create: wheel_view,
}
