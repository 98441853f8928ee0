/** The short contract of a tool: one record each (see table.ts), and a view while it is alive on a figure. */
import type { ModelBase, Tool } from "../generated/models"
import type { PlotSurface } from "../layout/surface"
import type { Drag, Point, Wheel } from "./gestures"
import type { IconName } from "./icons"
import type { Interval } from "./viewport"

/** Which of the toolbar's `active_*` settings decides about a tool; of each slot but `inspect` one tool is active at most. */
export type Slot = "drag" | "scroll" | "tap" | "inspect" | "action"

/** What tools share on one figure. */
export interface ToolHost {
  readonly surface: PlotSurface
  /** Changes the view and tells the app (`rangesupdate`). */
  set_ranges(x: Interval | null, y: Interval | null, from: "pan" | "zoom"): void
  reset(): void
  /** Tells the app's handlers of an event of this figure. */
  emit(name: string, values: Record<string, unknown>): void
  /** Runs a callback model that a tool carries. */
  execute(callback: ModelBase, origin: ModelBase, data: Record<string, unknown>): void
  /** Where the pointer is, null when it is elsewhere. */
  readonly pointer: Point | null
}

/** What a tool does with each gesture. Only active tools are asked; `run` answers a press of an action's button. */
export interface ToolView {
  pan_start?(at: Drag): void
  pan?(at: Drag): void
  pan_end?(at: Drag): void
  wheel?(at: Wheel): void
  takes_wheel?(at: Wheel): boolean
  tap?(at: Point): void
  doubletap?(at: Point): void
  move?(at: Point): void
  leave?(): void
  /** Data or ranges changed under a resting pointer. */
  refresh?(): void
  run?(): void
  /** Escape was pressed, the tool was put away, or the gesture was broken off. */
  cancel?(): void
  destroy?(): void
}

export interface ToolRecord<T extends Tool> {
  readonly slot: Slot
  icon(tool: T): IconName
  label(tool: T): string
  create(tool: T, host: ToolHost): ToolView
}

export type Dimensions = "width" | "height" | "both"

/** "pan", "xpan" or "ypan", and so on for every tool that has dimensions. */
export function by_dimensions<N extends string>(name: N, dimensions: Dimensions | "auto"): N | `x${N}` | `y${N}` {
  if (dimensions === "width") return `x${name}`
  return dimensions === "height" ? `y${name}` : name
}

export const along = (dimensions: Dimensions | "auto"): string =>
  dimensions === "width" ? " along x" : dimensions === "height" ? " along y" : ""
