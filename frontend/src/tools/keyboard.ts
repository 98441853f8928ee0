/** Keys on a focused figure: arrows pan, plus and minus zoom, 0 or Home reset, Escape lets go. */
import type { Slot, ToolHost } from "./tool"
import { panner } from "./pan"
import { zoom_view } from "./zoom"

/** Part of the frame that one press moves; a tenth of it with shift. */
const STEP = 0.1
const ZOOM = 1.25

export interface KeyTarget extends ToolHost {
  /** Whether the figure has a tool of this kind, active or not: without a pan tool the arrows scroll the page. */
  has(kind: "PanTool" | "WheelZoomTool" | "ZoomInTool" | "BoxZoomTool" | "ResetTool" | Slot): boolean
  escape(): void
}

type Key = (target: KeyTarget, fine: boolean) => boolean

function arrow(x: number, y: number): Key {
  return (target, fine) => {
    if (!target.has("PanTool")) return false
    const { width, height } = target.surface.frame
    const part = fine ? STEP / 10 : STEP
    panner(target, x !== 0, y !== 0)(x * part * width, y * part * height)
    return true
  }
}

function magnify(ratio: number): Key {
  return (target) => {
    if (!target.has("WheelZoomTool") && !target.has("ZoomInTool") && !target.has("BoxZoomTool")) return false
    const { x, y, width, height } = target.surface.frame
    zoom_view(target, { ratio, sx: x + width / 2, sy: y + height / 2, x: true, y: true, maintain_focus: true })
    return true
  }
}

const reset: Key = (target) => {
  if (!target.has("ResetTool")) return false
  target.reset()
  return true
}

const escape: Key = (target) => {
  target.escape()
  return true
}

/** The data follows the arrow's opposite: right shows what lies to the right. */
const KEYS: Record<string, Key> = {
  ArrowLeft: arrow(1, 0), ArrowRight: arrow(-1, 0), ArrowUp: arrow(0, 1), ArrowDown: arrow(0, -1),
  "+": magnify(ZOOM), "=": magnify(ZOOM), "-": magnify(1 / ZOOM), "_": magnify(1 / ZOOM),
  "0": reset, Home: reset, Escape: escape,
}

export function handle_key(target: KeyTarget, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (KEYS[event.key]?.(target, event.shiftKey) === true) event.preventDefault()
}
