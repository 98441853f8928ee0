// Blocks of text on a canvas, and the measuring of them.
import { css_font, RAISED_SIZE, type Measure, type TextBlock } from "../layout/text"
import type { TextLook } from "./guide_looks"
import type { Canvas2D } from "./types"

/** Baseline below the middle of a line, and rise of a superscript, in font sizes. */
const MIDDLE = 0.35
const RISE = 0.36
const MOST_REMEMBERED = 4000

let scratch: CanvasRenderingContext2D | null = null
const widths = new Map<string, number>()

/** Width of a line of text; remembered, since axes measure the same labels over and over. */
export const measure: Measure = (text, font) => {
  const key = `${font}|${text}`
  let width = widths.get(key)
  if (width === undefined) {
    scratch ??= document.createElement("canvas").getContext("2d")!
    scratch.font = font
    width = scratch.measureText(text).width
    if (widths.size > MOST_REMEMBERED) widths.clear()
    widths.set(key, width)
  }
  return width
}

/** Forgets widths; called once web fonts have arrived. */
export const forget_widths = (): void => widths.clear()

/** The nearest position whose strokes of `width` cover whole device pixels. */
export function snapped(value: number, width: number, ratio: number): number {
  const thick = Math.max(1, Math.round(width * ratio))
  return (Math.round(value * ratio - thick / 2) + thick / 2) / ratio
}

function indent(block: TextBlock, width: number, align: TextLook["align"]): number {
  return align === "left" ? 0 : align === "right" ? block.width - width : (block.width - width) / 2
}

function paint_run(ctx: Canvas2D, text: string, x: number, y: number, outline: TextLook["outline"]): void {
  if (outline !== null) {
    ctx.strokeStyle = outline.color
    ctx.lineWidth = outline.width * 2
    ctx.lineJoin = "round"
    ctx.strokeText(text, x, y)
  }
  ctx.fillText(text, x, y)
}

/** `ratio`: device pixels that baselines lie on; null where they may lie anywhere. */
function paint_lines(ctx: Canvas2D, block: TextBlock, look: TextLook, left: number, top: number, ratio: number | null): void {
  const { size, line_height } = block.style
  block.lines.forEach((line, i) => {
    const middle = top + (i + 0.5) * size * line_height + MIDDLE * size
    const y = ratio === null ? middle : Math.round(middle * ratio) / ratio
    for (const run of line.runs) {
      ctx.font = css_font(block.style, run.raised ? RAISED_SIZE : 1)
      paint_run(ctx, run.text, left + indent(block, line.width, look.align) + run.x, run.raised ? y - RISE * size : y, look.outline)
    }
  })
}

/** A block of text around its middle, turned anticlockwise by `angle`. */
export interface BlockPlace { readonly block: TextBlock; readonly x: number; readonly y: number; readonly angle: number }

/** Draws blocks of one look. */
export function draw_blocks(ctx: Canvas2D, places: readonly BlockPlace[], look: TextLook): void {
  if (look.color === null || places.length === 0) return
  ctx.save()
  ctx.fillStyle = look.color
  ctx.globalAlpha = look.alpha
  ctx.textAlign = "left"
  ctx.textBaseline = "alphabetic"
  const { b, d } = ctx.getTransform()
  const ratio = b === 0 ? d || 1 : null
  for (const { block, x, y, angle } of places) {
    if (angle === 0) {
      paint_lines(ctx, block, look, x - block.width / 2, y - block.height / 2, ratio)
      continue
    }
    ctx.save()
    ctx.translate(x, y)
    ctx.rotate(-angle)
    paint_lines(ctx, block, look, -block.width / 2, -block.height / 2, null)
    ctx.restore()
  }
  ctx.restore()
}

export const draw_block = (ctx: Canvas2D, block: TextBlock, look: TextLook, x: number, y: number, angle = 0): void =>
  draw_blocks(ctx, [{ block, x, y, angle }], look)
