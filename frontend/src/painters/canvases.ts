// The canvases of one figure, stacked: base (grid, axes), data, front (legend, annotations), overlay (pointer).
import type { Box } from "../layout/surface"
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

  get is_empty(): boolean {
    return !this.painted
  }

  /** Moves what is in the box by device pixels; nothing leaves the box, and what nothing is moved to stays. */
  move(box: Box, ratio: number, dx: number, dy: number): void {
    const { ctx, el } = this
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    clipped(ctx, box, () => {
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.globalCompositeOperation = "copy"
      ctx.drawImage(el, dx, dy)
    })
  }

  /** Clears and draws a part anew: the whole pixels that the box touches. */
  paint_part(box: Box, ratio: number, draw: (ctx: Canvas2D) => void): void {
    const { ctx } = this
    const [left, top] = [Math.floor(box.x * ratio), Math.floor(box.y * ratio)]
    const [right, bottom] = [Math.ceil((box.x + box.width) * ratio), Math.ceil((box.y + box.height) * ratio)]
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    clipped(ctx, { x: left, y: top, width: right - left, height: bottom - top }, () => {
      ctx.clearRect(left, top, right - left, bottom - top)
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      draw(ctx)
    })
  }
}

/** Runs `draw` with everything outside the box left untouched. */
export function clipped(ctx: Canvas2D, box: Box, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.clip()
  draw()
  ctx.restore()
}
