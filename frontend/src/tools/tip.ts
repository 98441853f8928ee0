/** A short name beside a button, shown on hover and on keyboard focus. Decorative: the button has its own accessible name. */

export type Side = "left" | "right" | "above" | "below"

const WAIT_MS = 350
const GAP = 8
const EDGE = 4

interface Size { width: number; height: number }

/** Top left corner of something of this size beside `target`, flipped and shifted into the window. */
export function beside(target: DOMRect, { width, height }: Size, side: Side, room: Size, gap = GAP): { x: number; y: number; side: Side } {
  const fits: Record<Side, boolean> = {
    left: target.left - gap - width >= EDGE,
    right: target.right + gap + width <= room.width - EDGE,
    above: target.top - gap - height >= EDGE,
    below: target.bottom + gap + height <= room.height - EDGE,
  }
  const opposite: Record<Side, Side> = { left: "right", right: "left", above: "below", below: "above" }
  const at = fits[side] || !fits[opposite[side]] ? side : opposite[side]
  const keep = (value: number, size: number, most: number): number => Math.max(EDGE, Math.min(value, most - EDGE - size))
  const middle_x = keep(target.left + target.width / 2 - width / 2, width, room.width)
  const middle_y = keep(target.top + target.height / 2 - height / 2, height, room.height)
  switch (at) {
    case "left": return { x: target.left - gap - width, y: middle_y, side: at }
    case "right": return { x: target.right + gap, y: middle_y, side: at }
    case "above": return { x: middle_x, y: target.top - gap - height, side: at }
    case "below": return { x: middle_x, y: target.bottom + gap, side: at }
  }
}

/** Puts an element over everything else, where the browser has a top layer. */
export function raise(el: HTMLElement): void {
  el.popover ??= "manual"
  if (typeof el.showPopover === "function" && !el.matches(":popover-open")) el.showPopover()
  el.classList.add("ap-open")
}

export function lower(el: HTMLElement): void {
  if (typeof el.hidePopover === "function" && el.matches(":popover-open")) el.hidePopover()
  el.classList.remove("ap-open")
}

export const window_size = (): Size => ({ width: document.documentElement.clientWidth, height: window.innerHeight })

export class Tips {
  readonly el = document.createElement("div")
  private readonly texts = new WeakMap<HTMLElement, string | (() => string)>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement, public side: Side) {
    this.el.className = "ap-tip"
    this.el.popover = "manual"
    this.el.setAttribute("aria-hidden", "true")
    host.append(this.el)
  }

  /** `text` may be a function where it changes. */
  attach(button: HTMLElement, text: string | (() => string)): void {
    this.texts.set(button, text)
    button.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") this.show_after(button, WAIT_MS)
    })
    button.addEventListener("focus", () => { if (button.matches(":focus-visible")) this.show_after(button, 0) })
    for (const name of ["pointerleave", "pointerdown", "blur"]) button.addEventListener(name, () => this.hide())
  }

  hide(): void {
    clearTimeout(this.timer)
    lower(this.el)
  }

  show(button: HTMLElement): void {
    const text = this.texts.get(button) ?? ""
    this.el.textContent = typeof text === "string" ? text : text()
    raise(this.el)
    const { x, y } = beside(button.getBoundingClientRect(), this.el.getBoundingClientRect(), this.side, window_size())
    this.el.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
  }

  private show_after(button: HTMLElement, wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.show(button), wait)
  }
}
