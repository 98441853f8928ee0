/** Pointer events as a browser would send them, for elements without a layout. */
export interface Held { x: number; y: number; id?: number; type?: string; shift?: boolean; ctrl?: boolean; time?: number }

export function fire(el: HTMLElement, name: string, { x, y, id = 1, type = "mouse", shift = false, ctrl = false }: Held): void {
  el.dispatchEvent(new PointerEvent(name, {
    clientX: x, clientY: y, pointerId: id, pointerType: type, button: 0, shiftKey: shift, ctrlKey: ctrl, bubbles: true, cancelable: true,
  }))
}

/** Presses, moves in steps and lets go. */
export function drag(el: HTMLElement, from: [number, number], to: [number, number], keys: Partial<Held> = {}): void {
  fire(el, "pointerdown", { x: from[0], y: from[1], ...keys })
  for (const part of [0.25, 0.5, 1]) {
    fire(el, "pointermove", { x: from[0] + part * (to[0] - from[0]), y: from[1] + part * (to[1] - from[1]), ...keys })
  }
  fire(el, "pointerup", { x: to[0], y: to[1], ...keys })
}

export function tap(el: HTMLElement, x: number, y: number, keys: Partial<Held> = {}): void {
  fire(el, "pointerdown", { x, y, ...keys })
  fire(el, "pointerup", { x, y, ...keys })
}

/** Turns the wheel; false when the page must not scroll. */
export function turn(el: HTMLElement, x: number, y: number, deltaY: number): boolean {
  const event = new WheelEvent("wheel", { deltaY, cancelable: true, bubbles: true })
  Object.defineProperties(event, { clientX: { value: x }, clientY: { value: y } })
  return el.dispatchEvent(event)
}

export function prepare(el: HTMLElement): void {
  el.setPointerCapture = () => undefined
  document.body.append(el)
}
