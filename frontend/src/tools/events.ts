/** Events of a figure for the app's handlers and for scripts in the page. */
import type { Figure, ModelBase } from "../generated/models"
import type { PlotSurface } from "../layout/surface"
import type { Document } from "../store/document"
import type { Model } from "../store/model"
import { data_at } from "./frame"
import type { Drag, Pinch, Point, Wheel } from "./gestures"

/** Whether anybody, here or in Python, asked for this event of the model. */
export function is_wanted({ subscribed_events, js_event_callbacks }: ModelBase, name: string): boolean {
  return subscribed_events.has(name) || (js_event_callbacks[name]?.length ?? 0) > 0
}

/** Sends an event of a model to those who asked for it. */
export function tell(document: Document, model: ModelBase, name: string, values: Record<string, unknown> = {}): void {
  if (is_wanted(model, name)) document.send_event(name, model as unknown as Model, values)
}

function place(surface: PlotSurface, { sx, sy, modifiers }: Point): Record<string, unknown> {
  return { sx, sy, ...data_at(surface, sx, sy), modifiers: { ...modifiers } }
}

/** Sends the point events of a figure, and computes nothing for those that nobody wants. */
export class PointEvents {
  constructor(private readonly surface: PlotSurface) {}

  at(name: string, at: Point): void {
    if (is_wanted(this.surface.model, name)) this.send(name, place(this.surface, at))
  }

  pan(at: Drag): void {
    const { dx, dy } = at
    const direction = dx < 0 || (dx === 0 && dy < 0) ? -1 : 1
    if (is_wanted(this.surface.model, "pan")) {
      this.send("pan", { ...place(this.surface, at), delta_x: dx, delta_y: dy, direction })
    }
  }

  wheel(at: Wheel): void {
    if (is_wanted(this.surface.model, "wheel")) this.send("wheel", { ...place(this.surface, at), delta: at.delta })
  }

  pinch(at: Pinch): void {
    if (is_wanted(this.surface.model, "pinch")) this.send("pinch", { ...place(this.surface, at), scale: at.scale })
  }

  private send(name: string, values: Record<string, unknown>): void {
    tell(this.surface.document, this.surface.model, name, values)
  }
}

/** Tells of new ranges once per frame, however often they were set. */
export class RangeEvents {
  private frame = 0

  constructor(private readonly surface: PlotSurface) {}

  changed(): void {
    if (this.frame === 0 && is_wanted(this.surface.model, "rangesupdate")) this.frame = requestAnimationFrame(() => this.send())
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
  }

  private send(): void {
    this.frame = 0
    const { document, model } = this.surface
    const { x_range, y_range } = model as Figure & Record<"x_range" | "y_range", { start: unknown; end: unknown }>
    tell(document, model, "rangesupdate", { x0: x_range.start, x1: x_range.end, y0: y_range.start, y1: y_range.end })
  }
}
