// A picture that marks are stamped on, pixel by pixel: far cheaper than paths once there are thousands of them.
//
// The uppermost mark comes first, and each further one goes under what is there. So a pixel is done once it is opaque,
// and a mark that would touch done pixels only is left out: a dense cloud costs what can be seen of it.
import { rgba } from "./color"
import { Hidden } from "./hidden"
import type { Mask } from "./masks"
import { put_pixels, type Part } from "./put_pixels"
import type { Canvas2D } from "./types"

/** Premultiplied colours, 0 for none. A mark in one colour has it as its fill. */
export interface Ink { readonly fill: number; readonly line: number }

/** Colours multiplied by their alpha, alpha in the highest byte, as a signed integer (which engines keep unboxed). */
export function premultiplied(css: string, alpha: number): number {
  const [r, g, b, a] = rgba(css)
  const opacity = (a / 255) * Math.min(Math.max(alpha, 0), 1)
  const part = (channel: number): number => Math.round(channel * opacity)
  return ((Math.round(255 * opacity) << 24) | (part(b) << 16) | (part(g) << 8) | part(r)) | 0
}

/**
 * The sheet is wider than what is shown of it by a margin on each side, in which marks beyond the edges may lie:
 *
 *     (0, 0) of the picture is pixel margin * stride + margin; a line is a multiple of 32 pixels
 */
export abstract class Sheet {
  stride = 0
  margin = 0
  size = 0
  protected readonly hidden = new Hidden()
  private width = 0
  private height = 0

  /** An empty sheet for a picture of this size, and for marks that go at most `reach` pixels from the one of their centre. */
  begin(width: number, height: number, reach: number): void {
    this.width = width
    this.height = height
    this.margin = 2 * reach
    this.stride = (width + 2 * this.margin + 31) & ~31
    this.size = this.stride * (height + 2 * this.margin)
    this.hidden.begin(this.stride, this.size)
    this.clear(this.size)
  }

  /** Not 0 at pixels that marks may have their centres in without showing. Changes with `look`. */
  get hides(): Uint8Array {
    return this.hidden.places
  }

  /** Paints a mark whose centre lies in pixel `at`, under what is there. */
  abstract stamp(mask: Mask, at: number, ink: Ink): void

  /** Looks what is hidden, now and then; `marks` were stamped since the last call. */
  look(marks: number): void {
    if (this.hidden.is_time(marks)) this.look_now()
  }

  protected look_now(): void {
    this.mark_done(this.hidden.places)
    this.hidden.look(this.size)
  }

  /** Puts a part of the picture on a canvas, the picture's corner at device pixel (x, y). */
  end(ctx: Canvas2D, x: number, y: number, part: Part): void {
    const { margin, stride } = this
    const [left, top] = [Math.max(part.left, 0), Math.max(part.top, 0)]
    const [right, bottom] = [Math.min(part.right, this.width), Math.min(part.bottom, this.height)]
    const values = this.picture((margin + top) * stride, (margin + bottom) * stride)
    const inside = { left: margin + left, top: margin + top, right: margin + right, bottom: margin + bottom }
    put_pixels(ctx, { values, stride }, inside, x + left, y + top)
  }

  /** Forgets what was painted on the first `size` pixels. */
  protected abstract clear(size: number): void

  /** Writes 1 for each pixel that is done, and 0 for others. */
  protected abstract mark_done(done: Uint8Array): void

  /** All pixels as ImageData holds them (colours not multiplied by alpha), right from `from` to `to` at least. */
  protected abstract picture(from: number, to: number): Int32Array
}
