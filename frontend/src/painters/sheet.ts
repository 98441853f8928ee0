// A picture that marks are stamped on, pixel by pixel: far cheaper than paths once there are thousands of them.
import { rgba } from "./color"
import type { Mask } from "./masks"
import type { Canvas2D } from "./types"

const EVEN = 0x00ff00ff
const ODD = 0xff00ff00 | 0

/** Colours multiplied by their alpha, alpha in the highest byte, as a signed integer (which engines keep unboxed). */
export function premultiplied(css: string, alpha: number): number {
  const [r, g, b, a] = rgba(css)
  const opacity = (a / 255) * Math.min(Math.max(alpha, 0), 1)
  const part = (channel: number): number => Math.round(channel * opacity)
  return ((Math.round(255 * opacity) << 24) | (part(b) << 16) | (part(g) << 8) | part(r)) | 0
}

/** All four channels times `part` / 256. */
function scaled(color: number, part: number): number {
  const even = (Math.imul(color & EVEN, part) >>> 8) & EVEN
  return even | (Math.imul((color >>> 8) & EVEN, part) & ODD)
}

const over = (upper: number, lower: number): number => (upper + scaled(lower, 256 - (upper >>> 24))) | 0
/** 0 to 255 as 0 to 256. */
const part_of = (coverage: number): number => coverage + (coverage >>> 7)

export class Sheet {
  private width = 0
  private height = 0
  private pixels = new Int32Array()
  private canvas: OffscreenCanvas | null = null

  /** An empty sheet of this size. */
  begin(width: number, height: number): void {
    this.width = width
    this.height = height
    if (this.pixels.length < width * height) this.pixels = new Int32Array(width * height)
    else this.pixels.fill(0, 0, width * height)
  }

  /** Paints a mark whose centre lies in pixel (x, y); colours are premultiplied, 0 for none. */
  stamp(mask: Mask, x: number, y: number, fill: number, line: number): void {
    const left = x + mask.left
    const top = y + mask.top
    const from_x = Math.max(-left, 0)
    const to_x = Math.min(this.width - left, mask.width)
    const to_y = Math.min(this.height - top, mask.height)
    for (let row = Math.max(-top, 0); row < to_y; row++) {
      const source = row * mask.width
      const target = (top + row) * this.width + left
      if (line === 0) this.fill_row(mask.fill, source, target, from_x, to_x, fill)
      else this.row(mask, source, target, from_x, to_x, fill, line)
    }
  }

  private fill_row(covered: Uint8Array, source: number, target: number, from: number, to: number, fill: number): void {
    const { pixels } = this
    const solid = fill >>> 24 === 255
    for (let k = from; k < to; k++) {
      const coverage = covered[source + k]
      if (coverage === 0) continue
      if (coverage === 255 && solid) pixels[target + k] = fill
      else pixels[target + k] = over(coverage === 255 ? fill : scaled(fill, part_of(coverage)), pixels[target + k])
    }
  }

  private row(mask: Mask, source: number, target: number, from: number, to: number, fill: number, line: number): void {
    const { pixels } = this
    for (let k = from; k < to; k++) {
      const filled = mask.fill[source + k]
      const lined = mask.line[source + k]
      if (filled === 0 && lined === 0) continue
      let color = filled === 0 ? 0 : scaled(fill, part_of(filled))
      if (lined > 0) color = over(scaled(line, part_of(lined)), color)
      pixels[target + k] = color >>> 24 === 255 ? color : over(color, pixels[target + k])
    }
  }

  /** Puts the sheet on a canvas, its corner at device pixel (x, y). */
  end(ctx: Canvas2D, x: number, y: number): void {
    const { width, height } = this
    this.canvas ??= new OffscreenCanvas(1, 1)
    if (this.canvas.width !== width) this.canvas.width = width
    if (this.canvas.height !== height) this.canvas.height = height
    const image = new ImageData(this.straight(), width, height)
    this.canvas.getContext("2d")!.putImageData(image, 0, 0)
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.drawImage(this.canvas, x, y)
    ctx.restore()
  }

  /** The pixels as ImageData holds them: colours not multiplied by alpha. Done in place. */
  private straight(): Uint8ClampedArray<ArrayBuffer> {
    const { pixels } = this
    const count = this.width * this.height
    for (let i = 0; i < count; i++) {
      const color = pixels[i]
      const alpha = color >>> 24
      if (alpha === 0 || alpha === 255) continue
      const factor = 255 / alpha
      const channel = (shift: number): number => Math.min(Math.round(((color >>> shift) & 255) * factor), 255) << shift
      pixels[i] = (color & 0xff000000) | channel(16) | channel(8) | channel(0)
    }
    return new Uint8ClampedArray(pixels.buffer, 0, count * 4)
  }
}
