/** The rectangle that follows a drag, in the page's accent colour. */
import type { PlotSurface } from "../layout/surface"
import type { Rect } from "./viewport"

const FILL_SHARE = 0.14
const LINE_SHARE = 0.9

/** A custom property of the page as the canvas takes it. */
export function token(el: Element, name: string, otherwise: string): string {
  return getComputedStyle(el).getPropertyValue(name).trim() || otherwise
}

/** A line one pixel wide is crisp when it runs through the middle of a pixel. */
const crisp = (px: number): number => Math.round(px) + 0.5

function draw_box(ctx: CanvasRenderingContext2D, { x0, y0, x1, y1 }: Rect, color: string): void {
  const [x, y] = [crisp(x0), crisp(y0)]
  const [width, height] = [crisp(x1) - x, crisp(y1) - y]
  ctx.save()
  ctx.fillStyle = ctx.strokeStyle = color
  ctx.globalAlpha = FILL_SHARE
  ctx.fillRect(x, y, width, height)
  ctx.globalAlpha = LINE_SHARE
  ctx.lineWidth = 1
  ctx.strokeRect(x, y, width, height)
  ctx.restore()
}

export class BoxOverlay {
  private rect: Rect | null = null
  private off: (() => void) | null = null

  constructor(private readonly surface: PlotSurface) {}

  show(rect: Rect): void {
    this.rect = rect
    this.off ??= this.begin()
    this.surface.repaint("overlay")
  }

  hide(): void {
    if (this.off === null) return
    this.off()
    this.off = this.rect = null
    this.surface.repaint("overlay")
  }

  private begin(): () => void {
    const color = token(this.surface.el, "--ap-accent", "#2b66d9")
    return this.surface.add_overlay((ctx) => {
      if (this.rect !== null) draw_box(ctx, this.rect, color)
    })
  }
}
