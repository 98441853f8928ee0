/** The card that hover shows: beside a point of the figure, over everything else, flipped where the window ends. */
import type { PlotSurface } from "../layout/surface"
import { beside, lower, raise, window_size, type Side } from "./tip"

export type Attachment = "horizontal" | "vertical" | Side

const GAP = 12
/** The arrow keeps this far from the card's corners, px. */
const CORNER = 10

const PREFERRED: Record<Attachment, Side> = {
  horizontal: "right", vertical: "above", left: "left", right: "right", above: "above", below: "below",
}

/** How far along its edge the card's arrow sits, so that it points at the anchor. */
export function arrow_offset(anchor: number, start: number, length: number): number {
  return Math.max(CORNER, Math.min(anchor - start, length - CORNER))
}

export class TooltipCard {
  readonly el = document.createElement("div")
  private readonly off = new AbortController()

  constructor(private readonly surface: PlotSurface) {
    this.el.className = "ap-card"
    this.el.popover = "manual"
    this.el.setAttribute("aria-hidden", "true")
    surface.el.append(this.el)
    window.addEventListener("scroll", () => this.hide(), { capture: true, passive: true, signal: this.off.signal })
  }

  show(content: Node, at: { sx: number; sy: number }, attachment: Attachment, arrow: boolean): void {
    this.el.replaceChildren(content)
    this.el.classList.toggle("ap-arrow", arrow)
    raise(this.el)
    const host = this.surface.el.getBoundingClientRect()
    const anchor = new DOMRect(host.left + at.sx, host.top + at.sy, 0, 0)
    const box = this.el.getBoundingClientRect()
    const { x, y, side } = beside(anchor, box, PREFERRED[attachment], window_size(), GAP)
    const along = side === "left" || side === "right" ? arrow_offset(anchor.y, y, box.height) : arrow_offset(anchor.x, x, box.width)
    this.el.dataset.side = side
    this.el.style.setProperty("--ap-arrow-at", `${along}px`)
    this.el.style.translate = `${Math.round(x)}px ${Math.round(y)}px`
  }

  hide(): void {
    lower(this.el)
  }

  destroy(): void {
    this.off.abort()
    this.el.remove()
  }
}
