// Areas whose rows are dense: painted as a picture of what they cover, pixel by pixel, in their colour.
import type { Box } from "../layout/surface"
import { Coverage } from "./coverage"
import type { StepMode } from "./stairs"
import type { Canvas2D } from "./types"
import type { FillLook } from "./visuals"

/** Used again from frame to frame. */
let canvas: OffscreenCanvas | null = null
let picture: ImageData | null = null

/** Paints what `feed` tells of; places and edges are in device pixels from `left` and `top` on, given in CSS pixels. */
export function paint_dense(
  ctx: Canvas2D, look: FillLook, { x, y, width, height }: Box, ratio: number, over_y: boolean, mode: StepMode | null,
  feed: (coverage: Coverage, left: number, top: number) => void,
): void {
  const [x0, y0] = [Math.floor(x * ratio), Math.floor(y * ratio)]
  const [columns, rows] = [Math.ceil((x + width) * ratio) - x0, Math.ceil((y + height) * ratio) - y0]
  const { data } = blank(columns, rows)
  const [along, across] = over_y ? [columns * 4, 4] : [4, columns * 4]
  const coverage = new Coverage(over_y ? rows : columns, over_y ? columns : rows, mode, (column, shares) => {
    for (let i = 0, at = column * along + 3; i < shares.length; i++, at += across) data[at] = shares[i] * 255 + 0.5
  })
  feed(coverage, x0 / ratio, y0 / ratio)
  coverage.end()
  ctx.globalAlpha = look.alpha
  ctx.drawImage(tinted(look.color!), x0 / ratio, y0 / ratio, columns / ratio, rows / ratio)
  ctx.globalAlpha = 1
}

function blank(width: number, height: number): ImageData {
  if (picture?.width === width && picture.height === height) picture.data.fill(0)
  else picture = new ImageData(width, height)
  return picture
}

/** The picture in a colour. */
function tinted(color: string): OffscreenCanvas {
  const { width, height } = picture!
  canvas ??= new OffscreenCanvas(width, height)
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const ctx = canvas.getContext("2d")!
  ctx.globalCompositeOperation = "copy"
  ctx.putImageData(picture!, 0, 0)
  ctx.globalCompositeOperation = "source-in"
  ctx.fillStyle = color
  ctx.fillRect(0, 0, width, height)
  return canvas
}
