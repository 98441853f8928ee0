// Pixels in memory onto a canvas that may hold something already.
import type { Canvas2D } from "./types"

/** Pixels as ImageData holds them (colours not multiplied by alpha), line by line. */
export interface Pixels { readonly values: Int32Array; readonly stride: number }

/** A part of them, in pixels: right and bottom are not in it. */
export interface Part { left: number; top: number; right: number; bottom: number }

let canvas: OffscreenCanvas | null = null

/** A canvas of at least this size; what is on it does not matter. */
function canvas_of(width: number, height: number): OffscreenCanvas {
  canvas ??= new OffscreenCanvas(width, height)
  if (canvas.width < width) canvas.width = width
  if (canvas.height < height) canvas.height = height
  return canvas
}

/** Draws a part, its corner at device pixel (x, y). */
export function put_pixels(ctx: Canvas2D, { values, stride }: Pixels, { left, top, right, bottom }: Part, x: number, y: number): void {
  const [width, height] = [right - left, bottom - top]
  if (width <= 0 || height <= 0) return
  const lines = new Uint8ClampedArray(values.buffer as ArrayBuffer, top * stride * 4, height * stride * 4)
  const between = canvas_of(width, height)
  between.getContext("2d")!.putImageData(new ImageData(lines, stride), -left, 0, left, 0, width, height)
  ctx.save()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.drawImage(between, 0, 0, width, height, x, y, width, height)
  ctx.restore()
}
