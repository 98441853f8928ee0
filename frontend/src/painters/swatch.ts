// Legend swatches.
import type { Box } from "../layout/surface"
import type { GlyphData } from "./data"
import { coded_at } from "./fields"
import type { Canvas2D } from "./types"
import { Pen, set_line, shape_looks, type LineLook, type Look } from "./visuals"

/** Runs `draw` and puts the canvas state back. */
export function with_look(ctx: Canvas2D, draw: () => void): void {
  ctx.save()
  draw()
  ctx.restore()
}

/** A filled and stroked rectangle a little smaller than the box, for bars, patches and the like. */
export function area_swatch(ctx: Canvas2D, data: GlyphData, box: Box, index: number): void {
  fill_swatch(ctx, coded_at(shape_looks(data), index), box)
}

/** The same of a look. */
export function fill_swatch(ctx: Canvas2D, look: Look, box: Box): void {
  with_look(ctx, () => {
    const pen = new Pen(ctx)
    if (!pen.take(look)) return
    ctx.beginPath()
    ctx.rect(box.x + box.width * 0.1, box.y + box.height * 0.1, box.width * 0.8, box.height * 0.8)
    pen.paint()
  })
}

/** A level line across the box. */
export function line_swatch(ctx: Canvas2D, look: LineLook | null, { x, y, width, height }: Box): void {
  if (look === null) return
  with_look(ctx, () => {
    set_line(ctx, look)
    ctx.beginPath()
    ctx.moveTo(x, y + height / 2)
    ctx.lineTo(x + width, y + height / 2)
    ctx.stroke()
  })
}
