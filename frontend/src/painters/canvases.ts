// The canvases of one figure, stacked: base (grid, axes), data, front (legend, annotations), overlay (pointer).
import type { Canvas2D } from "./types"

export type CanvasName = "base" | "data" | "front" | "overlay"
export const CANVASES: readonly CanvasName[] = ["base", "data", "front", "overlay"]

/** One canvas whose units are CSS pixels, whatever the screen's density. */
export class Canvas {
  readonly el = document.createElement("canvas")
  readonly ctx = this.el.getContext("2d")!
  private painted = false

  constructor(name: CanvasName) {
    this.el.className = `ap-canvas ap-canvas-${name}`
    this.el.setAttribute("aria-hidden", "true")
    this.el.hidden = true
  }

  /** Sets the size in CSS pixels; the picture is lost if that changes anything. */
  resize(width: number, height: number, ratio: number): boolean {
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (this.el.width === w && this.el.height === h) return false
    this.el.width = w
    this.el.height = h
    this.el.style.width = `${width}px`
    this.el.style.height = `${height}px`
    this.painted = false
    this.el.hidden = true
    return true
  }

  /** Clears and draws anew; an empty canvas costs nothing, not even a layer of the page. */
  paint(ratio: number, draw: ((ctx: Canvas2D) => void) | null): void {
    const { ctx, el } = this
    if (this.painted) {
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.clearRect(0, 0, el.width, el.height)
    }
    if (this.painted !== (draw !== null)) el.hidden = draw === null
    this.painted = draw !== null
    if (draw === null) return
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.save()
    draw(ctx)
    ctx.restore()
  }
}

/** Runs `draw` with everything outside the box left untouched. */
export function clipped(ctx: Canvas2D, box: { x: number; y: number; width: number; height: number }, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.clip()
  draw()
  ctx.restore()
}
