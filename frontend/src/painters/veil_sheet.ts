// A sheet for marks of one colour: all that counts is how much still shows through, whatever their order.
import type { Mask } from "./masks"
import { Sheet, type Ink } from "./sheet"

/** What shines through less than that is not seen. */
const DONE = 1 / 512

export class VeilSheet extends Sheet {
  /** The part of the light that comes through, 0 to 1. */
  private through = new Float32Array()
  private pixels = new Int32Array()
  private color = 0

  /** The colour of all marks, red in the lowest byte, without alpha. */
  set_color(color: number): void {
    this.color = color
  }

  protected clear(size: number): void {
    if (this.through.length < size) {
      this.through = new Float32Array(size)
      this.pixels = new Int32Array(size)
    }
    this.through.fill(1, 0, size)
  }

  stamp(mask: Mask, at: number, { fill }: Ink): void {
    this.hidden.widen(mask.reach)
    const { through, stride } = this
    const { width } = mask
    const veil = veil_of(mask, fill >>> 24)
    let target = at + mask.top * stride + mask.left
    for (let source = 0; source < veil.length; target += stride - width) {
      for (const end = source + width; source < end; source++, target++) through[target] *= veil[source]
    }
  }

  /** Paints pixels solid, given by bits; `reach` is how far marks go from here on. */
  fill(bits: Int32Array, reach: number): void {
    const { through, size } = this
    for (let at = 0; at < size; at += 32) {
      const word = bits[at >> 5]
      if (word === -1) through.fill(0, at, at + 32)
      else for (let left = word; left !== 0; left &= left - 1) through[at + 31 - Math.clz32(left & -left)] = 0
    }
    this.hidden.widen(reach)
    this.look_now()
  }

  protected mark_done(done: Uint8Array): void {
    const { through, size } = this
    for (let i = 0; i < size; i++) done[i] = through[i] < DONE ? 1 : 0
  }

  protected picture(from: number, to: number): Int32Array {
    const { through, pixels, color } = this
    for (let i = from; i < to; i++) pixels[i] = ((255.5 - through[i] * 255) << 24) | color
    return pixels
  }
}

/** What comes through each pixel of a mask of this alpha (0 to 255), kept with the mask. */
function veil_of(mask: Mask, alpha: number): Float32Array {
  if (mask.veil?.alpha === alpha) return mask.veil.through
  const through = Float32Array.from(mask.fill, (coverage) => 1 - (coverage * alpha) / (255 * 255))
  mask.veil = { alpha, through }
  return through
}
