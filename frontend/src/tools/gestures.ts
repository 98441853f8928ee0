/** Turns the pointer, touch and wheel events of one element into named gestures. Positions are CSS px in that element. */

export interface Modifiers {
  shift: boolean
  ctrl: boolean
  alt: boolean
}

export interface Point {
  sx: number
  sy: number
  modifiers: Modifiers
  touch: boolean
}

/** A drag in progress: where it began, how far it is from there, and the step since the last report. */
export interface Drag extends Point {
  x0: number
  y0: number
  dx: number
  dy: number
  step_x: number
  step_y: number
}

/** Two fingers: their middle, the shift of it and the ratio of their distance since the last report. */
export interface Pinch extends Point {
  scale: number
  step_x: number
  step_y: number
}

export interface Wheel extends Point {
  delta: number
}

export interface GestureSink {
  enter(at: Point): void
  move(at: Point): void
  leave(at: Point): void
  tap(at: Point): void
  doubletap(at: Point): void
  press(at: Point): void
  pressup(at: Point): void
  pan_start(at: Drag): void
  pan(at: Drag): void
  pan_end(at: Drag): void
  /** The browser took the drag away, for example to scroll the page. */
  pan_cancel(): void
  pinch_start(at: Pinch): void
  pinch(at: Pinch): void
  pinch_end(at: Pinch): void
  wheel(at: Wheel): void
  /** Whether a wheel turn here belongs to a tool; when not, the page scrolls. */
  takes_wheel(at: Wheel): boolean
}

const MOUSE_SLOP = 3
const TOUCH_SLOP = 8
const PRESS_MS = 500
const DOUBLE_MS = 350
const DOUBLE_SLOP = 24
const LINE_PX = 16
const PAGE_PX = 400

interface Held {
  x: number
  y: number
}

/** px of one wheel event, up positive, whatever unit the device reports. */
export function wheel_px(event: Pick<WheelEvent, "deltaX" | "deltaY" | "deltaMode">): number {
  const raw = event.deltaY !== 0 ? event.deltaY : event.deltaX
  return -raw * (event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? PAGE_PX : 1)
}

export class Gestures {
  private readonly held = new Map<number, Held>()
  private readonly off = new AbortController()
  private state: "idle" | "down" | "press" | "pan" | "pinch" = "idle"
  private origin: Held = { x: 0, y: 0 }
  private last: Held = { x: 0, y: 0 }
  private spread = 1
  private press_timer: ReturnType<typeof setTimeout> | undefined
  private last_tap = { time: -Infinity, x: 0, y: 0 }
  private wheel_off: AbortController | undefined

  constructor(private readonly el: HTMLElement, private readonly sink: GestureSink,
              private readonly ignore: (target: EventTarget | null) => boolean = () => false) {
    const listen = <K extends keyof HTMLElementEventMap>(name: K, fn: (event: HTMLElementEventMap[K]) => void): void =>
      el.addEventListener(name, fn, { signal: this.off.signal })
    listen("pointerenter", (event) => { if (event.pointerType !== "touch") sink.enter(this.point(event)) })
    listen("pointerleave", (event) => { if (event.pointerType !== "touch" && this.state === "idle") sink.leave(this.point(event)) })
    listen("pointerdown", (event) => this.down(event))
    listen("pointermove", (event) => this.move(event))
    listen("pointerup", (event) => this.up(event, true))
    listen("pointercancel", (event) => this.up(event, false))
  }

  /** Listens to the wheel only where somebody may want it, so that a page over quiet figures scrolls on the fast path. */
  listen_wheel(on: boolean): void {
    if (on === (this.wheel_off !== undefined)) return
    this.wheel_off?.abort()
    this.wheel_off = undefined
    if (!on) return
    this.wheel_off = new AbortController()
    this.el.addEventListener("wheel", (event) => this.wheel(event), { passive: false, signal: this.wheel_off.signal })
  }

  destroy(): void {
    clearTimeout(this.press_timer)
    this.off.abort()
    this.wheel_off?.abort()
  }

  private point(event: MouseEvent): Point {
    const box = this.el.getBoundingClientRect()
    return {
      sx: event.clientX - box.left,
      sy: event.clientY - box.top,
      modifiers: { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey },
      touch: (event as PointerEvent).pointerType === "touch",
    }
  }

  private drag(at: Point): Drag {
    const { origin, last } = this
    return {
      ...at, x0: origin.x, y0: origin.y, dx: at.sx - origin.x, dy: at.sy - origin.y, step_x: at.sx - last.x, step_y: at.sy - last.y,
    }
  }

  private wheel(event: WheelEvent): void {
    const at = { ...this.point(event), delta: wheel_px(event) }
    if (this.sink.takes_wheel(at)) event.preventDefault()
    this.sink.wheel(at)
  }

  private down(event: PointerEvent): void {
    if (this.ignore(event.target) || (event.pointerType === "mouse" && event.button !== 0)) return
    const at = this.point(event)
    this.held.set(event.pointerId, { x: at.sx, y: at.sy })
    if (this.held.size === 2) {
      this.begin_pinch(at)
    } else if (this.held.size === 1) {
      this.state = "down"
      this.origin = this.last = { x: at.sx, y: at.sy }
      this.press_timer = setTimeout(() => this.press(at), PRESS_MS)
    }
  }

  private press(at: Point): void {
    if (this.state !== "down") return
    this.state = "press"
    this.sink.press(at)
  }

  private move(event: PointerEvent): void {
    const at = this.point(event)
    const held = this.held.get(event.pointerId)
    if (held === undefined) {
      if (this.state === "idle" && !at.touch) this.sink.move(at)
      return
    }
    held.x = at.sx
    held.y = at.sy
    if (this.state === "pinch") this.move_pinch(at)
    else if (this.state === "pan") this.report_pan(at)
    else if (this.state === "down" || this.state === "press") this.maybe_pan(event, at)
  }

  private maybe_pan(event: PointerEvent, at: Point): void {
    const far = Math.hypot(at.sx - this.origin.x, at.sy - this.origin.y)
    if (far < (at.touch ? TOUCH_SLOP : MOUSE_SLOP)) return
    clearTimeout(this.press_timer)
    this.state = "pan"
    this.el.setPointerCapture(event.pointerId)
    this.sink.pan_start(this.drag({ ...at, sx: this.origin.x, sy: this.origin.y }))
    this.report_pan(at)
  }

  private report_pan(at: Point): void {
    this.sink.pan(this.drag(at))
    this.last = { x: at.sx, y: at.sy }
  }

  private up(event: PointerEvent, done: boolean): void {
    if (!this.held.delete(event.pointerId)) return
    clearTimeout(this.press_timer)
    const at = this.point(event)
    const state = this.state
    if (state === "pinch") {
      if (this.held.size === 1) this.sink.pinch_end(this.still(at))
      if (this.held.size === 0) this.state = "idle"
      return
    }
    this.state = "idle"
    if (state === "pan" && done) this.sink.pan_end(this.drag(at))
    else if (state === "pan") this.sink.pan_cancel()
    else if (state === "press") this.sink.pressup(at)
    else if (state === "down" && done) this.tapped(event, at)
  }

  private tapped(event: PointerEvent, at: Point): void {
    const { time, x, y } = this.last_tap
    const again = event.timeStamp - time < DOUBLE_MS && Math.hypot(at.sx - x, at.sy - y) < DOUBLE_SLOP
    this.last_tap = again ? { time: -Infinity, x: 0, y: 0 } : { time: event.timeStamp, x: at.sx, y: at.sy }
    this.sink.tap(at)
    if (again) this.sink.doubletap(at)
  }

  private fingers(): { x: number; y: number; spread: number } {
    const [a, b] = [...this.held.values()]
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) }
  }

  private begin_pinch(at: Point): void {
    clearTimeout(this.press_timer)
    if (this.state === "pan") this.sink.pan_end(this.drag({ ...at, sx: this.last.x, sy: this.last.y }))
    this.state = "pinch"
    const { x, y, spread } = this.fingers()
    this.last = { x, y }
    this.spread = spread
    this.sink.pinch_start(this.still(at))
  }

  private move_pinch(at: Point): void {
    if (this.held.size < 2) return
    const { x, y, spread } = this.fingers()
    const report = { ...at, sx: x, sy: y, scale: spread / this.spread, step_x: x - this.last.x, step_y: y - this.last.y }
    this.last = { x, y }
    this.spread = spread
    this.sink.pinch(report)
  }

  private still(at: Point): Pinch {
    return { ...at, sx: this.last.x, sy: this.last.y, scale: 1, step_x: 0, step_y: 0 }
  }
}
